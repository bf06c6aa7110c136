"""As much of protobuf's wire format as a list of names needs: https://protobuf.dev/programming-guides/encoding/."""

from __future__ import annotations

from collections.abc import Iterator

_VARINT, _EIGHT_BYTES, _SIZED, _FOUR_BYTES = 0, 1, 2, 5
_LONGEST_VARINT = 10


def sized_fields(message: bytes, number: int) -> Iterator[bytes]:
    """Yield the values of one field that is text, bytes or a message; ``ValueError`` where a message is damaged."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        kind = tag & 7
        size = {_VARINT: 0, _EIGHT_BYTES: 8, _FOUR_BYTES: 4}.get(kind)
        if kind == _VARINT:
            _, at = _varint(message, at)
        elif kind == _SIZED:
            size, at = _varint(message, at)
        if size is None or at + size > len(message):
            raise ValueError(kind)
        if kind == _SIZED and tag >> 3 == number:
            yield message[at : at + size]
        at += size


def _varint(message: bytes, at: int) -> tuple[int, int]:
    """Read a number, seven bits a byte, the lowest first; return it with the offset behind it."""
    value = 0
    for index, byte in enumerate(message[at : at + _LONGEST_VARINT]):
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:  # noqa: PLR2004 - the highest bit says that another byte follows
            return value, at + index + 1
    raise ValueError(at)
