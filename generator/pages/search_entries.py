"""What the search index knows of each page: its words, its filters, and what a result shows.

Filters hold slugs, so that addresses stay short; pages know the labels. Words that people use for a
setting or a pathway are added, so that “A&E” finds the emergency department.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.collection.collection import Collection, date_of, url_of
from generator.collection.field_outputs import FIELD_OUTPUTS
from generator.collection.story_evidence import Findings
from generator.model import Action, Story, Term
from generator.pages.cards import Card
from generator.pages.markdown_html import render_markdown
from generator.pages.outline import Outline
from generator.pages.site_context import SiteContext
from generator.pages.types import SearchEntry


def list_entries(collection: Collection, findings: Findings) -> tuple[SearchEntry, ...]:
    """List an entry for each story, action and domain.

    Those of domains have their words; those of records have only what they are sorted and narrowed
    by, for whatever else is told of them goes with their words.
    """
    entries = [_make_story(story, findings) for story in collection.stories]
    entries += (_make_action(action) for action in collection.actions)
    for domain in collection.domains:
        address = url_of(domain)
        entries.append(
            SearchEntry(
                address,
                "domain",
                domain.title,
                domain.statement,
                render_markdown(domain, address, collection),
                also=domain.short,
                filters={"kind": ("domain",)},
                meta={"kind": "Domain", "number": str(domain.order)},
            )
        )
    return tuple(entries)


def make_story_entry(
    story: Story, outline: Outline, card: Card, html: str, context: SiteContext
) -> SearchEntry:
    """Make the entry of a story with its words; `html` is its body."""
    also = " ".join(
        (*list_words(outline), *_other_words(story, context.collection), *story.aliases)
    )
    meta = _describe(card, "Story")
    return replace(_make_story(story, context.findings), html=html, also=also, meta=meta)


def make_action_entry(
    action: Action, outline: Outline, card: Card, html: str, context: SiteContext
) -> SearchEntry:
    """Make the entry of an action with its words; `html` is its body."""
    also = " ".join(
        (*list_words(outline), *_other_words(action, context.collection), *action.aliases)
    )
    entry = _make_action(action)
    return replace(entry, html=html, also=also, meta=_describe(card, entry.kind.capitalize()))


def list_words(outline: Outline) -> Iterator[str]:
    """List the words of all fields by which a record is found, but for its title and its body."""
    for section in outline.told_in("search"):
        if section.field in FIELD_OUTPUTS[outline.kind]:
            yield from (item.plain for item in section.items)
            yield from (item.url.removeprefix("mailto:") for item in section.items if item.is_away)
            yield from (f"{voice.words} {voice.role}" for voice in section.voices)


def _make_story(story: Story, findings: Findings) -> SearchEntry:
    shown = findings.of(story)
    return SearchEntry(
        url_of(story),
        "story",
        story.title,
        story.summary,
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
        order={"date": story.date.toordinal()},
    )


def _make_action(action: Action) -> SearchEntry:
    date = date_of(action)
    return SearchEntry(
        url_of(action),
        "quick win" if action.quick_win else "action",
        action.title,
        action.summary or "",
        filters={"kind": ("action",), "status": (action.status,)},
        order={"date": date.toordinal() if date else 0},
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
