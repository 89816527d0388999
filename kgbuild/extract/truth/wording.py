"""What the rest of a sentence, and the learned model, leave of a claim's status.

The walk of status.py sees what governs a verb. Here is the rest: "not" before a name, sources that
would not be named, the present tense of a day to come, and the model's doubt.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from spacy.tokens import Span, Token

from kgbuild.extract.neural.scores import Score
from kgbuild.extract.references import kin
from kgbuild.extract.text import contrast, dates
from kgbuild.extract.text.clauses import clause, is_now, particle
from kgbuild.extract.text.facts import LASTING, OFFICES, Fact
from kgbuild.extract.text.governors import is_none, says, shows_a_fake, turn, words
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.truth import bygone, confidence, corrections
from kgbuild.extract.truth.arrivals import APPOINTS
from kgbuild.extract.truth.status import OPEN, Standing, judge, weaker
from kgbuild.extract.vetoes.guesses import paper
from kgbuild.model import FACTUAL, Status

DOUBT, DENIAL, OVER, SURE = 0.1, 0.5, 0.75, 0.9
"""How sure the model must be that a tie which it alone sees is not so; that it is denied where an
office is but sought; that it is over; and of what it is where rules don't know."""
LIKELY_OVER = 0.6
"""The same of what a past tense does not make a thing of the past: so three of three in dev."""
PLAINLY = 0.05
"""What it may doubt of a fact where a word of two senses on the way would make it less: in our
items 110 of 112 were so."""
_ENDING = frozenset("SPOUSE_OF PARTNERED_WITH OPERATES_IN SANCTIONED SUPPLIES".split())
"""They may be over as well, though a past tense alone does not say so."""
_ENDS = frozenset(
    """sell divorce leave quit resign close retire part divest end dissolve fire sack dismiss
    oust""".split()
)
_HANDS_ON = frozenset({"transfer", "hand", "sign", "donate", "gift", "cede"})
"""With "over", or with a stake as what is handed: no longer the doer's."""
_STAYS = frozenset("stay remain continue keep maintain retain".split())
_GOES_ON = frozenset({"carry on", "go on", "keep", "keep on"})
_PAST = frozenset({"VBD", "VBN"})
_UNDONE = OPEN | {Status.DENIED}
_SIZES = frozenset("raise increase lift boost up cut reduce trim lower halve".split())
IN_PASSING = "apposition"
"""It holds whatever is said of the name: "not by Acme, its supplier"."""
_OFFICIAL = frozenset({"announce", "confirm"})
"""Who does so has the word, whoever "they" are."""
_MEETINGS = frozenset("conversation dinner encounter lunch meeting summit talk visit".split())
_AT = frozenset("after at before during in since".split())
_BOTH = frozenset("both men pair they two women".split())
_CRIMES = frozenset({"KILLED"})
"""Who says this of another accuses them."""
_OF_WORDS = frozenset(
    "CRITICIZED SUPPORTED SUED CHARGED SANCTIONED SPOKE_TO ARRESTED KILLED".split()
)
"""Their verbs do what they say: who accuses does not do it less for accusing."""
_MEASURES = frozenset(
    "ban bans blacklisting designation embargo freeze sanctions suspension".split()
)
_UNDOES = frozenset(
    "annul cancel end rescind quash overturn lift scrap suspend void revoke".split()
)
_TAKES_OFF = frozenset("delete delist drop remove strike take".split())
_TAKEN_BACK = {
    "SANCTIONED": (_UNDOES - {"suspend"}) | _TAKES_OFF,
    "CITIZEN_OF": frozenset("forfeit lose relinquish renounce revoke strip surrender".split()),
}
_LOSES = _TAKEN_BACK["CITIZEN_OF"] | {"cancel", "deprive"}
_TAKEN_UP = frozenset("her him it them measures restrictions".split())
_OF_LAW = frozenset("SUED CHARGED SANCTIONED ARRESTED".split())
_EXCEPT = frozenset({"except", "but", "bar", "save"})
_EVERY = frozenset({"all", "every", "everybody", "everyone", "everything", "each"})
_MOVES = frozenset("fly travel leave go head sail arrive return depart meet visit receive".split())
"""What one does "today", told in the present tense, is yet to be done."""
_SETS_OUT = frozenset("come fly go head sail travel".split())
"""Who went there is told in the past tense: of 57 told in the present, 55 are yet to go."""
_NEXT = frozenset({"new", "next", "coming"})
_TIMES = frozenset(
    """year years month months week weeks days season summer autumn spring winter term quarter
    decade""".split()
)
"""With "in" or "from": "in the new year"; with "at the end of": "of the season"."""
_CHANGES = frozenset("abandon cross defect desert ditch leave quit switch".split())
_MOVES_SEAT = frozenset({"move", "relocate", "shift", "transfer"})
_MOVES_HOME = frozenset({"move", "relocate", "retire"})
_CHARGED = frozenset({"INVESTED_IN", "KILLED", "SUPPLIES", "SUPPORTED"})
"""What one who says it of another holds against him."""
_SEATED = frozenset({"HEADQUARTERED_IN", "LIVES_IN"})
_ENCOUNTERS = frozenset({"MET_WITH", "SPOKE_TO", "VISITED"})
_DEALS = frozenset({"ACQUIRED", "OWNS", "INVESTED_IN"})
_SPOUSES = frozenset({"husband", "wife", "spouse"})
_PARTS = frozenset({"split", "separate", "part", "divorce"})
_OF_PERSONS = LASTING | {"EDUCATED_AT", "FOUNDED", "PARENT_OF", "SIBLING_OF", "SPOUSE_OF"}
_DONE = frozenset({"advise", "investigate", "open", "pick"})
"""Of persons they tell what somebody does: "advises Acme", "opened the batting for Genk"."""
_NEAR = 2
"""Heads between a name and "husband": "her husband, the financier Max Orr"."""
_LOOKED_AT = 60  # tokens
_BEGINS = frozenset(
    "become join take assume succeed move replace start return switch leave".split()
)


def is_undone(fact: Fact) -> bool:
    """Say whether sanctions are no more: "annulled the sanctions that Peru had imposed"."""
    if _is_taken_back(fact) or _is_given_up(fact):
        return True
    if fact.relation != "SANCTIONED":
        return False
    object_ = fact.object.span.root
    if is_taken_off(fact) and (fact.verb is None or judge(fact.verb).status in FACTUAL):
        return True
    return any(
        noun.lower_ in _MEASURES
        and noun.dep_ in {"dobj", "nsubjpass"}
        and lemma(noun.head) in _UNDOES
        and judge(noun.head).status is Status.ASSERTED
        for noun in object_.ancestors
    )


def _is_taken_back(fact: Fact) -> bool:
    """Say whether the next verb undoes it: "imposed sanctions and lifted them", "but lost it"."""
    undoes, verb = _TAKEN_BACK.get(fact.relation), fact.verb
    if undoes is None or verb is None:
        return False
    return any(
        c.dep_ == "conj"
        and lemma(c) in undoes
        and judge(c).status in FACTUAL
        and (lemma(c) not in _TAKES_OFF or any(o.lower_ in {"from", "off"} for o in c.children))
        and any(t.lower_ in _TAKEN_UP and not t.n_rights for t in _affected(c))
        for c in verb.children
    )


def _is_given_up(fact: Fact) -> bool:
    """Say whether one is a citizen no more: "gave up his passport", "stripped of citizenship"."""
    noun = paper(fact.object.span.root) if fact.relation == "CITIZEN_OF" else None
    if noun is None:
        return False
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    gone = lemma(verb) in _LOSES or (lemma(verb), particle(verb)) == ("give", "up")
    return gone and judge(verb).status in FACTUAL


def _affected(verb: Token) -> Iterator[Token]:
    """Yield what a verb is done to or takes from one: "lost it", "was stripped of it"."""
    for child in verb.rights:
        if child.dep_ == "dobj":
            yield child
        elif child.lower_ == "of":
            yield from child.children


def is_taken_off(fact: Fact) -> bool:
    """Say whether sanctions end with a list: "the EU de-listed him", "took him off its list"."""
    span, verb = fact.object.span, fact.verb
    if fact.relation != "SANCTIONED":
        return False
    if text_in(span.doc, max(0, span.start - 3), span.start).lower() == "de-listed":
        return True  # no verb to the parser
    if verb is None or lemma(verb) not in _TAKES_OFF:
        return False
    off = (o for c in verb.children if c.lower_ in {"from", "off"} for o in c.children)
    return lemma(verb) == "delist" or any(lemma(o) in {"list", "blacklist"} for o in off)


def status(
    fact: Fact,
    found: Status,
    standing: Standing,
    scene: Scene,
    published: str | None,
    score: Score | None = None,
) -> Status:
    """Return what single words of the sentence leave of a status that would be a fact."""
    if (found is Status.PLANNED and _goes_on(fact)) or (found in _UNDONE and _changes(fact)):
        found = Status.ASSERTED
    if fact.relation in OFFICES and found in OPEN and _is_followed(fact):
        return Status.ASSERTED
    if fact.verb is not None and found in OPEN:
        after = scene.span.doc[fact.verb.i : scene.span.end]
        return Status.DENIED if corrections.dropped(after) else found
    if found not in FACTUAL:
        return found
    if fact.relation in _DEALS and fact.verb is not None and not fact.ends:
        if corrections.undone(scene.span.doc[fact.verb.i : scene.span.end]):
            return Status.DENIED
        if fact.relation == "OWNS" and contrast.is_nominal(scene.span, _last(fact)):
            return Status.ALLEGED
    if fact.rule == confidence.MODEL and fact.relation in OFFICES and _is_gone(fact.subject):
        return Status.FORMER
    if found is Status.FORMER and fact.relation in _ENCOUNTERS and _will_not(fact):
        return Status.DENIED
    if found is Status.ASSERTED and bygone.is_over(fact):
        return Status.FORMER
    if fact.relation == "SPOUSE_OF":
        if any(map(shows_a_fake, fact.object.span.root.ancestors)):
            return Status.DENIED  # "a doctored picture shows him with his bride, Ann Lee"
        if corrections.parted(scene.span) or _is_left(fact):
            return Status.FORMER
    by_rule = fact.verb is not None and fact.rule != confidence.MODEL
    if fact.relation in _CHARGED and by_rule and _is_reproach(fact.word):
        return Status.ALLEGED
    if fact.relation in _SEATED and _is_left_behind(fact.object.span.root):
        return Status.FORMER
    alone = fact.rule == confidence.MODEL
    if alone and fact.relation in kin.RELATIONS and corrections.unrelated(scene.span):
        return Status.DENIED
    if alone and "not" in scene.words and contrast.is_not(fact.relation, scene.text):
        return Status.DENIED
    if fact.relation == "OWNS" and _is_none_of(fact.object.span.root):
        return Status.DENIED
    if fact.rule == confidence.MODEL and fact.relation == "OWNS" and _hands_on(fact):
        return Status.FORMER
    ends = (fact.subject, fact.object)
    but = fact.relation != "MEMBER_OF"  # "all members of the union but Hungary": it is one
    if fact.rule != IN_PASSING and any(_left_out(e, scene.span.start, but=but) for e in ends):
        return Status.DENIED
    if fact.relation == "PARTNERED_WITH" and _is_but_meant(fact.subject.span.root):
        return Status.PLANNED
    if fact.verb is None:
        if fact.rule == confidence.MODEL and _is_nor(fact, scene):
            return Status.DENIED
        asked = fact.rule == confidence.MODEL and scene.text.rstrip().endswith("?")
        return Status.POSSIBLE if asked else found
    if fact.rule == confidence.MODEL:
        turned = Status.ASSERTED if _is_done(fact) else turn(fact.verb)
        twofold = lemma(fact.verb) in words("governor", "twofold")
        if twofold and _is_plain_to_model(score, PLAINLY):
            turned = Status.ASSERTED  # "set it up", "opened a plant"
        if fact.relation not in _OF_WORDS or lemma(fact.verb) == "be" or _tries(fact, turned):
            found = weaker(found, turned)
        if fact.relation == "LEADS" and lemma(fact.verb) == "win" and found is Status.ASSERTED:
            found = Status.PLANNED  # who wins an election is not in office yet
    speaker = standing.speaker
    nobody = (
        speaker is not None
        and speaker.lower_ in {"they", "it"}
        and scene.resolve(speaker) is None
        and lemma(speaker.head) not in _OFFICIAL
    )
    if found in FACTUAL and (nobody or corrections.hearsay(scene.span, fact.verb)):
        return Status.ALLEGED
    if fact.relation in _CRIMES and speaker is not None and found in FACTUAL:
        teller = scene.resolve(speaker)
        owns_up = teller is not None and teller.referent == fact.subject.referent
        owns_up = owns_up or _is_organ(speaker, fact.subject.referent, scene)
        return found if owns_up else Status.ALLEGED
    if found is Status.ASSERTED and _is_to_come(fact, scene, published):
        return Status.PLANNED
    return found


def _is_done(fact: Fact) -> bool:
    """Say whether a verb that weighs or plans something elsewhere is what somebody does here.

    So in "studied at Lund", "opened a shop, Acme" and "who heads a firm called Acme".
    """
    verb = fact.verb
    if verb is None or fact.relation not in _OF_PERSONS:
        return False
    if lemma(verb) == "call":
        return verb.tag_ == "VBN" and any(c.dep_ == "oprd" for c in verb.children)
    return (lemma(verb), fact.relation) == ("study", "EDUCATED_AT") or lemma(verb) in _DONE


def _is_but_meant(partner: Token) -> bool:
    """Say whether it is to be settled yet: "signed a letter of intent to set up a venture"."""
    verb = next((t for t in partner.ancestors if t.pos_ == "VERB"), None)
    letters = () if verb is None else (c for c in verb.children if c.dep_ == "dobj")
    return any(
        lemma(t) == "letter" and text_in(t.doc, t.i + 1, t.i + 3) == "of intent" for t in letters
    )


def _is_organ(speaker: Token, state: int, scene: Scene) -> bool:
    """Say whether a state's army or ministry says it: "the Israeli army said it had killed"."""
    before = (c for c in speaker.children if c.dep_ in {"amod", "compound", "poss"})
    owners = (scene.heads.get(c.i) for c in before)
    return any(a is not None and a.referent == state for a in owners)


def _last(fact: Fact) -> int:
    """Return where the later end of a tie ends."""
    return max(fact.subject.span.end, fact.object.span.end)


def _is_left(fact: Fact) -> bool:
    """Say whether one spouse leaves the other: "split from her husband", "divorced from Orr"."""
    for end in (fact.subject, fact.object):
        near = (end.span.root, *islice(end.span.root.ancestors, _NEAR))
        noun = next((t for t in near if lemma(t) in _SPOUSES or t.head.lower_ == "from"), None)
        if noun is not None and (verb := _leaves(noun)) is not None:
            return judge(verb).status in FACTUAL
    return False


def _leaves(spouse: Token) -> Token | None:
    """Return the verb by which one parts from a spouse, not from where the spouse is."""
    above = spouse.head
    if spouse.dep_ == "dobj" and lemma(above) in {"leave", "divorce"}:
        stays = (o for c in above.children if c.lower_ in {"at", "in"} for o in c.children)
        return None if any(o.ent_type_ in {"GPE", "FAC", "LOC"} for o in stays) else above
    if spouse.dep_ != "pobj" or above.lower_ not in {"from", "with"}:
        return None
    verb = above.head
    return (
        verb if lemma(verb) in _PARTS or (lemma(verb), particle(verb)) == ("break", "up") else None
    )


def _is_gone(person: Anchor) -> bool:
    """Say whether a name is one of who was before: "her predecessor, Octavian Rusnac,"."""
    doc, place = person.span.doc, person.span.start - 1
    place -= place > 0 and doc[place].text == ","
    return place >= 0 and doc[place].lower_ == "predecessor"


def _will_not(fact: Fact) -> bool:
    """Say whether it does not come to pass: "will no longer travel to Oslo"."""
    return fact.verb is not None and any(
        c.lower_ in {"will", "wo", "would"} and c.dep_ == "aux" for c in fact.verb.children
    )


def _is_none_of(owned: Token) -> bool:
    """Say whether one has no share of it, as one in a row: "a flat, a boat and no share in it"."""
    share = owned.head.head
    return owned.dep_ == "pobj" and lemma(share) in {"share", "stake"} and is_none(share)


def _hands_on(fact: Fact) -> bool:
    """Say whether the owner hands it on: "transferred her stake in Acme to", "signed over"."""
    verb, owner = fact.verb, fact.subject.span.root
    if verb is None or lemma(verb) not in _HANDS_ON or owner.head != verb:
        return False
    over = any(c.lower_ == "over" for c in verb.children)
    return owner.dep_ == "nsubj" and (over or lemma(verb) not in {"hand", "sign"})


def _is_followed(fact: Fact) -> bool:
    """Say whether one holds what another is to take: "Poe will replace Ann Lee as chairman"."""
    person, verb = fact.subject.span.root, fact.verb
    follows = verb is not None and lemma(verb) in {"replace", "succeed"}
    if verb is None or not follows or judge(verb).status not in OPEN:
        return False
    return person.dep_ == "dobj" and person.head == verb


def _is_nor(fact: Fact, scene: Scene) -> bool:
    """Say whether a sentence takes its subject out: "Nor is Poe a member of the party"."""
    first, subject = scene.span[0], fact.subject.span.root
    return first.lower_ == "nor" and subject.dep_ == "nsubj" and subject.head == first.head


def _goes_on(fact: Fact) -> bool:
    """Say whether what will be so is so already: "will stay at Acme"."""
    verb = fact.verb
    if verb is None or fact.relation not in LASTING | {"OPERATES_IN", "SUPPLIES"}:
        return False
    if verb.dep_ in {"xcomp", "advcl"} and verb.tag_ == "VBG":
        return clause(verb.head).key in _GOES_ON
    return fact.relation != "SUPPLIES" and lemma(verb) in _STAYS


def _changes(fact: Fact) -> bool:
    """Say whether one has it, whatever becomes of it: "may raise its stake in Acme"."""
    return fact.relation == "OWNS" and fact.verb is not None and lemma(fact.verb) in _SIZES


def _tries(fact: Fact, turned: Status) -> bool:
    """Say whether a deed of law is but meant, thought of or feared: "plans a suit against Acme"."""
    feared = fact.verb is not None and lemma(fact.verb) == "fear"
    return (turned in OPEN or feared) and fact.relation in _OF_LAW


def _left_out(anchor: Anchor, first: int, *, but: bool) -> bool:
    """Say whether "not" stands before the name: "by the city's police, not by the army".

    So do "rather than" and "instead of"; and "not once" after a second subject. With ``but``
    "everybody but" does too.
    """
    doc, before = anchor.span.doc, _start(anchor) - 1
    place = before
    if anchor.span.root.dep_ == "conj" and corrections.left_out(_behind(anchor)):
        return True
    least = max(first, place - 3)
    while (
        place > least
        and doc[place].lower_ not in _EXCEPT | {"as"}
        and (
            doc[place].tag_ in {"DT", "IN", "TO"}
            or doc[place].lower_ == "yet"
            or (doc[place].dep_ == "compound" and doc[place].head == anchor.span.root)
            or (place == before and doc[place].tag_ == "NN")  # "not the banker Max Orr"
        )
    ):
        place -= 1
    if place < least:
        return False
    if but and doc[place].lower_ in _EXCEPT and any(t.lower_ in _EVERY for t in doc[first:place]):
        return True
    instead = text_in(doc, place, place + 2) in {"rather than", "instead of"}
    return instead or contrast.is_left_out(doc, place, first)


def _start(anchor: Anchor) -> int:
    """Return where a name, or the noun that it explains, begins; of "who", where its name does.

    "It was Ann Lee, not Max Orr, who founded it"; "not on his brother, Max Orr".
    """
    word = anchor.span.root
    if word.dep_ == "appos" and word.head.tag_ == "NN" and word.head.i < anchor.span.start:
        return word.head.left_edge.i
    if word.tag_ in {"WP", "WDT"} and word.head.dep_ == "relcl":
        return word.head.head.left_edge.i
    return anchor.span.start


def _behind(anchor: Anchor) -> str:
    """Return the text after a name, as far as anything in it may leave the name out."""
    end = anchor.span.end
    return anchor.span[-1].whitespace_ + text_in(anchor.span.doc, end, end + _LOOKED_AT)


def _is_to_come(fact: Fact, scene: Scene, published: str | None) -> bool:
    """Say whether it begins on a day to come: "meets Hall on Monday", "named Hall from May 1"."""
    verb = fact.verb
    if verb is None:
        return False
    if fact.relation == "ACQUIRED" and _is_being_sold(verb):
        return True
    if fact.relation in LASTING and lemma(verb) in APPOINTS:
        starts = (c for c in verb.children if c.dep_ == "xcomp")  # "to succeed Poe on May 1"
        return dates.starts_later(scene.span, published) or any(
            dates.to_come(start, scene.span, published) for start in starts
        )
    if verb.tag_ == "VBG" and any(map(_is_next, verb.children)):
        return True  # "said that she was taking them to court next week"
    if verb.tag_ not in {"VBZ", "VBP"}:
        return False
    if lemma(verb) == "be" and any(c.lower_ == "off" for c in verb.children):
        return True  # "is off to Celtic"
    if fact.relation == "LIVES_IN" and lemma(verb) in _MOVES_HOME:
        return True  # "moves to Lima after the season"
    if fact.relation in LASTING and lemma(verb) not in _BEGINS:
        starts = (c for c in verb.children if c.lower_ == "from")  # "from January he rides for"
        return any(_is_next(c) or dates.starts_later(_phrase(c), published) for c in starts)
    if any(map(_is_next, verb.children)):
        return True
    if lemma(verb) in _BEGINS and any(map(_waits_for, verb.children)):
        return True
    travels = fact.relation == "VISITED" and lemma(verb) in _MOVES
    if travels and any(c.lower_ == "on" and c.dep_ in {"advmod", "prt"} for c in verb.children):
        return True  # "flies on to Oulu"
    sets_out = fact.relation == "VISITED" and lemma(verb) in _SETS_OUT
    if sets_out and dates.near(verb, scene.span, published) is None:
        return True  # "flies to Oulu to see her"
    anywhere = travels or lemma(verb) == "become"
    return dates.to_come(verb, scene.span, published, anywhere=anywhere)


def _is_being_sold(verb: Token) -> bool:
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return lemma(verb) == "sell" and "being" in helpers and not helpers.isdisjoint({"is", "are"})


def _phrase(word: Token) -> Span:
    return word.doc[word.left_edge.i : word.right_edge.i + 1]


def _is_next(time: Token) -> bool:
    """Say whether it is a time to come, whenever that is: "flies to Beijing next month"."""
    if time.lower_ in {"tomorrow", "tonight"}:
        return True
    if time.lower_ == "today" and lemma(time.head) in _MOVES:
        return True
    nouns = [c for c in time.children if c.dep_ == "pobj"]
    if time.lower_ == "at":
        of = (c for noun in nouns if noun.lower_ == "end" for c in noun.children)
        return any(t.lower_ in _TIMES for prep in of for t in prep.children)
    if time.lower_ in {"in", "from"}:
        new = (c for noun in nouns if noun.lower_ in _TIMES for c in noun.children)
        return any(c.lower_ in _NEXT for c in new)
    return time.dep_ == "npadvmod" and any(c.lower_ == "next" for c in time.children)


def tells_the_end(fact: Fact) -> bool:
    """Say whether a tie that is over is told by its end: "sold it", "joined from Acme"."""
    heads = {end.span.root.head.lower_ for end in (fact.subject, fact.object)}
    if fact.verb is None or not heads.isdisjoint({"for", "to"}):
        return False  # "retired to Bar", "sold it to Acme"
    return _comes_from(fact.object) or lemma(fact.verb) in _ENDS


def _goes_from(fact: Fact) -> bool:
    goes = fact.verb is not None and lemma(fact.verb) in _ENDS
    return goes and _comes_from(fact.object)


def _comes_from(end: Anchor) -> bool:
    return end.span.root.head.lower_ == "from"


def _goes_over(party: Token) -> bool:
    """Say whether one leaves another party for it: "left the Greens for Acme", "switched to it"."""
    verb, word = party.head.head, party.head.lower_
    return party.dep_ == "pobj" and word in {"for", "to"} and lemma(verb) in _CHANGES


def _met_anyway(fact: Fact) -> bool:
    """Say whether what is denied is told of a meeting: "denied paying him at their meeting"."""
    verb = fact.verb
    if fact.relation != "MET_WITH" or verb is None or any(c.tag_ == "MD" for c in verb.children):
        return False  # "will not raise it at their meeting"
    return any(map(_is_their_meeting, verb.subtree))


def _is_their_meeting(word: Token) -> bool:
    if lemma(word) in _MEETINGS:
        theirs = any(c.dep_ == "poss" and c.lower_ == "their" for c in word.children)
        return theirs and word.dep_ == "pobj" and word.head.lower_ in _AT
    both = any(c.dep_ == "nsubj" and c.lower_ in _BOTH for c in word.children)
    when = any(c.lower_ in {"when", "after", "before"} for c in word.children)
    return lemma(word) == "meet" and word.dep_ == "advcl" and both and when


def _moves_to(fact: Fact) -> bool:
    """Say whether one goes to live there: "retired to Bar", "left for Lagos"."""
    prep = fact.object.span.root.head
    return (lemma(prep.head), prep.lower_) in {("retire", "to"), ("leave", "for")}


def _is_left_behind(place: Token) -> bool:
    """Say whether one moves from there: "its head office moves from Hull to Oslo"."""
    above = place.head.head
    verb = above.head if above.dep_ == "dobj" else above  # "moved its main desk from Hull"
    return place.head.lower_ == "from" and lemma(verb) in _MOVES_SEAT


def _waits_for(clause: Token) -> bool:
    """Say whether it tells what comes first: "takes the chair when Poe retires"."""
    marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}}
    ahead = clause.dep_ == "advcl" and clause.tag_ in {"VBZ", "VBP"}
    return ahead and bool(marks & {"when", "once"})


def _is_reproach(verb: Token) -> bool:
    """Say whether one says it in passing of another: "froze the assets of Acme, which it says"."""
    teller = verb.head
    return verb.dep_ == "ccomp" and teller.dep_ == "relcl" and says(teller)


def _is_plain_to_model(score: Score | None, doubt: float) -> bool:
    """Say whether the model doubts by less than so much that a tie is a fact."""
    return score is not None and 1 - sum(score.stands[s] for s in FACTUAL) < doubt


def settled(fact: Fact, standing: Standing, score: Score | None) -> Standing:
    """Return what is so where the walk up the sentence met what it does not know, by the model.

    Only of a tie that the model alone sees, since where a rule reads one, "possible" says
    something; and never that it is so: right 29 times of 30 is too seldom.
    """
    beyond = fact.rule == confidence.MODEL and standing.status is Status.POSSIBLE
    if score is None or not beyond:
        return standing
    likeliest = max(score.stands, key=score.stands.__getitem__)
    knows = likeliest not in FACTUAL and score.stands[likeliest] > SURE
    return replace(standing, status=likeliest) if knows else standing


def with_model(fact: Fact, status: Status, score: Score | None) -> Status:
    """Return the status of a tie that only the model sees, after the model's word.

    Of 9,001 ties drawn as facts from items that no weights had seen .4 % were none; of those that
    the model alone saw and doubted by .1 to .2, one in nine. Against a rule its word does not
    count: where it was sure of the contrary, ten of 15 were right all the same.
    """
    if score is None or fact.rule != confidence.MODEL or _is_followed(fact):
        return status
    if status is Status.DENIED and _met_anyway(fact):
        return Status.ASSERTED
    if status in OPEN and fact.status in OPEN and score.stands[Status.DENIED] > DENIAL:
        return Status.DENIED  # "has withdrawn as the next chief executive"
    if status not in FACTUAL:
        return status
    if fact.verb is not None and fact.verb.tag_ not in _PAST and _goes_on(fact):
        return status  # "will stay at Acme": the model takes the future for what is to come
    if 1 - sum(score.stands[s] for s in FACTUAL) > DOUBT:
        return max((s for s in score.stands if s not in FACTUAL), key=lambda s: score.stands[s])
    if is_now(fact.object.span.root):
        return status
    if fact.relation == "MEMBER_OF" and _goes_over(fact.object.span.root):
        return status  # the model takes the new party for the old
    if fact.relation == "LIVES_IN" and _moves_to(fact):
        return status
    if fact.relation in LASTING and _goes_from(fact):
        return Status.FORMER  # "has resigned from the league"
    over = {"FIGHTS": SURE, **dict.fromkeys(LASTING, OVER)}.get(fact.relation, 1.0)
    over = LIKELY_OVER if fact.relation in _ENDING else over
    return Status.FORMER if score.stands[Status.FORMER] > over else status
