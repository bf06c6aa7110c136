"""How fast quizgen is, against the floor in the same run: ``make bench``.

Whole processes are measured, start and end included, and every measure takes turns with the floor, so that whatever
else the machine does falls on both. The ratios are of processor time (user and system), medians of all turns; the
seconds that passed and the peak of memory stand below. Banks of 1,000, 10,000 and 100,000 facts take some twenty
minutes of a processor; ``--quick`` leaves the largest out, and takes three.
"""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
QUIZGEN = (sys.executable, "-m", "quizgen")
TURNS = {1_000: 9, 10_000: 5, 100_000: 3}
"""How often each measure is taken, by the number of facts."""
EDITED = (b"again for the harbor.", b"again for the bridge.")
MEGABYTE = 1_000_000


class Cost(NamedTuple):
    """What a process took."""

    processor: float
    """Seconds of user and system time."""
    passed: float
    """Seconds."""
    memory: int
    """Bytes at the peak."""


class Measure(NamedTuple):
    """Something that is measured in a project of so many facts."""

    title: str
    aim: float
    """At most so many times the floor."""
    take: Callable[[Bank], Cost]


class Bank(NamedTuple):
    """Two projects with the same facts, one of them with a quiz."""

    plain: Path
    quiz: Path

    @property
    def facts(self) -> Path:
        """The file of facts of the plain one."""
        return self.plain / "data" / "facts.yaml"


def main() -> None:
    """Measure everything and print two tables."""
    compileall.compile_dir(str(HERE.parent / "quizgen"), quiet=1)  # as it is once installed, wherever this runs
    counts = [count for count in TURNS if count < max(TURNS) or "--quick" not in sys.argv]
    with tempfile.TemporaryDirectory() as folder:
        banks = {count: lay_out(Path(folder) / str(count), count) for count in counts}
        costs = {count: take_turns(banks[count], TURNS[count]) for count in counts}
        sizes = {count: bank.facts.stat().st_size for count, bank in banks.items()}
        version, click = (run_often(command) for command in ((*QUIZGEN, "--version"), IMPORT_CLICK))
        show_ratios(costs, sizes, version / click)
        show_costs(costs)


def lay_out(folder: Path, count: int) -> Bank:
    """Make the projects, in a process of its own: a child's peak of memory begins with its parent's."""
    bank = Bank(folder / "plain", folder / "quiz")
    run((sys.executable, str(HERE / "bank.py"), str(count), str(bank.plain)))
    run((sys.executable, str(HERE / "bank.py"), str(count), str(bank.quiz), "--quiz"))
    return bank


def take_turns(bank: Bank, turns: int) -> dict[str, Cost]:
    """Return the median cost of each measure."""
    taken: dict[str, list[Cost]] = {measure.title: [] for measure in MEASURES}
    for turn in range(turns):
        for measure in MEASURES:
            say(f"{bank.plain.parent.name} facts, turn {turn + 1} of {turns}: {measure.title}")
            taken[measure.title].append(measure.take(bank))
    say("")
    return {title: median(costs) for title, costs in taken.items()}


def median(costs: Sequence[Cost]) -> Cost:
    """Return the medians of what several processes took."""
    processor, passed, memory = zip(*costs, strict=True)
    return Cost(statistics.median(processor), statistics.median(passed), statistics.median(memory))


def floor(bank: Bank) -> Cost:
    """Load the facts with PyYAML and write them with genanki."""
    return run((sys.executable, str(HERE / "floor.py"), str(bank.facts), str(bank.plain / "floor.apkg")))


def check(bank: Bank) -> Cost:
    """Check the project."""
    return run((*QUIZGEN, "--project", str(bank.plain), "check"))


def build(bank: Bank) -> Cost:
    """Build the deck for the first time."""
    forget(bank.plain)
    return run((*QUIZGEN, "--project", str(bank.plain), "build"))


def build_again(bank: Bank) -> Cost:
    """Build once more, with nothing changed."""
    return run((*QUIZGEN, "--project", str(bank.plain), "build"))


def build_after_edit(bank: Bank) -> Cost:
    """Build once more, after one word in the middle of the file was changed."""
    edit(bank.facts)
    return run((*QUIZGEN, "--project", str(bank.plain), "build"))


def build_with_quiz(bank: Bank) -> Cost:
    """Build the deck and the forms of the quiz for the first time."""
    forget(bank.quiz)
    return run((*QUIZGEN, "--project", str(bank.quiz), "build"))


FLOOR = "the floor"
BUILD = "full build of the deck"
MEASURES = (
    Measure(FLOOR, 1, floor),
    Measure(BUILD, 0.6, build),
    Measure("nothing changed", 0.1, build_again),
    Measure("rebuild after one edit", 0.5, build_after_edit),
    Measure("deck, four forms of 40 items, keys", 0.8, build_with_quiz),
    Measure("check", 0.5, check),
)
"""In this order: each build begins with what the one before it left."""
IMPORT_CLICK = (sys.executable, "-c", "import click")
VERSION_AIM, GROWTH_AIM, MEMORY_AIM = 1.3, 12, 12


def forget(project: Path) -> None:
    """Undo all builds of a project."""
    made = [path for name in ("build", "archive") for path in (project / name).rglob("*") if path.is_file()]
    for path in (*made, project / "decks" / "ledger.tsv"):
        path.unlink(missing_ok=True)


def edit(facts: Path) -> None:
    """Change one word of an explanation in the middle of the facts, or change it back."""
    content = facts.read_bytes()
    old, new = EDITED if EDITED[1] not in content else EDITED[::-1]
    at = content.index(old, len(content) // 2 if old == EDITED[0] else 0)
    facts.write_bytes(content[:at] + new + content[at + len(old) :])


def run(command: Sequence[str]) -> Cost:
    """Run a command to its end; what it says is shown only if it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=HERE.parent)  # noqa: S603 - our own
    said = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed:\n{said.decode()}")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - began, usage.ru_maxrss * 1024)


def run_often(command: Sequence[str]) -> float:
    """Return the median of the processor time of a command that takes next to none."""
    return statistics.median(run(command).processor for _ in range(21))


def show_ratios(costs: dict[int, dict[str, Cost]], sizes: dict[int, int], start: float) -> None:
    """Print each measure as a ratio of the floor, then memory, growth, and what the start alone takes."""
    rows = [
        (measure.title, f"≤ {measure.aim}", *(f"{ratio(cost, measure.title):.2f}" for cost in costs.values()))
        for measure in MEASURES[1:]
    ]
    memory = (f"{costs[count][BUILD].memory / sizes[count]:.1f}" for count in costs)
    *_, less, more = costs
    growth = costs[more][BUILD].processor / costs[less][BUILD].processor
    blanks = ("",) * (len(costs) - 1)
    rows.append(("memory of the build, times the size of the facts", f"≤ {MEMORY_AIM}", *memory))
    rows.append((f"growth of the build from {less:,} facts", f"≤ {GROWTH_AIM}", *blanks, f"{growth:.1f}"))
    rows.append(("`--version`, times importing click", f"≤ {VERSION_AIM}", f"{start:.2f}", *blanks))
    show_table(("times the floor", "aim", *(f"{count:,} facts" for count in costs)), rows)


def ratio(cost: dict[str, Cost], title: str) -> float:
    """Return how many times the floor's processor time a measure takes."""
    return cost[title].processor / cost[FLOOR].processor


def show_costs(costs: dict[int, dict[str, Cost]]) -> None:
    """Print what was measured: seconds of the processor, seconds that passed, and megabytes."""
    rows = [(measure.title, *(shown(cost[measure.title]) for cost in costs.values())) for measure in MEASURES]
    show_table(("processor, passed, memory", *(f"{count:,} facts" for count in costs)), rows)


def shown(cost: Cost) -> str:
    """Write down what a process took."""
    return f"{cost.processor:.2f} s, {cost.passed:.2f} s, {cost.memory / MEGABYTE:.0f} MB"


def show_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table in Markdown that reads as well without it."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = [f"{'-' * widths[0]}", *(f"{'-' * (width - 1)}:" for width in widths[1:])]
    print()
    for title, *cells in (head, rule, *rows):
        numbers = (f"{cell:>{width}}" for cell, width in zip(cells, widths[1:], strict=True))
        print(f"| {title:{widths[0]}} | {' | '.join(numbers)} |")


def say(what: str) -> None:
    """Say on a terminal what is being measured."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{what}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
