"""Facts as the rules look at them: each text folded once, each fact beside all others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from quizgen.checking.folding import Folded, fold, line_of, outline_of, words_of_all
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
    cloze_words: Sequence[tuple[str, ...]] = ()
    """The words of each part of the cloze."""
    asks: str = ""
    """The words of its question but articles, in a line."""
    label: Folded | None = None
    explanation: Folded | None = None
    everything: str = ""
    """All its texts in one, and what it has from others: most rules on texts are done with after one look at that."""
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
    """What is known of all facts that are asked together; much of it is noted while they pass, one after another."""

    content: Content
    counts: Counter[str] = field(default_factory=Counter)
    """In how many of the facts that were noted a word stands."""
    names: defaultdict[str, dict[tuple[str, ...], str]] = field(default_factory=lambda: defaultdict(dict))
    """The people and bodies that answers name, by their first word, then by all their words; of those noted."""

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that are asked; retired ones are left out."""
        return tuple([fact for fact in self.content.bank.facts if fact.retired is None])

    @property
    def views(self) -> Iterator[FactView]:
        """The facts, each with all its words, one after another: to be looked at and let go."""
        return map(self.view_of, self.facts)

    def view_of(self, fact: Fact) -> FactView:
        """Return a fact with all its words."""
        return _view_fact(fact, _language(self.content), owns_claim=self.owns_claim(fact))

    def owns_claim(self, fact: Fact) -> bool:
        """Whether a fact's claim is its own, and not that of the fact which ``same_claim`` names."""
        base = self.content.bank.fact_by_id.get(fact.same_claim) if fact.same_claim is not None else None
        return base is None or fact.claim is not base.claim

    @cached_property
    def dated(self) -> frozenset[str]:
        """The sources with an ``as_of``."""
        return frozenset(source.id for source in self.content.bank.sources if source.as_of is not None)

    def has_as_of(self, fact: Fact) -> bool:
        """Whether there is a date that a fact stands for: its own, or that of a source (see ``Bank.as_of``)."""
        return fact.as_of is not None or not self.dated.isdisjoint([citation.source for citation in fact.citations])

    def vocabulary_of(self, fact: Fact) -> Vocabulary | None:
        """Return the word lists of a fact's language; ``None`` where there are none."""
        return vocabulary_of(fact.lang or _language(self.content))

    def note(self, view: FactView) -> None:
        """Remember of a fact what is to be known of all together."""
        self.counts.update(view.bag)
        for answer in view.answers if view.fact.answer_type in _NAMED else ():
            words = core_of(answer.words, view.vocabulary)
            if words:
                self.names[words[0]].setdefault(words, str(answer.text))

    @cached_property
    def right_answers(self) -> dict[str, dict[tuple[str, tuple[str, ...]], Text]]:
        """By the line of a question that several facts ask: the answers to it by source and words, the first of each.

        It wants none of the views, so that a build needs not make them.
        """
        questions = [(outline_of(fact.question), fact) for fact in self.facts if fact.question is not None]
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
    def few(self) -> int:
        """How many facts are few: three, or one of twenty."""
        return max(3, len(self.facts) // 20)

    def is_rare(self, word: str) -> bool:
        """Whether a word stands in few facts: in few of those that were noted, as long as some are not."""
        return self.counts[word] <= self.few


def view_bank(content: Content) -> BankView:
    """Look at all facts that are asked; nothing is noted yet."""
    return BankView(content)


def view_questions(content: Content) -> Iterator[FactView]:
    """Fold no more than questions with their options and false claims with their claims, one fact after another."""
    language = _language(content)
    return (_view_question(fact, language) for fact in content.bank.facts if fact.retired is None)


def _view_fact(fact: Fact, language: str, *, owns_claim: bool) -> FactView:
    """Fold a fact, with everything that `check` looks at."""
    cloze = None if fact.cloze is None else parse_cloze(fact.cloze)
    parts = () if cloze is None else [part if isinstance(part, str) else part.text for part in cloze.parts]
    sentence = "".join(parts)
    is_claim = sentence == fact.claim  # as most are: the words are found and kept once
    more = (fact.label or "", fact.explanation or "", fact.voice or "", "" if is_claim else sentence, *parts)
    claims = [fact.claim, *[one.text for one in fact.false_claims or ()]]
    view, texts, (label, explanation, voice, whole, *words) = _fold_fact(fact, language, claims, more)
    whole = view.claim.words if is_claim else whole
    if cloze is not None and fact.cloze is not None:
        view.cloze, view.cloze_sentence, view.cloze_words = cloze, Folded(_like(sentence, fact.cloze), whole), words
        view.sides = sides_of(cloze, words)
    view.label = None if fact.label is None else Folded(fact.label, label)
    view.explanation = None if fact.explanation is None else Folded(fact.explanation, explanation)
    view.owns_claim = owns_claim
    if fact.voice is not None and view.vocabulary is not None:
        view.voice = _NO_WORDS.union(voice) - view.vocabulary.stop_words
    question = () if view.question is None else view.question.words
    view.asks = line_without_articles(question, view.vocabulary)
    view.bag = _NO_WORDS.union(view.claim.words, question, whole, *[false.words for false in view.false_claims])
    wrong: list[Distractor | FalseClaim] = [*(fact.distractors or ()), *(fact.false_claims or ())]
    whys = [one.why for one in wrong if one.why is not None]
    view.everything = "\n".join([*texts, fact.label or "", fact.explanation or "", fact.cloze or "", *whys])
    return view


def _view_question(fact: Fact, language: str) -> FactView:
    """Fold what a build looks at; the claim only where false ones stand beside it."""
    claims = [fact.claim, *[one.text for one in fact.false_claims]] if fact.false_claims else ()
    return _fold_fact(fact, language, claims)[0]


def _fold_fact(
    fact: Fact, language: str, claims: Sequence[Text], more: Sequence[str] = ()
) -> tuple[FactView, list[Text], list[tuple[str, ...]]]:
    """Fold some claims and the question with its options; return these and the words of more texts as well."""
    question = () if fact.question is None else (fact.question,)
    answers = [answer.text for answer in fact.answers]
    accepted = [text for answer in fact.answers for text in answer.accept] if fact.distractors else []
    texts = [*claims, *question, *answers, *accepted, *[one.text for one in fact.distractors or ()]]
    words = words_of_all([*texts, *more])
    folded = map(Folded, texts, words)
    claim, *false_claims = islice(folded, len(claims)) if claims else (_NOTHING,)
    view = FactView(
        fact=fact,
        vocabulary=vocabulary_of(fact.lang or language),
        claim=claim,
        false_claims=tuple(false_claims),
        question=next(folded) if question else None,
        answers=tuple(islice(folded, len(answers))),
        accepted=tuple(islice(folded, len(accepted))),
        distractors=tuple(folded),
    )
    return view, texts, words[len(texts) :]


def _language(content: Content) -> str:
    return str(content.project.language) if content.project is not None else ""


def core_of(words: Sequence[str], vocabulary: Vocabulary | None) -> tuple[str, ...]:
    """Return an answer's words without those at its beginning that say nothing; ``()`` where none says anything."""
    if vocabulary is None:
        return tuple(words)
    at, fillers = 0, vocabulary.fillers
    while at < len(words) and words[at] in fillers:
        at += 1
    core = tuple(words[at:])
    return () if vocabulary.stop_words.issuperset(core) else core


def line_without_articles(words: Iterable[str], vocabulary: Vocabulary | None) -> str:
    """Return words but articles in a line."""
    articles = vocabulary.articles if vocabulary is not None else _NO_WORDS
    return " ".join([word for word in words if word not in articles])


def _like(text: str, origin: Text) -> Text:
    # braces are gone, so the words stand elsewhere: only the place of the whole is kept
    return Text(text, origin.document, origin.line, origin.column, origin.width)
