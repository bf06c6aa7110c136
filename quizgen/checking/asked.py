"""Questions with their options, as the rules on items look at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgen.checking.folding import QUOTE, Folded, find_words, fold
from quizgen.checking.spans import Span, has_digit, plain_numbers, read_span
from quizgen.checking.views import FactView, core_of
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.model.fact import Fact
from quizgen.model.folding import unaccented
from quizgen.model.project import ItemType
from quizgen.model.quiz import Item

_CHOICES = {ItemType.MULTIPLE_CHOICE, ItemType.MULTIPLE_RESPONSE}
_LETTERS_THAT_TELL = 3
"""A word shorter than this is compared letter for letter: `Fe` is not `fe`, and `In` may be a preposition."""
_DIGITS_THAT_TELL = 3
_NO_WORDS: frozenset[str] = frozenset()


@dataclass(slots=True, kw_only=True, eq=False)  # not frozen: one is made for each fact, see `Folded`
class Asked:
    """A question as it is asked."""

    fact: Fact
    vocabulary: Vocabulary | None
    stem: Folded
    answers: tuple[Folded, ...]
    """The key, or the members of a set."""
    accepted: tuple[Folded, ...]
    """Other spellings of the key."""
    distractors: tuple[Folded, ...]
    key: Folded | None = field(init=False)
    """The one right option; ``None`` where there is no choice between options."""
    options: tuple[Folded, ...] = field(init=False)
    """The key and the distractors; none where there is no choice."""
    words: frozenset[str] = field(init=False)
    """All words of answers and distractors: a quick look at them before a slow one."""
    has_figures: bool = field(init=False)
    """Whether a digit or a number word stands in an option: where none does, none is a number."""
    numbers: tuple[str, ...] = field(init=False)
    """The digits of the options, where these are whole numbers of one unit: a quick look before ``spans``."""
    _spans: tuple[Span | None, ...] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Look at the options: most rules do."""
        self.key = self.answers[0] if len(self.answers) == 1 and self.distractors else None
        self.options = () if self.key is None else (self.key, *self.distractors)
        self.words = _NO_WORDS.union(*[option.words for option in (*self.answers, *self.distractors)])
        texts = [option.text for option in self.options]
        is_worded = self.vocabulary is not None and not self.vocabulary.number_words.isdisjoint(self.words)
        self.has_figures = bool(texts) and (is_worded or has_digit("".join(texts)))
        self.numbers = plain_numbers(texts, self.vocabulary) if self.has_figures else ()

    @property
    def spans(self) -> tuple[Span | None, ...]:
        """The numbers that the options are, key first; none where there is no choice."""
        if self._spans is None:
            options = self.options
            self._spans = tuple(
                [read_span(option, self.vocabulary) for option in options]
                if self.has_figures
                else [None] * len(options)
            )
        return self._spans

    def core(self, folded: Folded) -> tuple[str, ...]:
        """Return the telling words of an option."""
        return core_of(folded.words, self.vocabulary)


def asked_by_fact(view: FactView) -> Asked | None:
    """Return what a fact asks, with all its own distractors; ``None`` where it has no question."""
    if view.question is None:
        return None
    return Asked(
        fact=view.fact,
        vocabulary=view.vocabulary,
        stem=view.question,
        answers=view.answers,
        accepted=() if view.fact.answer_is_set else view.accepted,
        distractors=view.distractors,
    )


def asked_by_item(item: Item, vocabulary: Vocabulary | None) -> Asked | None:
    """Return what an item asks, with the options that it has; ``None`` where there is nothing to choose from."""
    if item.type not in _CHOICES:
        return None
    return Asked(
        fact=item.fact,
        vocabulary=vocabulary,
        stem=fold(item.stem),
        answers=tuple(fold(option.text) for option in item.options if option.is_key),
        accepted=_accepted(item.fact),
        distractors=tuple(fold(option.text) for option in item.options if not option.is_key),
    )


def _accepted(fact: Fact) -> tuple[Folded, ...]:
    return tuple([fold(text) for answer in fact.answers for text in answer.accept])


def stands_in_stem(option: Folded, asked: Asked) -> bool:
    """Whether an option can be read in the stem, so that it gives itself away, or rules itself out.

    Not where the stem names several things to choose from (`the Nile or the Amazon`), or quotes a sentence to ask for
    a word of it; where it is part of another name (`States` in `United States`), or a small number or a letter that
    may mean anything.
    """
    core = asked.core(option)
    if not core or core[0] not in asked.stem.words or not _tells(core, asked.vocabulary):
        return False
    at = find_words(core, asked.stem.words)
    if at < 0 or is_choice(asked, option):
        return False
    return any(_is_itself(match, core, asked) and not _may_stand(match, asked) for match in _matches(core, asked.stem))


def _tells(core: tuple[str, ...], vocabulary: Vocabulary | None) -> bool:
    """Whether words say enough to be recognized."""
    if len(core) > 1:
        return not all(word.isdigit() for word in core)
    (word,) = core
    if word[0].isdigit():
        return sum(map(str.isdigit, word)) >= _DIGITS_THAT_TELL
    is_number = vocabulary is not None and (word in vocabulary.numbers or word in vocabulary.quantities)
    return len(word) > 1 and not is_number


def is_choice(asked: Asked, option: Folded) -> bool:
    """Whether the stem names this option and another one to choose from: `Of Phobos and Deimos, which …?`."""
    keys = asked.answers if len(asked.answers) == 1 else ()
    others = (asked.core(other) for other in (*keys, *asked.distractors) if other is not option)
    return any(core and find_words(core, asked.stem.words) >= 0 for core in others)


def _matches(core: tuple[str, ...], stem: Folded) -> Iterator[re.Match[str]]:
    pattern = r"[\W_]+(?:s[\W_]+)?".join(map(re.escape, core))
    yield from re.finditer(rf"(?<!\w){pattern}(?!\w)", unaccented(stem.text), re.IGNORECASE)


def _is_itself(match: re.Match[str], core: tuple[str, ...], asked: Asked) -> bool:
    text, found = match.string, match[0]
    if len(core) == 1 and len(found) <= _LETTERS_THAT_TELL and not _is_spelt_so(found, match.start(), asked):
        return False
    before = re.search(r"([\w'’]+)[ -]$", text[: match.start()])
    after = re.match(r"[ -]([\w'’]+)", text[match.end() :])
    if not found[:1].isupper():
        return True
    is_in_name = (before is not None and before.start() > 0 and before[1][:1].isupper()) or (
        after is not None and after[1][:1].isupper()
    )
    return not is_in_name


def _may_stand(match: re.Match[str], asked: Asked) -> bool:
    """Whether an option stands in the stem as one that it offers, or in a sentence whose words are asked for."""
    vocabulary, text = asked.vocabulary, match.string
    if vocabulary is None:
        return False
    joins = [vocabulary.offers]
    if vocabulary.pair_questions.search(asked.stem.line):
        joins.append(vocabulary.pair_joins)
    if any(join.search(text[: match.start()]) or join.search(text[match.end() :]) for join in joins):
        return True
    is_quoted = any(one.start() < match.start() < one.end() for one in QUOTE.finditer(text))
    return is_quoted and vocabulary.language_questions.search(asked.stem.line) is not None


def _is_spelt_so(found: str, start: int, asked: Asked) -> bool:
    """Whether a short word stands in the stem letter for letter as in an option, and not at its beginning."""
    return start > 0 and any(
        re.search(rf"\b{re.escape(found)}\b", one.text) for one in (*asked.answers, *asked.distractors)
    )
