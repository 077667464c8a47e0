"""A record in order: the sections of its page, which every other output tells in the same words.

Enters a record of a linked collection; leaves its sections, each with its heading and its items,
worked out once. An output draws each kind of section in its own way and names none of them. A plain
field that has a heading and no place here comes at the end, under that heading.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from generator.collection.collection import url_of
from generator.collection.consent import (
    HEARD,
    Heard,
    hear_story,
    sort_voices,
    voices_for,
)
from generator.collection.fared import count_trials
from generator.evidence import Measured
from generator.model import Action, Domain, Story
from generator.model.field import words_of
from generator.model.scope import Scope
from generator.pages.cards import list_evidence
from generator.pages.chart import TYPES, WAYS, link_figure, list_notes
from generator.pages.elsewhere import Place, list_places, say_fared
from generator.pages.labels import (
    INVENTED,
    LEVELS,
    METHODS,
    SIDES,
    STATUS,
    count,
    join_tellers,
    label_term,
    lower_first,
    say_date,
    say_effort,
    say_field,
    say_figure,
    say_language,
    say_month,
    say_number,
    say_total,
)
from generator.pages.postscripts import make_postscripts
from generator.pages.sections import Item, Outline, Section
from generator.pages.site_context import SiteContext


class _Sections:
    """What makes the sections of one record, each headed as its field is."""

    def __init__(self, record: Story | Action, language: str) -> None:
        self._record, self._language = record, language
        self._fields = type(record).model_fields

    def head(self, name: str, kind: str, group: str, *items: Item) -> Iterator[Section]:
        """Make a section of a field from its items, or nothing if there is none."""
        told = tuple(item for item in items if item.words)
        if told:
            path = self._fields[name].alias or name
            yield Section(path, words_of(self._fields[name]).heading, kind, group, told)

    def say(self, name: str, group: str, kind: str = "") -> Iterator[Section]:
        """Make the section of a plain field: a text under its heading, a list, or a fact."""
        value = getattr(self._record, name)
        told = say_field(self._fields[name], value)
        kind = kind or ("list" if isinstance(value, tuple) else "text")
        # A day or a sum is said in the site's own words.
        language = self._language if isinstance(value, str | tuple) else ""
        yield from self.head(name, kind, group, *(Item(each, language=language) for each in told))

    def say_rest(self, told: Iterable[Section], group: str) -> Iterator[Section]:
        """Make the sections of all fields that have a heading and are not told yet."""
        known = {section.name for section in told} | _TOLD_ELSEWHERE
        for name, made in self._fields.items():
            if (made.alias or name) not in known and words_of(made).heading:
                yield from self.say(name, group)


# Fields that sections of other names tell, and names of what may not be there.
_TOLD_ELSEWHERE = frozenset(
    {
        "voices",
        "date",
        "updated",
        "contact",
        "review_by",
        "planned_on",
        "started_on",
        "made_on",
        "stopped_on",
    }
    | {"domains", "setting", "pathway", "strategic_links", "adapted_from", "story"}
)


def outline_story(story: Story, context: SiteContext, scope: Scope = "website") -> Outline:
    """Outline a story, quoting those who agreed to be quoted in this place."""
    heard = hear_story(story, context.collection, scope, context.today)
    make = _Sections(story, story.language or "")
    told = tuple(
        chain(
            _note_story(story, make),
            _glance(story, context, make),
            _quote(heard),
            make.say("problem", "before", "fact"),
            make.say("aim", "before", "fact"),
            (Section("body", "", "body", "body"),),
            _tell_since(story, context),
            _tell_people(story, make),
            _serve(story, context, make),
            _tell_lineage(story, context, make),
            _tell_measures(story, context, make),
            _tell_actions(story, context),
            _tell_knowledge(story, make),
            make.say("lessons", "after"),
            make.say("limitations", "after"),
            make.say("spread", "after"),
            make.head("language", "text", "after", Item(say_language(story.language))),
            _tell_elsewhere(story, context, scope),
        )
    )
    rest = make.say_rest(told, "after")
    return Outline("story", (*told, *rest, *_end(story, make)))


def outline_action(action: Action, context: SiteContext, scope: Scope = "website") -> Outline:
    """Outline an action, quoting those who agreed to be quoted in this place."""
    collection = context.collection
    story, make = collection.story_of(action), _Sections(action, collection.language_of(action))
    setting = label_term(collection.setting_of(action), collection.settings)
    invented = bool(story and story.illustrative)
    told = tuple(
        chain(
            _note("illustrative", INVENTED if invented else ""),
            make.head("quick_win", "fact", "glance", *_say_quick(action)),
            make.head("story", "fact", "glance", *([_link_told(story, context)] if story else [])),
            make.head("domains", "fact", "tags", *map(_link, collection.domains_of(action))),
            make.head("setting", "fact", "glance", Item(setting)),
            make.head("status", "fact", "glance", Item(STATUS[action.status])),
            _quote(sort_voices(voices_for(action, scope, context.today))),
            (Section("body", "", "body", "body"),),
            _tell_since(action, context),
            _fact("made_on", "When", say_action_dates(action), "side"),
            make.say("by", "side", "fact"),
            make.say("with_", "side", "fact"),
            make.head("effort", "fact", "side", Item(say_effort(action.effort))),
            _serve(action, context, make),
            make.head("language", "fact", "side", Item(say_language(action.language))),
            _tell_measures(action, context, make),
            _tell_elsewhere(action, context, scope),
        )
    )
    return Outline("action", (*told, *make.say_rest(told, "after")))


def outline_record(record: Story | Action, context: SiteContext) -> Outline:
    """Outline a story or an action, as its page has it."""
    if isinstance(record, Story):
        return outline_story(record, context)
    return outline_action(record, context)


def outline_domain(domain: Domain) -> Outline:
    """Outline a domain: what a patient might say of it, and its own words."""
    statement = Item(f"“{domain.statement}”")
    return Outline(
        "domain",
        (
            Section("statement", "", "note", "opening", (statement,)),
            Section("short", f"Domain {domain.order}", "fact", "opening", (Item(domain.short),)),
            Section("body", "", "body", "body"),
        ),
    )


def _note(name: str, words: str, heading: str = "") -> Iterator[Section]:
    if words:
        yield Section(name, heading, "note", "opening", (Item(words),))


def _fact(
    name: str, heading: str, words: str, group: str, language: str | None = None
) -> Iterator[Section]:
    if words:
        yield Section(name, heading, "fact", group, (Item(words, language=language or ""),))


def _link(domain: Domain) -> Item:
    return Item(domain.title, url_of(domain))


def _link_told(record: Story | Action, context: SiteContext) -> Item:
    language = context.collection.language_of(record)
    return Item(record.title, url_of(record), language=language)


def _say_quick(record: Story | Action) -> Iterator[Item]:
    if record.quick_win:
        yield Item("It was small, and needed no project")


def _note_story(story: Story, make: _Sections) -> Iterator[Section]:
    if story.illustrative:
        yield from _note("illustrative", INVENTED)
    if source := story.source:
        day = say_date(source.published)
        item = Item(source.title, source.url, about=day)
        yield from make.head("source", "note", "opening", item)
    if story.image:
        told = (story.image.alt, story.image.credit or "")
        items = tuple(Item(words, language=story.language or "") for words in told if words)
        yield Section("image", "", "picture", "picture", items)


def _glance(story: Story, context: SiteContext, make: _Sections) -> Iterator[Section]:
    collection, shown = context.collection, context.findings.of(story)
    yield from _fact("organisation", "Told by", join_tellers(story), "byline")
    yield from make.head("domains", "fact", "tags", *map(_link, collection.domains_of(story)))
    setting = label_term(story.setting, collection.settings)
    yield from make.head("setting", "fact", "glance", Item(setting))
    pathway = label_term(story.pathway, collection.pathways)
    yield from make.head("pathway", "fact", "glance", Item(pathway))
    yield from make.head("status", "fact", "glance", Item(STATUS[story.status]))
    changed = say_month(collection.changed_on(story))
    yield from make.head("changed_on", "fact", "glance", Item(changed))
    efforts = (action.effort for action in collection.actions_of(story))
    yield from _fact("took", "It took", say_total(efforts), "glance")
    yield from make.head("quick_win", "fact", "glance", *_say_quick(story))
    told = " · ".join(list_evidence(shown.verdict))
    yield from _fact("evidence", "Evidence", told, "glance")
    yield from _fact("sides", "Voices", SIDES[shown.sides.value], "glance")


def _quote(heard: Heard) -> Iterator[Section]:
    sides = (heard.patients, heard.staff, heard.others)
    for (name, heading), voices in zip(HEARD.items(), sides, strict=True):
        if voices:
            yield Section(name, heading, "voices", "voices", voices=voices)


def say_missing(heard: Outline) -> str:
    """Say which side is not quoted, where the other is."""
    sides = {name for name in ("patients", "staff") if f"voices.{name}" in heard.by_name}
    if sides == {"patients"}:
        return "No member of staff is quoted in this story."
    return "No patient or carer is quoted in this story." if sides == {"staff"} else ""


def _tell_since(record: Story | Action, context: SiteContext) -> Iterator[Section]:
    if told := make_postscripts(record, context):
        heading = "What has happened since"
        yield Section("updates", heading, "postscripts", "since", postscripts=told)


def _tell_elsewhere(
    record: Story | Action, context: SiteContext, scope: Scope
) -> Iterator[Section]:
    """Tell how the example fared in other places, and what people said there."""
    collection = context.collection
    fared = say_fared(count_trials(record, collection))
    if not fared:
        return
    yield Section("fared", "How it fared elsewhere", "text", "elsewhere", (Item(f"{fared}."),))
    items = tuple(map(_tell_place, list_places(record, collection)))
    yield Section("adoptions", "Where it was tried", "list", "elsewhere", items)
    told = collection.adoptions_of(record)
    heard = sort_voices(v for each in told for v in voices_for(each, scope, context.today))
    for section in _quote(heard):
        name, heading = f"adoptions.{section.name}", f"{section.heading}, elsewhere"
        yield replace(section, name=name, heading=heading, group="elsewhere")


def _tell_place(place: Place) -> Item:
    """Tell a place: what came of it, then why; of one that tells it in a story, its title first."""
    if place.title:
        return Item(place.title, place.url, place.who, place.outcome, language=place.language)
    lead = f"{place.outcome}."
    told = place.language
    return Item(place.why, term=place.who, about=place.more, lead=lead, language=told)


def _tell_people(story: Story, make: _Sections) -> Iterator[Section]:
    """Tell the headroom, who took part and who decided."""
    if room := story.headroom:
        weeks = count(int(room.weeks), "week") if room.weeks == int(room.weeks) else ""
        weeks = weeks or f"{say_number(room.weeks)} weeks"
        words = f"{say_number(room.hours)} hours a week for {weeks}"
        yield from make.head("headroom", "fact", "side", Item(words))
        told = story.language
        yield from _fact("headroom.enabled_by", "Freed by", room.enabled_by, "side", told)
    if took := story.involvement:
        yield from _fact("involvement.level", "Patients’ part", LEVELS[took.level], "side")
        people = (
            count(took.patients, "patient or carer", "patients and carers")
            if took.patients
            else "",
            count(took.staff, "member of staff", "members of staff") if took.staff else "",
        )
        yield from _fact("involvement", "Took part", ", ".join(filter(None, people)), "side")
        decided, told = took.decided_by or "", story.language
        yield from _fact("involvement.decided_by", "Decided by", decided, "side", told)


def _serve(record: Story | Action, context: SiteContext, make: _Sections) -> Iterator[Section]:
    terms = context.collection.priorities
    items = (
        Item(terms[slug].label, f"priorities/{slug}/")
        for slug in record.strategic_links
        if slug in terms
    )
    yield from make.head("strategic_links", "list", "side", *items)


def _tell_lineage(story: Story, context: SiteContext, make: _Sections) -> Iterator[Section]:
    parent = context.collection.adapted_by(story)
    linked = [_link_told(parent, context)] if parent else []
    yield from make.head("adapted_from", "text", "side", *linked)
    yield from make.say("adapted", "side")
    children = context.collection.adaptations_of(story)
    home = tuple(_link_told(child, context) for child in children)
    if home:
        yield Section("children", "Taken home by", "list", "side", home)


def _tell_measures(
    record: Story | Action, context: SiteContext, make: _Sections
) -> Iterator[Section]:
    judged = enumerate(context.findings.of(record).measured)
    items = (_tell_measure(each, link_figure(record, number)) for number, each in judged)
    yield from make.head("measures", "measures", "measures", *items)


def _tell_measure(measured: Measured, url: str) -> Item:
    measure = measured.measure
    unit = f" ({measure.unit})" if measure.unit and measure.unit != "%" else ""
    about = " ".join(say_measure(measured))
    return Item(measured.sentence, url, measure.title + unit, about)


def say_measure(measured: Measured) -> Iterator[str]:
    """Say in sentences how a measure was counted, what was hoped for, and what it starts from."""
    measure = measured.measure
    yield f"{TYPES[measure.type]}."
    if measure.direction in WAYS:
        yield f"{WAYS[measure.direction]}."
    if measure.definition:
        yield measure.definition
    if measure.target is not None:
        unit = "%" if measured.comparison.series.is_percentage else None
        yield f"Hoped for: {say_figure(measure.target, unit)}."
    yield from list_notes(measure)
    if measure.says:
        yield f"The team says: {measure.says}"


def _tell_actions(story: Story, context: SiteContext) -> Iterator[Section]:
    collection = context.collection
    items = tuple(
        replace(tell_action(action), language=collection.language_of(action))
        for action in collection.actions_of(story)
    )
    if items:
        yield Section("actions", "What was done", "actions", "actions", items)


def tell_action(action: Action) -> Item:
    """Tell an action in a line: what, when, by whom and with whom, what it took, how far it is."""
    by = action.by or ""
    with_ = f"with {lower_first(action.with_)}" if action.with_ else ""
    who = ", ".join(part for part in (by, with_) if part)
    about = " · ".join(part for part in (who, say_effort(action.effort)) if part)
    dates = say_action_dates(action)
    return Item(action.title, url_of(action), dates, about, action.status)


def say_action_dates(action: Action) -> str:
    """Say when an action was planned, tried, made or stopped."""
    days = (
        ("planned", action.planned_on),
        ("begun", action.started_on),
        ("made", action.made_on),
        ("stopped", action.stopped_on),
    )
    told = ", ".join(f"{word} {say_date(day)}" for word, day in days if day)
    return told[:1].upper() + told[1:]


def _tell_knowledge(story: Story, make: _Sections) -> Iterator[Section]:
    """Tell how the team knew what care is like."""
    found = (
        Item(
            each.found,
            term=_say_method(each.method, each.people, each.from_),
            language=story.language or "",
        )
        for each in story.experience
    )
    yield from make.head("experience", "list", "knowledge", *found)
    moments = (
        Item(", ".join(each.feelings), term=each.moment, language=story.language or "")
        for each in story.touchpoints
    )
    yield from make.head("touchpoints", "list", "knowledge", *moments)


def _say_method(method: str, people: int | None, side: str) -> str:
    if people:
        one = "member of staff" if side == "staff" else side.removesuffix("s")
        side = count(people, one, side)
    return f"{METHODS[method]}, {side}"


def _end(story: Story, make: _Sections) -> Iterator[Section]:
    if contact := story.contact:
        mail = f"mailto:{contact.email}" if contact.email else ""
        rest = (value for name, value in contact if name not in {"name", "email"} and value)
        told = (Item(contact.name or contact.email or "", mail), *map(Item, rest))
        yield from make.head("contact", "fact", "ending", *told)
    days = (("Written", story.date), ("changed", story.updated))
    dated = ", ".join(f"{word} {say_date(day)}" for word, day in days if day)
    yield Section("date", "", "note", "ending", (Item(dated),))
    yield from make.head("review_by", "fact", "ending", Item(say_month(story.review_by)))
