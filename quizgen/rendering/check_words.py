"""Whether the words of ``words/LANGUAGE.yaml`` can take the places of the built-in ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, cast

from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.project import ItemType
from quizgen.model.text import Text
from quizgen.model.words import Entry, OwnWords
from quizgen.rendering.date_grammars import grammar_of
from quizgen.rendering.own_words import Given
from quizgen.rendering.print_words import print_words_of
from quizgen.rendering.quiz_words import quiz_words_of
from quizgen.rendering.quiz_words.wording import TypeWords
from quizgen.rendering.words import words_of

_GAP = re.compile(r"\{\w*\}")
_LISTS = {"months": 12, "day_months": 12, "seasons": 4}
_NO_WORDS = {"lang", "types", "century_number", "about_case", "between_cases"}
_MOST_NAMED = 12


def known_words(lang: str) -> dict[str, object]:
    """Return all words that a file may give, as they are built in."""
    return {
        name: value
        for words in (quiz_words_of(lang), words_of(lang), print_words_of(lang))
        for name, value in _fields(words)
    }


def known_dates(lang: str) -> dict[str, object]:
    """Return all words of dates that a file may give, as they are built in."""
    return dict(_fields(grammar_of(lang)))


def make_words(read: Iterable[OwnWords]) -> tuple[dict[str, Given], tuple[Problem, ...]]:
    """Bring the words of files into shape, by language; what has another shape is a problem, and is left out."""
    made: dict[str, Given] = {}
    problems: list[Problem] = []
    for own in read:
        reader = _Reader(own)
        made[own.lang.lower()] = reader.read()
        problems += reader.problems
    return made, tuple(problems)


class _Reader:
    """Reads one file."""

    def __init__(self, own: OwnWords) -> None:
        self.own = own
        self.problems: list[Problem] = []

    def read(self) -> Given:
        entries = dict(self.own.entries)
        types, dates = (entries.pop(Text(name), None) for name in ("types", "dates"))
        known = known_words(self.own.lang)
        given = dict(self.words(entries, known))
        if isinstance(types, Mapping):
            given["types"] = self.types(types)
        if isinstance(dates, Mapping):
            given["dates"] = {**dict(self.words(dates, known_dates(self.own.lang))), "century_number": str}
        self.check_missing({*known, "types", "dates"} - {*given, *entries})
        return given

    def types(self, types: Mapping[Text, Entry]) -> dict[ItemType, TypeWords]:
        made = dict(quiz_words_of(self.own.lang).types)
        for name, entry in types.items():
            if name not in set(ItemType) or not isinstance(entry, Mapping):
                self.unknown(name, map(str, ItemType))
                continue
            known = made[ItemType(name)]
            pair = dict(self.words(entry, dict(_fields(known))))
            made[ItemType(name)] = TypeWords(**{**dict(_fields(known)), **cast("dict[str, Any]", pair)})
        return made

    def words(self, entries: Mapping[Text, Entry], known: Mapping[str, object]) -> Iterator[tuple[str, object]]:
        for name, entry in entries.items():
            if name not in known:
                self.unknown(name, known)
                continue
            value = _shaped(str(name), known[name], entry)
            if value is None:
                self.problems.append(_wrong(name, known[name]))
            else:
                yield str(name), value

    def unknown(self, name: Text, known: Iterable[str]) -> None:
        hint = did_you_mean(name, known) or "`quizgen explain QZ440` tells which there are"
        message = f"there is no word `{name}`"
        self.problems.append(Problem(code="QZ440", message=message, place=name.place, hint=hint))

    def check_missing(self, names: set[str]) -> None:
        """Without built-in words in the language, what is missing would be printed in English."""
        is_built_in = quiz_words_of(self.own.lang).lang == self.own.lang.partition("-")[0].lower()
        if names and not is_built_in:
            listed = sorted(names)
            named = ", ".join(f"`{name}`" for name in listed[:_MOST_NAMED])
            more = f" and {len(listed) - _MOST_NAMED} more" if len(listed) > _MOST_NAMED else ""
            message = f"words are missing, and are printed in English: {named}{more}"
            place = Place(self.own.lang.document)
            self.problems.append(Problem(code="QZ442", message=message, place=place))


def _fields(words: object) -> Iterator[tuple[str, object]]:
    for field in fields(cast("Any", words)):
        if field.name not in _NO_WORDS:
            yield field.name, getattr(words, field.name)


def _shaped(name: str, known: object, entry: Entry) -> object:
    """Return what a file says in the shape of the built-in word; ``None`` where it has another one."""
    if isinstance(known, bool):
        return entry == "true" if entry in {"true", "false"} else None
    if isinstance(known, str):
        return str(entry) if isinstance(entry, Text) and _gaps(entry) == _gaps(known) else None
    forms = cast("tuple[str, ...]", known)
    if name in _LISTS:
        is_whole = isinstance(entry, tuple) and len(entry) == _LISTS[name]
        return (" ".join(word.replace(" ", "\u00a0") for word in cast("tuple[Text, ...]", entry)),) * 3 if is_whole else None
    if isinstance(entry, Text):  # the same in every case
        entry = (entry,) * len(forms)
    if not isinstance(entry, tuple) or len(entry) != len(forms):
        return None
    fits = all(_gaps(form) in ([], _gaps(forms[-1])) for form in entry) and _gaps(entry[-1]) == _gaps(forms[-1])
    return tuple(map(str, entry)) if fits else None


def _gaps(text: str) -> list[str]:
    """Return the places where something comes in; one that is broken is like no other."""
    rest = _GAP.sub("", text)
    return ["broken"] if "{" in rest or "}" in rest else sorted(_GAP.findall(text))


def _wrong(name: Text, known: object) -> Problem:
    shown = " · ".join(known) if isinstance(known, tuple) else str(known)
    return Problem(
        code="QZ441",
        message=f"`{name}` has another form than the built-in word",
        place=name.place,
        note=f"built in it is: {shown}",
        hint="give as many forms, each with the same `{}`",
    )
