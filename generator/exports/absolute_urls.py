"""Safe HTML for readers elsewhere: every link and picture by its whole address."""

import re
from urllib.parse import urljoin

from generator.model.site_identity import SiteIdentity

# As `pages/markdown_html.py` writes tags; what only looks like a tag in a text is not one.
_TAG = re.compile(r'<(?:a|img)(?: [\w-]+="[^"]*")+>')
_ADDRESS = re.compile(r' (href|src)="([^"]*)"')
_FOR_PAGES = re.compile(r' (?:srcset|sizes|loading)="[^"]*"')


def make_urls_absolute(html: str, address: str, web: SiteIdentity) -> str:
    """Lead the links of a page at `address` by whole addresses; HTML as the cleaner wrote it.

    Where the site will stand is not always known: then links stay relative to the page.
    """
    page = web.join(address) if web.url else ""

    def mend(found: re.Match[str]) -> str:
        def join(each: re.Match[str]) -> str:
            return f' {each[1]}="{_join(page, each[2])}"'

        return _ADDRESS.sub(join, _FOR_PAGES.sub("", found[0]))

    return _TAG.sub(mend, html)


def _join(page: str, target: str) -> str:
    try:
        return urljoin(page, target)
    except ValueError:  # an address that cannot be one, such as `http://[`
        return target
