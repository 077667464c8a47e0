"""Files that nobody would write and somebody might send: records, raw text, mutants, grammars."""

import io
from collections.abc import Callable
from pathlib import Path

import yaml
from command import SITE
from faults.made import draw as draw_picture
from hypothesis import strategies as st

SAMPLES = sorted((SITE / "stories").rglob("*.md")) + sorted((SITE / "domains").glob("*.md"))
TABLES = sorted((SITE / "stories").rglob("*.csv"))
UNSEEN = "\0\x07\x1b\x7f\x85\u061c\u200b\u200e\u200f\u2028\u202e\u2066\ufeff\uffff\ud800"
ODD = st.sampled_from(
    [*UNSEEN, "é", "e\u0301", "🤷🏽‍♀️", "\U000e0041", "ﷺ", "İ", "ß", "\u0345" * 9, "a" * 300]
)
texts = st.one_of(st.text(max_size=40), ODD, st.sampled_from(["", " ", "~", "null", "yes", "<b>", "{{ x }}", "=1+1", "![", "](", "`", "-->", "<!--", "javascript:a", "../../a", "C:\\a", "con", "a\tb", "a\nb"]))  # fmt: skip  # noqa: E501
numbers = st.one_of(
    st.integers().map(str),
    st.floats().map(str),
    st.sampled_from(["nan", "inf", "-.inf", "1e999", "0x1F", "9" * 5000, "1_000", "٣", "½", "-0", "1.", ".5"]),  # noqa: E501
)  # fmt: skip
dates = st.one_of(
    st.dates().map(str),
    st.sampled_from(["0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "2026-13-01", "-2026-01-01", "2026-01-01T00:00", "1900-01-01", "2200-12-31"]),  # noqa: E501
)  # fmt: skip
scalars = st.one_of(texts, numbers, dates, st.booleans(), st.none())
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=8,
)

SOUND = {
    "title": "The desk that faced the door",
    "summary": "We turned one desk round, and people stopped being overheard.",
    "date": "2026-03-01",
    "domains": ["naming"],
    "status": "made",
}
points = st.lists(
    st.fixed_dictionaries(
        {"date": dates, "value": numbers}, optional={"n": numbers, "note": texts}
    ),
    max_size=14,
)
_GROUPS: dict[str, st.SearchStrategy] = {
    "voices": st.lists(st.fixed_dictionaries({"role": st.sampled_from(["patient", "staff", "x"]), "quote": texts, "said_by": texts, "identity": st.sampled_from(["named", "anonymous", "x"]), "consent": st.fixed_dictionaries({"reference": texts, "scope": st.lists(st.sampled_from(["website", "feeds", "print", "x"]), max_size=3), "given": dates}, optional={"withdrawn": dates, "expires": dates})}), max_size=3),  # noqa: E501
    "measures": st.lists(st.fixed_dictionaries({"title": texts, "type": st.sampled_from(["outcome", "process", "x"]), "definition": texts, "unit": texts, "direction": st.sampled_from(["increase", "decrease", "x"])}, optional={"points": points, "file": texts, "target": numbers, "baseline": st.fixed_dictionaries({"from": dates, "to": dates}), "rebase": st.lists(st.fixed_dictionaries({"date": dates, "reason": texts}), max_size=2)}), max_size=3),  # noqa: E501
    "image": st.fixed_dictionaries({"file": texts, "alt": texts}),
    "source": st.fixed_dictionaries({"title": texts, "url": texts | st.just("https://a.example/")}),
    "headroom": st.fixed_dictionaries({"hours": numbers, "weeks": numbers, "enabled_by": texts}),
    "changed_on": dates, "updated": dates, "review_by": dates, "aliases": st.lists(texts, max_size=3),  # noqa: E501
    "adapted_from": texts, "setting": texts, "strategic_links": st.lists(texts, max_size=3),
    "lessons": st.lists(texts, max_size=3), "touchpoints": st.lists(st.fixed_dictionaries({"moment": texts, "feelings": st.lists(texts, max_size=2)}), max_size=2),  # noqa: E501
    "allow": st.lists(st.fixed_dictionaries({"rule": texts, "because": texts}), max_size=2),
    "involvement": st.fixed_dictionaries({"level": texts, "patients": numbers}), "quick_win": scalars,  # noqa: E501
}  # fmt: skip


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@st.composite
def records(draw: Callable) -> bytes:
    """A story whose fields are what they should be, but for some."""
    fields = dict(SOUND)
    fields |= draw(st.fixed_dictionaries({}, optional=_GROUPS))
    for name in draw(st.lists(st.sampled_from([*SOUND, *_GROUPS]), max_size=2)):
        fields[name] = draw(values)
    fields |= draw(st.dictionaries(texts, values, max_size=1))
    for name in draw(st.lists(st.sampled_from(sorted(SOUND)), max_size=1)):
        fields.pop(name, None)
    told = yaml.safe_dump(fields, allow_unicode=draw(st.booleans()), sort_keys=False)
    return _encode(f"---\n{told}---\n\n{draw(markdown)}\n")


_PIECES = ["# ", "## ", "- ", "1. ", "> ", "    ", "\t", "```", "~~~", "|", "|-|", "\n", "\n\n", "---", "===", "***", "*", "_", "**", "~~", "`", "[", "]", "(", ")", "](", "![", "[a](", "[a]: ", "<", ">", "<!--", "-->", "<b>", "</b>", "<script>", "<http://", "https://a.example/", "&#0;", "&#xD800;", "&lt;", "&nbsp;", "\\", '"', "'", "“", "”", "{{", "}}", "{%", "#a", "?a", "%00", "%2e%2e/", "../", "javascript:", "data:", "word", "Mary Smith", "943 476 5919", "SW1A 1AA", "07700 900123", "12 May 1950", "aged 99", "a@b.example", "50%", "should", "ABC"]  # fmt: skip  # noqa: E501
markdown = st.lists(
    st.one_of(st.sampled_from(_PIECES), texts, st.tuples(st.sampled_from(_PIECES), st.integers(2, 200)).map(lambda p: p[0] * p[1])),  # noqa: E501
    max_size=30,
).map("".join)  # fmt: skip
_TOKENS = ["title", "date", "domains", "voices", "measures", ":", ": ", "- ", "-", "\n", "\n  ", "\n    ", "\n\t", "[", "]", "{", "}", ",", "&a ", "*a", "!!python/object:os.system ", "!", "<<: ", "|", ">", "|2-", '"', "'", "#", " #", "? ", "@", "`", "%", "%YAML 1.1", "---", "...", "\\x00", '"\\ud800"', '"\\u202e"', "~", "2026-01-01", "0", "yes"]  # fmt: skip  # noqa: E501
yamls = st.lists(
    st.one_of(st.sampled_from(_TOKENS), texts, st.tuples(st.sampled_from(_TOKENS), st.integers(2, 200)).map(lambda p: p[0] * p[1])),  # noqa: E501
    max_size=30,
).map("".join)  # fmt: skip
written_yaml = yamls.map(lambda text: _encode(f"---\n{text}\n---\n\nWe turned it.\n"))
written_markdown = markdown.map(
    lambda text: _encode(f"---\n{yaml.safe_dump(SOUND, sort_keys=False)}---\n\n{text}\n")
)
raw = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(_encode),
    st.tuples(st.binary(max_size=60), st.binary(max_size=60)).map(lambda p: b"---\n" + p[0] + b"\n---\n" + p[1]),  # noqa: E501
)  # fmt: skip


@st.composite
def mutants(draw: Callable, samples: list[Path] = SAMPLES) -> bytes:
    """A sample file with some of its lines lost, doubled, moved, cut or spoilt."""
    lines = draw(st.sampled_from(samples)).read_bytes().split(b"\n")
    for _ in range(draw(st.integers(1, 5))):
        row, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        way = draw(st.sampled_from(["delete", "double", "swap", "insert", "indent", "cut", "sign"]))
        line = lines[row]
        at = draw(st.integers(0, len(line)))
        if way == "delete" and len(lines) > 1:
            del lines[row]
        elif way == "double":
            lines.insert(other, line)
        elif way == "swap":
            lines[row], lines[other] = lines[other], lines[row]
        elif way == "insert":
            lines[row] = (
                line[:at] + _encode(draw(texts | st.sampled_from(_TOKENS + _PIECES))) + line[at:]
            )
        elif way == "indent":
            lines[row] = draw(st.sampled_from([b" ", b"  ", b"\t", b"- "])) + line
        elif way == "cut":
            lines[row] = line[:at]
        else:
            lines[row] = line[:at] + draw(st.binary(min_size=1, max_size=3)) + line[at + 1 :]
    return b"\n".join(lines)


cells = st.one_of(dates, numbers, texts)
tables = st.one_of(
    st.lists(st.lists(cells, max_size=5).map(",".join), max_size=9).map(lambda rows: _encode("date,value,n,note\n" + "\n".join(rows))),  # noqa: E501
    raw,
    mutants(TABLES) if TABLES else raw,
)  # fmt: skip


@st.composite
def pictures(draw: Callable) -> tuple[str, bytes]:
    """A picture with some of its bytes changed, cut off, or under another name."""
    kind = draw(st.sampled_from(["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"]))
    content = bytearray(draw_picture(kind, draw(st.sampled_from([(1, 1), (40, 30), (700, 3)]))))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(content) - 1))
        content[at : at + draw(st.integers(0, 9))] = draw(st.binary(max_size=9))
        content = content or bytearray(b"x")
    if draw(st.booleans()):
        del content[draw(st.integers(1, len(content))) :]
    ending = draw(st.sampled_from(["png", "jpg", "webp", "JPEG", "svg", "gif", kind.lower()]))
    return f"a.{ending}", bytes(content)


def count_lines(content: bytes) -> int:
    """Count the lines of a file as an editor would."""
    text = content.decode("utf-8", "replace")
    return len(io.StringIO(text, newline=None).read().split("\n"))
