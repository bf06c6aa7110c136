"""Who says so: attributions and citations in words."""

from __future__ import annotations

import pytest

from quizgen.model.bank import Bank
from quizgen.model.source import Source
from quizgen.rendering.attribution import according_to, as_of_words, attribution_line
from quizgen.rendering.citations import citation_card_html, citation_text, is_link
from tests.support.facts import make_bank, make_fact, make_source

SURVEY = make_source()
BOOK = make_source("book", title="Waters", title_short=None, as_of=None)
READ = make_source(
    "page",
    title="[On rivers]",
    title_short="a web page of 2022",
    publisher="",
    issued=None,
    url="https://www.rivers.example/on/",
    accessed="2026-05-03",
    as_of="../2022-03",
)


def test_paper_names_the_sources_of_a_fact() -> None:
    """Each by its short name, once, in the order of the citations; the line begins with a capital."""
    assert line(SURVEY) == "The Survey of 2020"
    assert line(SURVEY, BOOK, SURVEY) == "The Survey of 2020; “Waters”"


def test_a_title_that_was_supplied_has_its_brackets_alone() -> None:
    """“[On rivers]” in quotation marks would claim to be the work's own title."""
    assert line(make_source(title="[On rivers]", title_short=None, as_of=None)) == "[On rivers]"


def test_a_card_says_according_to_whom() -> None:
    """In the language of the fact, in which the name keeps its form."""
    assert said_by("en", SURVEY, BOOK) == "according to the Survey of 2020; “Waters”"
    assert said_by("ru", BOOK) == "источник: «Waters»"
    assert said_by("kk-Cyrl", BOOK) == "«Waters» бойынша"


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["2014"], "as of 2014"),
        (["1996-03", "2006-12", "1996-03"], "as of March 1996; December 2006"),
        (["../2022-03"], "data until March 2022"),
        (["2014", "2011/2012"], "as of 2014; data from 2011 to 2012"),
        ([], ""),
    ],
)
def test_a_card_says_for_which_time(dates: list[str], words: str) -> None:
    """The dates of all sources count, each once."""
    sources = [make_source(f"s{number}", as_of=each) for number, each in enumerate(dates)] or [BOOK]
    fact = make_fact(sources=[source.id for source in sources])
    assert as_of_words(bank(*sources), fact, "en") == words


def test_a_facts_own_date_overrides_that_of_its_source() -> None:
    """A report of 2014 may speak of what was so in 2010."""
    assert as_of_words(bank(SURVEY), make_fact(as_of="2010"), "en") == "as of 2010"


def test_a_book_is_cited_with_all_that_is_known() -> None:
    """Author, title, publisher, date, locator; the locator does not part from its number."""
    source = make_source(author=[("Brook", "Ada"), "River Board"], issued="2021-03")
    assert cite(source) == "Brook, Ada; River Board. “A Survey of Rivers.” River House, March 2021, page\u00a07."


def test_an_article_is_cited_with_its_journal() -> None:
    """Volume and issue stand by the journal's name."""
    source = make_source(container_title="Journal of Waters", publisher="", volume="12", issue="3", DOI="10.1/x(2)")
    assert cite(source) == "“A Survey of Rivers.” Journal of Waters 12(3), 2021, page\u00a07. https://doi.org/10.1/x(2)"


@pytest.mark.parametrize(
    ("lang", "edition", "cited"),
    [
        ("en", "1", "1st edition, "),
        ("en", "2", "2nd edition, "),
        ("en", "3rd", "3rd edition, "),
        ("en", "4.", "4th edition, "),
        ("en", "11", "11th edition, "),
        ("en", "22", "22nd edition, "),
        ("en", "112", "112th edition, "),
        ("en", "revised edition", "Revised edition, "),
        ("en", "2nd ed.", "2nd ed., "),
        ("en", "2010", "2010, "),
        ("ru", "2", "2-е издание, "),
        ("ru", "2-е", "2-е издание, "),
        ("kk", "2", "2-басылым, "),
        ("fr", "2", "2nd edition, "),
    ],
)
def test_the_edition_stands_before_the_publisher(lang: str, edition: str, cited: str) -> None:
    """A locator is one of an edition's pages; a number is an ordinal, and what may be a year or is text stays."""
    assert f" {cited}River House, 2021, page\u00a07." in cite(make_source(edition=edition), lang=lang)


def test_the_edition_of_what_holds_the_source() -> None:
    """It follows the title of the book, on the card as well, and opens no sentence there."""
    source = make_source(container_title="Atlas of Waters", edition="revised & enlarged")
    assert cite(source) == (
        "“A Survey of Rivers.” Atlas of Waters, revised & enlarged, River House, 2021, page\u00a07."
    )
    card = citation_card_html(bank(source), make_fact().citations[0], "en")
    assert card.endswith("Atlas of Waters, revised &amp; enlarged, River House, 2021, page\u00a07.")


def test_editors_and_many_authors() -> None:
    """Editors stand in for missing authors; of five names three are printed."""
    source = make_source(editor=[("Brook", "A."), ("Lake", "B."), ("Pond", "C."), ("Sea", "D."), ("Well", "E.")])
    assert cite(source).startswith("Brook, A.; Lake, B.; Pond, C. and others (ed.). “A Survey")


@pytest.mark.parametrize(
    ("title", "cited"),
    [("Is it long?", "“Is it long?” "), ("Waters", "“Waters.” "), ("Vol. 1.", "“Vol. 1.” "), ("[On it]", "[On it]. ")],
)
def test_a_title_ends_with_one_stop(title: str, cited: str) -> None:
    """No full stop after a question mark, none doubled."""
    assert cite(make_source(title=title)).startswith(cited)


def test_the_full_stop_follows_the_languages_quotation_marks() -> None:
    """In Russian and Kazakh it stands outside."""
    assert cite(BOOK, lang="ru") == "«Waters». River House, 2021, page\u00a07."


def test_what_was_read_elsewhere_says_where() -> None:
    """Locator, address and day are those of the work that was read."""
    source = make_source(quoted_in="page", url="https://elsewhere.example")
    assert cite(source, READ) == (
        "“A Survey of Rivers.” River House, 2021. As quoted in [On rivers], page\u00a07. "
        "https://www.rivers.example/on/, seen 3\u00a0May 2026"
    )


def test_paper_has_no_links() -> None:
    """An address is plain text there."""
    text = citation_text(bank(READ), make_fact(sources=["page"]).citations[0], "en")
    assert text == "[On rivers]. Page\u00a07. https://www.rivers.example/on/, seen 3\u00a0May 2026"


def test_a_card_has_a_link_on_a_line_of_its_own() -> None:
    """What is shown is short; what is followed is whole; brackets are no command to Anki."""
    html = citation_card_html(bank(READ), make_fact(sources=["page"]).citations[0], "en")
    assert html == (
        "&#91;On rivers&#93;. Page\u00a07. "
        '<span class="url"><a href="https://www.rivers.example/on/">rivers.example/on</a>, seen 3\u00a0May 2026</span>'
    )


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://a.example/x?y=[z]", True),
        ("http://a.example", True),
        ("mailto:a@b.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https:///x", False),
        ("https://a.example/ onclick=x", False),
        ("//a.example", False),
        ("", False),
    ],
)
def test_only_safe_addresses_are_links(address: str, *, safe: bool) -> None:
    """Anything that could run is shown as text."""
    assert is_link(address) is safe
    html = citation_card_html(bank(make_source(url=address)), make_fact().citations[0], "en")
    assert ("<a " in html) is safe


def test_an_address_cannot_leave_its_attribute() -> None:
    """Quotation marks and Anki's braces in an address are entities."""
    html = citation_card_html(bank(make_source(url='https://a.example/"><b>{{x}}')), make_fact().citations[0], "en")
    assert '<a href="https://a.example/&#34;&gt;&lt;b&gt;&#123;&#123;x&#125;&#125;">' in html


def bank(*sources: Source) -> Bank:
    """Make a bank of sources."""
    return make_bank(sources=sources)


def line(*sources: Source) -> str:
    """Return the line that paper prints over a fact from these sources."""
    return attribution_line(bank(*sources), make_fact(sources=[source.id for source in sources]), "en")


def said_by(lang: str, *sources: Source) -> str:
    """Return what a card says of a fact from these sources."""
    return according_to(bank(*sources), make_fact(sources=[source.id for source in sources]), lang)


def cite(source: Source, *others: Source, lang: str = "en") -> str:
    """Cite page 7 of a source."""
    return citation_text(bank(source, *others), make_fact(sources=[source.id]).citations[0], lang)
