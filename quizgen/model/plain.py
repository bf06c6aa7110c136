"""Frozen values as plain data, and back: what JSON can hold.

A dataclass or a named tuple becomes a mapping of its fields, without those that have their default value: so that a
value written by an older version, which lacks a field, reads back with that field's default.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from quizgen.model.edtf import Edtf
from quizgen.model.text import Text

Value = TypeVar("Value")


def to_plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Turn a value of the model into mappings, lists, texts, numbers, truth values and ``None``."""
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, tuple) and not _is_record(type(value)):
        return [to_plain(item) for item in value]
    kept = ((name, getattr(value, name), default) for name, default in _defaults(cast("Any", type(value))).items())
    return {name: to_plain(item) for name, item, default in kept if default is MISSING or item != default}


def from_plain(kind: type[Value], data: object, document: str) -> Value:
    """Read a value back; ``ValueError`` where the data have another shape. Texts stand in ``document``."""
    return cast("Value", _read(kind, data, document))


def _read(kind: Any, data: Any, document: str) -> Any:  # noqa: ANN401 - types and plain data of every kind
    if get_origin(kind) in {Union, types.UnionType}:
        (inner,) = (part for part in get_args(kind) if part is not type(None))
        return None if data is None else _read(inner, data, document)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], item, document) for item in _checked(list, data))
    if get_origin(kind) is not None:  # a mapping from texts
        return {key: _read(get_args(kind)[1], item, document) for key, item in _checked(dict, data).items()}
    if _is_record(kind):
        return _read_record(kind, _checked(dict, data), document)
    return _read_leaf(kind, data, document)


def _read_leaf(kind: Any, data: Any, document: str) -> Any:  # noqa: ANN401 - see `_read`
    if kind is Text:
        return Text(_checked(str, data), document)
    if kind is Edtf:
        return _date(_checked(str, data))
    if issubclass(kind, Enum):
        return kind(data)
    return _checked(kind, data)


def _read_record(kind: Any, data: dict[str, Any], document: str) -> Any:  # noqa: ANN401 - see `_read`
    hints = _hints(kind)
    known = {name: item for name, item in data.items() if name in hints}
    try:
        return kind(**{name: _read(hints[name], item, document) for name, item in known.items()})
    except TypeError as error:  # a required field is missing
        raise ValueError(str(error)) from error


def _checked(kind: Any, data: Any) -> Any:  # noqa: ANN401 - see `_read`
    if not isinstance(data, kind):
        message = f"{type(data).__name__} in place of {kind.__name__}"
        raise ValueError(message)  # noqa: TRY004 - one kind of error for all wrong shapes
    return data


def _date(text: str) -> Edtf:
    date = Edtf.parse(text)
    if date is None:
        message = f"no date: {text}"
        raise ValueError(message)
    return date


def _is_record(kind: type) -> bool:
    return hasattr(kind, "_fields") or (is_dataclass(kind) and kind is not Edtf)


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {name: hints[name] for name in _defaults(kind)}


@cache
def _defaults(kind: Any) -> dict[str, object]:  # noqa: ANN401 - a dataclass or a named tuple
    """Return the fields' names, each with its default value or ``MISSING``."""
    if is_dataclass(kind):
        return {field.name: _default(field) for field in fields(kind)}
    return {name: kind._field_defaults.get(name, MISSING) for name in kind._fields}


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()
