"""What the sheets of a quiz have in common: languages, words, sources and the page around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from quizgen.model.bank import Bank
from quizgen.model.fact import Citation, Fact
from quizgen.model.media import MediaFile
from quizgen.model.project import Paper, Project
from quizgen.model.quiz import Form, Quiz
from quizgen.model.sheets import News
from quizgen.rendering.attribution import attribution_line, dated_sources
from quizgen.rendering.citations import citation_text
from quizgen.rendering.pictures import Picture, picture_of
from quizgen.rendering.quiz_words import quiz_words_of
from quizgen.rendering.quiz_words.wording import QuizWords
from quizgen.rendering.words import Words, direction_of, words_of

PAPERS = {Paper.A4: "A4", Paper.LETTER: "Letter", Paper.A5: "A5"}
"""Papers as CSS and people call them."""

_LARGE_PAPERS = {**PAPERS, Paper.A5: "A4"}
"""Papers of large print."""


def has_room_for_columns(paper: Paper) -> bool:
    """Whether half of a page is wide enough for a question with its options."""
    return paper is not Paper.A5


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A quiz with all that is needed to write its sheets."""

    quiz: Quiz
    project: Project
    bank: Bank
    images: Mapping[str, MediaFile] = field(default_factory=dict)
    """Pictures by the names of their files, as the facts spell them."""
    news: News | None = None
    """Of a form that was printed before: what has become of its facts since."""
    is_as_printed: bool = False
    """Whether it is such a form, and its sheets say nothing of that."""

    @property
    def words(self) -> QuizWords:
        """The fixed words on sheets."""
        return quiz_words_of(self.quiz.lang)

    @property
    def fact_words(self) -> Words:
        """The words that cards and paper share: certainty, dates, corrections."""
        return words_of(self.quiz.lang)

    @property
    def columns(self) -> int:
        """How many columns a form has."""
        return self.quiz.spec.columns if has_room_for_columns(self.quiz.spec.paper) else 1

    def pictures(self, form: Form) -> dict[int, Picture]:
        """Return the pictures of a form's questions, by their numbers."""
        asked = ((placed.number, placed.item.fact) for placed in form.items)
        return {
            number: picture_of(fact.image, self.images.get(fact.image.file), self.fact_words, self.lang_of(fact))
            for number, fact in asked
            if fact.image is not None
        }

    def attribution(self, fact: Fact, *, is_line: bool = True) -> str:
        """Say who says so and for when, as a line of its own or within one."""
        name = attribution_line if is_line else dated_sources
        return name(self.bank, fact, self.quiz.lang)

    def lang_of(self, fact: Fact) -> str:
        """Return the language of a fact's texts where it is not that of the sheet, else nothing."""
        lang = fact.lang or self.project.language
        return "" if lang == self.words.lang else str(lang)

    def context(self) -> dict[str, object]:
        """Return what every template gets: the quiz and the words."""
        return {
            "quiz": self.quiz.spec,
            "words": self.words,
            "fact_words": self.fact_words,
            "is_large": False,
        }

    def page(self, title: str, *, is_large: bool = False) -> dict[str, object]:
        """Return what the template of the page round a sheet gets besides: the title of its window, paper, footer."""
        papers = _LARGE_PAPERS if is_large else PAPERS
        return {
            **self.context(),
            "title": title,
            "lang": self.words.lang,
            "direction": direction_of(self.words.lang),
            "paper": papers[self.quiz.spec.paper],
            "is_large": is_large,
            "footer": _css_string(self._edition()),
        }

    def _edition(self) -> str:
        version = self.project.version
        return f"{self.project.title}, {version}" if version else str(self.project.title)


class SourceNote(NamedTuple):
    """A source at its number in the list at the end of a sheet."""

    number: int
    citation: str


class SourceList:
    """The sources of a sheet, numbered in the order in which its facts first cite them."""

    def __init__(self, setting: Setting, facts: Iterable[Fact]) -> None:
        """Give a number to each source that these facts cite."""
        self._setting = setting
        cited = (citation.source for fact in facts for citation in fact.citations)
        self._numbers = {source: number for number, source in enumerate(dict.fromkeys(cited), start=1)}

    def marks(self, fact: Fact) -> str:
        """Return where a fact's citations lead: “(2, paragraph 7)”."""
        spots: dict[int, list[str]] = {}
        for citation in fact.citations:
            spots.setdefault(self._numbers[citation.source], []).append(_unbroken(citation.locator or ""))
        return " ".join(f"({', '.join(filter(None, (str(number), *found)))})" for number, found in spots.items())

    def notes(self) -> tuple[SourceNote, ...]:
        """Return the list itself, without locators."""
        bank, lang = self._setting.bank, self._setting.quiz.lang
        return tuple(
            SourceNote(number, citation_text(bank, Citation(source=source), lang))
            for source, number in self._numbers.items()
        )


def _css_string(text: str) -> Markup:
    """Write a text as a string of CSS inside ``<style>``: whatever is no letter or digit is escaped."""
    escaped = "".join(char if char.isalnum() else f"\\{ord(char):06x}" for char in text)
    return Markup(f'"{escaped}"')  # noqa: S704 - letters, digits and hexadecimal escapes alone


def _unbroken(locator: str) -> str:
    # “paragraph 7” does not end a line after its word
    head, space, tail = locator.rpartition(" ")
    return f"{head}\u00a0{tail}" if space and tail[:1].isdigit() else locator
