"""What form services send on of a post, in the envelopes that they document.

Formspree: help.formspree.io, “Form Submissions API”. Basin: docs.usebasin.com, “Webhooks” and “File
uploads”. What a person typed is a test's own.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from email.policy import SMTP

Fields = Mapping[str, str]


def keep_as_formspree_does(posts: Sequence[Fields]) -> str:
    """Write what the API of Formspree gives for a form."""
    names = list(dict.fromkeys(name for post in posts for name in post))
    return json.dumps(
        {
            "fields": ["_date", *names, "_status"],
            "submissions": [
                {
                    "_date": f"2026-11-23T07:28:{at:02}.707632",
                    **post,
                    "_status": {"my@hospital.example": {"delivered": True, "processed": True}},
                }
                for at, post in enumerate(posts)
            ],
        }
    )


def send_on_as_basin_does(post: Fields, *, is_wrapped: bool = False, file: str = "") -> str:
    """Write what a webhook of Basin brings."""
    files = [{"attachment_proxy_url": "https://proxy.example/1", "public_url": file}]
    told = {**post, "id": "submission_id", "attachments": files if file else []}
    return json.dumps({"data": told} if is_wrapped else told)


def save_as_table(posts: Sequence[Fields], before: str = "") -> bytes:
    """Write posts as the table that services let a person download, with Excel's mark.

    `before` is what a careful service puts before a cell that a spreadsheet might take for a sum.
    """
    names = list(dict.fromkeys(name for post in posts for name in post))
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(["ID", *(name.replace("_", " ").title() for name in names), "Submitted at"])
    for at, post in enumerate(posts):
        cells = [post.get(name, "") for name in names]
        safe = [f"{before}{cell}" if cell.startswith("-") else cell for cell in cells]
        table.writerow([at, *safe, "2026-11-23 07:28"])
    return text.getvalue().encode("utf-8-sig")


def write_letter(subject: str, words: str, files: Mapping[str, bytes] | None = None) -> bytes:
    """Write a letter as mail programs save one."""
    letter = EmailMessage(policy=SMTP)
    letter["Subject"], letter["From"] = subject, "Ruth <ruth@hospital.example>"
    letter["To"] = "stories@hospital.example"
    letter.set_content(words)
    for name, content in (files or {}).items():
        letter.add_attachment(content, maintype="application", subtype="zip", filename=name)
    return letter.as_bytes()
