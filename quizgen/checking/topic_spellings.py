"""QZ206: topics that differ in capital letters alone, so that a deck spec takes one and not the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content


def check(content: Content) -> Iterator[Problem]:
    """Report each topic that is spelt otherwise than most are; of two that are as frequent, the small letters count."""
    if not _differ({topic for fact in content.bank.facts for topic in fact.topics}):
        return
    # a fact with `same_claim` has its topics from another one: the same place is counted once
    topics = {topic.place: topic for fact in content.bank.facts for topic in fact.topics}
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for topic in topics.values():
        for path, word in _levels(topic):
            spellings[path][word] += 1
    usual = {path: max(words, key=lambda word: (words[word], word.islower())) for path, words in spellings.items()}
    for place, topic in topics.items():
        wanted = _as_usual(topic, usual)
        if wanted != topic:
            yield Problem(
                code="QZ206",
                message=f"the topic `{topic}` differs in capital letters from others",
                place=place,
                note="they count: a deck spec that names one does not take the other",
                hint=f"write `{wanted}`",
            )


def _differ(topics: Iterable[str]) -> bool:
    """Whether levels of topics differ in capital letters alone: a quick look, for many facts have few topics."""
    paths = {path for topic in topics for path in accumulate(topic.split("/"), "{}/{}".format)}
    return len(set(map(str.casefold, paths))) < len(paths)


def _levels(topic: str) -> Iterator[tuple[str, str]]:
    """Yield each level of a topic: its path, folded, and its word as spelt."""
    path = ""
    for word in topic.split("/"):
        path = f"{path}/{word.casefold()}"
        yield path, word


def _as_usual(topic: str, usual: Mapping[str, str]) -> str:
    return "/".join(usual[path] for path, _ in _levels(topic))
