"""The list of media in a newer package is read field by field, and a damaged one stops nothing for ever."""

from __future__ import annotations

import pytest

from quizgen.reading.foreign.protobuf import sized_fields

NUMBER = b"\x08\x96\x01"
"""Field 1: the number 150, in two bytes."""
EIGHT_BYTES = b"\x19" + bytes(8)
"""Field 3."""
FOUR_BYTES = b"\x25" + bytes(4)
"""Field 4."""


def text(field: int, value: bytes) -> bytes:
    """Return a short field of text."""
    return bytes([field << 3 | 2, len(value)]) + value


def test_fields_of_other_kinds_and_numbers_are_passed_over() -> None:
    """A later version of Anki may add fields of any kind."""
    message = NUMBER + text(1, b"a.png") + EIGHT_BYTES + text(2, b"other") + FOUR_BYTES + text(1, b"") + NUMBER
    assert list(sized_fields(message, 1)) == [b"a.png", b""]


@pytest.mark.parametrize(
    "message",
    [text(1, b"a.png")[:-1], EIGHT_BYTES[:-1], b"\x0b", b"\x08", b"\x08" + b"\xff" * 20],
    ids=["text cut off", "number cut off", "a group", "no number", "a number without an end"],
)
def test_a_damaged_message_is_refused(message: bytes) -> None:
    """It is said to be damaged; nothing is made of what follows."""
    with pytest.raises(ValueError, match=r"\d"):
        list(sized_fields(message, 1))
