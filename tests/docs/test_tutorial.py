"""The tutorial works: its commands are run, with its files and its edits, and they say what it says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.support.project import REPOSITORY, run_quizgen

PAGE = (REPOSITORY / "docs" / "tutorial.md").read_text(encoding="utf-8")
CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")


class Fence(NamedTuple):
    """A block of the page: commands, a file, an edit, or what a command says."""

    kind: str
    about: str
    """The file's path; ``fails`` where a command is meant to."""
    text: str


def test_the_tutorial_works(tmp_path: Path) -> None:
    """Whoever follows the page, block by block, sees what it shows, and holds what it promises."""
    follower = Follower(tmp_path)
    for fence in fences():
        getattr(follower, fence.kind)(fence)
    built = {path.name for path in (follower.folder / "build").rglob("*") if path.is_file()}
    assert {"index.html", "speech.apkg", "form-a.html", "form-b.html", "key.html"} <= built
    assert [name for name in built if name.endswith("-key.html")] == [f"{follower.codes['DVFC-8R3K']}-key.html"]


def test_the_tutorial_has_blocks_of_every_kind() -> None:
    """A page whose blocks are no longer found would pass untried."""
    assert {fence.kind for fence in fences()} == {"sh", "yaml", "diff", "text"}


class Follower:
    """Somebody who does what the page says."""

    def __init__(self, folder: Path) -> None:
        """Begin in an empty folder."""
        self.folder = folder
        self.said = ""
        self.codes: dict[str, str] = {}
        """The codes of forms as they stand on the page, and as they are."""

    def sh(self, fence: Fence) -> None:
        """Type the commands."""
        for command in fence.text.splitlines():
            program, *arguments = CODE.sub(lambda code: self.codes[code[0]], command).split()
            if program == "cd":
                self.folder /= arguments[0]
                continue
            if program == "rm":
                self.delete(arguments)
                continue
            result = run_quizgen(*arguments, cwd=self.folder)
            self.said = result.stdout + result.stderr
            assert (program, result.returncode) == ("quizgen", int(fence.about == "fails")), self.said

    def delete(self, arguments: Iterable[str]) -> None:
        """Delete files and folders, all of which are there."""
        for path in (self.folder / name for name in arguments if name != "-r"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def yaml(self, fence: Fence) -> None:
        """Write the file."""
        path = self.folder / fence.about
        assert not path.exists()
        path.write_text(fence.text, encoding="utf-8")

    def diff(self, fence: Fence) -> None:
        """Change the lines."""
        path = self.folder / fence.about
        old, new = (
            "".join(f"{line[1:]}\n" for line in fence.text.splitlines() if line.startswith(sign)) for sign in "-+"
        )
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        path.write_text(text.replace(old, new), encoding="utf-8")

    def text(self, fence: Fence) -> None:
        """Find each line in what the last command said; the codes of forms are learnt from it."""
        for line in fence.text.splitlines():
            codes = CODE.findall(line)
            pattern = CODE.sub(lambda _: f"({CODE.pattern})", re.escape(line).replace(r"\-", "-"))
            found = re.search(rf"^{pattern}$", self.said, flags=re.MULTILINE)
            assert found, f"{line!r} is not in:\n{self.said}"
            self.codes.update(zip(codes, found.groups(), strict=True))


def fences() -> list[Fence]:
    """Return the blocks of the page, in its order."""
    blocks = re.findall(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
    return [Fence(*block) for block in blocks]
