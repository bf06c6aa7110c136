"""Pictures on paper: inside the page, so that it stays one file."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from quizgen.model.fact import Image
from quizgen.model.media import MediaFile
from quizgen.rendering.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as a template sees it."""

    src: str
    """A ``data:`` URI; empty where the picture is not there, so that ``alt`` has to stand in for it."""
    alt: str
    credit: str
    lang: str
    """The language of its texts where it is not that of the sheet."""


def picture_of(image: Image, file: MediaFile | None, words: Words, lang: str) -> Picture:
    """Make what a template sees of a picture; its credit is printed under it, wherever it stands."""
    return Picture(
        src=_data_uri(file) if file else "",
        alt=str(image.alt),
        credit=words.image_credit.format(image.credit),
        lang=lang,
    )


def _data_uri(file: MediaFile) -> str:
    return f"data:{file.mime_type};base64,{base64.b64encode(file.content).decode('ascii')}"
