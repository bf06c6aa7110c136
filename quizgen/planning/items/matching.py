"""Matching: labels at the left; whom the source cites, the source, or the answer at the right.

No two right sides are equal, and one name is left over, taken from another fact: so the last pair does not follow
from the others. The names stand in an order that tells nothing, by number, date or alphabet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.model.fact import AnswerType, Fact
from quizgen.model.project import ItemType, MatchBy, SectionSpec
from quizgen.model.quiz import KEY, Item, Option
from quizgen.model.text import Text
from quizgen.planning.deriving.guards import guard_of
from quizgen.planning.folding import core_of, line_of
from quizgen.planning.means import Means, claim_of
from quizgen.planning.values import ascending_places


class Matching:
    """Asks about several facts at once; each pair is an item with a number of its own."""

    rarity = 3

    def lack_of(self, fact: Fact, section: SectionSpec, means: Means) -> str:
        """Say what a fact lacks."""
        if fact.label is None:
            return "without a `label`"
        lack = _LACKS[_by(section)](fact)
        if lack:
            return lack
        is_told = core_of(_right_side(fact, section, means) or "") in line_of(fact.label)
        return "with a `label` that tells the answer" if is_told else ""

    def of_one_kind(self, facts: Sequence[Fact], section: SectionSpec, means: Means) -> Sequence[Fact]:
        """Return the facts, none of which lacks anything, that a section can ask about together.

        By answer, they have one type of answer: the first by rank that there is enough of.
        """
        if _by(section) is not MatchBy.ANSWER:
            return facts
        types = sorted({fact.answer_type for fact in facts}, key=lambda one: means.ranks.of("answer type", one))
        groups = [[fact for fact in facts if fact.answer_type is type_] for type_ in types]
        named = [group for group in groups if any(fact.id in section.ids for fact in group)]
        whole = [group for group in groups if _is_enough(group, section, means)]
        largest = sorted(groups, key=lambda group: -_distinct(group, section, means))
        return next(iter((*named, *whole, *largest)), ())

    def clash(self, one: Fact, other: Fact, section: SectionSpec, means: Means) -> bool:
        """Whether two right sides are hard to tell apart, or one of them is right for both labels."""
        first, second = (_right_side(fact, section, means) or "" for fact in (one, other))
        if _are_alike(first, second):
            return True
        if _by(section) is not MatchBy.ANSWER:
            return False
        return _is_right(second, one, means) or _is_right(first, other, means)

    def plan(self, facts: Sequence[Fact], section: SectionSpec, means: Means) -> tuple[Item, ...]:
        """Make an item of each pair, with the same names to choose from, and the one that is left over."""
        names = [(fact, _right_side(fact, section, means) or Text("")) for fact in facts]
        spare = spare_name(facts, section, means)
        names += [spare] if spare else []
        is_ascending = ascending_places([name for _, name in names]) is not None
        return tuple(
            Item(
                type=ItemType.MATCHING,
                fact=fact,
                stem=fact.label or Text(""),
                options=_options(fact, names),
                is_ascending=is_ascending,
                is_alphabetical=not is_ascending,
            )
            for fact in facts
        )


def spare_name(facts: Sequence[Fact], section: SectionSpec, means: Means) -> tuple[Fact, Text] | None:
    """Return the fact that lends the name which is left over, and the name; ``None`` where there is none.

    Of a matching by voice, which gives the hedges away, the quiz does not ask about its claim at all.
    """
    taken = [_right_side(fact, section, means) or "" for fact in facts]
    for lender in sorted(_lenders(facts, section, means), key=lambda one: means.ranks.of("spare", one.id)):
        name = _right_side(lender, section, means)
        if name is None or any(_are_alike(name, other) for other in taken):
            continue
        if not _is_right_for_any(name, facts, section, means):
            return lender, name
    return None


def _lenders(facts: Sequence[Fact], section: SectionSpec, means: Means) -> Iterable[Fact]:
    by = _by(section)
    claims = {claim_of(fact, means.bank) for fact in facts}
    asked = {claim_of(means.bank.fact_by_id[id_], means.bank) for id_ in means.asked}
    kinds = {fact.answer_type for fact in facts}
    for fact in means.facts:
        is_free = fact.retired is None and claim_of(fact, means.bank) not in claims
        is_hidden = by is not MatchBy.VOICE or claim_of(fact, means.bank) not in asked
        is_alike = by is not MatchBy.ANSWER or fact.answer_type in kinds
        if is_free and is_hidden and is_alike and not _LACKS[by](fact):
            yield fact


def _options(fact: Fact, names: Iterable[tuple[Fact, Text]]) -> tuple[Option, ...]:
    pairs = [(lender.id == fact.id, lender, name) for lender, name in names]
    right = (Option(slot=KEY, text=name, is_key=True) for is_own, _, name in pairs if is_own)
    wrong = (Option(slot=str(lender.id), text=name) for is_own, lender, name in pairs if not is_own)
    return (*right, *wrong)


def _by(section: SectionSpec) -> MatchBy:
    return section.by or MatchBy.ANSWER


def _right_side(fact: Fact, section: SectionSpec, means: Means) -> Text | None:
    match _by(section):
        case MatchBy.VOICE:
            return fact.voice
        case MatchBy.SOURCE:
            source = means.bank.source_of(fact.citations[0])
            return source.title_short or source.title
        case _:
            return fact.answers[0].text if fact.answers else None


def _lack_of_voice(fact: Fact) -> str:
    return "" if fact.voice is not None else "without a `voice`"


def _lack_of_source(fact: Fact) -> str:
    return "" if len({citation.source for citation in fact.citations}) == 1 else "with several sources"


def _lack_of_answer(fact: Fact) -> str:
    if len(fact.answers) != 1 or fact.answer_is_set:
        return "without a single `answer`"
    if fact.answer_type is AnswerType.TEXT:
        return "without an `answer_type` such as `term`"
    if fact.sensitive:
        return "marked as `sensitive`"
    return "with `distractors: []`" if fact.distractors == () else ""


_LACKS = {
    MatchBy.VOICE: _lack_of_voice,
    MatchBy.SOURCE: _lack_of_source,
    MatchBy.ANSWER: _lack_of_answer,
}


def _is_enough(group: Sequence[Fact], section: SectionSpec, means: Means) -> bool:
    """Whether there are facts for all pairs, and a name is left over: its fact needs no label."""
    named = [fact for fact in means.facts if fact.answer_type is group[0].answer_type and not _lack_of_answer(fact)]
    return _distinct(group, section, means) >= section.count < _distinct(named, section, means)


def _distinct(facts: Sequence[Fact], section: SectionSpec, means: Means) -> int:
    """Count the right sides of some facts, those of one claim once."""
    sides = {core_of(_right_side(fact, section, means) or "") for fact in facts}
    return min(len(sides), len({claim_of(fact, means.bank) for fact in facts}))


def _are_alike(one: str, other: str) -> bool:
    """Whether two right sides are equal, or one is the other with less said: “monitors”, “international monitors”."""
    first, second = core_of(one), core_of(other)
    if first == second:
        return True
    has_digits = any(sign.isdigit() for sign in one + other)
    return bool(first and second) and not has_digits and (first in line_of(other) or second in line_of(one))


def _is_right(name: str, fact: Fact, means: Means) -> bool:
    return core_of(name) in guard_of(fact, means).texts or core_of(name) in line_of(fact.label or "")


def _is_right_for_any(name: str, facts: Iterable[Fact], section: SectionSpec, means: Means) -> bool:
    return _by(section) is MatchBy.ANSWER and any(_is_right(name, fact, means) for fact in facts)
