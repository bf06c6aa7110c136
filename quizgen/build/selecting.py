"""Which facts a deck spec is about, itself or through its bundle, and its quizzes with them."""

from __future__ import annotations

from quizgen.model.content import Content
from quizgen.model.fact import Fact
from quizgen.model.project import DeckSpec
from quizgen.model.quiz import QuizOrder


def facts_of(spec: DeckSpec, content: Content) -> tuple[Fact, ...]:
    """Return the facts of a deck spec; those of a bundle are the facts of its decks, in their order."""
    return tuple(fact for _, facts in decks_of(spec, content) for fact in facts)


def decks_of(spec: DeckSpec, content: Content) -> tuple[tuple[DeckSpec, tuple[Fact, ...]], ...]:
    """Return the deck specs whose decks a package holds, each with its facts."""
    specs = {other.id: other for other in content.specs}
    members = [specs[name] for name in spec.bundle] if spec.bundle else [spec]
    return tuple((member, member.facts.select(content.bank.facts)) for member in members if member.facts is not None)


def quiz_orders(content: Content) -> tuple[QuizOrder, ...]:
    """Return all quizzes of the deck specs as they are to be planned."""
    language = content.project.language if content.project is not None else ""
    return tuple(
        QuizOrder(spec=quiz, facts=facts_of(spec, content), lang=str(quiz.lang or language))
        for spec in content.specs
        for quiz in spec.quizzes
    )
