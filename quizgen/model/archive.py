"""A form as it was printed, with everything that its key and its feedback need."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model.bank import Bank
from quizgen.model.fact import Fact
from quizgen.model.project import Project, QuizSpec
from quizgen.model.quiz import Form, Quiz
from quizgen.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedForm:
    """One form, self-contained: later edits of facts do not touch it."""

    project: Project
    spec: QuizSpec
    lang: str
    form: Form
    contrasts: tuple[Fact, ...] = ()
    """Facts that the form does not ask, but its feedback compares with."""
    sources: tuple[Source, ...] = ()

    @property
    def quiz(self) -> Quiz:
        """The quiz with this form alone."""
        return Quiz(spec=self.spec, lang=self.lang, forms=(self.form,))

    @property
    def bank(self) -> Bank:
        """The facts and sources as they were."""
        asked = {fact.id: fact for fact in self.form.facts}
        return Bank(facts=(*asked.values(), *self.contrasts), sources=self.sources)
