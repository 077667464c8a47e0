"""What became of a sheet, in bytes that a store keeps, packed as whoever asks for them needs.

Most of it is linked or joined as it is, and nobody looks at it.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, Self

Stamp = tuple[str, int, int]


class CachedOutput(NamedTuple):
    """What a sheet gave: its files, its words for search, its shares in other files."""

    stamps: bytes
    words: bytes = b""
    shares: bytes = b""

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        """Unpack an outcome, and none of what is in it."""
        return cls(*_part(packed))

    def pack(self) -> bytes:
        """Pack an outcome as one."""
        return _join(self)

    def read_stamps(self) -> list[Stamp]:
        """Read which files there are, with their sizes and times."""
        return unpack_stamps(self.stamps)

    def read_shares(self) -> Iterator[tuple[str, bytes]]:
        """Read the shares, each with the address of the file that it is for."""
        told = _part(zlib.decompress(self.shares)) if self.shares else []
        return zip(map(bytes.decode, told[::2]), told[1::2], strict=True)


def pack_stamps(stamps: Sequence[Stamp]) -> bytes:
    """Pack the files of an outcome."""
    return json.dumps(stamps).encode()


def unpack_stamps(packed: bytes) -> list[Stamp]:
    """Unpack the files of an outcome."""
    stamps: list[Stamp] = json.loads(packed)
    return stamps


def pack_shares(shares: Mapping[str, str]) -> bytes:
    """Pack the shares of an outcome, ready to be written."""
    told = [encode(text) for share in shares.items() for text in share]
    return zlib.compress(_join(told), 1) if told else b""


def pack_text(text: str) -> bytes:
    """Pack a text as an outcome holds it."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpack_text(packed: bytes) -> str:
    """Unpack a text."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def encode(text: str) -> bytes:
    """Encode a text as every file of the site is written."""
    return text.encode("utf-8", "xmlcharrefreplace")


def _join(parts: Sequence[bytes]) -> bytes:
    """Join several things as one, behind a line that says where each ends."""
    ends = " ".join(map(str, accumulate(map(len, parts))))
    return b"".join((ends.encode(), b"\n", *parts))


def _part(joined: bytes) -> list[bytes]:
    """Part what was joined."""
    ends, _, rest = joined.partition(b"\n")
    return [rest[start:end] for start, end in pairwise((0, *map(int, ends.split())))]
