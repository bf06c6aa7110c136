"""Forms as sheets.

The template of a form is given nothing but what it prints. No key, slot, truth or fact id reaches it, so that
no template, ours or another, can print them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.model.fact import Fact
from quizgen.model.project import ItemType, MatchBy, SectionSpec
from quizgen.model.quiz import Form, Part, PlacedItem, letter_at
from quizgen.model.text import Text
from quizgen.rendering.columns import in_rows
from quizgen.rendering.form_items import FormItem, FormLine, FormPart, FormView
from quizgen.rendering.keys import part_heading
from quizgen.rendering.setting import Setting

_LINES_A_POINT = 2
_STOPS = ".,;:!?…)]”’»%"
_WITH_LINES = {ItemType.MATCHING, ItemType.ORDERING}
"""These name their sources beside pairs and events, or above all of them."""
_WITH_RINGS = {ItemType.MULTIPLE_CHOICE, ItemType.TRUE_FALSE}


def form_view(form: Form, setting: Setting) -> FormView:
    """Make what the template of a form sees."""
    words = setting.words
    return FormView(
        letter=form.letter,
        code=form.code,
        points=form.points,
        instructions=_instructions(form, setting),
        parts=tuple(_part(part, setting) for part in form.parts),
        end=words.end.format(form.letter),
        end_check=words.counted(words.end_check, len(form.items)),
    )


def _instructions(form: Form, setting: Setting) -> tuple[str, ...]:
    words, minutes = setting.words, setting.quiz.spec.minutes
    first = [
        f"*{words.counted(words.answer_all, len(form.items))}*",
        words.counted(words.minutes, minutes) if minutes else "",
        words.counted(words.paper_points, form.points),
    ]
    has_rings = any(part.spec.type in _WITH_RINGS for part in form.parts)
    choose = [words.choose] if has_rings else []
    own = setting.quiz.spec.instructions
    return (" ".join(filter(None, first)), words.brackets, *choose, words.as_then, *([str(own)] if own else []))


def _part(part: Part, setting: Setting) -> FormPart:
    items = tuple(_item(placed, part, setting) for placed in part.items)
    if part.spec.type is ItemType.MATCHING:
        items = _joined(part, items, setting)
    attribution = _of_all(part, setting)
    if attribution:
        items = tuple(replace(item, attribution="") for item in items)
    return FormPart(
        type=part.spec.type,
        heading=part_heading(part, setting),
        directions=str(part.spec.instructions or setting.words.type_words(part.spec.type).directions),
        points=part.points,
        attribution=attribution,
        items=items,
        rows=in_rows(part, items),
    )


def _of_all(part: Part, setting: Setting) -> str:
    """Say once who says so, where that is the same of all items: on every form, for all forms have the same."""
    lines = {setting.attribution(placed.item.fact, is_line=False) for placed in part.items}
    if part.spec.type in _WITH_LINES or len(part.items) == 1 or len(lines) > 1:
        return ""
    return setting.words.whole_part.format(*lines)


def _item(placed: PlacedItem, part: Part, setting: Setting) -> FormItem:
    item, fact = placed.item, placed.item.fact
    number = item.number
    gaps = [_stop_first(piece) if at else (Text(""), piece) for at, piece in enumerate(item.pieces)]
    events = tuple(_events(placed, setting))
    return FormItem(
        number=placed.number,
        points=part.points_of(item),
        attribution="" if _stands_by_lines(events) else _attribution(fact, part.spec, setting),
        lang=setting.lang_of(fact),
        stem=item.stem,
        pieces=tuple(piece for _, piece in gaps),
        stops=tuple(stop for stop, _ in gaps[1:]),
        choices=() if events else tuple((letter_at(at), option.text) for at, option in enumerate(placed.options)),
        asked=item.asked,
        lines=_lines(item.asked, part.spec),
        unit=(number.before, number.after) if number else None,
        boxes=events,
        heads=("", ""),
    )


def _stop_first(piece: Text) -> tuple[Text, Text]:
    """Part the punctuation at the beginning of a text from it."""
    rest = piece.lstrip(_STOPS)
    return Text(piece[: len(piece) - len(rest)]), Text(rest)


def _events(placed: PlacedItem, setting: Setting) -> Iterator[FormLine]:
    if placed.item.type is ItemType.ORDERING:
        facts = {str(fact.id): fact for fact in placed.item.facts}
        told = [(facts[event.slot], event.text) for event in placed.options]
        yield from _told_once([_line(None, fact, text, setting.attribution(fact), setting) for fact, text in told])


def _joined(part: Part, items: Sequence[FormItem], setting: Setting) -> tuple[FormItem, ...]:
    """Make one item of all pairs: the names to choose from stand beside them once."""
    pairs = [
        _line(placed.number, placed.item.fact, item.stem, item.attribution, setting)
        for placed, item in zip(part.items, items, strict=True)
    ]
    boxes = tuple(_told_once(pairs))
    above = "" if _stands_by_lines(boxes) else items[0].attribution
    words = setting.words
    right = {MatchBy.VOICE: words.pair_voice, MatchBy.SOURCE: words.pair_source}.get(
        part.spec.by or MatchBy.ANSWER, words.pair_answer
    )
    return (replace(items[0], attribution=above, boxes=boxes, heads=(words.pair_left, right)),)


def _line(number: int | None, fact: Fact, text: Text, attribution: str, setting: Setting) -> FormLine:
    return FormLine(number=number, attribution=attribution, lang=setting.lang_of(fact), text=text)


def _told_once(lines: Sequence[FormLine]) -> Sequence[FormLine]:
    """Take the attribution from lines that all have the same: it then stands above them."""
    is_shared = len({line.attribution for line in lines}) == 1
    return [replace(line, attribution="") for line in lines] if is_shared else lines


def _stands_by_lines(lines: Sequence[FormLine]) -> bool:
    return any(line.attribution for line in lines)


def _attribution(fact: Fact, section: SectionSpec, setting: Setting) -> str:
    """Say who says so, but for a matching by source, where that is what is asked."""
    return "" if section.by is MatchBy.SOURCE else setting.attribution(fact)


def _lines(asked: int, section: SectionSpec) -> int:
    lines = section.lines or _LINES_A_POINT * section.points
    return max(1, -(-lines // asked))
