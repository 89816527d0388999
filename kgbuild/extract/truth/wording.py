"""What single words of a sentence leave of a claim's status.

The walk of status.py sees what governs a verb. Here is the rest: sources that would not be named,
deals undone, who accuses whom; what is left out, over or yet to come, other modules know.
"""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from kgbuild.extract.neural.scores import Score
from kgbuild.extract.references import kin
from kgbuild.extract.text import contrast
from kgbuild.extract.text.facts import DWELLS, LASTING, OFFICES, OWNED, Fact
from kgbuild.extract.text.fakes import shows_a_fake
from kgbuild.extract.text.governors import turn
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.negation import is_none
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.status_words import says, words
from kgbuild.extract.text.verbs import FULL, verb_above
from kgbuild.extract.truth import bygone, confidence, corrections
from kgbuild.extract.truth.doubts import doubt
from kgbuild.extract.truth.endings import (
    changes,
    goes_on,
    hands_on,
    is_followed,
    is_gone,
    is_left,
    is_left_behind,
)
from kgbuild.extract.truth.hearsay import is_hearsay
from kgbuild.extract.truth.omissions import is_left_out
from kgbuild.extract.truth.standing import OPEN, UNDONE, Standing, weaker
from kgbuild.extract.truth.to_come import is_to_come
from kgbuild.model import FACTUAL, Status

PLAINLY = 0.05
"""What it may doubt of a fact where a word of two senses on the way would make it less: in our
items 110 of 112 were so."""
IN_PASSING = "apposition"
"""It holds whatever is said of the name: "not by Acme, its supplier"."""
_OFFICIAL = frozenset({"announce", "confirm"})
"""Who does so has the word, whoever "they" are."""
_CRIMES = frozenset({"KILLED"})
"""Who says this of another accuses them."""
_OF_WORDS = frozenset(
    "CRITICIZED SUPPORTED SUED CHARGED SANCTIONED SPOKE_TO ARRESTED KILLED".split()
)
"""Their verbs do what they say: who accuses does not do it less for accusing."""
_OF_LAW = frozenset("SUED CHARGED SANCTIONED ARRESTED".split())
_CHARGED = frozenset({"INVESTED_IN", "KILLED", "SUPPLIES", "SUPPORTED"})
"""What one who says it of another holds against him."""
_ENCOUNTERS = frozenset({"MET_WITH", "SPOKE_TO", "VISITED"})
_DEALS = OWNED - {"FOUNDED"}
_OF_PERSONS = LASTING | {"EDUCATED_AT", "FOUNDED", "PARENT_OF", "SIBLING_OF", "SPOUSE_OF"}
_DONE = frozenset({"advise", "investigate", "open", "pick"})
"""Of persons they tell what somebody does: "advises Acme", "opened the batting for Genk"."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact where its sentence stands, with what the learned model says of it."""

    fact: Fact
    standing: Standing
    scene: Scene
    published: str | None
    score: Score | None = None

    @property
    def alone(self) -> bool:
        """Whether the model alone sees it."""
        return self.fact.rule == confidence.MODEL


def status(claim: Claim, found: Status) -> Status:
    """Return what single words of the sentence leave of a status that would be a fact."""
    fact = claim.fact
    if (found is Status.PLANNED and goes_on(fact)) or (found in UNDONE and changes(fact)):
        found = Status.ASSERTED
    if fact.relation in OFFICES and found in OPEN and is_followed(fact):
        return Status.ASSERTED
    if fact.verb is not None and found in OPEN:
        return Status.DENIED if corrections.dropped(_from_verb(claim, fact.verb)) else found
    if found not in FACTUAL:
        return found
    turned = _of_deal(claim) or _if_over(claim, found) or _by_words_beside(claim)
    if turned is not None:
        return turned
    if fact.verb is None:
        asked = claim.alone and claim.scene.text.rstrip().endswith("?")
        return Status.POSSIBLE if asked else found
    found = _by_verb(claim, found, fact.verb) if claim.alone else found
    return _by_speaker(claim, found, fact.verb)


def _from_verb(claim: Claim, verb: Token) -> Span:
    """Return the sentence from a verb on."""
    return claim.scene.span.doc[verb.i : claim.scene.span.end]


def _of_deal(claim: Claim) -> Status | None:
    """Return what becomes of a deal in the same sentence: "bought Acme, but sold it again"."""
    fact = claim.fact
    if fact.relation not in _DEALS or fact.verb is None or fact.ends:
        return None
    if corrections.undone(_from_verb(claim, fact.verb)):
        return Status.DENIED
    nominal = fact.relation == "OWNS" and contrast.is_nominal(claim.scene.span, _last(fact))
    return Status.ALLEGED if nominal else None


def _if_over(claim: Claim, found: Status) -> Status | None:
    """Return what a tie is that was so once, or of which a picture lies."""
    fact = claim.fact
    if claim.alone and fact.relation in OFFICES and is_gone(fact.subject):
        return Status.FORMER
    if found is Status.FORMER and fact.relation in _ENCOUNTERS and _will_not(fact):
        return Status.DENIED
    if found is Status.ASSERTED and bygone.is_over(fact):
        return Status.FORMER
    if fact.relation != "SPOUSE_OF":
        return None
    if any(map(shows_a_fake, fact.object.span.root.ancestors)):
        return Status.DENIED  # "a doctored picture shows him with his bride, Ann Lee"
    parted = corrections.parted(claim.scene.span) or is_left(fact)
    return Status.FORMER if parted else None


def _by_words_beside(claim: Claim) -> Status | None:
    """Return what a tie is by a word beside an end, or above it: "not by the army"."""
    fact, sentence, relation = claim.fact, claim.scene.span, claim.fact.relation
    by_rule = fact.verb is not None and not claim.alone
    if relation in _CHARGED and by_rule and _is_reproach(fact.word):
        return Status.ALLEGED
    if relation in DWELLS and is_left_behind(fact.object.span.root):
        return Status.FORMER
    if claim.alone and relation in kin.RELATIONS and corrections.unrelated(sentence):
        return Status.DENIED
    if claim.alone and "not" in claim.scene.words and contrast.is_not(relation, claim.scene.text):
        return Status.DENIED
    if relation == "OWNS" and _is_none_of(fact.object.span.root):
        return Status.DENIED
    if claim.alone and relation == "OWNS" and hands_on(fact):
        return Status.FORMER
    ends = (fact.subject, fact.object)
    but = relation != "MEMBER_OF"  # "all members of the union but Hungary": it is one
    if fact.rule != IN_PASSING and any(is_left_out(e, sentence.start, but=but) for e in ends):
        return Status.DENIED
    if relation == "PARTNERED_WITH" and _is_but_meant(fact.subject.span.root):
        return Status.PLANNED
    nor = claim.alone and fact.verb is None and _is_nor(fact, claim.scene)
    return Status.DENIED if nor else None


def _by_verb(claim: Claim, found: Status, verb: Token) -> Status:
    """Return what its verb leaves of a tie that the model alone sees: "wants to buy Acme"."""
    fact = claim.fact
    turned = Status.ASSERTED if _is_done(fact) else turn(verb)
    twofold = lemma(verb) in words("governor", "twofold")
    if twofold and claim.score is not None and doubt(claim.score) < PLAINLY:
        turned = Status.ASSERTED  # "set it up", "opened a plant"
    if fact.relation not in _OF_WORDS or lemma(verb) == "be" or _tries(fact, turned):
        found = weaker(found, turned)
    if fact.relation == "LEADS" and lemma(verb) == "win" and found is Status.ASSERTED:
        found = Status.PLANNED  # who wins an election is not in office yet
    return found


def _by_speaker(claim: Claim, found: Status, verb: Token) -> Status:
    """Return what a tie is by who tells it, and when: "they say", "meets Hall on Monday"."""
    fact, scene, speaker = claim.fact, claim.scene, claim.standing.speaker
    nobody = (
        speaker is not None
        and speaker.lower_ in {"they", "it"}
        and scene.resolve(speaker) is None
        and lemma(speaker.head) not in _OFFICIAL
    )
    if found in FACTUAL and (nobody or is_hearsay(scene.span, verb)):
        return Status.ALLEGED
    if fact.relation in _CRIMES and speaker is not None and found in FACTUAL:
        teller = scene.resolve(speaker)
        owns_up = teller is not None and teller.referent == fact.subject.referent
        owns_up = owns_up or _is_organ(speaker, fact.subject.referent, scene)
        return found if owns_up else Status.ALLEGED
    if found is Status.ASSERTED and is_to_come(fact, scene, claim.published):
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
    verb = verb_above(partner, FULL)
    letters = () if verb is None else (c for c in verb.children if c.dep_ == "dobj")
    return any(
        lemma(t) == "letter" and text_in(t.doc, t.i + 1, t.i + 3) == "of intent" for t in letters
    )


def _will_not(fact: Fact) -> bool:
    """Say whether it does not come to pass: "will no longer travel to Oslo"."""
    return fact.verb is not None and any(
        c.lower_ in {"will", "wo", "would"} and c.dep_ == "aux" for c in fact.verb.children
    )


def _is_none_of(owned: Token) -> bool:
    """Say whether one has no share of it, as one in a row: "a flat, a boat and no share in it"."""
    share = owned.head.head
    return owned.dep_ == "pobj" and lemma(share) in {"share", "stake"} and is_none(share)


def _is_organ(speaker: Token, state: int, scene: Scene) -> bool:
    """Say whether a state's army or ministry says it: "the Israeli army said it had killed"."""
    before = (c for c in speaker.children if c.dep_ in {"amod", "compound", "poss"})
    owners = (scene.heads.get(c.i) for c in before)
    return any(a is not None and a.referent == state for a in owners)


def _last(fact: Fact) -> int:
    """Return where the later end of a tie ends."""
    return max(fact.subject.span.end, fact.object.span.end)


def _is_nor(fact: Fact, scene: Scene) -> bool:
    """Say whether a sentence takes its subject out: "Nor is Poe a member of the party"."""
    first, subject = scene.span[0], fact.subject.span.root
    return first.lower_ == "nor" and subject.dep_ == "nsubj" and subject.head == first.head


def _tries(fact: Fact, turned: Status) -> bool:
    """Say whether a deed of law is but meant, thought of or feared: "plans a suit against Acme"."""
    feared = fact.verb is not None and lemma(fact.verb) == "fear"
    return (turned in OPEN or feared) and fact.relation in _OF_LAW


def _is_reproach(verb: Token) -> bool:
    """Say whether one says it in passing of another: "froze the assets of Acme, which it says"."""
    teller = verb.head
    return verb.dep_ == "ccomp" and teller.dep_ == "relcl" and says(teller)
