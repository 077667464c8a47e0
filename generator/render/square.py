"""A QR code as a small drawing, for paper, where no link can be followed."""

import re

import zxingcpp

_QUIET = 4  # modules of white around it, without which a telephone does not find it
_DARK = re.compile(rb"\0+")
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}"><path fill="#fff" '
    'd="M0 0h{0}v{0}H0z"/><path stroke="#000" shape-rendering="crispEdges" d="{1}"/></svg>\n'
)


def draw_square(address: str) -> str:
    """Draw the QR code of an address, as SVG."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    modules = code.to_image(scale=1, add_quiet_zones=False)
    # An image is a buffer, which its stub has no way to say before Python 3.12.
    width, cells = modules.shape[0], bytes(memoryview(modules))  # type: ignore[arg-type]
    bars = "".join(
        f"M{_QUIET + bar.start()} {_QUIET + row}.5h{bar.end() - bar.start()}"
        for row in range(width)
        for bar in _DARK.finditer(cells[row * width : (row + 1) * width])
    )
    return _DRAWING.format(width + 2 * _QUIET, bars)
