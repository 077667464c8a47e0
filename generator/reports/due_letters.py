"""Due work as letters: to whoever may be asked, with the address of the story's own short form."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8

from generator.collection.collection import Collection
from generator.collection.due import Due
from generator.model import Contact, Story
from generator.model.site_identity import SiteIdentity
from generator.model.slug import make_slug
from generator.reports.escape import clean

_ASKED = {
    "measure quiet": "{words} Has anything been counted since? One figure is enough, and so is a "
    "line that says why nobody counts any more.",
    "story review": "It was to be looked at again on {day}. Is it still so? A yes is worth as much "
    "as a no.",
    "plan": "{words} Has it begun, or was it given up? Either is worth a line.",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that is ready to be sent: the name of its file, to whom, and its words."""

    name: str
    to: str
    subject: str
    text: str

    @property
    def message(self) -> bytes:
        """The letter as mail programs open it, as a draft (RFC 5322)."""
        message = EmailMessage(policy=SMTP if self.to.isascii() else SMTPUTF8)
        message["To"] = self.to
        message["Subject"] = self.subject
        message["X-Unsent"] = "1"
        message.set_content(self.text, charset="utf-8", cte="quoted-printable")
        return message.as_bytes()


def write_letters(
    dues: Iterable[Due], collection: Collection, web: SiteIdentity
) -> Iterator[Letter | Due]:
    """Write a letter for each thing that its team can answer; what has no address comes back."""
    names: Counter[str] = Counter()
    for due in dues:
        if due.kind not in _ASKED:
            continue
        contact = _find_contact(due, collection)
        if contact is None or contact.email is None:
            yield due
            continue
        name = make_slug(f"{due.goal.rpartition('/')[2][:50]} {due.kind}", "letter")
        names[name] += 1
        number = f"-{names[name]}" if names[name] > 1 else ""
        title = " ".join(clean(due.title).split())
        text = _tell(due, title, contact, web)
        yield Letter(f"{name}{number}", contact.email, f"“{title}”: what has happened since?", text)


def _find_contact(due: Due, collection: Collection) -> Contact | None:
    """Find whom to ask; of an action, whoever answers for its story."""
    folder, _, slug = due.goal.partition("/")
    story: Story | None = collection.story_by_slug.get(slug)
    if folder == "actions":
        action = collection.action_by_slug.get(slug)
        story = collection.story_of(action) if action else None
    return story.contact if story else None


def _tell(due: Due, title: str, contact: Contact, web: SiteIdentity) -> str:
    day = f"{due.date.day} {due.date:%B %Y}"
    asked = _ASKED[due.kind].format(words=clean(due.words), day=day)
    form = web.join(f"tell/?update={due.goal.removeprefix('stories/')}")
    return (
        f"Dear {clean(contact.name or 'colleague')},\n\n"
        f"You told “{title}” on our site. {asked}\n\n"
        f"This short form shows what is known so far, and takes a few minutes:\n{form}\n\n"
        "If somebody else answers for it now, please tell us whom to ask.\n\n"
        f"With thanks,\n{clean(web.name)}\n"
    )
