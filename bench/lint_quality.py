"""How often the rules of `quizgen check` are right: ``python bench/lint_quality.py [--verbose] [--without-holdout]``.

The labelled set stands in ``lint_items/``. Its good half are good facts, good facts that look like a flaw, and what
``harmless_changes`` makes of the first; its other half have one planted flaw, by hand or by ``mutations``. Each flaw
is planted among all good facts. A finding of another kind than the planted one, or any finding in the good half, is a
false alarm, also of rules that only remark.

Exit code 1 if a rule falls below the aims, or if a holdout (good facts that no rule was tuned on) is not clean.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from lint_mutations import harmless_changes, mutations

from quizgen.checking.linting import check_all
from quizgen.checking.rules import check_content
from quizgen.checking.settings import apply_settings
from quizgen.diagnostics.pages import codes, level_of, page_of
from quizgen.diagnostics.problem import Level, Problem
from quizgen.model.bank import Bank
from quizgen.model.content import Content
from quizgen.model.quiz import Quiz
from quizgen.model.settings import CheckSettings
from quizgen.model.text import Text
from quizgen.planning.quizzes import plan_quiz
from quizgen.reading.content import read_content

PRECISION, RECALL = 0.95, 0.90
YEAR = 2020
"""The year in which the labelled set was written, so that `max_age` finds what it found then."""

ITEMS = Path(__file__).parent / "lint_items"
_FIRST_CODE = "QZ600"
_LAST_CODE = "QZ829"
_EARLIER = {"QZ102"}
"""Rules on items that run before all others."""
HOLDOUTS = ("clean_holdout.yaml", "clean_fresh.yaml")
_UNDATED = {"id": "undated", "title": "A leaflet without a date", "title-short": "an undated leaflet"}
_SECTIONS = {"multiple_choice": 20, "true_false": 2, "short_answer": 20}
"""The quiz over a holdout: what share of its facts, in percent, each section asks about."""

Raw = dict[str, Any]


@dataclass
class Score:
    """What a rule found."""

    planted: int = 0
    found: int = 0
    false: int = 0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the findings that are right."""
        return self.found / (self.found + self.false) if self.found + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of the flaws that are found."""
        return self.found / self.planted if self.planted else 1.0


def main() -> int:
    """Measure, and print one line a rule."""
    clean = _load(ITEMS / "clean.yaml")
    near = [_near_miss(number, entry) for number, entry in enumerate(_load(ITEMS / "near_misses.yaml")["near_misses"])]
    changed = harmless_changes(clean["facts"])
    entries = [*_load(ITEMS / "planted.yaml")["planted"], *mutations(clean["facts"])]
    scores = {code: Score() for code in codes() if code in _EARLIER or _FIRST_CODE <= code <= _LAST_CODE}
    with TemporaryDirectory() as folder:
        base = _read(Path(folder), clean["sources"], clean["facts"])
        alarms = {(problem.code, problem.message) for problem in _findings(base, {})}
        _alarm(alarms, "in good facts", scores)
        for what, facts in (("looks like a flaw", near), ("changed without harm", changed)):
            content = _beside(_read(Path(folder) / what, clean["sources"], facts), base)
            found = {(problem.code, problem.message) for problem in _findings(content, {})}
            _alarm(found - alarms, what, scores)
        for number, entry in enumerate(entries):
            content = _planted(Path(folder) / str(number), entry, clean, base)
            codes_found = {
                problem.code for problem in _findings(content, entry) if (problem.code, problem.message) not in alarms
            }
            _count(entry, codes_found, scores)
    good = len(clean["facts"])
    _say(f"{good + len(near) + len(changed)} without a flaw: {good} good facts, {len(near)} that look like a flaw, ")
    _say(f"{len(changed)} good ones changed without harm; {len(entries)} with one planted flaw")
    failed = list(_report(scores))
    unclean = [] if "--without-holdout" in sys.argv else [found for name in HOLDOUTS for found in _holdout(name)]
    return 1 if failed or unclean else 0


def _near_miss(number: int, entry: Raw) -> Raw:
    """Make a fact of a near miss: what it does not say is good."""
    own = {name: value for name, value in entry.items() if name != "near"}
    id_ = f"near-{entry['near'].lower()}-{number}"
    return {"id": id_, "topics": ["near"], "citations": [{"source": "almanac", "locator": "page 1"}], **own}


def _alarm(found: Iterable[tuple[str, str]], what: str, scores: Mapping[str, Score]) -> None:
    for code, message in sorted(found):
        scores[code].false += 1
        scores[code].alarms.append(f"{what}: {message}")


def _load(path: Path) -> Raw:
    with path.open(encoding="utf-8") as file:
        data: Raw = yaml.load(file, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and mappings alone
        return data


def _planted(folder: Path, entry: Raw, clean: Raw, base: Content) -> Content:
    """Put an entry's facts among the good ones."""
    facts = [_changed(part, clean["facts"]) for part in (entry, *entry.get("and", ()))]
    sources = [*clean["sources"], *entry.get("sources", ())]
    if any(citation["source"] == "undated" for fact in facts for citation in fact.get("citations", ())):
        sources.append(_UNDATED)
    return _beside(_read(folder, sources, facts), base)


def _count(entry: Raw, found: set[str], scores: Mapping[str, Score]) -> None:
    """Count a planted flaw as found or missed, and what else was found as false alarms."""
    expected, told = entry["code"], f"{entry.get('of')} {entry.get('set')}"
    scores[expected].planted += 1
    if expected in found:
        scores[expected].found += 1
    else:
        scores[expected].missed.append(told)
    for code in sorted(found - {expected, *entry.get("also", ())}):
        scores[code].false += 1
        scores[code].alarms.append(f"{expected}: {told}")


def _changed(entry: Raw, facts: Iterable[Raw]) -> Raw:
    """Return a good fact with some fields changed; a field that is set to null is taken away."""
    base = next((fact for fact in facts if fact["id"] == entry["of"]), {})
    changed = {**base, **entry.get("set", {})}
    return {name: value for name, value in changed.items() if value != "null"}


def _read(folder: Path, sources: list[Raw], facts: list[Raw]) -> Content:
    files = {
        "quizgen.yaml": {"namespace": "measuring-the-rules", "title": "Rules", "language": "en"},
        "data/facts.yaml": {"sources": sources, "facts": facts},
        "decks/deck.yaml": {"title": "Rules", "facts": {}},
    }
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")  # which is YAML too
    content, problems, _ = read_content(folder)
    if problems:
        sys.exit(f"the labelled set cannot be read: {problems[0]}")
    return content


def _beside(changed: Content, base: Content) -> Content:
    """Put changed facts among the good ones, in the place of those with their ids."""
    ids = {fact.id for fact in changed.bank.facts}
    facts = (*changed.bank.facts, *(fact for fact in base.bank.facts if fact.id not in ids))
    bank = Bank(facts=facts, sources=changed.bank.sources)
    return replace(changed, bank=bank, fact_ids=frozenset(fact.id for fact in facts))


def _findings(content: Content, entry: Raw) -> Iterator[Problem]:
    max_age = entry.get("check", {}).get("max_age")
    settings = CheckSettings(max_age=None if max_age is None else int(max_age))
    count = 1 + len(entry.get("and", ()))
    quizzes = [_planned(content, entry["sections"], count)] if "sections" in entry else []
    found = (*check_content(content), *check_all(content, quizzes, settings, YEAR))
    yield from apply_settings(found, content, settings)


def _planned(content: Content, sections: list[Raw], count: int) -> Quiz:
    """Plan a quiz over the first facts."""
    with TemporaryDirectory() as folder:
        deck = {"title": "Rules", "facts": {}, "quizzes": [_quiz(sections)]}
        path = Path(folder) / "decks" / "deck.yaml"
        path.parent.mkdir()
        path.write_text(json.dumps(deck), encoding="utf-8")
        specs = read_content(Path(folder))[0].specs
    quiz, problems = plan_quiz(specs[0].quizzes[0], content.bank.facts[:count], content.bank, "en")
    if quiz is None:
        sys.exit(f"a quiz of the labelled set cannot be planned: {problems[0]}")
    return quiz


def _quiz(sections: list[Raw]) -> Raw:
    return {"id": "measured", "title": "Measured", "seed": "measure", "sections": sections}


def _report(scores: Mapping[str, Score]) -> Iterator[str]:
    """Print the table, and yield the codes that fall below the aims."""
    is_verbose = "--verbose" in sys.argv
    _say(f"{'rule':<7}{'level':<9}{'planted':>8}{'found':>7}{'false':>7}{'precision':>11}{'recall':>8}")
    for code, score in scores.items():
        level = level_of(code)
        _say(
            f"{code:<7}{level:<9}{score.planted:>8}{score.found:>7}{score.false:>7}"
            f"{score.precision:>11.2f}{score.recall:>8.2f}  {page_of(code).title}"
        )
        for note in (*(f"missed: {one}" for one in score.missed), *(f"false: {one}" for one in score.alarms)):
            if is_verbose:
                _say(f"        {note}")
        if level is not Level.INFO and (score.precision < PRECISION or score.recall < RECALL or not score.planted):
            yield code
    heavy = [score for code, score in scores.items() if level_of(code) is not Level.INFO]
    planted, found, false = (sum(getattr(score, name) for score in heavy) for name in ("planted", "found", "false"))
    _say(f"{len(heavy)} rules that err or warn: {found} of {planted} flaws found, {false} false alarms: ")
    _say(f"precision {found / (found + false):.3f}, recall {found / planted:.3f}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _holdout(name: str) -> Counter[str]:
    """Check facts that no rule was tuned on, and a quiz over them; print what is found."""
    data = _load(ITEMS / name)
    with TemporaryDirectory() as folder:
        content = _read(Path(folder), data["sources"], data["facts"])
    count = len(content.bank.facts)
    sections = [{"type": kind, "count": str(max(count * size // 100, 1))} for kind, size in _SECTIONS.items()]
    settings = CheckSettings()
    quiz = _planned(content, sections, count)
    found = (*check_content(content), *check_all(content, [quiz], settings, YEAR))
    problems = dict.fromkeys(apply_settings(found, content, settings))
    for problem in problems:
        _say(f"holdout: {problem.code} {_id_at(problem, content)}: {problem.message}")
    _say(f"{count} good facts that no rule was tuned on ({name}): {len(problems)} findings")
    return Counter(problem.code for problem in problems)


def _id_at(problem: Problem, content: Content) -> Text | str:
    before = [fact.id for fact in content.bank.facts if fact.id.line <= problem.place.line]
    is_in_data = re.match("data/", problem.place.document)
    return before[-1] if before and is_in_data else "quiz"


if __name__ == "__main__":
    sys.exit(main())
