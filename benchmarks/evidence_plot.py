"""False labels by process, and true shifts found, as an SVG that asks nobody for anything."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Protocol

from benchmarks.processes import CHANGED, LEANING, SHIFTS, STABLE

_INK, _FAINT, _FALSE, _FOUND = "#7d7a75", "#7d7a7555", "#d4573b", ("#a67810", "#178f80", "#5b78e0")
_ROW, _TOP, _LEFT, _WIDE = 22, 54, 250, 300
_GAP, _PANEL, _TALL = 110, 300, 300
MOST = 60
SIZES = ((6, 6), (12, 12), (24, 24))


class Judged(Protocol):
    """A cell of the simulation."""

    process: str
    is_monthly: bool

    @property
    def size(self) -> tuple[int, int]: ...

    def share(self, label: str) -> float: ...


def draw_evidence(cells: Sequence[Judged]) -> str:
    found = {(c.process, c.size): 100 * c.share("signal") for c in cells if not c.is_monthly}
    names = [process.name for process in (*STABLE, *LEANING)]
    width = _LEFT + _WIDE + _GAP + _PANEL + 70
    height = _TOP + _ROW * len(names) + 50
    told = "; ".join(
        f"{name}: {max(_all(found, name)):.0f} in 100 at the worst size" for name in names
    )
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'font-family="system-ui, sans-serif" font-size="12" role="img" '
            f'aria-label="{escape("False signals. " + told)}">'
        ),
        _text(0, 18, "False “signal” in 100 stories, at each size"),
        *_draw_false(found, names),
        *_draw_found(found),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _all(found: dict[tuple[str, tuple[int, int]], float], name: str) -> list[float]:
    return [share for (process, _), share in found.items() if process == name] or [0.0]


def _draw_false(
    found: dict[tuple[str, tuple[int, int]], float], names: Sequence[str]
) -> Iterator[str]:
    bottom = _TOP + _ROW * len(names)
    for tick in range(0, MOST + 1, 10):
        x = _LEFT + _WIDE * tick / MOST
        yield _line(x, _TOP - 14, x, bottom, _FAINT)
        yield _text(x, bottom + 18, str(tick), anchor="middle")
    x = _LEFT + _WIDE * 5 / MOST
    yield _line(x, _TOP - 14, x, bottom, _INK)
    yield _text(x, _TOP - 20, "5", anchor="middle")
    for number, name in enumerate(names):
        y = _TOP + _ROW * number + 6
        yield _text(0, y + 4, name)
        for share in _all(found, name):
            x = _LEFT + _WIDE * min(share, MOST) / MOST
            yield f'<circle cx="{x:.1f}" cy="{y}" r="3.5" fill="{_FALSE}" fill-opacity="0.6"/>'


def _draw_found(found: dict[tuple[str, tuple[int, int]], float]) -> Iterator[str]:
    left, bottom = _LEFT + _WIDE + _GAP, _TOP + _TALL
    yield _text(left - 40, 18, "True shifts found in 100 stories, by size in SD")
    for tick in range(0, 101, 20):
        y = bottom - _TALL * tick / 100
        yield _line(left, y, left + _PANEL, y, _FAINT)
        yield _text(left - 8, y + 4, str(tick), anchor="end")
    ticks = (0.0, *SHIFTS)
    for tick in ticks:
        x = left + _PANEL * tick / SHIFTS[-1]
        yield _text(x, bottom + 18, f"{tick:g}", anchor="middle")
    names = ("normal", *(process.name for process in CHANGED))
    for colour, size in zip(_FOUND, SIZES, strict=True):
        places = [
            (left + _PANEL * tick / SHIFTS[-1], bottom - _TALL * found.get((name, size), 0) / 100)
            for tick, name in zip(ticks, names, strict=True)
        ]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        # Named where they lie apart, which they no longer do at the end.
        x, y = places[2]
        yield _text(x + 8, y + 14, f"{size[0]} + {size[1]}", colour=colour)


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'


def _text(x: float, y: float, text: str, anchor: str = "start", colour: str = _INK) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}">'
        f"{escape(text)}</text>"
    )
