"""A story: what patients and staff changed together, and what came of it."""

from typing import ClassVar, Literal

from generator.model.base import Allowance, Digests, Record
from generator.model.digests import digest_story
from generator.model.field import field
from generator.model.field_types import (
    Claim,
    Date,
    Language,
    Line,
    Reference,
    Slug,
    Summary,
    Text,
    Title,
)
from generator.model.measure import Measure
from generator.model.shared_fields import (
    ADAPTED,
    ALIASES,
    ALLOW,
    CONTACT,
    LANGUAGE,
    ORGANISATION,
    QUICK_WIN,
    STATUSES,
    STRATEGIC_LINKS,
    TEAM,
)
from generator.model.story_parts import (
    Contact,
    Experience,
    Headroom,
    Image,
    Involvement,
    Source,
    Touchpoint,
)
from generator.model.voice import Voice


class Story(Record):
    """A short account of what patients and staff changed together."""

    kind: ClassVar[str] = "story"

    title: Title = field(
        description="What changed, as you would say it to a colleague on another ward.",
        examples=["The board that says what to call me"],
        label="What is the title of your story?",
    )
    summary: Summary = field(
        description="The whole story in one or two sentences, at most 280 characters.",
        label="What did you change, and for whom?",
    )
    date: Date = field(
        description="When you wrote this.", label="When did you write this?", heading="Written"
    )
    updated: Date | None = field(
        None,
        description="When you last changed it.",
        label="When was it last changed?",
        heading="changed",
    )
    domains: tuple[Reference, ...] = field(
        min_length=1,
        description="What it is about: one domain, or two.",
        label="What is it about?",
        heading="Domains",
    )
    setting: Reference | None = field(
        None, description="Where it happened.", label="Where did it happen?", heading="Where"
    )
    pathway: Reference | None = field(
        None,
        description="The condition or path of care.",
        label="Which condition or path of care?",
        heading="Pathway",
    )
    organisation: Line | None = ORGANISATION
    team: Line | None = TEAM
    contact: Contact | None = CONTACT
    status: Literal["testing", "made", "sustained", "stopped"] = field(
        description="testing: being tried; made: it is how things are done; sustained: still so "
        "a year later; stopped: it did not work or did not last.",
        label="How far has it come?",
        heading="Status",
        choices={name: words for name, words in STATUSES.items() if name != "planned"},
    )
    changed_on: Date | None = field(
        None,
        description="The day of the change; that of the first action made otherwise.",
        label="Since when is it done this way?",
        heading="Changed",
    )
    quick_win: Claim = QUICK_WIN
    problem: Text | None = field(
        None,
        description="What was wrong, for whom.",
        label="What was wrong, and for whom?",
        heading="What was wrong",
    )
    aim: Text | None = field(
        None,
        description="What you hoped for.",
        label="What did you hope for?",
        heading="What they hoped for",
    )
    headroom: Headroom | None = field(
        None,
        description="The time that was freed, and by whom.",
        label="What time was freed for it?",
        heading="Protected time (headroom)",
    )
    strategic_links: tuple[Reference, ...] = STRATEGIC_LINKS
    involvement: Involvement | None = field(
        None, description="Who took part, and who decided.", label="Who took part, and who decided?"
    )
    experience: tuple[Experience, ...] = field(
        (),
        description="What you learnt from patients, carers and staff, and how.",
        label="How did you learn what care was like?",
        heading="How they knew",
    )
    touchpoints: tuple[Touchpoint, ...] = field(
        (),
        description="Moments of care, and how they felt.",
        label="Which moments mattered, and how did they feel?",
        heading="Moments and feelings",
    )
    voices: tuple[Voice, ...] = field(
        (),
        description="What people said, patients and staff both.",
        label="What did people say?",
        heading="Voices",
    )
    measures: tuple[Measure, ...] = field(
        (),
        description="What was counted, before and after.",
        label="What did you count, before and after?",
        heading="What was counted",
    )
    spread: Text | None = field(
        None,
        description="Where it has gone since.",
        label="Where has it gone since?",
        heading="Where it went",
    )
    adapted_from: Reference | None = field(
        None,
        description="The story, or the action, whose example you took home: the last part of its "
        "address.",
        label="Whose example did you take home?",
        heading="Adapted from",
    )
    adapted: Text | None = ADAPTED
    limitations: Text | None = field(
        None,
        description="What the story cannot show.",
        label="What can the story not show?",
        heading="What this cannot show",
    )
    lessons: tuple[Text, ...] = field(
        (),
        description="What you learnt, in your own case.",
        label="What did you learn?",
        heading="What they learnt",
    )
    source: Source | None = field(
        None,
        description="Where the facts were published, if the story is told from them.",
        label="Where were the facts published?",
        heading="Retold from published facts",
    )
    illustrative: Claim = field(
        default=False,
        description="true for an invented example; the page says so plainly.",
        label="Is it an invented example?",
        heading="An invented example, written to show what a story looks like.",
    )
    image: Image | None = field(
        None,
        description="A picture for the top of the page.",
        label="Which picture goes at the top?",
    )
    language: Language | None = LANGUAGE
    aliases: tuple[Slug, ...] = ALIASES
    allow: tuple[Allowance, ...] = ALLOW
    review_by: Date | None = field(
        None,
        description="When to look at the story again.",
        label="When is it to be looked at again?",
        heading="To be looked at again",
    )

    @property
    def digests(self) -> Digests:
        """What another story would have in common if it told the same; nothing is unpacked."""
        known = self._known().digests
        return known or digest_story(self.body.markdown, self.measures)
