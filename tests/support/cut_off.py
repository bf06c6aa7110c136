"""Builds that are hurt: what they may leave behind, and what the next build makes of it."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from quizgen.build.stamp import STAMP_FILE
from tests.support.curator import LEDGER, Curator, deck_spec, river
from tests.support.forks import Forks, Run, forks
from tests.support.pictures import png

TEMPORARY = (".quizgen-new", ".quizgen-new-journal")
_TEMPLATES = {
    "anki/card.css": ".card { color: black; }",
    "anki/question-front.html": "{{Question}}",
    "anki/question-back.html": "{{Question}}<hr id=answer>{{Answer}}",
    "anki/cloze-front.html": "{{cloze:Text}}",
    "anki/cloze-back.html": "{{cloze:Text}}",
    "quiz/index.html": "<!doctype html><title>{{ project.title }}</title>{{ decks|length }}",
    "quiz/page.html": "<!doctype html><title>{{ title }}</title>{% for piece in pieces %}{{ piece }}{% endfor %}",
    "quiz/form.html": "<p>{{ form.letter }} {{ form.code }}",
    "quiz/key.html": "<p>{{ key.matrices[0].heads|join }}",
    "quiz/feedback.html": "<p>{{ feedback.letter }} {{ feedback.code }}",
}
"""That are quickly read, so that more of a build's time is writing."""


@dataclass(frozen=True)
class Scene:
    """A project that waits for a build."""

    project: Path
    before: Mapping[str, bytes]
    """All its files, but the stamp."""
    whole: Mapping[str, bytes]
    """The same after a build that nothing disturbs."""

    def copy(self, name: str) -> Path:
        """Lay out a copy of the project beside it, with the same file times."""
        folder = self.project.parent / name
        shutil.rmtree(folder, ignore_errors=True)
        return shutil.copytree(self.project, folder)


@contextmanager
def quick_folder() -> Iterator[Path]:
    """Make a folder for one test, in memory where the system has such a place: hundreds of builds wait for the disk."""
    memory = Path("/dev/shm")  # noqa: S108 - of Linux; the folder below it has a name that nobody can guess
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder).resolve()


@contextmanager
def started() -> Iterator[Forks]:
    """Start the interpreter that is forked for each build, with all loaded that these projects need."""
    with quick_folder() as folder, forks(later_project(folder)) as runs:
        yield runs


def first_build(folder: Path, runs: Forks) -> Scene:
    """Return a project that was never built."""
    return _scene(_curator(folder).write(), runs)


def later_build(folder: Path, runs: Forks) -> Scene:
    """Return a project that was built and then edited."""
    return _scene(later_project(folder), runs)


def later_project(folder: Path) -> Path:
    """Build a project and edit it: a note changes, outputs and a form come, and outputs go."""
    curator = _curator(folder)
    curator.decks["lakes"] = deck_spec("Lakes", "lake")
    curator.build()
    curator.fact("elbe").update(answer="another", image={"file": "elbe.png", "alt": "The Elbe", "credit": "a survey"})
    curator.decks["lochs"] = curator.decks.pop("lakes")
    (curator.root / "decks/lakes.yaml").unlink()
    curator.decks["deck"]["quizzes"].append(_quiz("more"))
    curator.files["elbe.png"] = png(1)
    return curator.write()


def build(runs: Forks, project: Path) -> Run:
    """Build as a curator would: at first with leave to begin a ledger, for the time is given."""
    return runs.run(project, *arguments(project))


def seconds_of_a_build(scene: Scene, runs: Forks) -> float:
    """Build a copy that nothing disturbs, and measure it."""
    project = scene.copy("undisturbed")
    run = build(runs, project)
    assert (run.code, tree(project)) == (0, scene.whole)
    return run.seconds


def arguments(project: Path) -> tuple[str, ...]:
    """Return the command as a curator would type it."""
    return ("build",) if (project / LEDGER).exists() else ("build", "--new-ledger")


def tree(project: Path) -> dict[str, bytes]:
    """Return all files of a project, but the stamp: it tells times."""
    files = {path.relative_to(project).as_posix(): path for path in project.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(files.items()) if name != STAMP_FILE}


def assert_unmixed(scene: Scene, project: Path) -> str:
    """Every file is the old one or the new one, and whole; no output is new before all records are.

    Returns how far the build has got, in words.
    """
    found = tree(project)
    half = {path for path in found if path.endswith(TEMPORARY)}
    known = {path: content for path, content in found.items() if path not in half}
    assert {path for path, content in known.items() if content not in _contents(scene, path)} == set()
    assert {path for path in scene.before if path not in found and path in scene.whole} == set()
    new = {path for path, content in scene.whole.items() if content != scene.before.get(path)}
    there = {path for path in new if known.get(path) == scene.whole[path]}
    records = {path for path in new if not path.startswith("build/")}
    if there - records:
        assert records <= there
    return _progress(new, there, records, half, known.keys() - scene.whole.keys())


class Mender:
    """Builds again what was hurt, each state once: most kills leave one that was seen before."""

    def __init__(self, runs: Forks, scene: Scene) -> None:
        """Begin with no state seen."""
        self._runs, self._scene = runs, scene
        self._states: dict[bytes, str] = {}

    def mend(self, project: Path) -> None:
        """See that the next build succeeds, and leaves what a build leaves that nothing disturbed."""
        how_far = assert_unmixed(self._scene, project)
        state = _digest(project)
        if state not in self._states:
            run = build(self._runs, project)
            assert (run.code, "Traceback" in run.said) == (0, False), run.said
            assert tree(project) == self._scene.whole
        self._states[state] = how_far

    @property
    def counts(self) -> dict[str, int]:
        """How many different states were seen, by how far the build had got."""
        return dict(Counter(self._states.values()))


def _digest(project: Path) -> bytes:
    """Tell a state of the project from others: by its files, and by what the stamp says, but for the times in it."""
    state = hashlib.blake2b()
    for path, content in (*tree(project).items(), (STAMP_FILE, _stamp(project))):
        state.update(f"{path}\0{len(content)}\0".encode() + content)
    return state.digest()


def _stamp(project: Path) -> bytes:
    stamp = json.loads((project / STAMP_FILE).read_bytes()) if (project / STAMP_FILE).exists() else {}
    return json.dumps({**stamp, "state": ""}).encode()


def _contents(scene: Scene, path: str) -> set[bytes | None]:
    return {scene.before.get(path), scene.whole.get(path)}


def _progress(new: set[str], there: set[str], records: set[str], half: set[str], old: set[str]) -> str:
    if there == new and not half:
        return "outputs in place, old ones still there" if old else "complete"
    if there >= records and there:
        return "some outputs in place" if there - records else "records in place"
    if there:
        return "some records in place"
    return "half-written files" if half else "untouched"


def _curator(folder: Path) -> Curator:
    curator = Curator(folder / "project", [river("elbe"), river("loire"), river("volga", topic="lake")])
    curator.decks["deck"]["quizzes"] = [_quiz("rivers")]
    curator.files |= {f"templates/{name}": text.encode() for name, text in _TEMPLATES.items()}
    return curator


def _quiz(id_: str) -> dict[str, object]:
    return {"id": id_, "title": "Rivers", "forms": 1, "sections": [{"type": "short_answer", "count": 2}]}


def _scene(project: Path, runs: Forks) -> Scene:
    copy = shutil.copytree(project, project.parent / "undisturbed")
    undisturbed = build(runs, copy)
    assert undisturbed.code == 0, undisturbed.said
    return Scene(project=project, before=tree(project), whole=tree(copy))
