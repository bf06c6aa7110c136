"""The fixed words on sheets in English."""

from __future__ import annotations

from quizgen.model.project import ItemType
from quizgen.rendering.quiz_words.wording import QuizWords, TypeWords

ENGLISH = QuizWords(
    lang="en",
    name="Name",
    group="Group",
    date="Date",
    form="Form",
    form_title="form {}",
    large_print="large print",
    part="Part {}. {}",
    part_short="Part",
    points="Points",
    score="Score",
    total="Total",
    answer_all=("Answer the question.", "Answer all {} questions."),
    minutes=("You have {} minute.", "You have {} minutes."),
    paper_points=("The paper has {} point.", "The paper has {} points."),
    brackets="Points are in brackets: *[1]*. Wrong answers lose nothing.",
    choose="To choose, *cross the ring*. To change, fill the ring and cross another.",
    as_then="The small line at a question names its source. Answer *as that source stood then*.",
    whole_part="All questions of this part: {}",
    give="Give {} answers.",
    blank="blank",
    box="box",
    picture="Picture: {}",
    pair_left="What is told",
    pair_voice="Who says so",
    pair_source="The source",
    pair_answer="The answer",
    end="*End of form {}.*",
    end_check=("Check that you have answered the question.", "Check that you have answered questions 1 to {}."),
    true="True",
    false="False",
    true_letter="T",
    false_letter="F",
    types={
        ItemType.MULTIPLE_CHOICE: TypeWords(
            title="Multiple choice", directions="Choose *one answer* for each question."
        ),
        ItemType.TRUE_FALSE: TypeWords(
            title="True or false",
            directions="*True means: the source named says so.* Cross T for true, F for false.",
        ),
        ItemType.MULTIPLE_RESPONSE: TypeWords(
            title="Multiple response",
            directions="Cross *all boxes that apply*. Points are given only for exactly the right ones.",
        ),
        ItemType.FILL_IN_BLANK: TypeWords(
            title="Fill in", directions="Write what is missing into each blank. All blanks are equally long."
        ),
        ItemType.NUMERICAL: TypeWords(
            title="Numbers", directions="Write a number. If it has a unit, the unit stands beside the line."
        ),
        ItemType.MATCHING: TypeWords(
            title="Matching", directions="Write one letter into each box. *One letter is left over.*"
        ),
        ItemType.ORDERING: TypeWords(
            title="Order in time", directions="Number the events in the order of time: *1 for the first*."
        ),
        ItemType.ESSAY: TypeWords(title="Essay", directions="Write in full sentences, on the lines."),
        ItemType.SHORT_ANSWER: TypeWords(title="Short answer", directions="Write your answer on the lines."),
    },
    key="Key",
    key_title="Answer key",
    key_note="For the marker. Use the column whose letter is boxed at the top of the paper.",
    question="Question",
    see="see {}",
    answers_title="Questions, answers and sources",
    answers_note="Numbered as in form {}.",
    also="also: {}",
    also_numbers="accept {} to {}",
    exactly_these="All points for exactly these letters; otherwise none.",
    each_number="Points for each event that has its right number.",
    essay_note="A line of the notes is worth a point, up to the points of the question.",
    says_voice="Says whom the source cites: {}",
    keeps_hedge="Keeps the source's own hedge, “{}”: it is not told as a plain fact",
    tells_contrast="Tells what stands against it: {}",
    for_the_rest="For the rest, by your own judgment",
    source_says="The source says: {}",
    feedback="Feedback, form",
    feedback_title="Answers and reasons",
    feedback_note="A number such as (2) leads to the sources at the end.",
    answer="Answer: {}",
    paper_said="The statement was:",
    all_count="all",
    all_count_note="Where the key says “{}”, everyone gets the points.",
    everyone="Everyone gets the points.",
    withdrawn="Question {} was withdrawn: {}.",
    withdrawn_undated="Question {} was withdrawn.",
    corrected_since="Question {} was corrected: {}.",
    edited_since="Question {} has been edited since this paper was printed.",
    deleted_since="Question {}: its fact has been deleted since this paper was printed.",
    answer_today="Answer today: {}",
    as_printed="As printed: what has been corrected or withdrawn since is not marked here.",
    print_all="All forms, feedback, key",
)
