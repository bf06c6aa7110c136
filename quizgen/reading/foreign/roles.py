"""What the columns of a table and the fields of an Anki note are for, by their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum


class Role(StrEnum):
    """What a cell is."""

    QUESTION = "question"
    ANSWER = "answer"
    ACCEPT = "accept"
    DISTRACTOR = "distractor"
    OPTION = "option"
    """One of the options, the right one among them; ``KEY`` or ``ANSWER`` then says which."""
    KEY = "key"
    """The right option: its letter, its number or its text."""
    CLOZE = "cloze"
    EXPLANATION = "explanation"
    HOME = "home"
    TAGS = "tags"
    SOURCE = "source"
    LOCATOR = "locator"
    NOTHING = "nothing"
    """Known to be no text of the question."""


_NAMES = {
    Role.QUESTION: "question, question text, q, front, term, prompt, word, stem, вопрос, термин, сұрақ, frage, "
    "begriff, vorderseite, pregunta, término, terme",
    Role.ANSWER: "answer, answers, a, back, definition, def, response, meaning, translation, ответ, определение, "
    "жауап, antwort, rückseite, respuesta, definición, réponse, définition",
    Role.ACCEPT: "accept, accepted, also accept, alternative answer, alternative answers, synonym, synonyms",
    Role.DISTRACTOR: "distractor, distractors, wrong, wrong answer, wrong answers, wrong option, incorrect, "
    "incorrect answer, incorrect answers, false answer, falsche antwort, неверный ответ, қате жауап",
    Role.OPTION: "option, choice, answer option, вариант, вариант ответа, нұсқа",
    Role.KEY: "correct, correct answer, correct answers, correct option, right answer, key, правильный ответ, "
    "дұрыс жауап, richtige antwort",
    Role.CLOZE: "cloze, cloze text, text",
    Role.EXPLANATION: "explanation, extra, back extra, feedback, comment, rationale, note, notes, пояснение, "
    "түсініктеме",
    Role.HOME: "topic, topics, deck, category, subject, unit, chapter, lesson, тема, колода, тақырып, thema",
    Role.TAGS: "tag, tags, keywords, labels, метки, теги, тегтер, schlagwort, schlagwörter, etiquetas, étiquettes",
    Role.SOURCE: "source, sources, reference, citation, url, link, источник, дереккөз, quelle, fuente",
    Role.LOCATOR: "locator, page, pages, paragraph, страница, бет, seite",
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split(", ")}
_NUMBER = re.compile(r" (?:\d{1,2}|[a-h])$")
_ASIDE = re.compile(r"\(.*?\)|\[.*?\]| [-–] .*")
_ENOUGH = {Role.ANSWER, Role.KEY, Role.OPTION, Role.DISTRACTOR, Role.EXPLANATION, Role.TAGS}


def role_of(name: str) -> Role | None:
    """Return what a column is for; ``None`` where its name says nothing. ``Answer 2`` is an option."""
    folded = unicodedata.normalize("NFKC", name).casefold().replace("_", " ")
    plain = " ".join(_ASIDE.sub(" ", folded).split()).rstrip(":")
    base = _NUMBER.sub("", re.sub(r"(?<=[^\W\d])(?=\d{1,2}$)", " ", plain))
    role = _ROLES.get(base)
    return Role.OPTION if role is Role.ANSWER and base != plain else role


def is_header(cells: Iterable[str]) -> bool:
    """Whether a row holds the names of columns: a question or a cloze text, and something beside it."""
    roles = {role_of(cell) for cell in cells}
    return not roles.isdisjoint({Role.QUESTION, Role.CLOZE}) and not roles.isdisjoint(_ENOUGH)


def roles_of(names: Sequence[str]) -> list[Role | None]:
    """Return the roles of an Anki note's fields: by name, and the first two are question and answer otherwise."""
    roles = [role_of(name) for name in names]
    has_key = not {Role.ANSWER, Role.KEY}.isdisjoint(roles)
    for role, is_there in ((Role.QUESTION, {Role.QUESTION, Role.CLOZE} & set(roles)), (Role.ANSWER, has_key)):
        if not is_there and None in roles and not (role is Role.ANSWER and Role.CLOZE in roles):
            roles[roles.index(None)] = role
    return roles
