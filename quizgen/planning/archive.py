"""The archive: forms as they were printed, and what has become of their questions since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.model.archive import ArchivedForm
from quizgen.model.bank import Bank
from quizgen.model.fact import Fact
from quizgen.model.project import Project
from quizgen.model.quiz import Form, Quiz
from quizgen.model.source import Source
from quizgen.model.text import Text
from quizgen.planning.asked_as import as_asked


def plan_archive(project: Project, quiz: Quiz, bank: Bank) -> dict[str, ArchivedForm]:
    """Return the forms of a quiz by their codes, each with all that its key needs."""
    return {form.code: _archived(project, quiz, form, bank) for form in quiz.forms}


def outdated_items(archived: ArchivedForm, bank: Bank) -> Iterator[tuple[int, str, str]]:
    """Yield (number, fact id, what happened) of each item that would not be asked, or marked, so today."""
    for placed in archived.form.items:
        for fact in placed.item.facts:
            today = bank.fact_by_id.get(fact.id) or _renamed(fact.id, bank)
            if today is None:
                yield placed.number, str(fact.id), "deleted"
            elif today.retired is not None:
                yield placed.number, str(fact.id), "retired"
            elif as_asked(placed.item, fact) != as_asked(placed.item, today):
                yield placed.number, str(fact.id), "edited"


def facts_today(archived: ArchivedForm, bank: Bank) -> dict[str, Fact]:
    """Return what has become of a form's facts, by the ids that they had then."""
    facts = ((str(id_), bank.fact_by_id.get(id_) or _renamed(id_, bank)) for id_ in _ids(archived.form))
    return {id_: fact for id_, fact in facts if fact is not None}


def _archived(project: Project, quiz: Quiz, form: Form, bank: Bank) -> ArchivedForm:
    asked = {fact.id: fact for fact in form.facts}
    others = dict.fromkeys(id_ for fact in asked.values() for id_ in fact.contrast if id_ not in asked)
    contrasts = tuple(bank.fact_by_id[id_] for id_ in others if id_ in bank.fact_by_id)
    return ArchivedForm(
        project=project,
        spec=quiz.spec,
        lang=quiz.lang,
        form=form,
        contrasts=contrasts,
        sources=_sources((*asked.values(), *contrasts), bank),
    )


def _sources(facts: Iterable[Fact], bank: Bank) -> tuple[Source, ...]:
    """Return the sources that facts cite, and those in which they were read."""
    cited = [bank.source_of(citation) for fact in facts for citation in fact.citations]
    carriers = [bank.source_by_id[source.quoted_in] for source in cited if source.quoted_in in bank.source_by_id]
    return tuple({source.id: source for source in (*cited, *carriers)}.values())


def _renamed(id_: str, bank: Bank) -> Fact | None:
    return next((fact for fact in bank.facts if fact.renamed_from == id_), None)


def _ids(form: Form) -> list[Text]:
    return [fact.id for fact in form.facts]
