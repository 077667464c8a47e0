"""A record as a file of plain Markdown: a few fields that engines know, then its page in words.

Nothing here needs our plugin: charts are tables, labels are words, links lead from file to file. A
voice is in it only if its consent allows feeds: whoever takes the file publishes it anew.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from urllib.parse import quote

import yaml

from generator.collection.collection import FOLDERS, date_of, url_of
from generator.exports.markdown_body import (
    Lead,
    guard,
    set_address,
    set_line,
    set_meta,
    set_plain,
    write_portable,
    write_rows,
)
from generator.model import Action, Domain, Framework, Record, Story
from generator.pages.chart import link_figure, make_chart
from generator.pages.data_files import data_url
from generator.pages.labels import say_end, say_language
from generator.pages.outline import (
    outline_action,
    outline_domain,
    outline_story,
    say_measure,
    tell_action,
)
from generator.pages.postscripts import Postscript
from generator.pages.responsive_images import list_sizes
from generator.pages.sections import Item, Outline, Section
from generator.pages.site_context import SiteContext
from generator.pages.types import Document

DOCS = "docs/"
_FILES = {
    "stories": DOCS + "stories/{slug}/index.md",
    "actions": DOCS + "actions/{slug}.md",
    "domains": DOCS + "domains/{slug}.md",
}


def path_in_tree(record: Record) -> str:
    """Find the file of a record in the tree, such as `docs/stories/a-quiet-room/index.md`."""
    if isinstance(record, Framework):
        return f"{DOCS}domains/index.md"
    return _FILES[FOLDERS[record.kind]].format(slug=record.slug)


def write_page(address: str, fields: Mapping[str, object], parts: Iterable[str]) -> Document:
    """Write a file: its fields, and its parts one below the other."""
    told = {key: value for key, value in fields.items() if value}
    matter = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1000)
    body = "\n\n".join(part for part in parts if part)
    return Document(address, f"---\n{matter}---\n\n{body}\n")


def make_lead(record: Record, context: SiteContext, here: str = "") -> Lead:
    """Make what leads the links of a record: to files of the tree, or to the site it came from.

    `here` is the file of the tree in which its words stand, if that is not its own.
    """
    here = here or path_in_tree(record)

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


def set_list(items: Iterable[str]) -> str:
    """Set a list of items that are Markdown already."""
    return "\n".join(f"-   {item}" for item in items)


class _Drawer:
    """What draws the sections of one record, in the file that is its own."""

    def __init__(self, record: Record, context: SiteContext) -> None:
        self._record, self._context = record, context
        self._here, self._lead = path_in_tree(record), make_lead(record, context)

    def draw(self, outline: Outline) -> Iterator[str]:
        """Draw what the file tells; facts that follow one another are one list."""
        sections = outline.told_in("markdown")
        for is_fact, run in groupby(sections, lambda section: section.kind == "fact"):
            drawn = [part for section in run for part in self._draw(section) if part]
            yield from ["\n".join(drawn)] if is_fact else drawn

    def _draw(self, section: Section) -> Iterator[str]:
        items = [self._set_item(item) for item in section.items]
        heading = f"## {section.heading}" if section.heading else ""
        match section.kind:
            case "picture":
                yield from self._draw_picture(items)
            case "note":
                yield f"*{f'{section.heading}: ' if section.heading else ''}{', '.join(items)}*"
            case "fact":
                yield f"-   **{section.heading}:** {', '.join(items)}"
            case "voices":
                yield from (heading, *_draw_voices(section))
            case "body":
                yield write_portable(self._record.body.markdown, self._lead)
            case "postscripts":
                yield from (heading, *map(self._draw_postscript, section.postscripts))
            case "measures" if isinstance(self._record, Story | Action):
                yield heading
                yield from _tell_measures(self._record, self._context)
            case "text":
                yield from (heading, *map(guard, items))
            case _:
                yield from (heading, set_list(items))

    def _draw_postscript(self, told: Postscript) -> str:
        facts = set_list(map(set_plain, told.facts)) if told.facts else ""
        lead = make_lead(told.update, self._context, self._here)
        words = write_portable(told.update.body.markdown, lead)
        return "\n\n".join(filter(None, (f"### {set_plain(told.day)}", facts, words)))

    def _draw_picture(self, items: list[str]) -> Iterator[str]:
        image = self._record.image if isinstance(self._record, Story) else None
        if image and (picture := self._lead(image.file, True)):  # noqa: FBT003 (a picture)
            yield f"![{items[0]}]({set_address(picture)})"
            yield from items[1:]

    def _set_item(self, item: Item) -> str:
        return set_item(item, self._here)


def _draw_voices(section: Section) -> Iterator[str]:
    for voice in section.voices:
        yield f"> {set_line(voice.words)}"
        about = ", ".join(filter(None, (say_language(voice.language), say_end(voice.ends_on))))
        yield f"— {set_plain(voice.speaker)} ({about})"


def set_item(item: Item, here: str) -> str:
    """Set one thing that a section says, for the file `here`."""
    words = set_plain(f"{item.lead} {item.words}" if item.lead else item.words)
    if address := _find_address(item.url, here):
        words = f"[{words}]({set_address(address)})"
    term = f"{set_plain(item.term)}: " if item.term and not item.status else ""
    about = (item.term, item.about, item.status) if item.status else (item.about,)
    after = " · ".join(set_plain(part) for part in about if part)
    return f"{term}{words}{': ' if after and item.status else ', ' if after else ''}{after}"


def _find_address(url: str, here: str) -> str:
    """Find where a link leads: to a file of the tree, to a whole address, or nowhere."""
    if ":" in url:
        return url
    folder, _, slug = url.strip("/").partition("/")
    path = _FILES.get(folder, "").format(slug=slug)
    return _relate(here, path) if path else ""


def make_story_file(story: Story, context: SiteContext) -> Document:
    """Make the file of a story."""
    fields = {
        "title": set_meta(story.title),
        "description": set_meta(story.summary),
        "date": story.date,
        "tags": [set_meta(domain.short) for domain in context.collection.domains_of(story)],
        "aliases": list(story.aliases),
    }
    parts = (
        f"# {set_plain(story.title)}",
        set_line(story.summary),
        *_Drawer(story, context).draw(outline_story(story, context, "feeds")),
        _tell_origin(story, context),
    )
    return write_page(path_in_tree(story), fields, parts)


def _tell_origin(story: Story, context: SiteContext) -> str:
    url = set_address(context.web.join(url_of(story)))
    return f"[The story as its authors keep it]({url})." if context.web.url else ""


def _tell_measures(record: Story | Action, context: SiteContext) -> Iterator[str]:
    """Tell each measure in a sentence, and its points in a table."""
    for number, measured in enumerate(context.findings.of(record).measured):
        chart = make_chart(measured, (), "")
        yield f"### {set_plain(chart.title)}"
        yield set_line(chart.sentence)
        yield set_line(" ".join(say_measure(measured)))
        yield f"{chart.type}. Read by: {chart.rules}." if chart.rules else chart.type
        header = ["When", chart.unit or "Value", chart.out_of or "Out of", "Signal", "Note"]
        rows = [[r.date, r.value, r.n, r.signal, r.note] for r in chart.rows]
        if rows:
            yield write_rows(
                [set_plain(cell) for cell in header],
                [[set_plain(cell) for cell in row] for row in rows],
            )
        if data := data_url(record, measured, context.collection):
            file = set_address(_relate(path_in_tree(record), DOCS + data))
            yield f"[These figures as a file]({file})"
        if context.web.url:
            address = set_address(context.web.join(link_figure(record, number)))
            yield f"[The chart on the site]({address})"


def list_actions(actions: Iterable[Action], here: str) -> Iterator[str]:
    """List actions, each in a line, for the file `here`."""
    return (set_item(tell_action(action), here) for action in actions)


def make_action_file(action: Action, context: SiteContext) -> Document:
    """Make the file of an action."""
    fields = {
        "title": set_meta(action.title),
        "description": set_meta(action.summary or ""),
        "date": date_of(action),
        "tags": [set_meta(domain.short) for domain in context.collection.domains_of(action)],
        "aliases": list(action.aliases),
    }
    parts = (
        f"# {set_plain(action.title)}",
        set_line(action.summary or ""),
        *_Drawer(action, context).draw(outline_action(action, context, "feeds")),
    )
    return write_page(path_in_tree(action), fields, parts)


def make_domain_file(domain: Domain, context: SiteContext) -> Document:
    """Make the file of a domain."""
    here = path_in_tree(domain)
    told = [story for story in context.collection.stories if domain.slug in story.domains]
    parts = (
        f"# {set_plain(domain.title)}",
        *_Drawer(domain, context).draw(outline_domain(domain)),
        *(("## Stories", set_list(set_link(story, here) for story in told)) if told else ()),
    )
    return write_page(here, {"title": set_meta(domain.title)}, parts)
