"""A newsletter as HTML for mail programs, and as a letter: that HTML with its plain-text twin.

The oldest mail program on a ward draws pages with a word processor: so the layout is tables, every
style stands in its own element, and nothing is fetched: a picture that is fetched tells somebody
who has opened the letter. The site's logo, the only picture, travels in it.
"""

import datetime as dt
import re
from base64 import b64encode
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.exports.newsletter.contents import MOST_ITEMS, Newsletter
from generator.exports.newsletter.plain import write_text

# Gmail cuts a letter off at 102 KB of HTML; what carries it adds a little.
MOST_BYTES = 96_000
_LOGO = "logo"  # what the letter's HTML calls the picture that travels with it
_INDENTED = re.compile(r">\n\s+<")


def write_html(newsletter: Newsletter) -> str:
    """Write a newsletter as HTML, with fewer stories of each domain where it would be cut off."""
    logo = newsletter.logo
    return _fit(newsletter, f"data:image/png;base64,{b64encode(logo.png).decode()}" if logo else "")


def _fit(newsletter: Newsletter, logo: str) -> str:
    html = _render(newsletter, logo)
    for most in range(MOST_ITEMS - 1, 0, -1):
        if len(html.encode()) <= MOST_BYTES:
            break
        html = _render(newsletter.shorten(most), logo)
    return html


def _render(newsletter: Newsletter, logo: str) -> str:
    environment = Environment(
        loader=PackageLoader("generator.exports", "newsletter"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    html = environment.get_template("letter.html.j2").render(newsletter=newsletter, logo=logo)
    return _INDENTED.sub(">\n<", html)


def write_letter(newsletter: Newsletter) -> bytes:
    """Write a newsletter as a letter that mail programs open as a draft (RFC 5322, MIME)."""
    text, html = write_text(newsletter), _fit(newsletter, f"cid:{_LOGO}" if newsletter.logo else "")
    letter = EmailMessage(policy=SMTP)
    name = " ".join(newsletter.name.split())
    letter["Subject"] = f"{name}: {newsletter.summary}, {newsletter.period}"
    if newsletter.mail:
        letter["From"] = newsletter.mail
    letter["Date"] = format_datetime(dt.datetime.combine(newsletter.until, dt.time(), dt.UTC))
    letter["X-Unsent"] = "1"
    letter.set_content(text, cte="quoted-printable")
    letter.add_alternative(html, subtype="html", cte="quoted-printable")
    boundary = f"=_{sha256((text + html).encode()).hexdigest()[:32]}"
    if newsletter.logo:
        page = letter.get_body(("html",))
        assert isinstance(page, EmailMessage)  # noqa: S101 (it was added a line above)
        page.add_related(
            newsletter.logo.png, "image", "png", cid=f"<{_LOGO}>", disposition="inline"
        )
        page.set_boundary(f"{boundary}-related")
    # The same newsletter makes the same letter, byte for byte.
    letter.set_boundary(boundary)
    return letter.as_bytes()
