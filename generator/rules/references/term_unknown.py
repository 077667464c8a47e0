"""Terms that a record uses and the site does not know: a table, for all are found alike.

Where nothing is known, as without a vocabulary, whatever could be a name is let be.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from generator.model import Action, Adoption, Record, Story
from generator.model.field_types import SLUG
from generator.model.problem import Fault, Problem, Severity
from generator.rules.rule import Context, Rule, rule

_FEW = 12
_LONGEST = 80
# Each slug that there is, with what else people call it.
Known = Mapping[str, Iterable[str]]


def _make_rule(  # noqa: PLR0913, PLR0917 (the columns of the table)
    code: str,
    name: str,
    on: tuple[type[Record], ...],
    field: str,
    known: str,
    doc: str,
) -> Rule:
    @rule(code, name, Severity.ERROR, doc=doc, on=on, needs=(field,))
    def find(record: Record, fault: Fault, context: Context) -> Iterator[Problem]:
        return _list_unknown(record, field, fault, context.collection.names_by_slug[known])

    return find


def _list_unknown(record: Record, field: str, fault: Fault, known: Known) -> Iterator[Problem]:
    value = getattr(record, field)
    slugs = value if isinstance(value, tuple) else (value,) if value else ()
    for index, slug in enumerate(slugs):
        if slug in known or (not known and SLUG.fullmatch(slug)):
            continue
        place = record.place(field, index) if isinstance(value, tuple) else record.place(field)
        near = guess_term(slug, known)
        hint = f"Did you mean “{near}”? " if near else ""
        if 0 < len(known) <= _FEW:
            hint += f"There are: {', '.join(known)}."
        yield fault.at(place, f"“{_shorten(slug)}” in “{field}” is not known here.", hint.strip())


def guess_term(written: str, known: Known) -> str:
    """Guess which slug was meant, by the slugs and their other names; empty if none is near."""
    names = {name.lower(): slug for slug, all_ in known.items() for name in all_ if name}
    names |= {slug: slug for slug in known}
    lowered = " ".join(written.lower().split())
    for words in (lowered, lowered.replace(" ", "-")):
        if words in names:
            return names[words]
    near = get_close_matches(lowered.replace("-", " "), names, 1, 0.65)
    near = near or get_close_matches(lowered, names, 1, 0.65)
    return names[near[0]] if near else ""


def _shorten(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


DOMAIN = _make_rule(
    "R601",
    "domain-unknown",
    (Story, Action),
    "domains",
    "domains",
    """A domain that the framework does not have.

    Why: readers look for stories by domain; a story under a domain that does not exist is never
    found.

    Instead: Use the name of one of the files in the domains folder.

    Example:
        domains: [nameing]
    """,
)
SETTING = _make_rule(
    "R602",
    "setting-unknown",
    (Story, Action, Adoption),
    "setting",
    "settings",
    """A setting that the vocabulary does not have.

    Why: the coverage of the site is counted by setting; two spellings of one place would be two
    places.

    Instead: Use one of the settings in domains/vocabulary.yml, or add yours there in the same
    proposal.

    Example:
        setting: someplace
    """,
)
PATHWAY = _make_rule(
    "R603",
    "pathway-unknown",
    (Story,),
    "pathway",
    "pathways",
    """A pathway that the vocabulary does not have.

    Why: somebody who looks for breast care finds only the stories that are filed under its one
    name.

    Instead: Use one of the pathways in domains/vocabulary.yml, or add yours there in the same
    proposal.

    Example:
        pathway: somecondition
    """,
)
PRIORITY = _make_rule(
    "R604",
    "priority-unknown",
    (Story, Action),
    "strategic_links",
    "priorities",
    """A priority that the vocabulary does not have.

    Why: each priority has a page on which leaders see the stories that serve it.

    Instead: Use one of the priorities in domains/vocabulary.yml, or take the link out.

    Example:
        strategic_links: [patients-first]
    """,
)


@rule(
    "R605",
    "story-unknown",
    Severity.ERROR,
    doc="""A story that is referred to and does not exist: in `adapted_from`, or in an action's
    `story`.

    Why: an action belongs to a page, and an example to the team that gave it.

    Instead: Use the last part of the story's address, which is the name of its file or folder. An
    example may be an action's as well.

    Example:
        adapted_from: what-maters-board
    """,
    on=(Story, Action),
    needs=("adapted_from", "story"),
    says={"": "There is no story “{slug}”."},
)
def STORY(record: Story | Action, fault: Fault, context: Context) -> Iterator[Problem]:
    """Find references to stories that are not there."""
    field = "story" if isinstance(record, Action) else "adapted_from"
    slug = getattr(record, field)
    known = context.collection
    if slug is None or known.knows("story", slug):
        return
    if field == "adapted_from" and known.knows("action", slug):
        return
    stories = known.stories
    near = guess_term(slug, {story.slug: (story.title or "",) for story in stories})
    hint = f"Did you mean “{near}”?" if near else ""
    message, _ = fault.say("", slug=slug)
    yield fault.at(record.place(field), message, hint)
