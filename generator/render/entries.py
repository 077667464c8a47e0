"""What the search index knows of each page: its words, its filters, and what a result shows.

Filters hold slugs, so that addresses stay short; pages know the labels. Words that people use for a
setting or a pathway are added, so that “A&E” finds the emergency department.
"""

import re
from dataclasses import replace

from generator.collection import Collection, address_of
from generator.findings import Findings
from generator.records import Action, Story, Term
from generator.render.cards import Card
from generator.render.overview import Overview
from generator.render.prose import render_prose
from generator.render.values import Entry


def list_entries(
    collection: Collection, findings: Findings, overview: Overview
) -> tuple[Entry, ...]:
    """List an entry for each story, action and domain; those of domains have their words."""
    stories = zip(collection.stories, overview.stories, strict=True)
    actions = zip(collection.actions, overview.actions, strict=True)
    entries = [_make_story(story, card, findings) for story, card in stories]
    entries += (_make_action(action, card) for action, card in actions)
    for view in overview.domains:
        address = address_of(view.domain)
        entries.append(
            Entry(
                address,
                "domain",
                view.domain.title,
                view.domain.statement,
                render_prose(view.domain, address, collection),
                filters={"kind": ("domain",)},
                meta={"kind": "Domain", "number": str(view.tag.number)},
            )
        )
    return tuple(entries)


def make_story_entry(
    story: Story, card: Card, html: str, collection: Collection, findings: Findings
) -> Entry:
    """Make the entry of a story with its words; `html` is its body."""
    voices = " ".join(voice.quote for voice in story.voices)
    measures = " ".join(measure.title for measure in story.measures)
    told = (story.problem, story.aim, voices, measures, *story.lessons, story.organisation)
    also = " ".join(filter(None, (*told, *_other_words(story, collection))))
    return replace(_make_story(story, card, findings), html=html, also=also)


def make_action_entry(action: Action, card: Card, html: str, collection: Collection) -> Entry:
    """Make the entry of an action with its words; `html` is its body."""
    voices = " ".join(voice.quote for voice in action.voices)
    also = " ".join(filter(None, (voices, action.by, *_other_words(action, collection))))
    return replace(_make_action(action, card), html=html, also=also)


def _make_story(story: Story, card: Card, findings: Findings) -> Entry:
    shown = findings.of(story)
    return Entry(
        card.url,
        "story",
        card.title,
        card.summary,
        filters={
            "kind": ("story",),
            "domain": story.domains,
            "setting": _one(story.setting),
            "pathway": _one(story.pathway),
            "evidence": (shown.evidence.value,),
            "voices": (name_side(shown.sides.value),),
            "status": (story.status,),
            "quick": ("yes",) if story.quick_win else (),
            "priority": story.strategic_links,
            "year": (str(story.date.year),),
        },
        meta=_describe(card, "Story"),
        order={"date": story.date.toordinal()},
    )


def _make_action(action: Action, card: Card) -> Entry:
    kind = "quick win" if action.quick_win else "action"
    return Entry(
        card.url,
        kind,
        card.title,
        card.summary,
        filters={"kind": ("action",), "status": (action.status,)},
        meta=_describe(card, kind.capitalize()),
        order={"date": card.date.toordinal() if card.date else 0},
    )


def name_side(side: str) -> str:
    """Name a voices label as addresses do: `both`, `patients`, `staff`, `none`."""
    return {"both sides": "both", "no voices yet": "none"}.get(side, side.split(maxsplit=1)[0])


def _one(slug: str | None) -> tuple[str, ...]:
    return (slug,) if slug else ()


def _describe(card: Card, kind: str) -> dict[str, str]:
    """Describe what a result shows; empty values are left out."""
    meta = {
        "kind": kind,
        "summary": card.summary,
        "domains": " · ".join(tag.label for tag in card.tags),
        "number": str(card.tags[0].number) if card.tags else "0",
        "setting": card.setting,
        "status": card.status,
        "status_label": card.status_label,
        "evidence": card.evidence,
        "evidence_label": card.evidence_label,
        "sides_label": card.sides_label,
        "picture": card.picture.small if card.picture else "",
    }
    return {key: value for key, value in meta.items() if value}


def _other_words(record: Story | Action, collection: Collection) -> tuple[str, ...]:
    """Find the labels and other names of a record's setting and pathway."""
    vocabulary = collection.vocabulary
    if vocabulary is None:
        return ()
    terms: list[Term | None] = [vocabulary.settings.get(collection.setting_of(record) or "")]
    if isinstance(record, Story):
        terms.append(vocabulary.pathways.get(record.pathway or ""))
    return tuple(" ".join((term.label, *term.aliases)) for term in terms if term)


def straighten(text: str) -> str:
    """Straighten curly apostrophes, so that both ways of typing one find the same word."""
    return re.sub("[\u2018\u2019\u02bc]", "'", text)
