"""What a program can do to good facts: plant flaws, beside those planted by hand, or change them without harm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Raw = dict[str, Any]

_STEP = 9
"""Every ninth fact that can have a flaw gets it."""


def mutations(facts: list[Raw]) -> Iterator[Raw]:
    """Yield entries like those of ``planted.yaml``, in a fixed order."""
    chosen = [fact for fact in facts if len(fact.get("distractors", ())) > 1]
    plain = [fact for fact in chosen if _is_plain(fact)]
    for fact in chosen[::_STEP]:
        yield _entry("QZ705", fact, distractors=[*fact["distractors"], "all of the above"])
        yield _entry("QZ102", fact, distractors=[*fact["distractors"], f"{fact['answer']}."])
        yield _entry("QZ718", fact, distractors=fact["distractors"][:1])
        yield _entry("QZ606", fact, explanation="TODO: look this up again.")
        yield _entry("QZ714", fact, question=" ".join(fact["question"].split()[:2]) + "?")
    for fact in plain[1::_STEP]:
        if fact["answer"].islower():
            yield _entry("QZ704", fact, distractors=["42", *(one for one in fact["distractors"] if one.islower())])
        yield _entry("QZ602", fact, claim=_doubled(fact["claim"]))
        yield _entry("QZ701", fact, question=f"{fact['question'][:-1]}, whether {fact['answer']} and its like are met?")
    for fact in [one for one in chosen if one["answer"].startswith("the ")][::3]:
        yield _entry("QZ700", fact, accept="null", distractors=[*fact["distractors"][:2], fact["answer"][4:]])
    for fact in plain[::2]:
        yield {**_entry("QZ611", fact, claim=_assumed(fact["claim"])), "also": ["QZ610"]}  # the question drops it
    for fact in plain[2::_STEP]:
        yield _entry("QZ655", fact, reviewed={"by": "Ada Brook", "on": "2020-01-31", "text": "aaaaaaaaaaaa"})
    for fact in plain[3::_STEP]:
        yield _entry("QZ607", fact, claim=fact["claim"].replace("e", "\N{CYRILLIC SMALL LETTER IE}", 1))
    for fact in plain[4::_STEP]:
        question = "\N{CYRILLIC SMALL LETTER A}".join(fact["question"].rsplit("a", 1))
        yield _entry("QZ607", fact, question=question)
    yield _quiz("QZ802", [_in_the_middle(number) for number in range(8)])
    yield _quiz("QZ802", [_at_the_end(number) for number in range(5)])
    yield _quiz("QZ802", [_at_the_end(number, lowest=True) for number in range(4)])
    yield _quiz("QZ802", [_in_the_middle(number, years=True) for number in range(9)])
    for count in (5, 6, 8, 10):
        yield _quiz("QZ803", [_with_long_key(fact) for fact in plain[:count]])


def harmless_changes(facts: list[Raw]) -> list[Raw]:
    """Change each good fact and leave it good: with the source in its question, or with less, in another order."""
    changed = []
    for number, fact in enumerate(facts):
        question = fact.get("question", "")
        if number % 2 and question.startswith(
            ("Which ", "What ", "Who ", "How ", "Where ", "Into ", "In which ", "On ")
        ):
            changed.append({**fact, "question": f"According to the almanac, {question[0].lower()}{question[1:]}"})
        else:
            kept = {name: value for name, value in fact.items() if name not in _SPARE or name not in _spared(fact)}
            changed.append(
                kept | {name: fact[name][::-1] for name in ("distractors", "accept") if _is_list(fact, name)}
            )
    return changed


_SPARE = ("explanation", "label", "false_claims", "cloze")


def _spared(fact: Raw) -> set[str]:
    """Return the fields that can go: all but the cloze where nothing else makes a card."""
    return {*_SPARE} if "question" in fact and not _is_list(fact, "answer") else {*_SPARE} - {"cloze"}


def _is_list(fact: Raw, name: str) -> bool:
    return isinstance(fact.get(name), list)


def _is_plain(fact: Raw) -> bool:
    """Whether the answer is a word or name, and the question offers no choice."""
    counts = fact["question"].startswith("How ") or " or " in fact["question"]
    return "answer_type" not in fact and fact.get("certainty", "stated") == "stated" and not counts


def _entry(code: str, fact: Raw, **changed: object) -> Raw:
    return {"code": code, "of": fact["id"], "set": changed}


def _quiz(code: str, facts: list[Raw]) -> Raw:
    parts = [{"of": "none", "set": fact} for fact in facts]
    return {
        "code": code,
        **parts[0],
        "and": parts[1:],
        "sections": [{"type": "multiple_choice", "count": str(len(facts))}],
    }


def _doubled(claim: str) -> str:
    """Double the second word that is no name."""
    words = claim.split()
    at = next(at for at, word in enumerate(words) if at and word.isalpha() and word.islower())
    return " ".join([*words[: at + 1], *words[at:]])


def _assumed(claim: str) -> str:
    """Put a claim as an assumption; a name keeps its capital letter."""
    first, rest = claim.split(" ", 1)
    return f"It is assumed that {first.lower() if first in {'A', 'An', 'The', 'In', 'On', 'Of'} else first} {rest}"


def _number_fact(number: int, answer: str, distractors: list[str], thing: str) -> Raw:
    return {
        "id": f"numbered-{number}",
        "topics": ["numbers"],
        "claim": f"On map {number + 1}01 of the almanac {answer} {thing} are marked.",
        "citations": [{"source": "almanac", "locator": f"map {number + 1}01"}],
        "question": f"How many {thing} are marked on map {number + 1}01 of the almanac?",
        "answer": answer,
        "distractors": distractors,
    }


_THINGS = ("bridges", "ferries", "mills", "locks", "springs", "islands", "bends", "harbours", "fords")


def _in_the_middle(number: int, *, years: bool = False) -> Raw:
    value = 1800 + 7 * number if years else 12 + 3 * number
    others = [value - 4, value + 5, value + 9] if number % 2 else [value - 8, value - 3, value + 6]
    return _number_fact(number, str(value), [str(other) for other in others], _THINGS[number])


def _at_the_end(number: int, *, lowest: bool = False) -> Raw:
    value = 30 + 7 * number
    sign = 1 if lowest else -1
    return _number_fact(number, str(value), [str(value + sign * step) for step in (4, 9, 13)], _THINGS[number])


def _with_long_key(fact: Raw) -> Raw:
    return {**fact, "answer": f"{fact['answer']}, as is known", "accept": "null"}
