"""The measure of the search: questions typed in a real browser, and where their answers stand.

Run by `make search-quality`. Prints, for each half of the questions, how many in a hundred have an
answer first, in three, in eight and nowhere, the mean reciprocal rank (Voorhees 1999), and who got
“not told yet”. With `--read` the misses of the half that may be tuned on are told one by one. An
action counts where its link stands under its story.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from chromium import launch_chromium
from command import ROOT
from serving import serve_site

HERE = Path(__file__).parent
EIGHT, THREE = 8, 3
MOST = 40
_ASK = """async ([typed, most]) => {
    const input = document.getElementById('_q');
    const list = document.getElementById('_results');
    const untold = document.getElementById('_untold');
    const answered = async () => {
        while (list.dataset.answers !== typed) await new Promise(done => setTimeout(done, 2));
    };
    delete list.dataset.answers;
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await answered();
    const isTold = untold.children.length === 0;
    for (let more; (more = list.querySelector('.search__more')); ) {
        if (list.querySelectorAll('.result__title').length >= most) break;
        delete list.dataset.answers;
        more.click();
        await answered();
    }
    const results = [...list.children].map(item =>
        [...item.querySelectorAll('.result__title, .result__action')].map(link => link.pathname));
    return { isTold, results };
}"""


def find_rank(results: list[list[str]], answers: list[str]) -> int:
    """Find at which place the first answer stands, from 1; 0 if at none."""
    wanted = {f"/{answer}/" for answer in answers}
    return next((at for at, links in enumerate(results, 1) if wanted & {*links}), 0)


def measure(page: Page, half: str, *, tells: bool) -> str:
    """Type the questions of a half, and say in a line what came of it."""
    asked = [each for each in _read("questions.yml") if each["half"] == half]
    ranks, untold = [], 0
    for each in asked:
        answer = page.evaluate(_ASK, [each["q"], MOST])
        ranks.append(find_rank(answer["results"], each["answers"]))
        untold += not answer["isTold"]
        if tells and (ranks[-1] != 1 or not answer["isTold"]):
            sys.stdout.write(f"{ranks[-1]:3} {'' if answer['isTold'] else '!'} {each['q']}\n")
    nobody = [each["q"] for each in _read("not-told.yml") if each["half"] == half]
    honest = sum(not page.evaluate(_ASK, [typed, EIGHT])["isTold"] for typed in nobody)
    share = 100 / len(asked)
    found = [rank for rank in ranks if rank]
    return (
        f"{half}: {len(asked)} questions; first {share * found.count(1):.1f} %, "
        f"in three {share * sum(rank <= THREE for rank in found):.1f} %, "
        f"in eight {share * sum(rank <= EIGHT for rank in found):.1f} %, "
        f"none {share * (len(asked) - len(found)):.1f} %, "
        f"mean reciprocal rank {sum(1 / rank for rank in found) / len(asked):.3f}; "
        f"“not told yet” wrongly {share * untold:.1f} %; "
        f"of {len(nobody)} that nobody told, {honest} got it"
    )


def _read(name: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return told


def copy_without_terms(folder: Path) -> Path:
    """Copy the sample and the package into a folder, with all terms left out."""
    for part in ("content", "domains", "generator", "stories", "theme"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "domains/terms.yml").unlink()
    # Python takes the package from where it is started.
    (folder / "generator/load/default_terms.yml").write_text("terms: {}\n", encoding="utf-8")
    return folder


def main() -> None:
    """Build the sample site, and measure both halves, or the one that may be read."""
    tells = "--read" in sys.argv
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        without = "--without-terms" in sys.argv
        project = copy_without_terms(Path(folder) / "project") if without else ROOT
        build = [sys.executable, "-m", "generator", "build", "-d", str(site)]
        subprocess.run(build, cwd=project, check=True, capture_output=True)
        browser = launch_chromium(playwright)
        with serve_site(site) as base:
            page = browser.new_page()
            page.goto(f"{base}about/")
            page.keyboard.press("/")
            for half in ("read",) if tells else ("read", "unread"):
                sys.stdout.write(measure(page, half, tells=tells) + "\n")
        browser.close()


if __name__ == "__main__":
    main()
