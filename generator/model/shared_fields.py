"""Fields that several kinds of record have, defined once: who tells, whom to ask, how it stands.

What one kind of record says otherwise, it defines itself.
"""

from generator.model.field import field

# How far something has come; a story is never planned alone.
STATUSES = {
    "planned": "planned: agreed, not begun",
    "testing": "testing: being tried",
    "made": "made: it is how things are done now",
    "sustained": "sustained: still so a year later",
    "stopped": "stopped: it did not work or did not last",
}
ORGANISATION = field(
    None,
    description="Your hospital, hospice or surgery.",
    label="What is your organisation called?",
)
TEAM = field(None, description="Your ward, clinic or team.", label="What is your team called?")
CONTACT = field(
    None,
    description="Whom another team may ask.",
    label="Whom may another team ask?",
    heading="Ask",
)
QUICK_WIN = field(
    default=False,
    description="true if it was small, quick and needed no project.",
    label="Was it small and quick, and needed no project?",
    heading="A quick win",
)
STRATEGIC_LINKS = field(
    (),
    description="The priorities of the organisation that it serves.",
    label="Which priorities does it serve?",
    heading="It serves",
)
LANGUAGE = field(
    None,
    description="The language it is written in, by its code, where it is not the site's: cy for"
    " Welsh.",
    examples=["cy"],
    label="Which language is it in, if not in the site's?",
    heading="Language",
)
ALIASES = field(
    (),
    description="Old names of this file, so that old links work.",
    label="Old names of this file",
)
ALLOW = field(
    (),
    description="Rules that do not fit here, each with the reason.",
    label="Rules that do not fit",
)
ADAPTED = field(
    None,
    description="What you changed for your own place.",
    label="What did you change for your own place?",
    heading="What was changed",
)
