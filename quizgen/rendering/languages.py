"""Languages with the words of ``words/LANGUAGE.yaml``, and whether these can take the places of the built-in ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, cast

from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.text import Text
from quizgen.model.words import OwnWord, OwnWords, language_of, own_words_for
from quizgen.rendering.date_grammars import grammar_of
from quizgen.rendering.index_words import index_words_of
from quizgen.rendering.own_words import Language
from quizgen.rendering.quiz_words import quiz_words_of
from quizgen.rendering.words import words_of

_GAP = re.compile(r"\{\w*\}")
_LISTS = {"dates.months": 12, "dates.day_months": 12, "dates.seasons": 4}
_NO_WORDS = {"lang", "types", "dates.century_number", "dates.about_case", "dates.between_cases"}
_TRUTHS = {"true": True, "false": False}
_MOST_NAMED = 12


def known_words(lang: str) -> dict[str, object]:
    """Return all words that a file may give, by their whole names, as they are built in."""
    quiz_words = quiz_words_of(lang)
    known = [pair for words in (quiz_words, words_of(lang), index_words_of(lang)) for pair in _fields(words)]
    known += [pair for type_, words in quiz_words.types.items() for pair in _fields(words, f"types.{type_}.")]
    return dict([*known, *_fields(grammar_of(lang), "dates.")])


def language_with(tag: str, own: Iterable[OwnWords]) -> str:
    """Return a tag with a project's words for it, where the project gives some."""
    words = own_words_for(tag, own)
    return tag if words is None else Language(tag, dict(_given(words, known_words(words.lang))))


def check_words(own: Iterable[OwnWords]) -> Iterator[Problem]:
    """Report words that are unknown, or have another shape than the built-in one, or are missing."""
    for words in own:
        known = known_words(words.lang)
        yield from (_wrong(word, known) for word in words.words if _shaped(word, known) is None)
        yield from _missing(words, known)


def _given(own: OwnWords, known: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Yield the words in the shapes of the built-in ones; what has another shape is left out."""
    for word in own.words:
        value = _shaped(word, known)
        if value is not None:
            yield str(word.name), value


def _fields(words: object, above: str = "") -> Iterator[tuple[str, object]]:
    assert is_dataclass(words)  # noqa: S101 - for the checker of types
    for field in fields(words):
        if above + field.name not in _NO_WORDS:
            yield above + field.name, getattr(words, field.name)


def _shaped(word: OwnWord, known: Mapping[str, object]) -> object:
    """Return what a file says in the shape of the built-in word; ``None`` where it has another one, or is unknown."""
    name, built_in = str(word.name), known.get(word.name)
    if name in _LISTS:
        return (_joined(word.forms),) * 3 if len(word.forms) == _LISTS[name] else None
    if isinstance(built_in, tuple):
        return _shaped_forms(word.forms * len(built_in) if len(word.forms) == 1 else word.forms, built_in)
    if len(word.forms) > 1:
        return None
    form = str(word.forms[0])
    if isinstance(built_in, bool):
        return _TRUTHS.get(form)
    return form if isinstance(built_in, str) and _gaps(form) == _gaps(built_in) else None


def _joined(names: Iterable[str]) -> str:
    """Write months or seasons as the grammar has them: with blanks between them, and none within."""
    return " ".join(name.replace(" ", "\u00a0") for name in names)


def _shaped_forms(forms: tuple[Text, ...], built_in: tuple[str, ...]) -> tuple[str, ...] | None:
    """Take as many forms as the built-in word has; the last has its gaps, those before it have these or none."""
    gaps = _gaps(built_in[-1])
    *before, last = [_gaps(form) for form in forms]
    fits = len(forms) == len(built_in) and last == gaps and all(each in ([], gaps) for each in before)
    return tuple(map(str, forms)) if fits else None


def _gaps(text: str) -> list[str]:
    """Return the places where something comes in; one that is broken is like no other."""
    rest = _GAP.sub("", text)
    return ["broken"] if "{" in rest or "}" in rest else sorted(_GAP.findall(text))


def _wrong(word: OwnWord, known: Mapping[str, object]) -> Problem:
    if word.name not in known:
        hint = did_you_mean(word.name, known) or "`quizgen explain QZ440` tells which there are"
        return Problem(code="QZ440", message=f"there is no word `{word.name}`", place=word.name.place, hint=hint)
    built_in = known[word.name]
    shown = " · ".join(cast("Any", built_in)) if isinstance(built_in, tuple) else str(built_in)
    return Problem(
        code="QZ441",
        message=f"`{word.name}` has another form than the built-in word",
        place=word.name.place,
        note=f"built in it is: {shown}",
        hint="give as many forms, each with the same `{}`",
    )


def _missing(own: OwnWords, known: Iterable[str]) -> Iterator[Problem]:
    """Without built-in words in the language, what is missing would be printed in English."""
    given = {str(word.name) for word in own.words}
    missing = [name for name in known if name not in given]
    if missing and quiz_words_of(own.lang).lang != language_of(own.lang):
        named = ", ".join(f"`{name}`" for name in missing[:_MOST_NAMED])
        more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
        message = f"words are missing, and are printed in English: {named}{more}"
        yield Problem(code="QZ442", message=message, place=Place(own.lang.document))
