"""Pages and files that MkDocs does not make, as far as its own prose leads to them.

A link in Markdown names a file. MkDocs looks for that file, and writes the address of its page in
place of the link; a record's page is drawn elsewhere, and here is all that MkDocs need know of it.
"""

from collections.abc import Collection as Several
from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from generator.build.packaged_files import DEFAULTS
from generator.load.referenced_files import follow_link
from generator.model.prose_page import ProsePage


class LinkTarget(File):
    """A page or a file that is somebody else's to make."""

    def is_documentation_page(self) -> bool:
        """Say that there is nothing to draw."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 (MkDocs's)
        """Copy nothing."""


def make_link_target(source: str, place: str, config: MkDocsConfig) -> LinkTarget:
    """Make a goal that prose calls `source`, and that stands at `place` in the site."""
    return LinkTarget(source, None, config.site_dir, config.use_directory_urls, dest_uri=place)


def make_default_page(source: str, config: MkDocsConfig) -> File:
    """Make the page that a site has where it wrote none; nobody can edit it in the site's files."""
    file, kept_out = str(DEFAULTS / source), InclusionLevel.NOT_IN_NAV
    return File.generated(config, source, abs_src_path=file, inclusion=kept_out)


def list_link_targets(
    prose: Iterable[ProsePage], content: str, addresses: Several[str], config: MkDocsConfig
) -> Iterator[LinkTarget]:
    """Find the pages, of those at these addresses, that the links of prose lead to."""
    inside = f"{content}/"
    led = (follow_link(page.path, link.target) for page in prose for link in page.links)
    for goal in dict.fromkeys(goal for goal in led if goal and goal.endswith(".md")):
        source = goal.removeprefix(inside)
        address = f"{source.removesuffix('.md')}/"
        if goal.startswith(inside) and address in addresses:
            yield make_link_target(source, f"{address}index.html", config)
