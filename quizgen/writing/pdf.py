"""Sheets as PDF, by WeasyPrint: tagged (PDF/UA-1), and the same bytes for the same HTML on one machine.

WeasyPrint and what reads its PDFs again come with the extra ``pdf``; they are loaded here alone, and only when
a PDF is asked for.
"""

from __future__ import annotations

import hashlib
import logging
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.layout import BUILD_FOLDER
from quizgen.writing.pdf_text import missing_texts

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped] # it has no types

_INSTALL = "pip install 'quizgen[pdf]'"
_INSTALL_SYSTEM = (
    "run `apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0` on Debian or Ubuntu, "
    "`brew install pango` on macOS"
)
_OR_PRINT = "or build without --pdf and print from the browser: every page is made for that"
_MOST_NAMED = 3
_LONGEST = 60


def check_pdf_software(path: str) -> Problem | None:
    """Say what is missing to make PDFs; ``path`` is the first that was to be made."""
    try:
        import pypdfium2  # type: ignore[import-untyped] # it has no types  # noqa: F401, PLC0415 - see above
        import weasyprint  # type: ignore[import-untyped] # likewise  # noqa: F401, PLC0415 - see above
    except ModuleNotFoundError as error:
        return _unable(path, f"the Python module `{error.name}` is missing", f"run `{_INSTALL}`")
    except OSError as error:  # cffi finds no library
        return _unable(path, f"a library of the system is missing: {_one_line(error)}", _INSTALL_SYSTEM)
    return None


def pdf_bytes(html: str, path: str, before: bytes = b"") -> tuple[bytes, tuple[Problem, ...]]:
    """Print a page, and check that all its text is there; ``path`` is where the PDF will stand.

    ``before`` is the PDF that stands there now: if it was printed from the same HTML by the same version, it is
    returned as it is.
    """
    name = _identifier(html)
    if name in before:
        return before, ()
    content, refused = _print(html, name)
    problems = [_not_loaded(path, address) for address in refused]
    missing = missing_texts(html, content)
    return content, (*problems, *([_lost(path, missing)] if missing else ()))


def _print(html: str, name: bytes) -> tuple[bytes, tuple[str, ...]]:
    from weasyprint import HTML  # noqa: PLC0415 - see above

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it speaks of CSS that is meant for browsers
    fetcher, refused = _fetcher()
    page = HTML(string=html, base_url="project:/", url_fetcher=fetcher)
    content: bytes = page.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=name)
    return content, tuple(dict.fromkeys(refused))


def _fetcher() -> tuple[URLFetcher, list[str]]:
    """Make what loads the pictures of a page: from its own text alone, not from a disk or a network."""
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - see above

    refused: list[str] = []

    class Inside(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ANN401 - WeasyPrint's own
            if url.startswith("data:"):
                return super().fetch(url, headers)
            refused.append(url.removeprefix("project:/"))
            message = "only `data:` addresses are loaded"
            raise ValueError(message)

    return Inside(), refused


def _identifier(html: str) -> bytes:
    """Name a PDF by all that it is made of and with, in the sign that the PDF itself bears."""
    return hashlib.blake2b(f"{version('weasyprint')}\0{html}".encode(), digest_size=16).hexdigest().encode()


def _unable(path: str, reason: str, hint: str) -> Problem:
    return Problem(
        code="QZ520",
        message=f"cannot make PDFs: {reason}",
        place=Place(f"{BUILD_FOLDER}/{path}"),
        note=_OR_PRINT,
        hint=hint,
    )


def _lost(path: str, missing: tuple[str, ...]) -> Problem:
    named = ", ".join(f"`{text[:_LONGEST]}`" for text in missing[:_MOST_NAMED])
    more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
    return Problem(
        code="QZ521",
        message=f"the PDF has lost text of its page: {named}{more}",
        place=Place(f"{BUILD_FOLDER}/{path}"),
        note="a style of your own templates may hide it, or WeasyPrint cannot lay it out",
        hint=_OR_PRINT.removeprefix("or "),
    )


def _not_loaded(path: str, address: str) -> Problem:
    return Problem(
        code="QZ522",
        message=f"the PDF is made without `{address[:_LONGEST]}`: a page must hold its pictures and styles itself",
        place=Place(f"{BUILD_FOLDER}/{path}"),
        hint="put it into the template as a `data:` address",
    )


def _one_line(error: OSError) -> str:
    return " ".join(str(error).split())[:_LONGEST]
