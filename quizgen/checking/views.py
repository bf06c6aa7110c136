"""Facts as the rules look at them: each text folded once, each fact beside all others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from quizgen.checking.folding import Folded, fold
from quizgen.checking.words import vocabulary_of
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.model.cloze import Cloze, parse_cloze
from quizgen.model.content import Content
from quizgen.model.fact import AnswerType, Distractor, Fact, FalseClaim
from quizgen.model.text import Text

_NOTHING = fold(Text(""))
_NAMED = {AnswerType.PERSON, AnswerType.ORGANIZATION}


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact that is asked, with its words."""

    fact: Fact
    vocabulary: Vocabulary | None
    """The word lists of its language; ``None`` where there are none."""
    claim: Folded
    owns_claim: bool
    """False where the claim is that of the fact which ``same_claim`` names: it is looked at there."""
    question: Folded | None
    cloze: Cloze | None
    cloze_sentence: Folded | None
    """The cloze text with nothing hidden."""
    answers: tuple[Folded, ...]
    distractors: tuple[Folded, ...]
    false_claims: tuple[Folded, ...]
    texts: tuple[Text, ...]
    """Everything of the fact's own that a curator wrote as a sentence or an answer."""
    bag: frozenset[str]
    """The words of claim, question, cloze and false claims: a quick look before a slow one."""

    @property
    def sentences(self) -> Iterator[Folded]:
        """The claim, if it is the fact's own, the question, the cloze sentence and the false claims."""
        if self.owns_claim:
            yield self.claim
        if self.question is not None:
            yield self.question
        if self.cloze_sentence is not None:
            yield self.cloze_sentence
        yield from self.false_claims

    @property
    def all_text(self) -> str:
        """All texts of the fact in one, for a quick look."""
        return "\n".join(self.texts)


@dataclass(frozen=True)
class BankView:
    """All facts that are asked, and what is known of them together."""

    content: Content

    @cached_property
    def views(self) -> tuple[FactView, ...]:
        """The facts, each with all its words."""
        by_id, language = self.content.bank.fact_by_id, _language(self.content)
        return tuple(_view_fact(fact, by_id.get(fact.same_claim or ""), language) for fact in _asked(self.content))

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many facts a word stands."""
        return Counter(chain.from_iterable(view.bag for view in self.views))

    @cached_property
    def names(self) -> dict[str, dict[tuple[str, ...], str]]:
        """The people and bodies that answers name, by their first word, then by all their words."""
        named: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
        for view in self.views:
            if view.fact.answer_type in _NAMED:
                for answer in view.answers:
                    words = core_of(answer.words, view.vocabulary)
                    if words:
                        named[words[0]].setdefault(words, str(answer.text))
        return dict(named)

    @cached_property
    def right_answers(self) -> dict[str, dict[tuple[str, tuple[str, ...]], Text]]:
        """By the line of a question that several facts ask: the answers to it by source and words, the first of each.

        Retired facts are left out. It wants none of the views, so that a build needs not make them.
        """
        asked = [(fold(fact.question).line, fact) for fact in _asked(self.content) if fact.question is not None]
        counts = Counter(line for line, _ in asked)
        right: dict[str, dict[tuple[str, tuple[str, ...]], Text]] = defaultdict(dict)
        for line, fact in asked:
            for answer in fact.answers if counts[line] > 1 else ():
                for citation in fact.citations:
                    right[line].setdefault((citation.source, fold(answer.text).words), answer.text)
        return dict(right)

    @cached_property
    def view_by_id(self) -> dict[str, FactView]:
        """The views by the facts' ids."""
        return {view.fact.id: view for view in self.views}

    def is_rare(self, word: str) -> bool:
        """Whether a word stands in few facts: in three, or in one of twenty."""
        return self.counts[word] <= max(3, len(self.views) // 20)


def view_bank(content: Content) -> BankView:
    """Look at all facts that are asked; retired ones are left out."""
    return BankView(content)


def view_questions(content: Content) -> Iterator[FactView]:
    """Fold no more than questions with their options and false claims with their claims, one fact after another."""
    language = _language(content)
    return (_view_question(fact, language) for fact in _asked(content))


def _view_fact(fact: Fact, base: Fact | None, language: str) -> FactView:
    """Fold a fact; ``base`` is the one that ``same_claim`` names."""
    cloze = None if fact.cloze is None else parse_cloze(fact.cloze)
    sentence = None if cloze is None or fact.cloze is None else fold(_like(cloze.sentence, fact.cloze))
    view = _view_question(fact, language)
    claim = view.claim if view.false_claims else fold(fact.claim)
    sentences = [claim, *view.false_claims, *filter(None, (view.question, sentence))]
    owns_claim = base is None or fact.claim is not base.claim
    return FactView(
        fact=fact,
        vocabulary=view.vocabulary,
        claim=claim,
        owns_claim=owns_claim,
        question=view.question,
        cloze=cloze,
        cloze_sentence=sentence,
        answers=view.answers,
        distractors=view.distractors,
        false_claims=view.false_claims,
        texts=_texts(fact, owns_claim=owns_claim),
        bag=frozenset().union(*(one.words for one in sentences)),
    )


def _view_question(fact: Fact, language: str) -> FactView:
    return FactView(
        fact=fact,
        vocabulary=vocabulary_of(fact.lang or language),
        claim=fold(fact.claim) if fact.false_claims else _NOTHING,
        owns_claim=True,
        question=None if fact.question is None else fold(fact.question),
        cloze=None,
        cloze_sentence=None,
        answers=tuple(fold(answer.text) for answer in fact.answers),
        distractors=tuple(fold(one.text) for one in fact.distractors or ()),
        false_claims=tuple(fold(one.text) for one in fact.false_claims or ()),
        texts=(),
        bag=frozenset(),
    )


def _language(content: Content) -> str:
    return str(content.project.language) if content.project is not None else ""


def _asked(content: Content) -> Iterator[Fact]:
    return (fact for fact in content.bank.facts if fact.retired is None)


def core_of(words: Sequence[str], vocabulary: Vocabulary | None) -> tuple[str, ...]:
    """Return an answer's words without those at its beginning that say nothing; ``()`` where none says anything."""
    if vocabulary is None:
        return tuple(words)
    at = 0
    while at < len(words) and words[at] in vocabulary.fillers:
        at += 1
    core = tuple(words[at:])
    return () if vocabulary.stop_words.issuperset(core) else core


def _texts(fact: Fact, *, owns_claim: bool) -> tuple[Text, ...]:
    wrong: list[Distractor | FalseClaim] = [*(fact.distractors or ()), *(fact.false_claims or ())]
    texts = [fact.claim if owns_claim else None, fact.question, fact.cloze, fact.explanation, fact.label]
    texts += [answer.text for answer in fact.answers]
    texts += [text for one in wrong for text in (one.text, one.why)]
    return tuple(text for text in texts if text is not None)


def _like(text: str, origin: Text) -> Text:
    # braces are gone, so the words stand elsewhere: only the place of the whole is kept
    return Text(text, *origin.place)
