"""A record as a file of plain Markdown: a few fields that engines know, then its page in words.

Nothing here needs our plugin: charts are tables, labels are words, links lead from file to file. A
voice is in it only if its consent allows feeds: whoever takes the file publishes it anew.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

import yaml

from generator.collection.collection import url_of
from generator.exports.markdown_body import (
    Lead,
    set_address,
    set_line,
    set_meta,
    set_plain,
    write_portable,
    write_rows,
)
from generator.model import Action, Domain, Framework, Record, Story, Voice
from generator.pages.cards import list_evidence
from generator.pages.chart import make_chart
from generator.pages.data_files import data_url
from generator.pages.labels import LEVELS, METHODS, STATUS, say_date, say_effort
from generator.pages.responsive_images import list_sizes
from generator.pages.site_context import SiteContext
from generator.pages.story import say_action_dates
from generator.pages.types import Document

DOCS = "docs/"
_INVENTED = "*An invented example, written to show what a story looks like.*"


def path_in_tree(record: Record) -> str:
    """Find the file of a record in the tree, such as `docs/stories/a-quiet-room/index.md`."""
    if isinstance(record, Story):
        return f"{DOCS}stories/{record.slug}/index.md"
    if isinstance(record, Framework):
        return f"{DOCS}domains/index.md"
    return f"{DOCS}{record.kind}s/{record.slug}.md"


def write_page(address: str, fields: Mapping[str, object], parts: Iterable[str]) -> Document:
    """Write a file: its fields, and its parts one below the other."""
    told = {key: value for key, value in fields.items() if value}
    matter = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1000)
    body = "\n\n".join(part for part in parts if part)
    return Document(address, f"---\n{matter}---\n\n{body}\n")


def make_lead(record: Record, context: SiteContext) -> Lead:
    """Make what leads the links of a record: to files of the tree, or to the site it came from."""
    here = path_in_tree(record)

    def lead(target: str, is_picture: bool) -> str | None:  # noqa: FBT001 (markdown's two kinds)
        if target.startswith(("#", "http:", "https:", "mailto:", "tel:")):
            return target
        _, hash_, fragment = target.partition("#")
        if other := context.collection.record_at(record.path, target):
            return _relate(here, path_in_tree(other)) + hash_ + fragment
        asset = context.collection.asset_at(record.path, target)
        if is_picture:
            known = asset if asset and asset.kind == "picture" else None
            return (
                _relate(here, DOCS + list_sizes(known, context.collection)[-1].address)
                if known
                else None
            )
        address = context.collection.resolve(record.path, target)
        return (
            f"{context.web.join(address)}{hash_}{fragment}"
            if context.web.url and address is not None
            else None
        )

    return lead


def _relate(here: str, there: str) -> str:
    return quote(posixpath.relpath(there, posixpath.dirname(here)))


def set_link(record: Record, here: str) -> str:
    """Set a link to a record, for the file `here`."""
    title = record.title if isinstance(record, Story | Action | Domain) else ""
    return f"[{set_plain(title)}]({set_address(_relate(here, path_in_tree(record)))})"


def _quote(voices: Iterable[Voice]) -> Iterator[str]:
    for voice in voices:
        yield f"> {set_line(voice.quote)}"
        yield f"— {set_plain(voice.speaker)}"


def set_list(items: Iterable[str]) -> str:
    """Set a list of items that are Markdown already."""
    return "\n".join(f"-   {item}" for item in items)


def _say(facts: Iterable[tuple[str, str]]) -> str:
    """Say facts as a list; what they hold is Markdown already."""
    return set_list(f"**{name}:** {words}" for name, words in facts if words)


def _under(heading: str, part: str) -> str:
    return f"## {heading}\n\n{part}" if part else ""


def make_story_file(story: Story, context: SiteContext) -> Document:
    """Make the file of a story."""
    here, lead = path_in_tree(story), make_lead(story, context)
    domains, took, room = context.collection.domains_of(story), story.involvement, story.headroom
    parent = context.collection.story_by_slug.get(story.adapted_from or "")
    place = ", ".join(part for part in (story.team, story.organisation) if part)
    source = story.source
    picture = lead(story.image.file, True) if story.image else None  # noqa: FBT003
    fields = {
        "title": set_meta(story.title),
        "description": set_meta(story.summary),
        "date": story.date,
        "tags": [set_meta(domain.short) for domain in domains],
    }
    facts = (
        ("Told by", set_plain(place)),
        ("Domains", ", ".join(set_link(domain, here) for domain in domains)),
        ("Status", STATUS[story.status]),
        ("Changed on", say_date(context.collection.changed_on(story))),
        ("Evidence", " · ".join(list_evidence(context.findings.of(story).verdict))),
        (
            "Protected time (headroom)",
            f"{room.hours:g} hours a week for {room.weeks:g} weeks" if room else "",
        ),
        ("Freed by", set_plain(room.enabled_by) if room else ""),
        ("Patients’ part", LEVELS[took.level] if took else ""),
        ("Decided by", set_plain(took.decided_by or "") if took else ""),
        ("Adapted from", set_link(parent, here) if parent else ""),
        ("What was changed", set_plain(story.adapted or "")),
        ("What was wrong", set_plain(story.problem or "")),
        ("What they hoped for", set_plain(story.aim or "")),
    )
    parts = (
        f"# {set_plain(story.title)}",
        set_line(story.summary),
        _INVENTED if story.illustrative else "",
        f"Retold from [{set_plain(source.title)}]({set_address(source.url)})." if source else "",
        f"![{set_plain(story.image.alt)}]({set_address(picture)})"
        if story.image and picture
        else "",
        _say(facts),
        *_quote(context.find_voices(story)),
        write_portable(story.body.markdown, lead),
        *_tell_measures(story, context),
        _under("What was done", set_list(tell_actions(context.collection.actions_of(story), here))),
        _under(
            "How they knew",
            set_list(
                f"{METHODS[e.method]}, {e.from_}: {set_plain(e.found)}" for e in story.experience
            ),
        ),
        _under("What they learnt", set_list(set_line(lesson) for lesson in story.lessons)),
        _under("What this cannot show", set_line(story.limitations or "")),
        _under("Where it went", set_line(story.spread or "")),
        _tell_origin(story, context),
    )
    return write_page(here, fields, parts)


def _tell_origin(story: Story, context: SiteContext) -> str:
    told = f"Written {say_date(story.date)}"
    told += f", changed {say_date(story.updated)}" if story.updated else ""
    url = set_address(context.web.join(url_of(story)))
    return f"{told}. [The story as its authors keep it]({url})." if context.web.url else f"{told}."


def _tell_measures(record: Story | Action, context: SiteContext) -> Iterator[str]:
    """Tell each measure in a sentence, and its points in a table."""
    for number, measured in enumerate(context.findings.of(record).measured, 1):
        if number == 1:
            yield "## What was counted"
        chart = make_chart(measured, (), "")
        yield f"### {set_plain(chart.title)}"
        yield set_line(chart.sentence)
        yield set_line(chart.definition)
        yield f"Read by: {chart.rules}." if chart.rules else ""
        header = ["When", chart.unit or "Value", "Out of", "Signal", "Note"]
        rows = [[r.date, r.value, r.n, r.signal, r.note] for r in chart.rows]
        if rows:
            yield write_rows(
                [set_plain(cell) for cell in header],
                [[set_plain(cell) for cell in row] for row in rows],
            )
        if data := data_url(record, measured, context.collection):
            file = set_address(_relate(path_in_tree(record), DOCS + data))
            yield f"[These figures as a file]({file})"


def tell_actions(actions: Iterable[Action], here: str) -> Iterator[str]:
    """Tell each action in a line, for the file `here`."""
    for action in actions:
        when = say_action_dates(action)
        yield f"{set_link(action, here)}: {when or STATUS[action.status]}"


def make_action_file(action: Action, context: SiteContext) -> Document:
    """Make the file of an action."""
    here, story = path_in_tree(action), context.collection.story_of(action)
    domains = context.collection.domains_of(action)
    fields = {
        "title": set_meta(action.title),
        "description": set_meta(action.summary or ""),
        "date": action.made_on or action.started_on or action.planned_on or action.stopped_on,
        "tags": [set_meta(domain.short) for domain in domains],
    }
    facts = (
        ("Part of", set_link(story, here) if story else ""),
        ("Domains", ", ".join(set_link(domain, here) for domain in domains)),
        ("Status", STATUS[action.status]),
        ("When", say_action_dates(action)),
        ("By", set_plain(action.by or "")),
        ("Decided with", set_plain(action.with_ or "")),
        ("It took", say_effort(action.effort)),
    )
    parts = (
        f"# {set_plain(action.title)}",
        set_line(action.summary or ""),
        _INVENTED if story and story.illustrative else "",
        _say(facts),
        *_quote(context.find_voices(action)),
        write_portable(action.body.markdown, make_lead(action, context)),
        *_tell_measures(action, context),
    )
    return write_page(here, fields, parts)


def make_domain_file(domain: Domain, context: SiteContext) -> Document:
    """Make the file of a domain."""
    here = path_in_tree(domain)
    told = [story for story in context.collection.stories if domain.slug in story.domains]
    parts = (
        f"# {set_plain(domain.title)}",
        f"*“{set_plain(domain.statement)}”*",
        write_portable(domain.body.markdown, make_lead(domain, context)),
        _under("Stories", set_list(set_link(story, here) for story in told)),
    )
    return write_page(here, {"title": set_meta(domain.title)}, parts)
