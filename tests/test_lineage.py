"""How examples spread: families found, circles survived, pictures placed, and the page."""

import datetime as dt
import itertools
from functools import partial
from pathlib import Path

from command import SITE
from test_collection import make_action, make_adoption, make_story

from generator.build.pipeline import Project, check
from generator.collection.link import link
from generator.collection.story_evidence import Findings
from generator.model import Story
from generator.pages.cards import make_card, make_story_card
from generator.pages.lineage import Branch, LineageView, make_lineage

TODAY = dt.date(2026, 11, 23)


def trace(*stories: Story) -> LineageView:
    known = link(stories)
    return make_lineage(known, Findings(), lambda story: make_story_card(story, known, Findings()))


def test_what_several_places_measured_alike_stands_side_by_side_on_one_scale() -> None:
    checked = check(Project(SITE), TODAY, ())
    known, findings = checked.collection, checked.findings
    show = partial(make_card, collection=known, findings=findings)
    (family,) = (f for f in make_lineage(known, findings, show).families if f.size == 3)
    assert [each.card.slug for each in family.multiples] == [
        "what-matters-board", "the-board-goes-home", "a-name-at-the-mask",
    ]  # fmt: skip
    assert {each.chart.unit for each in family.multiples} == {"%"}
    assert len({each.chart.value_ticks for each in family.multiples}) == 1


def adapt(slug: str, parent: str | None = None, **fields: object) -> Story:
    return make_story(f"stories/{slug}.md", adapted_from=parent, **fields)


def outline(branch: Branch) -> object:
    return {branch.card.slug: [outline(child) for child in branch.children]}


def test_a_family_is_a_tree_from_the_first_story():
    view = trace(
        adapt("board", date="2024-01-01"),
        adapt("card", "board", date="2025-01-01"),
        adapt("mask", "board", date="2025-02-01"),
        adapt("disc", "mask", date="2026-01-01"),
        adapt("alone"),
    )
    (family,) = view.families
    assert outline(family.root) == {"board": [{"card": []}, {"mask": [{"disc": []}]}]}
    assert (family.title, family.words) == ("It began in 2024", "Taken home three times")


def test_a_story_whose_parent_is_missing_begins_a_family():
    view = trace(adapt("card", "gone"), adapt("disc", "card"))
    assert outline(view.families[0].root) == {"card": [{"disc": []}]}


def test_a_circle_is_cut_at_its_oldest_story():
    view = trace(adapt("young", "old", date="2026-01-01"), adapt("old", "young", date="2025-01-01"))
    assert outline(view.families[0].root) == {"old": [{"young": []}]}
    assert trace(adapt("self", "self")).families == ()


def test_the_largest_family_comes_first():
    view = trace(
        adapt("small"), adapt("one", "small"),
        adapt("large"), adapt("two", "large"), adapt("three", "large"),
    )  # fmt: skip
    assert [family.root.card.slug for family in view.families] == ["large", "small"]
    assert len({family.key for family in view.families}) == 2


def test_a_story_that_went_further_untold_is_listed_and_one_that_was_told_is_not():
    view = trace(
        adapt("board", spread="Two more wards have one."),
        adapt("card", "board", spread="The evening service asked for cards."),
        adapt("alone"),
    )
    assert [(card.slug, spread) for card, spread in view.elsewhere] == [
        ("card", "The evening service asked for cards.")
    ]


def test_an_action_that_was_tried_elsewhere_is_listed_with_how_it_fared():
    hook = make_action("stories/actions/hook.md", title="A hook", domains=["privacy"])
    known = link([adapt("bell", "hook")], [hook], adoptions=[make_adoption("elm", "actions/hook")])
    show = partial(make_card, collection=known, findings=Findings())
    (told,) = make_lineage(known, Findings(), show).elsewhere
    assert (told[0].title, told[1]) == ("A hook", "Tried in 2 places, kept in 2.")


def test_titles_in_a_picture_never_meet_and_stay_inside_it():
    title = "A rather long title about a whiteboard by every bed with two questions on it " * 2
    stories = [adapt("s0", title=title[:110])]
    stories += [adapt(f"s{n}", f"s{(n - 1) // 2}", title=title[: 20 + 7 * n]) for n in range(1, 13)]
    picture = trace(*stories).families[0].picture
    assert picture is not None
    assert len(picture.spots) == 13
    assert len(picture.joins) == 12
    boxes = [(s.x, s.end, s.title[0][0] - 20, s.y + 24) for s in picture.spots]
    for left, right, top, bottom in boxes:
        assert 0 <= left < right <= picture.width
        assert -1 <= top < bottom <= picture.height
    for one, two in itertools.combinations(boxes, 2):
        assert one[0] != two[0] or one[3] <= two[2] or two[3] <= one[2]


def test_a_crowd_has_a_list_and_no_picture():
    crowd = [adapt("board"), *(adapt(f"card-{n}", "board") for n in range(30))]
    (family,) = trace(*crowd).families
    assert family.picture is None
    assert len(family.root.children) == 30


def test_the_page_tells_what_was_changed_in_a_list_and_hides_the_picture(built_site: Path):
    page = (built_site / "lineage/index.html").read_text(encoding="utf-8")
    assert page.count("What they changed") == 2
    assert '<svg class="tree"' in page
    tree = page.partition('<svg class="tree"')[2].partition("</svg>")[0]
    assert 'aria-hidden="true"' in tree
    assert "<a " not in tree
    assert "style=" not in page


def test_a_story_that_took_an_example_home_leads_to_how_examples_spread(built_site: Path):
    page = (built_site / "stories/the-board-goes-home/index.html").read_text(encoding="utf-8")
    aside = page.partition('<aside class="reading__side"')[2].partition("</aside>")[0]
    assert 'href="../../lineage/"' in aside
