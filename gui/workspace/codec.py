"""The document's types as JSON, both ways.

A dataclass becomes an object with its field names; fields that hold their default are left out. So the names in
``gui/document`` are the file format: a test lists them, and a change to that list needs a new ``store.VERSION``.

Reading is strict: an unknown field or word is an error, since dropping it would lose it at the next save. Only a file
of a newer version, which is never written again, is read leniently.
"""

import dataclasses
import json
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from gui.document.edit import BlockEdit, CommentEdit, Edit, Json, PropertyEdit, SegmentsEdit, TargetEdit, VersionEdit
from gui.document.errors import ProjectError
from gui.document.release import Block, Release
from gui.document.segment import Segment, Unit

_EDITS: dict[str, type[Edit]] = {
    "target": TargetEdit,
    "segments": SegmentsEdit,
    "block": BlockEdit,
    "comment": CommentEdit,
    "version": VersionEdit,
    "property": PropertyEdit,
}
_NAMES = {kind: name for name, kind in _EDITS.items()}

Decoder: TypeAlias = Callable[[Any], Any]

_T = TypeVar("_T")


def encode(value: object) -> Json:
    """Any value of the document as JSON."""
    if dataclasses.is_dataclass(value):
        kind: type = type(value)
        return {
            name: encode(held)
            for name, default in _defaults(kind)
            if (held := getattr(value, name)) is not default and held != default
        }
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {str(name): encode(item) for name, item in value.items()}
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def dumps(value: Json) -> bytes:
    """JSON as UTF-8. Half a surrogate pair, as an input method may leave behind, is kept: ``json.loads`` reads it."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


@cache
def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


def decode(kind: type, value: Json, *, strict: bool = True) -> Any:  # its type is ``kind``
    """The value of type ``kind`` that ``value`` stands for.

    Args:
        kind: a dataclass of the document.
        value: what :func:`encode` gave.
        strict: whether an unknown field is an error; else it is ignored.

    Raises:
        ProjectError: the JSON does not describe such a value.
    """
    try:
        return _decoder(kind, strict)(value)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise ProjectError("The project holds something that this version of Daejo does not know.") from error


def decode_all(kind: type[_T], value: Json, *, strict: bool = True) -> tuple[_T, ...]:
    """The values of type ``kind`` in a list, as :func:`encode` gave them.

    Raises:
        ProjectError: the JSON is no list of such values.
    """
    if not isinstance(value, list):
        raise ProjectError("The project holds something that this version of Daejo does not know.")
    return tuple(decode(kind, item, strict=strict) for item in value)


def release_from(value: Json, *, strict: bool = True) -> Release:
    """A release from its JSON.

    Raises:
        ProjectError: the JSON does not describe a release.
    """
    return cast("Release", decode(Release, value, strict=strict))


def encode_edit(edit: Edit) -> dict[str, Json]:
    """An edit as JSON, with its kind under ``edit``. Both sides are written out, even an empty one."""
    fields = {field.name: encode(getattr(edit, field.name)) for field in dataclasses.fields(edit)}
    return {"edit": _NAMES[type(edit)], **fields}


def decode_edit(value: Json) -> Edit:
    """The edit that :func:`encode_edit` wrote.

    Raises:
        ProjectError: the JSON does not describe an edit.
    """
    fields = dict(value) if isinstance(value, dict) else {}
    kind = _EDITS.get(str(fields.pop("edit", "")))
    if kind is None:
        raise ProjectError("The project holds a change that this version of Daejo does not know.")
    return cast("Edit", decode(kind, fields))


def encode_unit(unit: Unit, block: int) -> Json:
    """A unit as JSON; its block is kept as its place in the release."""
    return {"key": unit.key, "block": block, "segments": encode(unit.segments)}


def decode_unit(value: Json, blocks: tuple[Block, ...], *, strict: bool = True) -> Unit:
    """The unit that :func:`encode_unit` wrote.

    Raises:
        ProjectError: the JSON does not describe a unit of this release.
    """
    fields = value if isinstance(value, dict) else {}
    key, block, segments = fields.get("key"), fields.get("block"), fields.get("segments")
    sound = isinstance(key, str) and isinstance(block, int) and isinstance(segments, list)
    if not sound or not 0 <= cast("int", block) < len(blocks) or (strict and len(fields) > 3):
        raise ProjectError("The project holds a part that this version of Daejo does not know.")
    held = (decode(Segment, item, strict=strict) for item in cast("list[Json]", segments))
    return Unit(cast("str", key), blocks[cast("int", block)], tuple(held))


@cache
def _decoder(kind: Any, strict: bool) -> Decoder:  # noqa: FBT001  # ``kind``: any annotation of the document
    if dataclasses.is_dataclass(kind):
        return _dataclass_decoder(cast("type", kind), strict)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple_decoder(arguments, strict)
    if origin in (Union, types.UnionType) and len(arguments) == 2 and types.NoneType in arguments:
        inner = _decoder(next(item for item in arguments if item is not types.NoneType), strict)
        return lambda value: None if value is None else inner(value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return cast("Decoder", kind)
    if kind in (datetime, date):
        return cast("Decoder", kind.fromisoformat)
    return _scalar_decoder(kind) if kind in (str, int, bool) else lambda value: value


def _scalar_decoder(kind: type) -> Decoder:
    def scalar(value: object) -> object:
        if type(value) is not kind:
            raise TypeError(kind.__name__)
        return value

    return scalar


def _tuple_decoder(arguments: tuple[Any, ...], strict: bool) -> Decoder:  # noqa: FBT001
    if arguments[-1] is Ellipsis:
        inner = _decoder(arguments[0], strict)
        return lambda value: tuple([inner(item) for item in _listed(value)])
    inners = [_decoder(argument, strict) for argument in arguments]
    return lambda value: tuple(inner(item) for inner, item in zip(inners, _listed(value), strict=True))


def _listed(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("list")
    return value


def _dataclass_decoder(kind: type, strict: bool) -> Decoder:  # noqa: FBT001
    hints = get_type_hints(kind)
    decoders: Mapping[str, Decoder] = {
        field.name: _decoder(hints[field.name], strict) for field in dataclasses.fields(kind)
    }

    def build(value: dict[str, Any]) -> object:
        if strict:
            return kind(**{name: decoders[name](held) for name, held in value.items()})
        return kind(**{name: decoders[name](held) for name, held in value.items() if name in decoders})

    return build
