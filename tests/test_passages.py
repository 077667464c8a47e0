"""Passages: a body's words in pieces, each knowing where it stands and what is quoted in it."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Body, Origin, Story
from generator.rules import passages
from generator.rules.passages import Passage, list_passages, split_sentences

LINE = 12


def _story(markdown: str) -> Story:
    fields = {
        "title": "The name on the jug",
        "summary": "We write the name on the lid of the jug.",
        "date": "2026-11-02",
        "domains": ["naming"],
        "status": "made",
    }
    origin = Origin("stories/jug.md", "jug", "stories", Body(markdown, LINE))
    return Story.model_validate(fields, context=origin)


def _read(markdown: str) -> tuple[Passage, ...]:
    return list_passages(_story(markdown))


def _spot(passage: Passage, word: str) -> tuple[int, int]:
    place = passage.place(passage.text.index(word))
    return place.line, place.column


def test_a_word_is_placed_where_it_stands_in_the_file() -> None:
    markdown = "## The lid\n\nOne line\nand   another.\n\n- First\n  item here\n\n> - deep *word*\n"
    heading, paragraph, item, quoted = _read(markdown)
    assert _spot(heading, "lid") == (12, 8)
    assert _spot(paragraph, "another") == (15, 7)
    assert _spot(item, "item") == (18, 3)
    assert _spot(quoted, "word") == (20, 11)


def test_a_cell_of_a_table_is_placed_in_its_own_column() -> None:
    cells = _read("| jug | jug |\n| --- | --- |\n| a | lid |\n")
    assert [cell.kind for cell in cells] == ["cell"] * 4
    assert [_spot(cell, "jug") for cell in cells[:2]] == [(12, 3), (12, 9)]
    assert _spot(cells[3], "lid") == (14, 7)


def test_a_tag_of_html_with_all_its_attributes_is_no_word() -> None:
    markdown = 'We <img alt="Immunohistochemistry" src="a.png"> asked <br/> her <b class=x>how</b>.'
    (passage,) = _read(markdown)
    assert passage.plain.split() == ["We", "asked", "her", "how", "."]
    (passage,) = _read("If 3 < 4 and 5 > 4, she rang.")
    assert passage.plain == "If 3 < 4 and 5 > 4, she rang."


def test_quotations_code_and_addresses_are_not_the_authors_own_words() -> None:
    for markdown in (
        "She said “hush now” to us.",
        'She said "hush now" to us.',
        "She said ‘hush now, it’s late’ to us.",
        "She said 'hush now, it's late' to us.",
        "She typed `hush now` to us.",
        "She sent [a note](https://notes.example/hush) to us.",
        "> hush now",
    ):
        (passage,) = _read(markdown)
        assert "hush" not in passage.own, markdown
        assert "hush" in passage.text


def test_an_apostrophe_opens_no_quotation() -> None:
    (passage,) = _read("The patients' jug wasn't Peggy's, and the nurses' lid was.")
    assert "jug" in passage.own
    assert "lid" in passage.own


def test_a_list_is_one_group_and_paragraphs_are_groups_of_their_own() -> None:
    groups = [passage.group for passage in _read("One.\n\nTwo.\n\n- a\n- b\n  - c\n\nThree.\n")]
    assert groups[2] == groups[3] == groups[4]
    assert len(set(groups)) == 4


def test_a_sentence_does_not_end_at_an_abbreviation_or_inside_a_line() -> None:
    text = "Dr. Oakes drew his dog at 6 p.m. that day. “Is it kept?” she asked. It is… We kept it"
    sentences = [text[start:end].strip() for start, end in split_sentences(text)]
    assert sentences == [
        "Dr. Oakes drew his dog at 6 p.m. that day.",
        "“Is it kept?” she asked.",
        "It is…",
        "We kept it",
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab AZ.!?“”\"'‘’`*_[](<>#->|\n1", max_size=200))
def test_what_is_blanked_keeps_every_offset_and_every_place_is_in_the_file(markdown: str) -> None:
    lines = markdown.split("\n")
    for passage in _read(markdown):
        assert len(passage.text) == len(passage.plain) == len(passage.own)
        for offset in range(len(passage.text)):
            place = passage.place(offset)
            assert LINE <= place.line < LINE + len(lines)
            assert place.column >= 1
        spans = list(split_sentences(passage.plain))
        assert all(start < end for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_body_without_the_signs_that_are_looked_for_has_no_passages_to_look_at() -> None:
    story = _story("A link: [the lid](lid.md).")
    assert list_passages(story, holding=("](",)) == list_passages(story)
    assert list_passages(story, holding=("<", "###")) == ()


LINES = st.sampled_from(
    [
        *(
            "A bell rang.",
            "and so on",
            "a\x0c",
            "élan",
            "“Well",
            "Two  ",
            "A\\",
            "x\u2028y",
            "cr\r",
        ),
        *(
            "# Tea",
            "## At four ",
            "### a #",
            "#none",
            "# \xa0x",
            "# é\t",
            "===",
            "---",
            "***",
            "~~~",
        ),
        *("- x", "1. y", "> q", "a | b", "|--|--|", "--|--", "`x`", "[a]: /b", "nul\0"),
        *("", "  ", "  deep", "    deeper", "\tfar", "\xa0b"),
    ]
)


@given(st.lists(LINES, max_size=7))
def test_a_body_of_paragraphs_and_headings_is_read_as_the_parser_reads_it(lines: list[str]) -> None:
    plain = passages._read_plain(lines, 5, "a.md")
    parsed = passages._BLOCKS.parse("\n".join(lines))
    assert plain in (None, tuple(passages._walk(parsed, lines, 5, "a.md")))
