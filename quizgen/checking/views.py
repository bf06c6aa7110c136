"""Facts as the rules look at them: each text folded once, each fact beside all others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from quizgen.checking.folding import Folded, fold, fold_all, line_of, outline_of, words_of, words_of_all
from quizgen.checking.sides import Sides, sides_of
from quizgen.checking.words import vocabulary_of
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.model.cloze import Cloze, parse_cloze
from quizgen.model.content import Content
from quizgen.model.fact import AnswerType, Distractor, Fact, FalseClaim
from quizgen.model.text import Text

_NOTHING = fold(Text(""))
_NO_WORDS: frozenset[str] = frozenset()
_NAMED = {AnswerType.PERSON, AnswerType.ORGANIZATION}


@dataclass(slots=True, eq=False, kw_only=True)  # not frozen: one is made for each fact, see `Folded`
class FactView:
    """A fact that is asked, with its words."""

    fact: Fact
    vocabulary: Vocabulary | None
    """The word lists of its language; ``None`` where there are none."""
    claim: Folded
    false_claims: tuple[Folded, ...]
    question: Folded | None
    answers: tuple[Folded, ...]
    accepted: tuple[Folded, ...]
    """Other spellings of the answers, where there are distractors beside them."""
    distractors: tuple[Folded, ...]
    owns_claim: bool = True
    """False where the claim is that of the fact which ``same_claim`` names: it is looked at there."""
    cloze: Cloze | None = None
    cloze_sentence: Folded | None = None
    """The cloze text with nothing hidden."""
    cloze_words: tuple[tuple[str, ...], ...] = ()
    """The words of each part of the cloze."""
    sides: tuple[Sides, ...] = ()
    """The sides of each cloze card."""
    voice: frozenset[str] = _NO_WORDS
    """The telling words of its voice; none where it has no voice, or a language without word lists."""
    bag: frozenset[str] = _NO_WORDS
    """The words of claim, question, cloze and false claims: a quick look before a slow one."""

    @property
    def sentences(self) -> list[Folded]:
        """The claim, if it is the fact's own, the question, the cloze sentence and the false claims."""
        own = (self.claim if self.owns_claim else None, self.question, self.cloze_sentence, *self.false_claims)
        return [sentence for sentence in own if sentence is not None]

    @property
    def texts(self) -> list[Text]:
        """Everything of the fact's own that a curator wrote as a sentence or an answer."""
        fact = self.fact
        wrong: list[Distractor | FalseClaim] = [*(fact.distractors or ()), *(fact.false_claims or ())]
        texts = [fact.claim if self.owns_claim else None, fact.question, fact.cloze, fact.explanation, fact.label]
        texts += [answer.text for answer in fact.answers]
        texts += [text for one in wrong for text in (one.text, one.why)]
        return [text for text in texts if text is not None]


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
        questions = [(outline_of(fact.question), fact) for fact in _asked(self.content) if fact.question is not None]
        outlines = Counter(outline for outline, _ in questions)
        asked = [(line_of(fact.question or ""), fact) for outline, fact in questions if outlines[outline] > 1]
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

    @cached_property
    def few(self) -> int:
        """How many facts are few: three, or one of twenty."""
        return max(3, len(self.views) // 20)

    def is_rare(self, word: str) -> bool:
        """Whether a word stands in few facts."""
        return self.counts[word] <= self.few


def view_bank(content: Content) -> BankView:
    """Look at all facts that are asked; retired ones are left out."""
    return BankView(content)


def view_questions(content: Content) -> Iterator[FactView]:
    """Fold no more than questions with their options and false claims with their claims, one fact after another."""
    language = _language(content)
    return (_view_question(fact, language) for fact in _asked(content))


def _view_fact(fact: Fact, base: Fact | None, language: str) -> FactView:
    """Fold a fact; ``base`` is the one that ``same_claim`` names."""
    view = _view_question(fact, language, with_claim=True)
    cloze = None if fact.cloze is None else parse_cloze(fact.cloze)
    if cloze is not None and fact.cloze is not None:
        sentence = _like(cloze.sentence, fact.cloze)
        texts = [part if isinstance(part, str) else part.text for part in cloze.parts]
        words, *parts = words_of_all([sentence, *texts])
        together = tuple(chain.from_iterable(parts))
        words = together if together == words else words  # the same words are kept once
        view.cloze, view.cloze_sentence, view.cloze_words = cloze, Folded(sentence, words), tuple(parts)
        view.sides = tuple(sides_of(cloze, parts))
    view.owns_claim = base is None or fact.claim is not base.claim
    view.voice = _voice_words(fact, view.vocabulary)
    sentences = (view.claim, view.question, view.cloze_sentence, *view.false_claims)
    view.bag = _NO_WORDS.union(*[sentence.words for sentence in sentences if sentence is not None])
    return view


def _view_question(fact: Fact, language: str, *, with_claim: bool = False) -> FactView:
    """Fold what a build looks at; the claim only where false ones stand beside it, unless it is wanted."""
    claims = [fact.claim, *[one.text for one in fact.false_claims or ()]] if with_claim or fact.false_claims else ()
    answers = [answer.text for answer in fact.answers]
    accepted = [text for answer in fact.answers for text in answer.accept] if fact.distractors else []
    distractors = [one.text for one in fact.distractors or ()]
    question = () if fact.question is None else (fact.question,)
    folded = iter(fold_all([*claims, *question, *answers, *accepted, *distractors]))
    claim, *false_claims = islice(folded, len(claims)) if claims else (_NOTHING,)
    return FactView(
        fact=fact,
        vocabulary=vocabulary_of(fact.lang or language),
        claim=claim,
        false_claims=tuple(false_claims),
        question=next(folded) if question else None,
        answers=tuple(islice(folded, len(answers))),
        accepted=tuple(islice(folded, len(accepted))),
        distractors=tuple(folded),
    )


def _voice_words(fact: Fact, vocabulary: Vocabulary | None) -> frozenset[str]:
    if fact.voice is None or vocabulary is None:
        return _NO_WORDS
    return _NO_WORDS.union(words_of(fact.voice)) - vocabulary.stop_words


def _language(content: Content) -> str:
    return str(content.project.language) if content.project is not None else ""


def _asked(content: Content) -> Iterator[Fact]:
    return (fact for fact in content.bank.facts if fact.retired is None)


def core_of(words: Sequence[str], vocabulary: Vocabulary | None) -> tuple[str, ...]:
    """Return an answer's words without those at its beginning that say nothing; ``()`` where none says anything."""
    if vocabulary is None:
        return tuple(words)
    at, fillers = 0, vocabulary.fillers
    while at < len(words) and words[at] in fillers:
        at += 1
    core = tuple(words[at:])
    return () if vocabulary.stop_words.issuperset(core) else core


def _like(text: str, origin: Text) -> Text:
    # braces are gone, so the words stand elsewhere: only the place of the whole is kept
    return Text(text, *origin.place)
