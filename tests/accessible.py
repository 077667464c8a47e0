"""A page judged by axe: each thing that it finds, in a line."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def judge_page(page: Page) -> list[str]:
    """List what axe has against a page as it is now."""
    found = Axe().run(page).response["violations"]
    return [
        f"{page.url} {rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]
    ]
