"""The grid of domains and settings: its counts, its addresses, its gaps and its page."""

from pathlib import Path

from test_collection import make_domain, make_origin, make_story

from generator.collection.collection import Collection
from generator.collection.link import link
from generator.model import Story, Vocabulary
from generator.pages.coverage import CoverageView, make_coverage

DOMAINS = (make_domain("naming", 1), make_domain("privacy", 2))
VOCABULARY = Vocabulary.model_validate(
    {
        "settings": {"hospice": {"label": "Hospice"}, "ward": {"label": "Hospital ward"}},
        "pathways": {},
        "priorities": {},
    },
    context=make_origin("domains/vocabulary.yml"),
)


def cover(*stories: Story, **fields: object) -> CoverageView:
    return make_coverage(link(stories, (), DOMAINS, vocabulary=VOCABULARY, **fields))


def tell(number: int, **fields: object) -> list[Story]:
    key = "-".join(str(value) for value in fields.values()).strip("[']").replace("']-", "-")
    return [make_story(f"stories/{key}-{n}.md", **fields) for n in range(number)]


def test_a_story_is_counted_in_each_of_its_domains_and_once_in_all():
    view = cover(make_story("stories/one.md", domains=["naming", "privacy"], setting="ward"))
    assert [[cell.count for cell in row.cells] for row in view.rows] == [[0, 1], [0, 1]]
    assert [row.total.count for row in view.rows] == [1, 1]
    assert [column.total.count for column in view.columns] == [0, 1]
    assert view.stories == 1


def test_a_count_leads_to_the_stories_that_it_counts():
    cell = cover(*tell(2, domains=["naming"], setting="ward")).rows[0].cells[1]
    assert cell.url == "stories/?domain=naming&setting=ward"
    assert cell.words == "2 stories about naming on a hospital ward"


def test_a_gap_has_no_stories_to_lead_to_and_says_so():
    cell = cover(*tell(2, domains=["naming"], setting="ward")).rows[1].cells[0]
    assert (cell.count, cell.shade, cell.url) == (0, 0, "")
    assert cell.words == "Nobody has told a story about privacy in a hospice yet"


def test_shades_are_four_at_most_and_never_none_for_a_story():
    view = cover(
        *tell(90, domains=["naming"], setting="ward"),
        *tell(1, domains=["naming"], setting="hospice"),
        *tell(46, domains=["privacy"], setting="ward"),
    )
    assert [[cell.shade for cell in row.cells] for row in view.rows] == [[1, 4], [0, 3]]


def test_the_invitation_leads_to_the_form_once_there_is_one():
    assert cover().invitation == "guide/"
    assert cover(pages=["content/tell.md"]).invitation == "tell/"


def test_a_domain_that_nobody_has_told_of_is_the_largest_gap():
    view = cover(*tell(3, domains=["naming"], setting="ward"))
    assert [gap.title for gap in view.gaps] == ["Privacy", "Hospice"]


def test_a_square_where_one_would_look_for_a_story_is_a_gap_in_words():
    view = cover(
        *tell(3, domains=["naming"], setting="ward"),
        *tell(1, domains=["privacy"], setting="hospice"),
    )
    assert [gap.title for gap in view.gaps] == [
        "naming, in a hospice",
        "privacy, on a hospital ward",
    ]
    assert (
        view.gaps[0].words
        == "3 stories about naming and 1 set in a hospice, but none that is both."
    )


def test_a_story_without_a_setting_is_said_to_stand_outside():
    view = cover(make_story("stories/one.md", domains=["naming"]))
    assert view.totals[-1] == "1 story names no setting and is outside the grid."


def test_without_a_vocabulary_there_is_no_grid_and_no_fault():
    view = make_coverage(Collection())
    assert (view.rows, view.columns, view.gaps) == ((), (), ())


def test_the_page_is_a_table_with_headers_and_says_every_gap_in_full(built_site: Path):
    page = (built_site / "coverage/index.html").read_text(encoding="utf-8")
    assert "<caption" in page
    assert page.count('<th scope="row">') == 9
    assert page.count("Nobody has told a story about") >= 40
    assert 'href="../stories/?domain=naming&amp;setting=ward"' in page
    assert "style=" not in page
