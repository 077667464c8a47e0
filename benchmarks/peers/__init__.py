"""The tools that are compared, this generator first."""

from benchmarks.peers.eleventy import ELEVENTY
from benchmarks.peers.hugo import HUGO
from benchmarks.peers.material import MATERIAL
from benchmarks.peers.ours import OURS, WITH_CARDS
from benchmarks.peers.peer import Peer
from benchmarks.peers.zensical import ZENSICAL

PEERS: tuple[Peer, ...] = (OURS, WITH_CARDS, HUGO, MATERIAL, ZENSICAL, ELEVENTY)

__all__ = ["ELEVENTY", "HUGO", "MATERIAL", "OURS", "PEERS", "WITH_CARDS", "ZENSICAL", "Peer"]
