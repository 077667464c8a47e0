"""A QR code as a small drawing, for paper, where no link can be followed."""

from collections.abc import Iterator

import zxingcpp

_QUIET = 4  # modules of white around it, without which a telephone does not find it
_LIGHT = b"\xff"
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}"><path fill="#fff" '
    'd="M0 0h{0}v{0}H0z"/><path stroke="#000" shape-rendering="crispEdges" d="{1}"/></svg>\n'
)


def draw_qr_code(address: str) -> str:
    """Draw the QR code of an address, as SVG."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    modules = code.to_image(scale=1, add_quiet_zones=False)
    # An image is a buffer, which its stub has no way to say before Python 3.12.
    width, cells = modules.shape[0], bytes(memoryview(modules))  # type: ignore[arg-type]
    rows = (cells[start : start + width] for start in range(0, width * width, width))
    bars = "".join(bar for y, row in enumerate(rows, _QUIET) for bar in _draw_row(row, y))
    return _DRAWING.format(width + 2 * _QUIET, bars)


def _draw_row(row: bytes, y: int) -> Iterator[str]:
    """Draw each run of dark modules as a bar; one light module ends a run, even an empty one."""
    x = _QUIET
    for run in row.split(_LIGHT):
        if run:
            yield f"M{x} {y}.5h{len(run)}"
        x += len(run) + 1
