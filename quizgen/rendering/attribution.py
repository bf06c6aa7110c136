"""Who says so, and for when: printed with every question, so that no curator types it."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.model.edtf import Edtf
from quizgen.model.fact import Fact
from quizgen.model.source import Source
from quizgen.rendering.dates import date_words
from quizgen.rendering.words import words_of


def attribution_line(bank: Bank, fact: Fact, lang: str) -> str:
    """Name a fact's sources as paper does above a stem: “The Survey of 2020; the Atlas, as of 1975”."""
    return capitalized(dated_sources(bank, fact, lang))


def dated_sources(bank: Bank, fact: Fact, lang: str) -> str:
    """Name a fact's sources, each with the time that it speaks for where its name does not hold that.

    “the Survey of 2020; “Atlas of the Valley”, as of 1975”; a fact's own date stands for all of them.
    """
    sources = sources_of(bank, fact)
    names = [_source_name(source, lang) for source in sources]
    if fact.as_of is not None:
        return _dated("; ".join(names), fact.as_of, lang)
    return "; ".join(_dated(name, source.as_of, lang) for name, source in zip(names, sources, strict=True))


def according_to(bank: Bank, fact: Fact, lang: str) -> str:
    """Name a fact's sources as a card does: “according to the Survey of 2020”."""
    names = "; ".join(_source_name(source, lang) for source in sources_of(bank, fact))
    return words_of(lang).according_to.format(names)


def as_of_words(bank: Bank, fact: Fact, lang: str) -> str:
    """Say which time a fact speaks for, as a chip does: “as of 2014”; empty where no source has a date."""
    words, dates = words_of(lang), _as_of_dates(bank, fact)
    if not any(date.is_interval for date in dates):
        return words.as_of.format("; ".join(date_words(date, lang) for date in dates)) if dates else ""
    forms = [(words.as_of_span if date.is_interval else words.as_of, date_words(date, lang)) for date in dates]
    return "; ".join(form.format(date) for form, date in forms)


def sources_of(bank: Bank, fact: Fact) -> tuple[Source, ...]:
    """Return the sources that a fact cites, each once, in the order of its citations."""
    return tuple({citation.source: bank.source_of(citation) for citation in fact.citations}.values())


def quoted_title(source: Source, lang: str) -> str:
    """Put a source's title in quotation marks; one that was supplied, ``[On rivers]``, keeps its brackets alone."""
    is_supplied = source.title.startswith("[") and source.title.endswith("]")
    return str(source.title) if is_supplied else words_of(lang).quoted(source.title)


def capitalized(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def _dated(name: str, date: Edtf | None, lang: str) -> str:
    years = {str(moment.year) for moment in (date.start, date.end) if moment} if date else set()
    if date is None or all(year in name for year in years):
        return name
    words = words_of(lang)
    return f"{name}, {(words.as_of_span if date.is_interval else words.as_of).format(date_words(date, lang))}"


def _as_of_dates(bank: Bank, fact: Fact) -> tuple[Edtf, ...]:
    """Return the fact's own date, or else the dates of all its sources, each once."""
    if fact.as_of is not None:
        return (fact.as_of,)
    dates = (source.as_of for source in sources_of(bank, fact))
    return tuple({date.text: date for date in dates if date is not None}.values())


def _source_name(source: Source, lang: str) -> str:
    """Return the short name of a source: its ``title-short``, else its title in quotation marks."""
    return source.title_short or quoted_title(source, lang)
