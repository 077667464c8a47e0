"""The text of an issue, made of the committed form as GitHub makes it."""

from collections.abc import Mapping
from typing import Any

import yaml
from command import ROOT

FORM = ROOT / ".github/ISSUE_TEMPLATE/story.yml"
QUICK_WIN: Mapping[str, str | list[str]] = {
    "title": "The desk that faced the wall",
    "summary": "We turned one desk round, and nobody had to speak over a shoulder any more.",
    "domains": ["Private communication: My business is my business"],
    "setting": "Outpatient clinic",
    "status": "made: it is how things are done now",
    "changed_on": "1 March 2026",
    "quick_win": ["Yes"],
    "body-done": "On a Monday we turned the desk. It took ten minutes and two people.",
    "promises": [
        "Everybody who is quoted has agreed to it, on a form that we keep",
        "No patient can be recognised: no full names, no numbers, no exact dates of care",
    ],
}

VOICES = """\
- Who is speaking? a patient
- What did they say? I used to whisper my date of birth.
Now I say it.
- How are they to be named? A patient of the clinic
- How far does the name give away who they are? anonymous: no name
- What did they agree to? Number of the consent form in your own files: FH-2026-014
- Where may it be shown? on this website, on paper
- When did they agree? 11 February 2026

- Who is speaking? a member of staff
- What did they say? I can hear my own thoughts.
- How are they to be named? Nurse
- How far does the name give away who they are? anonymous: no name
"""
MEASURES = """\
- What was counted? People overheard at the desk
- What kind of measure is it? process
- How was it counted?
- In what unit? people
- Which way is better? decrease: less is better
- The data:
2026-01-05, 7, 20
12 January 2026, 6, 20, half term
2026-03-09 1
"""


def read_form() -> dict[str, Any]:
    """Read the form."""
    form: dict[str, Any] = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    return form


def write_issue(answers: Mapping[str, str | list[str]], day: str = "2026-11-23") -> str:
    """Write the text that GitHub makes of the form when it is filled with these answers, by id."""
    elements = [each for each in read_form()["body"] if each["type"] != "markdown"]
    assert set(answers) <= {each["id"] for each in elements}
    sections = []
    for each in elements:
        answer = answers.get(each["id"], each["attributes"].get("value", ""))
        if each["type"] == "checkboxes":
            labels = [option["label"] for option in each["attributes"]["options"]]
            text = "\n".join(f"- [{'x' if label in answer else ' '}] {label}" for label in labels)
        elif isinstance(answer, list):
            text = ", ".join(answer)
        else:
            text = answer
        sections.append(f"### {each['attributes']['label']}\n\n{text.strip() or '_No response_'}")
    date = f"\n\n### When did you write this?\n\n{day}\n" if day else ""
    return "\n\n".join(sections) + date
