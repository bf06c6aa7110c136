"""What has to be said on a sheet, whatever the language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.model.project import ItemType


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeWords:
    """What a part of one item type is called, and what to do in it."""

    title: str
    directions: str
    """With inline markup."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizWords:
    """The words of one language.

    ``{}`` is where a number or the quiz's own words come in; a pair is for one and for more than one. The
    instructions and the words at the end are with inline markup.
    """

    lang: str
    """The language that they are in, not the one that was asked for."""
    name: str
    group: str
    date: str
    form: str
    """Before the boxed letter."""
    form_title: str
    large_print: str
    """In the title of such a form."""
    part: str
    """A part's number and its type."""
    part_short: str
    points: str
    score: str
    total: str
    answer_all: tuple[str, str]
    minutes: tuple[str, str]
    paper_points: tuple[str, str]
    brackets: str
    choose: str
    as_then: str
    whole_part: str
    """Before the source of all questions of a part."""
    give: str
    """How many answers a set asks for."""
    blank: str
    """What a reader of screens says at a blank."""
    box: str
    """The same at a box for a letter or a number."""
    picture: str
    """Before the words that stand in for a picture which is not there."""
    pair_left: str
    """Over the left side of a matching."""
    pair_voice: str
    """Over its right side, where that is whom the source cites."""
    pair_source: str
    pair_answer: str
    end: str
    end_check: tuple[str, str]
    true: str
    false: str
    true_letter: str
    false_letter: str
    types: Mapping[ItemType, TypeWords]
    key: str
    key_title: str
    key_note: str
    question: str
    see: str
    """In the matrix: the number of the entry below that has the answer."""
    answers_title: str
    answers_note: str
    also: str
    """Before the other spellings that a marker accepts."""
    also_numbers: str
    """The least and the greatest number that a marker accepts."""
    exactly_these: str
    """How a marker counts an item with several right options."""
    each_number: str
    """How a marker counts an ordering."""
    essay_note: str
    """How a marker counts an essay."""
    says_voice: str
    """A line of marking notes: whom the source cites."""
    keeps_hedge: str
    """A line of marking notes: the certainty."""
    tells_contrast: str
    """A line of marking notes: the claim that stands against this one."""
    for_the_rest: str
    """The last line of marking notes: points that no other line gives."""
    source_says: str
    """What is so, after a false statement."""
    feedback: str
    feedback_title: str
    feedback_note: str
    answer: str
    paper_said: str
    """Before a false statement."""
    all_count: str
    """In the matrix, in place of a key: everybody gets the points."""
    all_count_note: str
    """On the key: what the word in the matrix means."""
    everyone: str
    """On the feedback: what becomes of the points of a withdrawn question."""
    withdrawn: str
    """A question, and the date."""
    withdrawn_undated: str
    corrected_since: str
    """A question, and the date."""
    edited_since: str
    deleted_since: str
    answer_today: str
    as_printed: str
    print_all: str
    """In the title of the file with all sheets, and what it is called."""

    def type_words(self, type_: ItemType) -> TypeWords:
        """Return what a part of this type is called."""
        return self.types[type_]

    def counted(self, forms: tuple[str, str], count: int) -> str:
        """Put a number into the form for one or for more than one."""
        return forms[count != 1].format(count)
