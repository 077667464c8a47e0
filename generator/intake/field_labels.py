"""What each field is called when a person is asked for it, in plain words: said here, once.

The keys are the paths of fields as the field table has them; a group that several kinds of record
share, such as `voices.quote`, stands once. What a field means in full is its description in
`generator/model/`, and never repeated here.
"""

from collections.abc import Mapping

SHARED: Mapping[str, str] = {
    "aliases": "Old names of this file",
    "allow": "Rules that do not fit",
    "allow.because": "Why it does not fit",
    "allow.rule": "Which rule",
    "measures": "What did you count, before and after?",
    "measures.baseline": "Which days are the baseline?",
    "measures.baseline.from": "First day of the baseline",
    "measures.baseline.to": "Last day of the baseline",
    "measures.definition": "How was it counted?",
    "measures.direction": "Which way is better?",
    "measures.file": "Data file beside the story",
    "measures.points": "The data",
    "measures.points.date": "Date",
    "measures.points.n": "Counted from how many",
    "measures.points.note": "Anything unusual",
    "measures.points.value": "Value",
    "measures.rebase": "Where does a new baseline begin?",
    "measures.rebase.date": "First day of the new baseline",
    "measures.rebase.reason": "Why a new baseline",
    "measures.says": "What do the data show, in one sentence?",
    "measures.target": "What value did you hope for?",
    "measures.title": "What was counted?",
    "measures.type": "What kind of measure is it?",
    "measures.unit": "In what unit?",
    "quick_win": "Was it small and quick, and needed no project?",
    "strategic_links": "Which priorities does it serve?",
    "voices": "What did people say?",
    "voices.consent": "What did they agree to?",
    "voices.consent.expires": "When does the consent end?",
    "voices.consent.given": "When did they agree?",
    "voices.consent.reference": "Number of the consent form in your own files",
    "voices.consent.review": "When will you ask them again?",
    "voices.consent.scope": "Where may it be shown?",
    "voices.consent.withdrawn": "Did they withdraw, and when?",
    "voices.identity": "How far does the name give away who they are?",
    "voices.quote": "What did they say?",
    "voices.role": "Who is speaking?",
    "voices.said_by": "How are they to be named?",
}

STORY: Mapping[str, str] = {
    "title": "What is the title of your story?",
    "summary": "What did you change, and for whom?",
    "date": "When did you write this?",
    "updated": "When was it last changed?",
    "domains": "What is it about?",
    "setting": "Where did it happen?",
    "pathway": "Which condition or path of care?",
    "organisation": "What is your organisation called?",
    "team": "What is your team called?",
    "contact": "Whom may another team ask?",
    "contact.name": "Name of the person or the team",
    "contact.role": "What they do",
    "contact.email": "Work e-mail address that may be published",
    "status": "How far has it come?",
    "changed_on": "Since when is it done this way?",
    "problem": "What was wrong, and for whom?",
    "aim": "What did you hope for?",
    "headroom": "What time was freed for it?",
    "headroom.hours": "Hours a week",
    "headroom.weeks": "For how many weeks",
    "headroom.enabled_by": "Who freed the time, and how",
    "involvement": "Who took part, and who decided?",
    "involvement.level": "How far did patients shape it?",
    "involvement.patients": "How many patients and carers took part?",
    "involvement.staff": "How many members of staff took part?",
    "involvement.decided_by": "Who made the decision?",
    "experience": "How did you learn what care was like?",
    "experience.method": "How did you learn it?",
    "experience.from": "Whose experience is it?",
    "experience.people": "From how many people?",
    "experience.found": "What did you find?",
    "touchpoints": "Which moments mattered, and how did they feel?",
    "touchpoints.moment": "The moment",
    "touchpoints.feelings": "How people felt",
    "spread": "Where has it gone since?",
    "adapted_from": "Whose example did you take home?",
    "adapted": "What did you change for your own place?",
    "limitations": "What can the story not show?",
    "lessons": "What did you learn?",
    "source": "Where were the facts published?",
    "source.title": "Title of the publication",
    "source.url": "Its web address",
    "source.published": "Day of publication",
    "illustrative": "Is it an invented example?",
    "image": "Which picture goes at the top?",
    "image.file": "Name of the picture file",
    "image.alt": "What the picture shows",
    "image.credit": "Who made the picture",
    "review_by": "When is it to be looked at again?",
}

ACTION: Mapping[str, str] = {
    "title": "What did you do?",
    "summary": "What is it in a sentence or two?",
    "story": "Which story does it belong to?",
    "domains": "What is it about?",
    "setting": "Where was it done?",
    "status": "How far has it come?",
    "planned_on": "When did you agree to do it?",
    "started_on": "When did you begin to try it?",
    "made_on": "Since when is it the way things are done?",
    "stopped_on": "When did you stop?",
    "by": "Who did it?",
    "with": "Who was it decided with?",
    "effort": "What did it take?",
    "effort.hours": "Hours of work",
    "effort.cost": "Cost in pounds",
}

DOMAIN: Mapping[str, str] = {
    "title": "What is the domain called?",
    "statement": "What would a patient say of it?",
    "order": "What is its place in the framework?",
    "short": "What is it called in a word or two?",
}

LABELS: Mapping[str, Mapping[str, str]] = {
    "story": {**SHARED, **STORY},
    "action": {**SHARED, **ACTION},
    "domain": DOMAIN,
}

# How one value of a field is told to a person, where its name in files says too little.
CHOICES: Mapping[str, Mapping[str, str]] = {
    "status": {
        "planned": "planned: agreed, not begun",
        "testing": "testing: being tried",
        "made": "made: it is how things are done now",
        "sustained": "sustained: still so a year later",
        "stopped": "stopped: it did not work or did not last",
    },
    "involvement.level": {
        "informing": "informing: patients were told",
        "consultation": "consultation: patients were asked",
        "engagement": "engagement: patients were part of the talks",
        "co-design": "co-design: patients shaped it with us",
        "co-production": "co-production: patients decided with us",
    },
    "experience.method": {
        "observation": "observation: we watched",
        "interview": "interview: we talked with them",
        "survey": "survey: we asked with a form",
        "diary": "diary: they wrote it down",
        "workshop": "workshop: we met",
        "feedback": "feedback: they told us unasked",
    },
    "voices.role": {
        "patient": "a patient",
        "carer": "a carer",
        "staff": "a member of staff",
        "volunteer": "a volunteer",
        "other": "somebody else",
    },
    "voices.identity": {
        "named": "named: full name",
        "first-name": "first name only",
        "pseudonym": "pseudonym: another name",
        "anonymous": "anonymous: no name",
    },
    "voices.consent.scope": {
        "website": "on this website",
        "feeds": "in news feeds",
        "social": "on social media",
        "print": "on paper",
    },
    "measures.type": {
        "outcome": "outcome: what patients or staff feel",
        "process": "process: whether the change is being done",
        "balancing": "balancing: what might have got worse",
    },
    "measures.direction": {
        "increase": "increase: more is better",
        "decrease": "decrease: less is better",
        "neutral": "neutral: neither is better",
    },
}

# The text below the fields, as questions: its name, the question, and the heading it stands under.
BODIES: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "story": (
        ("body.before", "What was it like before?", "What it was like"),
        ("body.done", "What did you do, and what happened?", "What we did"),
        ("body.after", "What is it like now?", "What it is like now"),
        ("body.failed", "What did not work?", "What did not work"),
    ),
    "action": (("body.done", "What was done, and what happened?", "What we did"),),
    "domain": (("body.done", "What does it look like, in a small example?", "An example"),),
}
