"""The archive: forms as they were printed, and what has become of their questions since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.model.archive import ArchivedForm
from quizgen.model.bank import Bank
from quizgen.model.fact import Fact
from quizgen.model.project import Project
from quizgen.model.quiz import Form, Item, Quiz
from quizgen.model.source import Source


def plan_archive(project: Project, quiz: Quiz, bank: Bank) -> dict[str, ArchivedForm]:
    """Return the forms of a quiz by their codes, each with all that its key needs."""
    return {form.code: _archived(project, quiz, form, bank) for form in quiz.forms}


def outdated_items(archived: ArchivedForm, bank: Bank) -> Iterator[tuple[int, str, str]]:
    """Yield (number, fact id, what happened) of each item that would not be asked, or marked, so today."""
    for placed in archived.form.items:
        fact = placed.item.fact
        today = bank.fact_by_id.get(fact.id) or _renamed(fact.id, bank)
        if today is None:
            yield placed.number, str(fact.id), "deleted"
        elif today.retired is not None:
            yield placed.number, str(fact.id), "retired"
        elif _as_asked(placed.item, fact) != _as_asked(placed.item, today):
            yield placed.number, str(fact.id), "edited"


def facts_today(archived: ArchivedForm, bank: Bank) -> dict[str, Fact]:
    """Return what has become of a form's facts, by the ids that they had then."""
    ids = [placed.item.fact.id for placed in archived.form.items]
    facts = ((str(id_), bank.fact_by_id.get(id_) or _renamed(id_, bank)) for id_ in ids)
    return {id_: fact for id_, fact in facts if fact is not None}


def _archived(project: Project, quiz: Quiz, form: Form, bank: Bank) -> ArchivedForm:
    asked = {placed.item.fact.id: placed.item.fact for placed in form.items}
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


def _as_asked(item: Item, fact: Fact) -> tuple[object, ...]:
    """Return what of a fact an item of this type shows or is marked by."""
    right = tuple((answer.text, answer.accept) for answer in fact.answers)
    wrong = {distractor.text for distractor in fact.distractors or ()}
    false = {claim.text for claim in fact.false_claims or ()}
    if item.is_true is not None:
        return (item.stem in ({fact.claim} if item.is_true else false),)
    return (fact.question, right, tuple(option.text in wrong for option in item.options if not option.is_key))
