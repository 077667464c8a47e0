"""The records linked: actions to stories, what is inherited, lineage, and where links lead."""

import datetime as dt

import pytest

from generator.collection.collection import url_of, url_of_page
from generator.collection.link import link
from generator.load.referenced_files import follow_link
from generator.model import Action, Adoption, Domain, Origin, Story
from generator.model.base import Asset, Unread

ROOM = "stories/2026/a-quiet-room"


def make_origin(path: str) -> Origin:
    parts = path.split("/")
    slug = parts[-2] if parts[-1] == "index.md" else parts[-1].removesuffix(".md")
    return Origin(path, slug, "/".join(parts[:-1]))


def make_story(path: str, **fields: object) -> Story:
    fields = {
        "title": "The screen that both can see",
        "summary": "In our clinic the screen faced the nurse. We turned it round.",
        "date": "2026-04-01",
        "domains": ["privacy"],
        "status": "made",
    } | fields
    return Story.model_validate(fields, context=make_origin(path))


def make_action(path: str, **fields: object) -> Action:
    fields = {"title": "Turned the screen round", "status": "made"} | fields
    return Action.model_validate(fields, context=make_origin(path))


def make_adoption(name: str, of: str, **fields: object) -> Adoption:
    fields = {"of": of, "date": "2026-05-01", "outcome": "kept", "why": "It works."} | fields
    return Adoption.model_validate(fields, context=make_origin(f"stories/adoptions/{name}.md"))


def make_domain(slug: str, order: int) -> Domain:
    fields = {"title": slug.title(), "statement": "I am", "order": order, "short": slug}
    return Domain.model_validate(fields, context=make_origin(f"domains/{slug}.md"))


DOMAINS = (make_domain("privacy", 2), make_domain("naming", 1))


def test_an_action_in_a_story_s_folder_belongs_to_the_story():
    story = make_story(f"{ROOM}/index.md")
    action = make_action(f"{ROOM}/actions/move-the-desk.md")
    known = link([story], [action])
    assert known.story_of(action) is story
    assert known.actions_of(story) == (action,)


def test_an_action_elsewhere_belongs_to_the_story_that_it_names():
    story = make_story(f"{ROOM}/index.md")
    action = make_action("stories/actions/the-desk.md", story="a-quiet-room")
    assert link([story], [action]).actions_of(story) == (action,)


def test_the_story_that_an_action_names_counts_for_more_than_its_folder():
    room, other = make_story(f"{ROOM}/index.md"), make_story("stories/other.md")
    action = make_action(f"{ROOM}/actions/move-the-desk.md", story="other")
    known = link([room, other], [action])
    assert known.story_of(action) is other
    assert known.actions_of(room) == ()


@pytest.mark.parametrize(
    "path",
    [
        "stories/actions/alone.md",
        "stories/2026/actions/alone.md",
        "stories/2026/a-quiet-room-too/actions/alone.md",
    ],
)
def test_an_action_of_no_story_stands_alone(path):
    action = make_action(path)
    known = link([make_story(f"{ROOM}/index.md"), make_story("stories/2026/x.md")], [action])
    assert known.story_slug_of(action) is None
    assert known.story_of(action) is None


def test_an_action_of_a_story_that_cannot_be_read_does_not_stand_alone():
    action = make_action(f"{ROOM}/actions/move-the-desk.md")
    unread = [Unread("story", "a-quiet-room", f"{ROOM}/index.md")]
    known = link(actions=[action], unread=unread)
    assert known.story_slug_of(action) == "a-quiet-room"
    assert known.story_of(action) is None
    assert known.knows("story", "a-quiet-room")
    assert not known.knows("domain", "a-quiet-room")


def test_an_action_inherits_the_domains_and_the_setting_of_its_story():
    story = make_story(f"{ROOM}/index.md", domains=["privacy", "naming"], setting="ward")
    action = make_action(f"{ROOM}/actions/a.md")
    known = link([story], [action], DOMAINS)
    assert [domain.slug for domain in known.domains_of(action)] == ["privacy", "naming"]
    assert known.setting_of(action) == "ward"


def test_an_action_with_domains_and_a_setting_of_its_own_keeps_them():
    story = make_story(f"{ROOM}/index.md", setting="ward")
    action = make_action(f"{ROOM}/actions/a.md", domains=["naming"], setting="home")
    known = link([story], [action], DOMAINS)
    assert [domain.slug for domain in known.domains_of(action)] == ["naming"]
    assert known.setting_of(action) == "home"


def test_an_action_of_no_story_inherits_nothing():
    action = make_action("stories/actions/a.md")
    known = link([make_story(f"{ROOM}/index.md", setting="ward")], [action], DOMAINS)
    assert known.domains_of(action) == ()
    assert known.setting_of(action) is None


def test_a_domain_that_is_not_there_is_simply_absent():
    story = make_story("stories/a.md", domains=["nameing", "naming"])
    assert [d.slug for d in link([story], (), DOMAINS).domains_of(story)] == ["naming"]


def test_a_story_changed_on_the_day_that_it_tells():
    story = make_story(f"{ROOM}/index.md", changed_on="2026-02-01")
    action = make_action(f"{ROOM}/actions/a.md", made_on="2026-01-01")
    assert link([story], [action]).changed_on(story) == dt.date(2026, 2, 1)


def test_a_story_that_tells_no_day_changed_when_its_first_action_was_made():
    story = make_story(f"{ROOM}/index.md")
    late = make_action(f"{ROOM}/actions/late.md", made_on="2026-03-01")
    early = make_action(f"{ROOM}/actions/early.md", made_on="2026-01-19")
    begun = make_action(f"{ROOM}/actions/begun.md", started_on="2025-12-01", status="testing")
    known = link([story], [late, early, begun])
    assert known.changed_on(story) == dt.date(2026, 1, 19)
    assert [action.slug for action in known.actions_of(story)] == ["begun", "early", "late"]


def test_a_story_without_a_made_action_has_no_day_of_change():
    story = make_story(f"{ROOM}/index.md")
    assert link([story], [make_action(f"{ROOM}/actions/a.md")]).changed_on(story) is None


def test_records_are_sorted_the_same_whatever_the_order_of_files():
    stories = [
        make_story("stories/b.md"),
        make_story("stories/a.md"),
        make_story("stories/c.md", date="2026-05-01"),
    ]
    actions = [
        make_action("stories/actions/a.md"),
        make_action("stories/actions/b.md", made_on="2026-01-01"),
        make_action("stories/actions/c.md", planned_on="2026-02-01"),
    ]
    known = link(stories, actions, DOMAINS)
    assert [story.slug for story in known.stories] == ["c", "a", "b"]
    assert [action.slug for action in known.actions] == ["c", "b", "a"]
    assert [domain.slug for domain in known.domains] == ["naming", "privacy"]
    assert link(stories[::-1], actions[::-1], DOMAINS[::-1]) == known


def test_the_first_file_by_path_owns_a_name_and_an_alias():
    stories = [
        make_story("stories/b/same.md", aliases=["old"]),
        make_story("stories/a/same.md", aliases=["old"]),
    ]
    known = link(stories)
    assert known.path_by_slug["story", "same"] == "stories/a/same.md"
    assert known.path_by_alias["story", "old"] == "stories/a/same.md"
    assert ("action", "same") not in known.path_by_slug


def test_lineage_leads_from_a_story_to_those_that_took_its_example_home():
    first = make_story("stories/first.md")
    second = make_story("stories/second.md", adapted_from="first", date="2026-04-02")
    third = make_story("stories/third.md", adapted_from="second")
    fourth = make_story("stories/fourth.md", adapted_from="first")
    known = link([first, second, third, fourth])
    assert known.adaptations_of(first) == (second, fourth)
    assert known.adaptations_of(second) == (third,)
    assert known.adaptations_of(third) == ()


@pytest.fixture
def site():
    return link(
        [make_story(f"{ROOM}/index.md"), make_story("stories/2025/old.md")],
        [make_action(f"{ROOM}/actions/move-the-desk.md")],
        DOMAINS,
        assets=[
            Asset(f"{ROOM}/room.jpg", "picture", 4, 3),
            Asset(f"{ROOM}/pictures/lamp.jpg", "picture", 4, 3),
            Asset(f"{ROOM}/waits.csv", "data"),
            Asset("stories/2025/old.png", "picture", 4, 3),
            Asset("stories/secret.jpg", "refused"),
        ],
        pages=["content/index.md", "content/about.md", "content/stories/index.md"],
        unread=[Unread("story", "broken", "stories/broken.md")],
    )


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("actions/move-the-desk.md", "actions/move-the-desk/"),
        ("./actions/../actions/move-the-desk.md", "actions/move-the-desk/"),
        ("../../2025/old.md", "stories/old/"),
        ("../../2025/old.md#the-chair", "stories/old/"),
        ("../../2025/old.md?x=1#y", "stories/old/"),
        ("../../2025/%6Fld.md", "stories/old/"),
        ("", "stories/a-quiet-room/"),
        ("#here", "stories/a-quiet-room/"),
        ("index.md", "stories/a-quiet-room/"),
        ("room.jpg", "stories/a-quiet-room/room.jpg"),
        ("pictures/lamp.jpg", "stories/a-quiet-room/pictures/lamp.jpg"),
        ("waits.csv", "stories/a-quiet-room/waits.csv"),
        ("../../2025/old.png", "files/stories/2025/old.png"),
        ("../../../domains/naming.md", "domains/naming/"),
        ("../../../content/about.md", "about/"),
        ("../../../content/index.md", ""),
        ("../../../content/stories/index.md", "stories/"),
    ],
)
def test_a_relative_link_leads_to_an_address(site, target, address):
    assert site.resolve(f"{ROOM}/index.md", target) == address


@pytest.mark.parametrize(
    "target",
    [
        "../../../etc/passwd",
        "../../../../../../etc/passwd",
        "/etc/passwd",
        "/stories/2025/old.md",
        "//example.org/old.md",
        "%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "%2fetc%2fpasswd",
        "..\\..\\2025\\old.md",
        "..%5C..%5C2025%5Cold.md",
        "actions/move-the-desk.md\0",
        "actions/move-the-desk.md%00.jpg",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://example.org/",
        "../../../../project/stories/2025/old.md",
        "actions",
        "..",
        "../../broken.md",
        "../../secret.jpg",
        "no-such-file.md",
        "Room.jpg",
    ],
)
def test_a_link_that_leads_to_nothing_of_ours_has_no_address(site, target):
    assert site.resolve(f"{ROOM}/index.md", target) is None
    assert site.asset_at(f"{ROOM}/index.md", target) is None
    assert site.record_at(f"{ROOM}/index.md", target) is None


def test_a_percent_that_hides_dots_is_followed_no_further_than_dots_are(site):
    assert follow_link(f"{ROOM}/index.md", "%2e%2e/x.md") == follow_link(
        f"{ROOM}/index.md", "../x.md"
    )
    assert follow_link(f"{ROOM}/index.md", "%252e%252e/x.md") == f"{ROOM}/%2e%2e/x.md"


@pytest.mark.parametrize("target", ["../../broken.md", "../../secret.jpg"])
def test_a_link_to_what_is_there_and_cannot_be_used_is_known_as_such(site, target):
    assert site.is_unread(f"{ROOM}/index.md", target)
    assert not site.is_unread(f"{ROOM}/index.md", "room.jpg")


def test_a_refused_file_is_not_among_those_that_are_published(site):
    assert "stories/secret.jpg" not in site.assets
    assert len(site.assets) == 4


def test_a_link_leads_to_the_record_and_the_picture_themselves(site):
    assert site.record_at(f"{ROOM}/index.md", "../../2025/old.md").slug == "old"
    assert site.asset_at("stories/2025/old.md", "old.png").width == 4


def test_addresses_do_not_depend_on_the_grouping_folders():
    assert url_of(make_story("stories/2026/spring/a-screen.md")) == "stories/a-screen/"
    assert url_of(make_action(f"{ROOM}/actions/a-desk.md")) == "actions/a-desk/"
    assert url_of(make_domain("naming", 1)) == "domains/naming/"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("content/index.md", ""),
        ("content/about.md", "about/"),
        ("content/a/index.md", "a/"),
        ("content/a/b.md", "a/b/"),
        ("content/my-index.md", "my-index/"),
    ],
)
def test_a_prose_page_has_the_address_that_the_engine_gives_it(path, address):
    assert url_of_page(path, "content") == address
