"""Renew the files that are made from the field table and the framework.

Usage: renew.py [--check]

With --check nothing is written: the files that are stale are named, and the exit code says so.
"""

import sys
from pathlib import Path

from generator.intake.issue_form import tell_issue_forms
from generator.intake.web_form_data import write_ways
from generator.mkdocs_plugin.check_site import check_site
from generator.model.schema import describe_records, write_schema

ROOT = Path(__file__).parent.parent


def make_files() -> dict[str, str]:
    """Make the text of each file, by its path."""
    files = {
        f"schemas/{kind}.schema.json": write_schema(schema)
        for kind, schema in describe_records().items()
    }
    files["theme/assets/js/tell/ways-table.js"] = write_ways()
    _, checked = check_site(str(ROOT / "mkdocs.yml"), None)
    return files | tell_issue_forms(checked.collection)


def main(*, writes: bool) -> int:
    """Write what is stale, or name it."""
    stale = []
    for path, text in make_files().items():
        file = ROOT / path
        if file.exists() and file.read_text(encoding="utf-8") == text:
            continue
        stale.append(path)
        if writes:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    for path in stale:
        print(f"Renewed {path}" if writes else f"{path} is stale: make fix renews it.")
    return 0 if writes else int(bool(stale))


if __name__ == "__main__":
    sys.exit(main(writes="--check" not in sys.argv[1:]))
