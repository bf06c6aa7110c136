"""Ids and topics are legal, readable, and coined once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.planning.coining import LONGEST_ID, Coiner, legal_topic
from quizgen.reading.patterns import ID, TOPIC


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("How long is the *Green* River?", "long-green-river"),
        ("Where is it?", "where-is-it"),
        ("Größe der Flüsse", "grosse-der-flusse"),
        ("Қазақстан Республикасының астанасы", "qazaqstan-respublikasynyn-astanasy"),
        ("Щука — рыба", "shchuka-ryba"),
        ("H~2~O & 2,000 km", "h-2-o-2-000-km"),
        ("a" * 50, "a" * LONGEST_ID),
        ("one hundred thousand million of words are too long", "one-hundred-thousand-million-words-too"),
    ],
)
def test_ids_are_coined_from_words(words: str, id_: str) -> None:
    """A curator recognizes the fact by its id."""
    assert Coiner(()).coin(words) == id_


def test_other_scripts_get_an_id_that_stays() -> None:
    """What cannot be spelt in Latin letters has the same short hash in every import."""
    first, second = Coiner(()).coin("河流多长"), Coiner(()).coin("河流多长")
    assert first == second
    assert first.startswith("fact-")
    assert first != Coiner(()).coin("河流多宽")


def test_no_id_is_given_twice() -> None:
    """Neither one that the project has, nor one that was coined before."""
    coiner = Coiner({"river", "river-3"})
    assert [coiner.coin("River"), coiner.coin("river"), coiner.coin("the river")] == ["river-2", "river-4", "river-5"]


@given(st.lists(st.text(max_size=30), max_size=5))
def test_every_id_is_legal(words: list[str]) -> None:
    """Whatever the words are."""
    coiner = Coiner(())
    ids = [coiner.coin(text) for text in words]
    assert all(ID.fits(id_) for id_ in ids)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("Geo::Big rivers", "geo/big-rivers"),
        ("media/law", "media/law"),
        ("Сложные темы", "сложные-темы"),
        (" ::-- :: ", ""),
        ("100%!", "100"),
    ],
)
def test_topics_are_made_legal(words: str, topic: str) -> None:
    """Decks and tags become paths."""
    assert legal_topic(words) == topic


@given(st.text())
def test_every_topic_is_legal(words: str) -> None:
    """Or empty, where nothing is left of it."""
    assert not legal_topic(words) or TOPIC.fits(legal_topic(words))
