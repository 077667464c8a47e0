"""What to read next: which stories are found, in what order, and the reason that is given."""

import random
from collections.abc import Mapping

import pytest
from test_collection import make_domain, make_origin, make_story

from generator.collection.collection import Collection
from generator.collection.link import link
from generator.collection.related import (
    Related,
    count_stems,
    find_nearest,
    name_related,
    say_setting,
    soften,
)
from generator.model import Story, Vocabulary

DOMAINS = (make_domain("naming", 1), make_domain("privacy", 2), make_domain("decisions", 3))
VOCABULARY = Vocabulary.model_validate(
    {
        "settings": {
            "hospice": {"label": "Hospice"},
            "ward": {"label": "Hospital ward"},
            "home": {"label": "Care at home"},
        },
        "pathways": {"any": {"label": "Any pathway"}, "breast": {"label": "Breast cancer"}},
        "priorities": {},
    },
    context=make_origin("domains/vocabulary.yml"),
)


def gather(*stories: Story) -> Collection:
    return link(stories, (), DOMAINS, vocabulary=VOCABULARY)


def rank_related(collection: Collection) -> Mapping[str, tuple[Related, ...]]:
    return name_related(collection, find_nearest(collection))


def find_reasons(collection: Collection, slug: str) -> list[tuple[str, str]]:
    return [(related.story.slug, related.reason) for related in rank_related(collection)[slug]]


def test_a_story_of_the_same_domain_in_the_same_setting_comes_first():
    known = gather(
        make_story("stories/one.md", domains=["naming"], setting="hospice"),
        make_story("stories/far.md", domains=["naming"], setting="ward"),
        make_story("stories/near.md", domains=["naming"], setting="hospice"),
    )
    assert find_reasons(known, "one") == [
        ("near", "Also about naming, in a hospice"),
        ("far", "Also about naming"),
    ]


def test_a_shared_setting_is_reason_enough():
    known = gather(
        make_story("stories/one.md", domains=["naming"], setting="ward"),
        make_story("stories/two.md", domains=["privacy"], setting="ward"),
    )
    assert find_reasons(known, "one") == [("two", "Also on a hospital ward")]


def test_a_shared_pathway_is_said_and_that_of_everybody_is_not():
    known = gather(
        make_story("stories/one.md", domains=["naming"], pathway="breast"),
        make_story("stories/two.md", domains=["privacy"], pathway="breast"),
        make_story("stories/three.md", domains=["decisions"], pathway="any"),
        make_story("stories/four.md", domains=["privacy"], pathway="any"),
    )
    assert find_reasons(known, "one") == [("two", "Also on the breast cancer pathway")]
    assert find_reasons(known, "three") == []


def test_two_rare_words_are_a_reason_and_one_is_an_accident():
    words = (
        "the nickname went on the board",
        "a board for every nickname",
        "some board over there",
    )
    plain = [
        make_story(
            f"stories/plain-{n}.md",
            domains=["decisions"],
            title=f"Untold {n}",
            summary="When the door was open.",
        )
        for n in range(3)
    ]
    known = gather(
        *(
            make_story(f"stories/{n}.md", domains=[domain], title="Untold", summary=text)
            for n, (domain, text) in enumerate(
                zip(("naming", "privacy", "decisions"), words, strict=True)
            )
        ),
        *plain,
    )
    assert find_reasons(known, "0") == [("1", "Shares the words nickname and board")]


def test_a_parent_and_a_child_are_shown_elsewhere():
    known = gather(
        make_story("stories/parent.md", setting="ward"),
        make_story("stories/child.md", setting="ward", adapted_from="parent"),
        make_story("stories/grandchild.md", setting="ward", adapted_from="child"),
    )
    related = {slug: [r.story.slug for r in found] for slug, found in rank_related(known).items()}
    assert related == {"parent": ["grandchild"], "child": [], "grandchild": ["parent"]}


def test_there_are_three_at_most_and_never_the_story_itself():
    known = gather(*(make_story(f"stories/s{n}.md", setting="home") for n in range(9)))
    for slug, found in rank_related(known).items():
        assert len({related.story.slug for related in found} - {slug}) == 3


def test_the_order_of_the_files_does_not_matter():
    stories = [
        make_story(
            f"stories/s{n}.md",
            domains=[("naming", "privacy", "decisions")[n % 3]],
            setting=("hospice", "ward")[n % 2],
            problem=f"nobody saw the lantern{n % 5} or the kettle{n % 4}",
        )
        for n in range(40)
    ]
    expected = rank_related(gather(*stories))
    random.Random(7).shuffle(stories)
    assert rank_related(gather(*stories)) == expected


@pytest.mark.parametrize("number", [0, 1])
def test_a_small_collection_has_nothing_to_compare(number: int):
    known = gather(*(make_story(f"stories/s{n}.md") for n in range(number)))
    assert all(found == () for found in rank_related(known).values())


def test_a_setting_that_is_in_no_vocabulary_is_no_reason():
    stories = [make_story(f"stories/s{n}.md", domains=["gone"], setting="moon") for n in range(3)]
    known = link(stories, (), DOMAINS)
    assert all("moon" not in r.reason for found in rank_related(known).values() for r in found)


def test_names_and_common_words_are_not_telling():
    assert count_stems("When Ilse came to Overwater, the nurses phoned; phoning, they phone.") == {
        "phon": "phone"
    }


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Hospital ward", "on a hospital ward"),
        ("Outpatient clinic", "in an outpatient clinic"),
        ("Chemotherapy and day unit", "in a chemotherapy and day unit"),
        ("Radiotherapy", "in radiotherapy"),
        ("GP surgery", "in a GP surgery"),
        ("NHS hospital", "in an NHS hospital"),
        ("Care at home", "in care at home"),
        ("Care home", "in a care home"),
    ],
)
def test_a_setting_is_said_as_english_says_it(label: str, said: str):
    assert say_setting(label) == said


def test_an_abbreviation_keeps_its_capitals():
    assert [soften(x) for x in ("Naming", "GP surgery", "A&E")] == ["naming", "GP surgery", "A&E"]
