"""How Sphinx makes the site of README, CONTRIBUTING, CHANGELOG, SECURITY and docs/: `make docs`.

The pages are plain Markdown that reads well on a code host; all that only the site needs stands here. The site loads
nothing from elsewhere: styles and the search lie beside the pages, and fonts are the reader's own.
"""

from __future__ import annotations

import shutil

from sphinx.application import Sphinx

project = "quizgen"
author = "the quizgen authors"
extensions = ["myst_parser"]
root_doc = "README"
include_patterns = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "docs/*.md"]
suppress_warnings = ["misc.highlighting_failure"]  # bad examples are meant to be bad

html_theme = "furo"
html_title = "quizgen"
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
pygments_style = "default"
pygments_dark_style = "github-dark"

myst_heading_anchors = 3  # as code hosts make them

CONTENTS = """
```{toctree}
:hidden:
:caption: Begin
docs/install
docs/tutorial
docs/curating
docs/teaching-loaded-material
docs/regenerating
```

```{toctree}
:hidden:
:caption: Look up
docs/fact-file
docs/deck-specs
docs/commands
docs/rules
docs/guidelines
docs/templates
```

```{toctree}
:hidden:
:caption: Work on it
docs/architecture
CONTRIBUTING
docs/releasing
SECURITY
CHANGELOG
```
"""
"""The site's own list of pages. A page that does not stand here is a warning, and warnings are errors."""


def setup(app: Sphinx) -> None:
    """Add the list of pages to the first page, and let the site begin with it."""
    app.connect("source-read", _add_contents)
    app.connect("build-finished", _add_index)


def _add_contents(_app: Sphinx, name: str, source: list[str]) -> None:
    if name == root_doc:
        source[0] += CONTENTS


def _add_index(app: Sphinx, error: Exception | None) -> None:
    if error is None:
        shutil.copy(app.outdir / f"{root_doc}.html", app.outdir / "index.html")
