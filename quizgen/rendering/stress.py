"""Words that turn a question round stand out on paper: who reads fast passes over a “not”.

Haladyna, Downing and Rodriguez (2002) ask to word stems positively, and to make a negative that must be stand out. A
word that keeps a claim from being a fact, “allegedly”, counts as much.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from quizgen.model.words import language_of
from quizgen.rendering.markup import markup_html, pieces_of

_TURNS = {
    "en": r"not|never|except|cannot|\w+n['’]t|allegedly",
    "ru": "не|нет|никогда|кроме|якобы",
    "kk": "емес|жоқ|ешқашан",
}
"""By language; in others nothing stands out."""
_PATTERNS = {lang: re.compile(rf"\b({turns})\b", re.IGNORECASE) for lang, turns in _TURNS.items()}
_CODE = "<code>", "</code>"


def stressed_html(text: str, lang: str) -> Markup:
    """Do as ``markup_html``, with the words in bold that turn a text of this language round."""
    pattern = _PATTERNS.get(language_of(lang))
    if pattern is None or not pattern.search(text):
        return markup_html(text)
    html: list[str] = []
    is_code = False
    for piece in pieces_of(text):
        is_code = piece.tag == _CODE[0] or (is_code and piece.tag != _CODE[1])
        parts = [piece.text] if is_code else pattern.split(piece.text)
        escaped = (f"<b>{escape(part)}</b>" if at % 2 else escape(part) for at, part in enumerate(parts))
        html.append(piece.tag or "".join(escaped))
    return Markup("".join(html))  # noqa: S704 - tags of our own and escaped text
