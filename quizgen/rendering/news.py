"""What the key and the feedback of a form that was printed before say of later corrections and withdrawals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from quizgen.model.fact import Fact
from quizgen.model.quiz import Form, PlacedItem
from quizgen.model.sheets import News
from quizgen.rendering.dates import date_words
from quizgen.rendering.key_sheets import KeyView
from quizgen.rendering.markup import plain_text
from quizgen.rendering.matrices import Cell, Matrix, Row
from quizgen.rendering.setting import Setting

_FRAME = 28
_LINE = 16.8
"""Points that a notice takes round its text, and for a line of it."""
_A_LINE = 65
"""Characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What has happened to a question."""

    number: int
    head: str
    texts: tuple[str, ...]
    """With inline markup."""
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """All notices of a sheet."""

    all: tuple[Notice, ...] = ()
    is_as_printed: bool = False
    """Whether the sheet leaves out what happened since."""

    @property
    def height(self) -> float:
        """How much of a page they take, in points; a little more rather than less."""
        lengths = [len(notice.head) + sum(map(len, notice.texts)) for notice in self.all]
        return sum(_FRAME + _LINE * (1 + length // _A_LINE) for length in lengths) + (_FRAME if lengths else 0)

    @property
    def withdrawn(self) -> dict[int, Notice]:
        """The notices of withdrawn questions, by number."""
        return {notice.number: notice for notice in self.all if notice.is_withdrawn}

    @property
    def mended(self) -> dict[int, list[Notice]]:
        """All other notices, by number."""
        numbers = dict.fromkeys(notice.number for notice in self.all if not notice.is_withdrawn)
        return {number: [notice for notice in self.all if notice.number == number] for number in numbers}


def notices_of(form: Form, setting: Setting) -> Notices:
    """Return the notices of a form, in the order of its numbers; none for one that is being built."""
    news = setting.news
    found = () if news is None else tuple(one for placed in form.items for one in _notices(placed, news, setting))
    return Notices(all=found, is_as_printed=setting.is_as_printed)


def with_everyone(key: KeyView, form: Form, setting: Setting) -> KeyView:
    """Write “all” into the matrix in place of the keys of withdrawn questions."""
    numbers = notices_of(form, setting).withdrawn
    if not numbers:
        return key
    everyone = Cell(text=setting.words.all_count, is_letter=False)
    return replace(key, matrices=tuple(_with_everyone(matrix, numbers, everyone) for matrix in key.matrices))


def _with_everyone(matrix: Matrix, numbers: Mapping[int, Notice], everyone: Cell) -> Matrix:
    def of(row: Row) -> Row:
        return replace(row, cells=tuple(everyone for _ in row.cells)) if row.number in numbers else row

    return replace(matrix, rows=tuple(of(row) for row in matrix.rows))


def _notices(placed: PlacedItem, news: News, setting: Setting) -> Iterator[Notice]:
    for fact in placed.item.facts:
        yield from _notices_of(placed.number, fact, news, setting)


def _notices_of(number: int, fact: Fact, news: News, setting: Setting) -> Iterator[Notice]:
    today = news.today.get(fact.id)
    if today is None:
        yield Notice(number=number, head=setting.words.deleted_since.format(number), texts=())
    elif today.retired is not None:
        reason = (str(today.retired.reason),) if today.retired.reason else ()
        yield Notice(number=number, head=_withdrawn(number, today, setting), texts=reason, is_withdrawn=True)
    else:
        yield from _mended(number, fact, today, setting)


def _withdrawn(number: int, today: Fact, setting: Setting) -> str:
    words, on = setting.words, today.retired.on if today.retired else None
    if on is None:
        return words.withdrawn_undated.format(number)
    return words.withdrawn.format(number, date_words(on, setting.quiz.lang))


def _mended(number: int, then: Fact, today: Fact, setting: Setting) -> Iterator[Notice]:
    """Yield what was corrected since, or that something was edited; last, the answer if it is another one today."""
    answer = _answers(today)
    answers = [] if _answers(then) == answer else [setting.words.answer_today.format(answer)]
    told = list(_told(number, then, today, setting))
    for at, (head, texts) in enumerate(told, start=1):
        yield Notice(number=number, head=head, texts=(*texts, *(answers if at == len(told) else ())))


def _told(number: int, then: Fact, today: Fact, setting: Setting) -> Iterator[tuple[str, tuple[str, ...]]]:
    words, news = setting.words, setting.news or News()
    corrections = [one for one in today.corrections if one not in then.corrections]
    for one in corrections:
        yield words.corrected_since.format(number, date_words(one.on, setting.quiz.lang)), (str(one.note),)
    if not corrections and str(then.id) in news.edited:
        yield words.edited_since.format(number), ()


def _answers(fact: Fact) -> str:
    return "; ".join(plain_text(answer.text) for answer in fact.answers)
