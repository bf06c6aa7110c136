"""A quick look before a slow one spares time, and never a finding."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import chain
from random import Random

import pytest

from quizgen.checking.asked import Asked, asked_by_fact
from quizgen.checking.facts import placeholders
from quizgen.checking.listed import ALL_RULES, AMONG_RULES, COMPARISONS
from quizgen.checking.running import Alike
from quizgen.checking.spans import read_span
from quizgen.checking.views import BankView, FactView, view_bank
from quizgen.checking.words.english import ENGLISH
from quizgen.diagnostics.problem import Problem
from quizgen.model.bank import Bank
from quizgen.model.content import Content
from quizgen.model.fact import Certainty, Fact
from quizgen.model.text import Text
from tests.checking.lint import content_of
from tests.support.project import REPOSITORY

LISTS = [getattr(ENGLISH, field.name) for field in fields(ENGLISH)]
WORDS = sorted(chain.from_iterable(words for words in LISTS if isinstance(words, frozenset)))
"""Every word that a rule looks for."""
PHRASES = (
    *("has been", "is the mayor", "all of the above", "A and B", "which of the following", "in your opinion"),
    *("is said to", "the the", "2", "two", "1,000", "10 to 20", "more than 10", "50%", "120 %", "150 percent", "½"),
    *("killed", "TODO", "(open", "“open", '"open', "___", "Сan", "naïve", "isn't", "Baden Baden", "3.", "a, b and c"),
)
SIGNS = 'TODO ( [ “ « " é'
"""One of each sign that a rule on texts looks for in all of them at once."""
_SENSITIVE, _LONG = 0.2, 0.9


@pytest.fixture(scope="module", params=[0, 1, 2, 3])
def content(request: pytest.FixtureRequest) -> Content:
    """Return our own facts, and what some changes by chance make of them."""
    read = content_of(REPOSITORY)
    chance = Random(request.param)  # noqa: S311 - no secret
    facts = [_changed(fact, chance) for fact in read.bank.facts] if request.param else read.bank.facts
    return replace(read, bank=Bank((*facts, *map(_again, facts[::7])), read.bank.sources))


def test_what_a_rule_is_spared_holds_nothing_for_it(content: Content) -> None:
    """Each rule finds in each fact what it finds where every quick look bids it look closer."""
    quick, slow = _noted(content), _noted(content)
    found = []
    for view, opened in zip(quick.views, slow.views, strict=True):
        found += _findings(view, asked_by_fact(view), quick)
        _open(opened)
        asked = asked_by_fact(opened)
        assert _findings(view, asked_by_fact(view), quick) == _findings(opened, asked and _opened(asked), slow)
    assert found


def test_what_has_no_figure_has_no_number(content: Content) -> None:
    """Options are read as numbers only where one may be, and plain ones are what is read from them."""
    for asked in filter(None, map(asked_by_fact, view_bank(content).views)):
        spans = [read_span(option, asked.vocabulary) for option in asked.options]
        assert asked.has_figures or not any(spans)
        if asked.numbers:
            assert [str(span.low) for span in spans if span is not None] == [*asked.numbers]
            assert len({span.unit for span in spans if span is not None}) == 1


def test_facts_that_are_not_compared_have_nothing_in_common(content: Content) -> None:
    """A rule that compares facts finds among those that share a key what it finds among all."""
    bank = view_bank(content)
    for comparison in COMPARISONS:
        alike = Alike(comparison)
        for at, view in enumerate(bank.views):
            alike.note(at, view)
        own = (view for view in bank.views if comparison.keys(view))
        assert [*comparison.check(map(bank.view_of, alike.among(bank.facts)))] == [*comparison.check(own)]


def _noted(content: Content) -> BankView:
    bank = view_bank(content)
    for view in bank.views:
        bank.note(view)
    return bank


def _findings(view: FactView, asked: Asked | None, bank: BankView) -> list[Problem]:
    """Run each rule on a fact, and on its question."""
    cloze = ALL_RULES.cloze if view.cloze is not None else ()
    sensitive = ALL_RULES.sensitive if view.fact.sensitive else ()
    found = [*placeholders.check(view)]
    found += [problem for rule in (*ALL_RULES.fact, *cloze, *sensitive) for problem in rule(view)]
    found += [problem for among in AMONG_RULES for problem in among(view, bank)]
    if asked is not None:
        found += [problem for item in ALL_RULES.stem for problem in item(asked)]
    if asked is not None and asked.key is not None:
        found += [problem for item in ALL_RULES.option for problem in item(asked)]
        found += [problem for beside in ALL_RULES.beside for problem in beside(asked, bank)]
    return found


def _open(view: FactView) -> None:
    """Let the quick looks at a fact's words and signs find whatever they look for."""
    view.bag |= frozenset(WORDS)
    view.everything += SIGNS


def _opened(asked: Asked) -> Asked:
    """Do the same to a question: with all words among those of its options, and each number to be read with care."""
    asked.words |= {*WORDS, *asked.stem.words}
    asked.has_figures, asked.numbers = bool(asked.options), ()
    return asked


def _again(fact: Fact) -> Fact:
    """Return a second fact that says what another one says."""
    return fact._replace(id=Text(f"{fact.id}-again"), claim=Text(str(fact.claim), *fact.id.place))


def _changed(fact: Fact, chance: Random) -> Fact:
    """Put words into a fact that rules look for, and leave others out."""
    return fact._replace(
        claim=_spoilt(fact.claim, chance),
        question=None if fact.question is None else _spoilt(fact.question, chance),
        answers=tuple([replace(answer, text=_spoilt(answer.text, chance)) for answer in fact.answers]),
        distractors=tuple([replace(one, text=_spoilt(one.text, chance)) for one in fact.distractors or ()]),
        false_claims=tuple([replace(one, text=_spoilt(one.text, chance)) for one in fact.false_claims or ()]),
        certainty=chance.choice([*Certainty, fact.certainty, fact.certainty]),
        sensitive=chance.random() < _SENSITIVE,
    )


def _spoilt(text: Text, chance: Random) -> Text:
    words = text.split()
    for _ in range(chance.randrange(3)):
        at = chance.randrange(len(words) + 1)
        words[at : at + chance.randrange(3)] = [chance.choice(chance.choice((WORDS, PHRASES)))]
    return Text(" ".join(words) if chance.random() < _LONG else words[0], *text.place)
