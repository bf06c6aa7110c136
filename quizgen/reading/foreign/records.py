"""The cells of a row, or the fields of a note, to one record."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from quizgen.model.bringing import Picture, Record
from quizgen.reading.foreign.gathering import MOST_CHARACTERS, Gathering
from quizgen.reading.foreign.html import Plain
from quizgen.reading.foreign.roles import Role

_CLOZE = re.compile(r"\{\{c\d+::")
_OCCLUSION = re.compile(r"\{\{c\d+::image-occlusion:")
_PAGE_ALONE = re.compile(r"\A\d+\Z")
"""A locator that is a number: the columns for locators are those of pages."""
_LIST = re.compile(r"[;|\n]+")
_WORDS = re.compile(r"[,;|\n]+")


class Cell(NamedTuple):
    """A cell with what it is for; ``None`` where nobody knows."""

    role: Role | None
    name: str
    """Of its column or field, for messages."""
    text: str


def make_record(
    cells: Sequence[Cell], plain: Callable[[str], Plain], gathering: Gathering, home: str = "", tags: str = ""
) -> Record | None:
    """Make a record of its cells; ``None``, with a problem unless it is blank, where it cannot be one.

    ``plain`` turns a cell into one line of inline markup. ``home`` and ``tags`` (parted by blanks) go with it.
    """
    if not _is_fit(cells, gathering):
        return None
    taker = _Taker(cells, plain)
    question, cloze = taker.one(Role.QUESTION), taker.one(Role.CLOZE)
    answer, distractors, accept = _answers(taker)
    explanation = taker.one(Role.EXPLANATION)
    if not cloze and _CLOZE.search(question):
        cloze, question = question, ""
        answer, explanation = "", " ".join(part for part in (answer, explanation) if part)
    record = Record(
        place=gathering.place,
        question=question,
        answer=answer,
        accept=accept,
        distractors=distractors,
        cloze=cloze,
        explanation=explanation,
        home=taker.one(Role.HOME) or home,
        tags=(*taker.words(Role.TAGS), *tags.split()),
        source=taker.one(Role.SOURCE),
        locator=_PAGE_ALONE.sub(r"page \g<0>", taker.one(Role.LOCATOR)),
        picture=taker.pictures[0] if taker.pictures else None,
    )
    taker.report_rest(gathering)
    return record if record.picture or has_text(record) else None


def has_text(record: Record) -> bool:
    """Whether anything is asked or answered in words."""
    return bool(record.question or record.answer or record.cloze)


def _is_fit(cells: Sequence[Cell], gathering: Gathering) -> bool:
    too_long = next((cell for cell in cells if len(cell.text) > MOST_CHARACTERS), None)
    if too_long is not None:
        message = f"a text of {len(too_long.text):,} characters is no question; it was left out with its row"
        gathering.complain("QZ548", message, f"shorten it to {MOST_CHARACTERS:,} characters at most")
    elif any(_OCCLUSION.search(cell.text) for cell in cells):
        message = "a note that hides parts of a picture was left out"
        gathering.complain("QZ548", message, "ask about the picture in words")
        return False
    return too_long is None


def _answers(taker: _Taker) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the answer, the distractors and the other spellings of the answer."""
    options, accept, wrong = taker.all(Role.OPTION), taker.all(Role.ACCEPT, _LIST), taker.distractors()
    key = taker.one(Role.KEY) or taker.one(Role.ANSWER)
    if not options:
        return key, wrong, accept
    right = _right_options(key, options)
    wrong_options = (option for option in options if option not in right)
    return right[0] if right else key, (*wrong_options, *wrong), (*right[1:], *accept)


def _right_options(key: str, options: Sequence[str]) -> list[str]:
    """Return the options that a key names: by its text, or by letters or numbers such as ``B`` or ``1,3``."""
    if key in options or not re.fullmatch(r"[a-hA-H1-9]([,; ]+[a-hA-H1-9])*", key):
        return [key] if key else []
    named = [int(one) - 1 if one.isdigit() else ord(one.lower()) - ord("a") for one in re.split(r"[,; ]+", key)]
    return [options[at] for at in named if at < len(options)]


class _Taker:
    """Takes the cells by their roles, and knows which nobody took."""

    def __init__(self, cells: Sequence[Cell], plain: Callable[[str], Plain]) -> None:
        self.cells = [cell for cell in cells if cell.text.strip()]
        self.plain = plain
        self.pictures: list[Picture] = []
        self.rest = list(self.cells)

    def one(self, role: Role) -> str:
        """Take the first cell of a role; empty where there is none."""
        cell = next((cell for cell in self.cells if cell.role is role), None)
        if cell is None:
            return ""
        self.rest.remove(cell)
        return self._read(cell.text)

    def all(self, role: Role, parting: re.Pattern[str] | None = None) -> tuple[str, ...]:
        """Take all cells of a role, each cut into its parts."""
        cells = [cell for cell in self.cells if cell.role is role]
        self.rest = [cell for cell in self.rest if cell.role is not role]
        parts = (part for cell in cells for part in (parting.split(cell.text) if parting else [cell.text]))
        return tuple(dict.fromkeys(text for part in parts if (text := self._read(part))))

    def distractors(self) -> tuple[str, ...]:
        """Take the distractors: one a column, or all of them in one column."""
        is_alone = sum(cell.role is Role.DISTRACTOR for cell in self.cells) == 1
        return self.all(Role.DISTRACTOR, _LIST if is_alone else None)

    def words(self, role: Role) -> tuple[str, ...]:
        """Take a cell of words, parted by commas or semicolons, or else by blanks."""
        cells = [cell.text for cell in self.cells if cell.role is role]
        self.rest = [cell for cell in self.rest if cell.role is not role]
        parts = (part for text in cells for part in (_WORDS.split(text) if _WORDS.search(text) else text.split()))
        return tuple(word for part in parts if (word := self._read(part)))

    def report_rest(self, gathering: Gathering) -> None:
        """Note cells that nothing was made of, and further pictures."""
        for cell in self.rest:
            if cell.role is not Role.NOTHING:
                gathering.leave(f"text in `{cell.name}`", f"texts in `{cell.name}`")
        gathering.leave(
            "picture beside the first of a note", "pictures beside the first of a note", max(len(self.pictures) - 1, 0)
        )

    def _read(self, text: str) -> str:
        plain = self.plain(text)
        self.pictures += plain.pictures
        return plain.text
