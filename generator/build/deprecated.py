"""Settings and fields that a site uses and a later version will not know, each at its place."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.collection.collection import Collection
from generator.load.faults import DEPRECATED
from generator.load.files import read_text
from generator.model import deprecations
from generator.model.deprecations import Deprecation
from generator.model.problem import Place, Problem

_SETTINGS = "settings"
_PLUGIN = "improvement-stories"


def find_deprecated(root: Path, settings: str, collection: Collection) -> Iterator[Problem]:
    """Find what is to go in the file of settings and in the records."""
    told = {(each.kind, each.path): each for each in deprecations.DEPRECATIONS}
    if not told:
        return
    kinds = {kind for kind, _ in told}
    if _SETTINGS in kinds:
        for path, line, column in _list_settings(root, settings):
            if each := told.get((_SETTINGS, path)):
                yield _tell(each, Place(settings, line, column))
    for record in collection.records:
        if record.kind not in kinds:
            continue
        for keys in record.origin.places:
            path = ".".join(key for key in keys if isinstance(key, str))
            each = told.get((record.kind, path))
            if each and isinstance(keys[-1], str):
                yield _tell(each, record.place(*keys))


def _tell(each: Deprecation, place: Place) -> Problem:
    name = each.path.rpartition(".")[2]
    message = f"“{name}” still works, and version {each.gone} will not know it."
    return DEPRECATED.at(place, message, each.instead)


def _list_settings(root: Path, path: str) -> Iterator[tuple[str, int, int]]:
    """List the plugin's settings that a file names: their paths, and where they stand."""
    try:
        tree = yaml.compose(read_text(root, path).text or "", Loader=yaml.SafeLoader)
    except yaml.YAMLError:  # which whoever loads it says better
        return
    for plugin in _list_plugins(tree):
        yield from _list_below(plugin, "")


def _list_plugins(tree: yaml.Node | None) -> Iterator[yaml.Node]:
    """List what is said below the plugin's name, in a list of plugins or in a mapping of them."""
    for name, value in _list_pairs(tree):
        if name.value == "plugins":
            parts = value.value if isinstance(value, yaml.SequenceNode) else [value]
            pairs = (pair for part in parts for pair in _list_pairs(part))
            yield from (told for key, told in pairs if key.value == _PLUGIN)


def _list_below(node: yaml.Node, above: str) -> Iterator[tuple[str, int, int]]:
    for name, value in _list_pairs(node):
        path = f"{above}{name.value}"
        yield path, name.start_mark.line + 1, name.start_mark.column + 1
        yield from _list_below(value, f"{path}.")


def _list_pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []
