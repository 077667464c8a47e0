"""`stories check --external`: whether the addresses outside the site are alive."""

from collections.abc import Callable
from pathlib import Path

from generator.build.pipeline import Checked
from generator.load.prose_pages import read_prose
from generator.mkdocs_plugin.commands import load_site
from generator.mkdocs_plugin.config_values import find_rules
from generator.model.problem import Place, Problem
from generator.rules.links.address_dead import find_outside, tell_dead
from generator.rules.links.external_links import Manners, ask_addresses
from generator.rules.links.urls import explain_address

CODE = "R615"


def find_dead(
    config_file: str, root: Path, checked: Checked, is_told: Callable[[Place], bool]
) -> list[Problem]:
    """Ask for every outside address that stands where `is_told` says, and tell of the dead."""
    fault = next(
        (r.fault for r in find_rules(load_site(config_file)) if r.fault.code == CODE), None
    )
    if fault is None:
        return []
    prose = [read_prose(root, path)[0] for path in sorted(checked.collection.pages)]
    found = {
        address: places
        for address, all_places in find_outside(checked.collection, prose).items()
        if (places := [place for place in all_places if is_told(place)])
    }
    asked = [address for address in found if explain_address(address) is None]
    return tell_dead(found, ask_addresses(asked, Manners()), fault)
