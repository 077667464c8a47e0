"""`stories brief`: a priority or a domain as a board paper."""

import datetime as dt
import tempfile
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

import click

from generator.build.print_pdf import PaperError, find_browser, print_page
from generator.cli.checked_project import check_project
from generator.cli.options import (
    ERRORS,
    WRONG_USAGE,
    config_option,
    output_option,
    stop,
    today_option,
)
from generator.collection.collection import Collection
from generator.mkdocs_plugin.commands import BuildOptions, SiteError, build_site


@click.command()
@click.argument("name", metavar="PRIORITY|DOMAIN")
@output_option("FILE.pdf", "Write here; the name with .pdf otherwise.")
@today_option
@config_option
def brief(name: str, output: Path | None, today: dt.datetime | None, config_file: str) -> None:
    """Print the paper of a PRIORITY or a DOMAIN, at most four sheets of A4, as a PDF.

    It takes a Chromium, a Chrome or an Edge on this computer; CHROMIUM may name one.
    """
    _, checked = check_project(config_file, today)
    address = _find_address(name, _list_papers(checked.collection))
    browser = find_browser()
    if browser is None:
        stop(
            "There is no Chromium, Chrome or Edge here to print with. Install one, or name it: "
            f"CHROMIUM=/path/to/chromium. Or open the page {address} of the site in any browser "
            "and print it from there: the paper is the same.",
            ERRORS,
        )
    with tempfile.TemporaryDirectory(prefix="stories-brief-") as folder:
        day = today.date() if today else None
        site = Path(folder) / "site"
        try:
            build_site(config_file, BuildOptions(str(site), day))
            file = output or Path(f"{address.rstrip('/').rpartition('/')[2]}.pdf")
            print_page(site, address, file.absolute(), browser)
        except SiteError as error:
            stop(str(error), WRONG_USAGE if error.is_usage else ERRORS)
        except PaperError as error:
            stop(str(error), ERRORS)
    click.echo(f"Printed {file}", err=True)


def _list_papers(collection: Collection) -> Mapping[str, str]:
    """List the addresses of all papers, by each name that a person may write."""
    priorities = collection.priorities
    papers = {f"domains/{domain.slug}": f"domains/{domain.slug}/" for domain in collection.domains}
    papers |= {f"priorities/{slug}": f"priorities/{slug}/" for slug in priorities}
    papers |= {domain.slug: f"domains/{domain.slug}/" for domain in collection.domains}
    # A name of both is a priority's; the domain is meant by `domains/NAME`.
    return papers | {slug: f"priorities/{slug}/" for slug in priorities}


def _find_address(name: str, papers: Mapping[str, str]) -> str:
    found = papers.get(name.strip("/").lower())
    return found or _refuse(name, papers)


def _refuse(name: str, papers: Mapping[str, str]) -> NoReturn:
    names = sorted(each for each in papers if "/" not in each)
    near = get_close_matches(name.lower(), names, 1)
    hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(names)}."
    stop(f"There is no priority and no domain called “{name}”. {hint}", WRONG_USAGE)
