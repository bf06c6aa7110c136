"""The fixed words on sheets in Kazakh."""

from __future__ import annotations

from quizgen.model.project import ItemType
from quizgen.rendering.quiz_words.wording import QuizWords, TypeWords

KAZAKH = QuizWords(
    lang="kk",
    name="Аты-жөні",
    group="Сынып",
    date="Күні",
    form="Нұсқа",
    form_title="{} нұсқасы",
    large_print="ірі қаріп",
    part="{}-бөлім. {}",
    part_short="Бөлім",
    points="Ұпай",
    score="Баға",
    total="Барлығы",
    answer_all=("Сұраққа жауап беріңіз.", "Барлық {} сұраққа жауап беріңіз."),
    minutes=("Уақыт: {} минут.", "Уақыт: {} минут."),
    paper_points=("Барлығы {} ұпай.", "Барлығы {} ұпай."),
    brackets="Ұпай тік жақшада: *[1]*. Қате жауап үшін ұпай шегерілмейді.",
    choose="Таңдаған *дөңгелекті айқыштап* белгілеңіз. Өзгерту үшін оны бояп, басқасын белгілеңіз.",
    as_then="Сұрақтың жанындағы шағын жолда дереккөз аталған. *Сол дереккөз айтқандай* жауап беріңіз.",
    whole_part="Осы бөлімнің барлық сұрақтары: {}",
    give="{} жауап беріңіз.",
    blank="бос орын",
    box="торкөз",
    picture="Сурет: {}",
    pair_left="Не туралы",
    pair_voice="Мұны кім айтады",
    pair_source="Дереккөзі",
    pair_answer="Жауабы",
    end="*{} нұсқасының соңы.*",
    end_check=("Сұраққа жауап бергеніңізді тексеріңіз.", "1–{} сұрақтарға жауап бергеніңізді тексеріңіз."),
    true="Дұрыс",
    false="Бұрыс",
    true_letter="Д",
    false_letter="Б",
    types={
        ItemType.MULTIPLE_CHOICE: TypeWords(title="Жауапты таңдаңыз", directions="Әр сұрақта *бір жауапты* таңдаңыз."),
        ItemType.TRUE_FALSE: TypeWords(
            title="Дұрыс не бұрыс",
            directions="*Дұрыс дегені: аталған дереккөз солай дейді.* Д (дұрыс) не Б (бұрыс) белгілеңіз.",
        ),
        ItemType.MULTIPLE_RESPONSE: TypeWords(
            title="Бірнеше жауапты таңдау",
            directions="*Дұрыс торкөздердің бәрін* айқыштаңыз. Ұпай тек дәл дұрыс белгіленгенде беріледі.",
        ),
        ItemType.FILL_IN_BLANK: TypeWords(
            title="Бос орындар", directions="Түсіп қалғанын бос орынға жазыңыз. Бос орындардың ұзындығы бірдей."
        ),
        ItemType.NUMERICAL: TypeWords(
            title="Сандар", directions="Санды жазыңыз. Өлшем бірлігі болса, ол жолдың жанында тұр."
        ),
        ItemType.MATCHING: TypeWords(
            title="Сәйкестендіру", directions="Әр торкөзге бір әріп жазыңыз. *Бір әріп артық.*"
        ),
        ItemType.ORDERING: TypeWords(
            title="Уақыт реті", directions="Оқиғаларды уақыт ретімен нөмірлеңіз: *ең алғашқысы 1*."
        ),
        ItemType.ESSAY: TypeWords(title="Толық жауап", directions="Жолдарға толық сөйлемдермен жазыңыз."),
        ItemType.SHORT_ANSWER: TypeWords(title="Қысқа жауап", directions="Жауабыңызды жолдарға жазыңыз."),
    },
    key="Кілт",
    key_title="Жауап кілті",
    key_note="Тексерушіге арналған. Жұмыстың жоғарғы жағында жақтауда тұрған әріптің бағанын алыңыз.",
    question="Сұрақ",
    see="{} қар.",
    answers_title="Сұрақтар, жауаптар және дереккөздер",
    answers_note="{} нұсқасының нөмірлері.",
    also="мыналар да дұрыс: {}",
    also_numbers="{}–{} аралығы қабылданады",
    exactly_these="Барлық ұпай тек дәл осы әріптерге, әйтпесе нөл.",
    each_number="Дұрыс нөмірі бар әр оқиғаға ұпай.",
    essay_note="Ескертпелердің әр жолы бір ұпай, сұрақтың ұпайынан аспайды.",
    says_voice="Дереккөз кімге сілтейтінін айтады: {}",
    keeps_hedge="Дереккөздің ескертуін сақтайды: «{}», нақты факт ретінде емес",
    tells_contrast="Бұған қарсы не тұрғанын айтады: {}",
    for_the_rest="Қалғаны үшін, өз қалауыңызша",
    source_says="Дереккөзде айтылған: {}",
    feedback="Талдау, нұсқа",
    feedback_title="Жауаптар мен түсіндірмелер",
    feedback_note="Жақшадағы сан, мысалы (2), соңындағы дереккөзді көрсетеді.",
    answer="Жауабы: {}",
    paper_said="Жұмыстағы тұжырым:",
    all_count="бәріне",
    all_count_note="Кілтте «{}» тұрған жерде ұпай бәріне беріледі.",
    everyone="Ұпай бәріне беріледі.",
    withdrawn="{}-сұрақ алып тасталды: {}.",
    withdrawn_undated="{}-сұрақ алып тасталды.",
    corrected_since="{}-сұрақ түзетілді: {}.",
    edited_since="{}-сұрақ бұл жұмыс басылғаннан кейін өзгертілді.",
    deleted_since="{}-сұрақ: оның жазбасы бұл жұмыс басылғаннан кейін жойылды.",
    answer_today="Бүгінгі жауап: {}",
    as_printed="Басылған күйінде: кейінгі түзетулер мен алып тасталған сұрақтар мұнда белгіленбеген.",
    print_all="Барлық нұсқа, талдау, кілт",
)
