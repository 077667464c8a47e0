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
    organisation: Line | None = field(
        None,
        description="Your hospital, hospice or surgery.",
        label="What is your organisation called?",
    )
    team: Line | None = field(
        None, description="Your ward, clinic or team.", label="What is your team called?"
    )
    contact: Contact | None = field(
        None,
        description="Whom another team may ask.",
        label="Whom may another team ask?",
        heading="Ask",
    )
    status: Literal["testing", "made", "sustained", "stopped"] = field(
        description="testing: being tried; made: it is how things are done; sustained: still so "
        "a year later; stopped: it did not work or did not last.",
        label="How far has it come?",
        heading="Status",
        choices={
            "testing": "testing: being tried",
            "made": "made: it is how things are done now",
            "sustained": "sustained: still so a year later",
            "stopped": "stopped: it did not work or did not last",
        },
    )
    changed_on: Date | None = field(
        None,
        description="The day of the change; that of the first action made otherwise.",
        label="Since when is it done this way?",
        heading="Changed",
    )
    quick_win: Claim = field(
        default=False,
        description="true if it was small, quick and needed no project.",
        label="Was it small and quick, and needed no project?",
        heading="A quick win",
    )
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
    strategic_links: tuple[Reference, ...] = field(
        (),
        description="The priorities of the organisation that it serves.",
        label="Which priorities does it serve?",
        heading="It serves",
    )
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
    adapted: Text | None = field(
        None,
        description="What you changed for your own place.",
        label="What did you change for your own place?",
        heading="What was changed",
    )
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
    language: Language | None = field(
        None,
        description="The language it is written in, by its code, where it is not the site's: cy for"
        " Welsh.",
        examples=["cy"],
        label="Which language is it in, if not in the site's?",
        heading="Language",
    )
    aliases: tuple[Slug, ...] = field(
        (),
        description="Old names of this file, so that old links work.",
        label="Old names of this file",
    )
    allow: tuple[Allowance, ...] = field(
        (),
        description="Rules that do not fit here, each with the reason.",
        label="Rules that do not fit",
    )
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
