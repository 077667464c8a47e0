"""`stories check --external`: whether the addresses outside the site are alive."""

from collections.abc import Callable
from pathlib import Path

from generator.check.address_dead import find_outside, tell_dead
from generator.check.addresses import explain_address
from generator.pipeline import Checked
from generator.plugin.commands import load_site
from generator.plugin.meanings import find_rules
from generator.problem import Place, Problem
from generator.read.outside import Manners, ask_addresses
from generator.read.prose import read_prose

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
