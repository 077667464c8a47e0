"""`stories check --external`: whether the addresses outside the site are alive."""

from collections.abc import Callable
from pathlib import Path

from generator.build.pipeline import Checked
from generator.load.prose_pages import read_prose
from generator.mkdocs_plugin.commands import load_site
from generator.mkdocs_plugin.config_values import rules_of
from generator.model.problem import Place, Problem
from generator.rules.links.address_dead import list_external_urls, report_dead_urls
from generator.rules.links.external_links import RequestLimits, request_urls
from generator.rules.links.urls import explain_bad_url

CODE = "R615"


def check_external_urls(
    config_file: str, root: Path, checked: Checked, is_told: Callable[[Place], bool]
) -> list[Problem]:
    """Ask for every outside address that stands where `is_told` says, and tell of the dead."""
    fault = next((r.fault for r in rules_of(load_site(config_file)) if r.fault.code == CODE), None)
    if fault is None:
        return []
    prose = [read_prose(root, path)[0] for path in sorted(checked.collection.pages)]
    found = {
        address: places
        for address, all_places in list_external_urls(checked.collection, prose).items()
        if (places := [place for place in all_places if is_told(place)])
    }
    asked = [address for address in found if explain_bad_url(address) is None]
    return report_dead_urls(found, request_urls(asked, RequestLimits()), fault)
