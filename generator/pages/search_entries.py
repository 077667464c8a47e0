"""What the search index knows of each page: its words, its filters, and what a result shows.

Filters hold slugs, so that addresses stay short; pages know the labels. Words that people use for a
setting or a pathway are added, so that “A&E” finds the emergency department.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from typing import NamedTuple

from generator.collection.collection import Collection, date_of, url_of
from generator.collection.consent import Quotation
from generator.collection.field_outputs import FIELD_OUTPUTS
from generator.collection.story_evidence import Findings
from generator.model import Action, Story
from generator.pages.cards import Card, find_worse
from generator.pages.labels import say_language
from generator.pages.markdown_html import render_markdown
from generator.pages.sections import Outline
from generator.pages.site_context import SiteContext
from generator.pages.types import SearchEntry

CHARTED = 10  # points from which on a measure is drawn with the rules of a chart
# How much an action took, at most: pounds, and hours of all people together.
COSTS = {"nothing": 0, "50": 50, "500": 500, "more": float("inf")}
HOURS = {"1": 1, "8": 8, "40": 40, "more": float("inf")}
# What an entry has beside its other words: what was wrong, and the names of its place.
_WEIGHED = frozenset({"problem", "domains", "setting", "pathway"})


def list_entries(collection: Collection, findings: Findings) -> tuple[SearchEntry, ...]:
    """List an entry for each story, action and domain.

    Those of domains have their words; those of records have only what they are sorted and narrowed
    by, for whatever else is told of them goes with their words.
    """
    entries = [_make_story(story, findings) for story in collection.stories]
    entries += (_make_action(action, collection) for action in collection.actions)
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
    since = _tell_since(outline, card, context)
    return replace(
        _make_story(story, context.findings),
        html=html + since.html,
        spoken=since.spoken,
        wrong=story.problem or "",
        place=_name_place(story, context.collection),
        also=" ".join((*list_words(outline), *story.aliases)),
        meta=_describe(card, "Story", story.setting),
    )


def make_action_entry(
    action: Action, outline: Outline, card: Card, html: str, context: SiteContext
) -> SearchEntry:
    """Make the entry of an action with its words; `html` is its body."""
    entry = _make_action(action, context.collection)
    since = _tell_since(outline, card, context)
    return replace(
        entry,
        html=html + since.html,
        spoken=since.spoken,
        place=_name_place(action, context.collection),
        also=" ".join((*list_words(outline), *action.aliases)),
        meta=_describe(card, entry.kind.capitalize(), context.collection.setting_of(action)),
    )


class _Since(NamedTuple):
    """What is added to a page's own words: as HTML, and what of it is in another language."""

    html: str
    spoken: tuple[tuple[str, str], ...]


def _tell_since(outline: Outline, card: Card, context: SiteContext) -> _Since:
    """Tell what has happened since, and elsewhere."""
    own = card.language or context.web.language
    told = list(_list_since(outline))
    named = ((html, language or context.web.language) for html, language in told)
    return _Since(
        "".join(html for html, _ in told),
        tuple((html, language) for html, language in named if language != own),
    )


def _list_since(outline: Outline) -> Iterator[tuple[str, str]]:
    """List the words of what has happened since, and elsewhere, each with its language."""
    for section in outline.sections:
        for each in section.postscripts:
            yield f"<p>{escape('. '.join((each.day, *each.facts)))}</p>", ""
            yield each.html, each.language
    for section in outline.sections:
        if section.group == "elsewhere":
            for item in section.items:
                yield f"<p>{escape(item.plain)}</p>", item.language
            for voice in section.voices:
                yield f"<p>{escape(_say_voice(voice))}</p>", voice.language


def list_words(outline: Outline) -> Iterator[str]:
    """List the words by which a record is found, but for those that have a weight of their own."""
    for section in outline.told_in("search"):
        if section.field in FIELD_OUTPUTS[outline.kind] and section.field not in _WEIGHED:
            yield from (item.plain for item in section.items)
            yield from (item.url.removeprefix("mailto:") for item in section.items if item.is_away)
            yield from map(_say_voice, section.voices)


def _say_voice(voice: Quotation) -> str:
    """Say what is searched of a quotation: its words, in what part and in which language."""
    told = (voice.words, voice.role, say_language(voice.language))
    return " ".join(part for part in told if part)


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
            "worse": _one(find_worse(shown.verdict)),
            "voices": (name_side(shown.sides.value),),
            "status": (story.status,),
            "quick": ("yes",) if story.quick_win else (),
            "priority": story.strategic_links,
            "year": (str(story.date.year),),
            "measure": ("chart",) if any(len(m.points) >= CHARTED for m in story.measures) else (),
        },
        order={"date": story.date.toordinal()},
    )


def _make_action(action: Action, collection: Collection) -> SearchEntry:
    date = date_of(action)
    story = collection.story_of(action)
    return SearchEntry(
        url_of(action),
        "quick win" if action.quick_win else "action",
        action.title,
        action.summary or "",
        filters={
            "kind": ("action",),
            "domain": tuple(domain.slug for domain in collection.domains_of(action)),
            "setting": _one(collection.setting_of(action)),
            "cost": _rank(action.effort.cost if action.effort else None, COSTS),
            "hours": _rank(action.effort.hours if action.effort else None, HOURS),
            "status": (action.status,),
            "quick": ("yes",) if action.quick_win else (),
            "priority": action.strategic_links,
        },
        order={"date": date.toordinal() if date else 0},
        story=url_of(story) if story else "",
    )


def _rank(amount: float | None, ranks: Mapping[str, float]) -> tuple[str, ...]:
    """Name the first rank that an amount does not pass."""
    if amount is None:
        return ()
    return next(((name,) for name, most in ranks.items() if amount <= most), ())


def name_side(side: str) -> str:
    """Name a voices label as addresses do: `both`, `patients`, `staff`, `none`."""
    return {"both sides": "both", "no voices yet": "none"}.get(side, side.split(maxsplit=1)[0])


def _one(slug: str | None) -> tuple[str, ...]:
    return (slug,) if slug else ()


def _describe(card: Card, kind: str, setting: str | None) -> dict[str, str]:
    """Describe what a result shows; empty values are left out."""
    meta = {
        "kind": kind,
        "summary": card.summary,
        "domain": card.tags[0].slug if card.tags else "",
        "domains": " · ".join(tag.label for tag in card.tags),
        "number": str(card.tags[0].number) if card.tags else "0",
        "setting": card.setting,
        "place": setting or "",
        "status": card.status,
        "status_label": card.status_label,
        "evidence": card.evidence,
        "evidence_label": card.evidence_label,
        "effort": card.effort,
        "when": card.when,
        "from": f"from {card.story}" if card.story else "a quick win" if card.quick_win else "",
        "worse": card.worse,
        "worse_label": card.worse_label,
        "figures": "\n".join(f"{title}: {words}" for title, words in card.figures),
        "sides_label": card.sides_label,
        "language": card.language,
        "picture": card.picture.small if card.picture else "",
    }
    return {key: value for key, value in meta.items() if value}


def _name_place(record: Story | Action, collection: Collection) -> str:
    """Name a record's domains, setting and pathway, with all other names of these."""
    words = [f"{d.title} {d.statement}" for d in collection.domains_of(record)]
    terms = [collection.settings.get(collection.setting_of(record) or "")]
    if isinstance(record, Story):
        terms.append(collection.pathways.get(record.pathway or ""))
    words += (" ".join((term.label, *term.aliases)) for term in terms if term)
    return ". ".join(words)
