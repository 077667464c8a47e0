"""The cost of a build against the number of stories, as an SVG that asks nobody for anything."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 460, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 146, 44, 48
# Told apart in either colour scheme, and by those who see few colours; the names stand beside.
_COLOURS = ("#178f80", "#d4573b", "#5b78e0", "#a67810", "#9b62ba", "#6b8a30")
_INK, _FAINT = "#7d7a75", "#7d7a7555"
_LINE_HEIGHT = 15


@dataclass(frozen=True, slots=True)
class Line:
    """A tool's line: its name, and its points as stories and seconds."""

    name: str
    points: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A plot: its title and its lines."""

    title: str
    lines: tuple[Line, ...]


def draw_plot(panels: Sequence[Panel]) -> str:
    """Draw panels side by side, on the same scales, both of them logarithmic."""
    points = [point for panel in panels for line in panel.lines for point in line.points]
    if not points:
        points = [(1, 1.0)]
    scale = _Scale(points)
    width = WIDTH * len(panels)
    told = "; ".join(_tell(panel) for panel in panels)
    size = f'viewBox="0 0 {width} {HEIGHT}" font-family="system-ui, sans-serif"'
    name = f'role="img" aria-label="{escape(told)}"'
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" {size} {name}>']
    for number, panel in enumerate(panels):
        parts += [f'<g transform="translate({number * WIDTH})">', *_draw(panel, scale), "</g>"]
    return "\n".join([*parts, "</svg>", ""])


def _tell(panel: Panel) -> str:
    told = (
        f"{line.name} {line.points[-1][1]:.3g} s at {line.points[-1][0]:,} stories"
        for line in panel.lines
        if line.points
    )
    return f"{panel.title}: {', '.join(told)}"


class _Scale:
    """From stories and seconds to places in a panel; whole decades of seconds."""

    def __init__(self, points: Sequence[tuple[int, float]]) -> None:
        self.sizes = sorted({size for size, _ in points})
        seconds = [max(value, 1e-3) for _, value in points]
        self.low = math.floor(math.log10(min(seconds)))
        self.high = max(math.ceil(math.log10(max(seconds))), self.low + 1)

    def x(self, size: int) -> float:
        first, last = math.log10(self.sizes[0]), math.log10(self.sizes[-1])
        share = (math.log10(size) - first) / (last - first) if last > first else 0.5
        return _LEFT + share * (WIDTH - _LEFT - _RIGHT)

    def y(self, seconds: float) -> float:
        share = (math.log10(max(seconds, 1e-3)) - self.low) / (self.high - self.low)
        return HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM)


def _draw(panel: Panel, scale: _Scale) -> Iterator[str]:
    yield _text(_LEFT, 22, panel.title, size=15)
    for power in range(scale.low, scale.high + 1):
        y = scale.y(10**power)
        yield f'<path d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}" stroke="{_FAINT}"/>'
        yield _text(_LEFT - 8, y + 4, f"{10.0**power:g} s", anchor="end")
    for size in scale.sizes:
        yield _text(scale.x(size), HEIGHT - _BOTTOM + 20, f"{size:,}", anchor="middle")
    yield _text((_LEFT + WIDTH - _RIGHT) / 2, HEIGHT - 10, "stories", anchor="middle")
    lines = [line for line in panel.lines if line.points]
    ends = _spread([scale.y(line.points[-1][1]) for line in lines])
    for number, (line, end) in enumerate(zip(lines, ends, strict=True)):
        colour = _COLOURS[number % len(_COLOURS)]
        places = [(scale.x(size), scale.y(seconds)) for size, seconds in line.points]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        for x, y in places:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>'
        yield _text(places[-1][0] + 9, end + 4, line.name, colour=colour)


def _spread(heights: list[float]) -> list[float]:
    """Move names apart that would lie on one another, no higher than the highest needs."""
    placed: dict[int, float] = {}
    last = -math.inf
    for at in sorted(range(len(heights)), key=heights.__getitem__):
        last = placed[at] = max(heights[at], last + _LINE_HEIGHT)
    return [placed[at] for at in range(len(heights))]


def _text(  # noqa: PLR0913 (a text has no fewer)
    x: float, y: float, words: str, *, anchor: str = "start", colour: str = _INK, size: int = 12
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" '
        f'font-size="{size}">{escape(words)}</text>'
    )
