"""English words that say who says so, how surely, and when; and words of harm."""

from __future__ import annotations

from quizgen.checking.words.lists import any_of, words
from quizgen.model.fact import Certainty

_JUDGED = any_of(
    r"""judg\w* | assess\w* | rat(?:e|ed|es|ing|ings) | consider\w* | regard\w* | describ\w* | call(?:ed|s)? | deem\w*
    | found | finds? | finding\w* | f[ae]ll\w* short | view(?:ed|s|ing)? | rank(?:ed|s|ing|ings)? | critici[sz]\w*
    | critical | evaluat\w* | conclu\w* | characteri[sz]\w* | brand(?:ed|s)? | label\w* | term(?:ed|s) | hail\w*
    | prais\w* | condemn\w* | dismiss\w* | reckon\w* | count(?:ed|s)? (?:as|among) | seen as | held (?:to be|that)
    | opinions? | verdict | thought | believ\w* | argu\w* | credit(?:ed|s)? | according to | accept(?:ed|s)? as
    | in the (?:view|eyes|judge?ment) of"""
)
_REPORTED = any_of(
    r"""report\w* | according to | not(?:ed|es|ing) | say | says | said | saying | record\w* | complain\w* | told
    | tells?
    | found | finds? | observ\w* | announc\w* | stat(?:ed|ing|ements?) | states that | mention\w* | list(?:ed|s)?
    | document(?:ed|s)? | show(?:ed|n|s)? | puts? (?:\w+ ){0,6}at | credit\w* | attribut\w* | tradition\w* | legend\w*
    | rumou?r\w* | held that | claim\w* | warn\w* | declar\w* | describ\w* | suggest\w* | argu\w* | propos\w*
    | recount\w* | relat(?:ed|es) that | writ(?:es|ten) | wrote | statistics | counted | surveys? | registered
    | testif\w* | admit\w* | by (?:\w+ ){0,3}(?:statistics | figures | counts? | records? | accounts? | lists?
    | reports?
      | survey | census | data | estimates? | tradition | legend)"""
)
_INFERRED = any_of(
    r"""assum\w* | estimat\w* | potential\w* | (?<!in )may(?! \d) | might | likely | unlikely | appear\w* | seem\w*
    | could
    | suggest\w* | expect\w* | believ\w* | presum\w* | probabl\w* | possib\w* | perhaps | maybe | thought | suppos\w*
    | infer\w* | conclu\w* | forecast\w* | predict\w* | project(?:ed|ion|ions|s) | reckon\w* | suspect\w* | guess\w*
    | impl(?:y|ies|ied) | indicat\w* | would | calculat\w* | deduc\w* | conjectur\w* | hypothe\w* | theor\w*
    | consider\w*
    | regard\w* | said to | held to | apparent\w* | plausib\w* | in all likelihood | credited"""
)
_ALLEGED = any_of(
    r"""alleg\w* | accus\w* | claim\w* | contend\w* | attempt\w* to (?:depict|portray) | portray\w* | said to
    | complain\w*
    | charg(?:e|ed|es|ing) | assert\w* | suspect\w* | purport\w* | supposed\w* | reputed\w* | maintain\w* | insist\w*
    | rumou?r\w* | denounc\w* | blam\w* | according to | by (?:\w+ ){0,3}(?:accusations? | account)"""
)
HEDGES = {
    Certainty.JUDGED: _JUDGED,
    Certainty.REPORTED: _REPORTED,
    Certainty.INFERRED: _INFERRED,
    Certainty.ALLEGED: _ALLEGED,
}

STRONG_HEDGES = {
    Certainty.ALLEGED: any_of(r"alleged | allegedly | allegations? | purported(?:ly)? | supposedly"),
    Certainty.REPORTED: any_of(r"reportedly | (?:is|are|was|were) said to | reputed(?:ly)?"),
    Certainty.INFERRED: any_of(
        r"""probably | presumably | (?:is|are|was|were) (?:believed|thought|estimated|assumed|presumed|supposed) to
        | (?:by|according to) estimates | estimated at | it is (?:believed|thought|estimated|assumed) that"""
    ),
}
STRONG_HEDGE_WORDS = words(
    """alleged allegedly allegation allegations purported purportedly supposedly reportedly said reputed reputedly
    probably
    presumably believed thought estimated assumed presumed supposed estimates"""
)

RELATIVE_TIMES = any_of(
    r"""currently | recently | nowadays | lately | presently | today | yesterday | tomorrow
    | now(?! (?:extinct|defunct|lost|and then|and again)) | right now | of late | at present
    | at the moment(?! (?:of|before|when|that)) | (?<!of )these days | so far(?! as) | up to now | until now
    | to this day
    | in recent (?:years|decades|times|months) | (?:last|next) (?:year|month|week|decade|century)
    | this (?:year|month|week|decade)
    | (?<!how )(?<![\d,.])(?:a|one|two|three|some|few|several|many|\d{1,3}) (?:years?|decades?) ago
    | current (?:president|prime|king|queen|government|capital|champion|record|chair\w*|head|minister|leader|population
      |name|version|holder|members?|constitution|mayor|ruler|owner|director|pope)"""
)
RELATIVE_TIME_WORDS = words(
    """currently recently nowadays lately presently today yesterday tomorrow now present moment these late far day
    recent
    last this next ago current"""
)

AGEING = any_of(
    r"""(?:has|have) (?:(?:not|never|since|already|long|only|always|also)
    )?(?:been|become|had|won|grown|risen|fallen|led
      |held|made|sold|built|set|\w+ed)
    | (?:is|are) (?:still|currently|reigning)
    | is (?:the )?(?:\w+ )?(?:president|prime minister|king|queen|chancellor|mayor|champion|record holder|chief
    executive)
    | holds? the (?:\w+ )?(?:record|title|office)
    | (?:has|have) (?:\w+ ){1,3}(?:inhabitants|members|employees|subscribers|citizens)
    | world (?:tallest|richest|fastest|busiest|newest|youngest|oldest living|most populous|most visited|best selling)
    | (?:tallest|richest|fastest|busiest|most populous|most visited) (?:\w+ ){0,3}in the world"""
)

_VIOLENCE = r"""kill\w* | murder\w* | massacr\w* | slaughter\w* | assassinat\w* | tortur\w* | rap(?:e|ed|es) | beat
    | beaten
    | beatings? | assault\w* | abduct\w* | kidnap\w* | poison\w* | drown\w* | died | dies? | death | deaths | dead
    | execut(?:ed|ion|ions) | shot | hanged | stabb\w* | strangl\w* | firebomb\w* | bombed | bombings?"""
_CRIMES = r"""brib\w* | corrupt\w* | steal\w* | stole | stolen | theft | thefts | thie(?:f|ves) | robb(?:ed|ery|eries)
    | fraud\w* | embezzl\w* | launder\w* | traffick\w* | extort\w* | blackmail\w* | guilty | convict\w*
    | crim(?:e|es|inal\w*) | terror\w* | violen(?:ce|t|tly) | drunk\w* | arson\w* | harass\w* | genocid\w* | treason\w*
    | espionage | rap(?:ist|ists) | smuggl\w* | forg(?:ed|ery) | perjury"""
VIOLENCE = any_of(_VIOLENCE)
HARMS = any_of(f"{_VIOLENCE} | {_CRIMES}")
