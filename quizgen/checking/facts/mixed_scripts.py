"""QZ607: a word with a letter of another script that looks like one of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizgen.checking.views import FactView
from quizgen.diagnostics.lookalikes import CYRILLIC, GREEK_CAPITALS, named
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.content import Content
from quizgen.model.text import Text

_LATIN = "A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ"
_CYRILLIC = "Ѐ-ӿԀ-ԯᲀ-᲋"
_GREEK = "Ͱ-Ͻ΄-Ͽἀ-῾"
_WORD = re.compile(f"[{_LATIN}{_CYRILLIC}{_GREEK}]*[{_CYRILLIC}{_GREEK}][{_LATIN}{_CYRILLIC}{_GREEK}]*")
_LETTERS = {
    "latin": re.compile(f"[{_LATIN}]"),
    "cyrillic": re.compile(f"[{_CYRILLIC}]"),
    "greek": re.compile(f"[{_GREEK}]"),
}
_PASSING_FOR_LATIN = {**CYRILLIC, **GREEK_CAPITALS, "ο": "o"}
"""Of the small Greek letters one alone: the others stand beside Latin ones in formulas."""
_PASSING = {
    "latin": _PASSING_FOR_LATIN,
    "cyrillic": {latin: letter for letter, latin in CYRILLIC.items()},
    "greek": {latin: letter for letter, latin in {**GREEK_CAPITALS, "ο": "o"}.items()},
}
"""For each script the letters of others that pass for one of its own, and for which."""
_LEAST, _LEAST_BESIDE_GREEK = 2, 3
"""Letters that make a word one of their script; short ones beside Greek letters are formulas."""


def check(view: FactView) -> Iterable[Problem]:
    """Report each word of a fact with a letter that was taken from another keyboard. All languages."""
    if view.everything.isascii() and all(map(str.isascii, view.fact.topics)):
        return ()
    return _check_texts((*view.texts, *view.fact.topics, *filter(None, (view.fact.voice,))))


def check_sources(content: Content) -> Iterator[Problem]:
    """Report the same in the ids, titles and other texts of sources."""
    for source in content.bank.sources:
        texts = (source.id, source.title, source.title_short, source.publisher, source.container_title, source.note)
        yield from _check_texts(
            text if isinstance(text, Text) else Text(text, *source.id.place) for text in texts if text
        )


def _check_texts(texts: Iterable[Text]) -> Iterator[Problem]:
    for text in texts:
        if text.isascii():
            continue
        for match in _WORD.finditer(text):
            strangers = _strangers(match[0], text)
            if strangers:
                yield _problem(text, match, strangers)


def _strangers(word: str, text: str) -> dict[int, str]:
    """Return the letters of another script that pass for those of a word's own: which they look like, by place."""
    counts = {script: len(letter.findall(word)) for script, letter in _LETTERS.items()}
    own = max(counts, key=counts.__getitem__)
    others = {at: _PASSING[own].get(letter, "") for at, letter in enumerate(word) if not _LETTERS[own].match(letter)}
    least = _LEAST_BESIDE_GREEK if counts["greek"] else _LEAST
    is_one_script = not all(others.values()) or counts[own] < max(least, len(others) + 1)
    return {} if is_one_script or (own == "latin" and _is_inflected(word, others, text)) else others


def _is_inflected(word: str, others: dict[int, str], text: str) -> bool:
    """Whether a Cyrillic ending follows a Latin name in a Cyrillic text, as in Russian `Zoomе`."""
    is_ending = [*others] == [*range(len(word) - len(others), len(word))]
    return is_ending and len(_LETTERS["cyrillic"].findall(text)) > len(others)


def _problem(text: Text, match: re.Match[str], strangers: dict[int, str]) -> Problem:
    word, at = match[0], next(iter(strangers))
    mended = "".join(strangers.get(place, letter) for place, letter in enumerate(word))
    return Problem(
        code="QZ607",
        message=f"the `{word[at]}` in `{word}` looks like `{strangers[at]}`, but is {named(word[at])}",
        place=_place_in(text, match.start() + at),
        hint=f"write `{mended}`",
    )


def _place_in(text: Text, at: int) -> Place:
    """Return the place of a character of a text; of the whole text where that cannot be told."""
    quotes = text.width - len(text)
    return Place(text.document, text.line, text.column + quotes // 2 + at) if quotes in {0, 2} else text.place
