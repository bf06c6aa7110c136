"""The fixed words on sheets in Russian."""

from __future__ import annotations

from quizgen.model.project import ItemType
from quizgen.rendering.quiz_words.wording import QuizWords, TypeWords

RUSSIAN = QuizWords(
    lang="ru",
    name="Имя",
    group="Группа",
    date="Дата",
    form="Вариант",
    form_title="вариант {}",
    large_print="крупный шрифт",
    part="Часть {}. {}",
    part_short="Часть",
    points="Баллы",
    score="Оценка",
    total="Всего",
    answer_all=("Ответьте на вопрос.", "Ответьте на все вопросы ({})."),
    minutes=("Время: {} мин.", "Время: {} мин."),
    paper_points=("Всего баллов: {}.", "Всего баллов: {}."),
    brackets="Баллы указаны в скобках: *[1]*. За неверный ответ баллы не снимаются.",
    choose="Чтобы выбрать, *перечеркните кружок*. Чтобы изменить, закрасьте его и перечеркните другой.",
    as_then="Источник назван мелкой строкой у вопроса. Отвечайте так, *как сказано в нём*.",
    whole_part="Все вопросы этой части: {}",
    give="Нужно ответов: {}.",
    blank="пропуск",
    box="клетка",
    picture="Изображение: {}",
    pair_left="О чём речь",
    pair_voice="Кто это говорит",
    pair_source="Источник",
    pair_answer="Ответ",
    end="*Конец варианта {}.*",
    end_check=("Проверьте, что вы ответили на вопрос.", "Проверьте, что вы ответили на вопросы 1–{}."),
    true="Верно",
    false="Неверно",
    true_letter="В",
    false_letter="Н",
    types={
        ItemType.MULTIPLE_CHOICE: TypeWords(title="Выбор ответа", directions="В каждом вопросе выберите *один ответ*."),
        ItemType.TRUE_FALSE: TypeWords(
            title="Верно или неверно",
            directions="*Верно значит: так говорит названный источник.* Отметьте В (верно) или Н (неверно).",
        ),
        ItemType.MULTIPLE_RESPONSE: TypeWords(
            title="Выбор нескольких ответов",
            directions="Перечеркните *все верные клетки*. Баллы даются только за все верные и ни одной лишней.",
        ),
        ItemType.FILL_IN_BLANK: TypeWords(
            title="Пропуски", directions="Впишите пропущенное. Все пропуски одной длины."
        ),
        ItemType.NUMERICAL: TypeWords(
            title="Числа", directions="Напишите число. Если есть единица, она стоит рядом со строкой."
        ),
        ItemType.MATCHING: TypeWords(
            title="Соответствие", directions="В каждую клетку впишите одну букву. *Одна буква лишняя.*"
        ),
        ItemType.ORDERING: TypeWords(
            title="Порядок во времени", directions="Пронумеруйте события по времени: *1 для самого раннего*."
        ),
        ItemType.ESSAY: TypeWords(title="Развёрнутый ответ", directions="Пишите полными предложениями, на строках."),
        ItemType.SHORT_ANSWER: TypeWords(title="Краткий ответ", directions="Напишите ответ на строках."),
    },
    key="Ключ",
    key_title="Ключ к вариантам",
    key_note="Для проверяющего. Берите столбец с буквой, которая стоит в рамке вверху работы.",
    question="Вопрос",
    see="см. {}",
    answers_title="Вопросы, ответы и источники",
    answers_note="Номера варианта {}.",
    also="также: {}",
    also_numbers="принимать от {} до {}",
    exactly_these="Все баллы только за точный набор букв, иначе ноль.",
    each_number="Баллы за каждое событие с верным номером.",
    essay_note="Каждая строка заметок даёт один балл, не больше баллов за вопрос.",
    says_voice="Говорит, на кого ссылается источник: {}",
    keeps_hedge="Сохраняет оговорку источника: «{}», а не простой факт",
    tells_contrast="Говорит, что этому противоречит: {}",
    for_the_rest="За остальное, на ваше усмотрение",
    source_says="В источнике сказано: {}",
    feedback="Разбор, вариант",
    feedback_title="Ответы и пояснения",
    feedback_note="Число в скобках, например (2), указывает на источник в конце.",
    answer="Ответ: {}",
    paper_said="Утверждение в работе:",
    all_count="всем",
    all_count_note="Где в ключе стоит «{}», баллы получают все.",
    everyone="Баллы получают все.",
    withdrawn="Вопрос {} снят: {}.",
    withdrawn_undated="Вопрос {} снят.",
    corrected_since="Вопрос {} исправлен: {}.",
    edited_since="Вопрос {} изменён после печати этой работы.",
    deleted_since="Вопрос {}: его запись удалена после печати этой работы.",
    answer_today="Ответ сегодня: {}",
    as_printed="Как в напечатанной работе: более поздние исправления и снятые вопросы здесь не отмечены.",
    print_all="Все варианты, разбор, ключ",
)
