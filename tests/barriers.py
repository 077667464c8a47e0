"""What axe finds on a page that would keep somebody out."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LIGHT = {"resultTypes": ["violations"]}
# What a dark page may have that the light one has not.
DARK = {**LIGHT, "runOnly": ["color-contrast", "link-in-text-block"]}


def find_barriers(page: Page) -> list[str]:
    """Judge a page as it stands, in light and in dark colours, and at rest."""
    found = []
    for scheme, options in (("dark", DARK), ("light", LIGHT)):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        found += [
            f"{page.url} ({scheme}) {rule['id']}: {node['html'][:160]}"
            for rule in Axe().run(page, options=options).response["violations"]
            for node in rule["nodes"]
        ]
    return found
