"""What single words of a sentence leave of a claim's status.

The walk of status.py sees what governs a verb. Here is the rest: sources that would not be named,
deals undone, who accuses whom; what is left out, over or yet to come, other modules know.
"""

from spacy.tokens import Token

from kgbuild.extract.neural.scores import Score
from kgbuild.extract.references import kin
from kgbuild.extract.text import contrast
from kgbuild.extract.text.facts import LASTING, OFFICES, Fact
from kgbuild.extract.text.governors import says, shows_a_fake, turn, words
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.truth import bygone, confidence, corrections
from kgbuild.extract.truth.endings import (
    changes,
    goes_on,
    hands_on,
    is_followed,
    is_gone,
    is_left,
    is_left_behind,
)
from kgbuild.extract.truth.omissions import is_left_out
from kgbuild.extract.truth.standing import OPEN, Standing, weaker
from kgbuild.extract.truth.to_come import is_to_come
from kgbuild.model import FACTUAL, Status

PLAINLY = 0.05
"""What it may doubt of a fact where a word of two senses on the way would make it less: in our
items 110 of 112 were so."""
_UNDONE = OPEN | {Status.DENIED}
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
_SEATED = frozenset({"HEADQUARTERED_IN", "LIVES_IN"})
_DEALS = frozenset({"ACQUIRED", "OWNS", "INVESTED_IN"})
_OF_PERSONS = LASTING | {"EDUCATED_AT", "FOUNDED", "PARENT_OF", "SIBLING_OF", "SPOUSE_OF"}
_DONE = frozenset({"advise", "investigate", "open", "pick"})
"""Of persons they tell what somebody does: "advises Acme", "opened the batting for Genk"."""


def status(
    fact: Fact,
    found: Status,
    standing: Standing,
    scene: Scene,
    published: str | None,
    score: Score | None = None,
) -> Status:
    """Return what single words of the sentence leave of a status that would be a fact."""
    if (found is Status.PLANNED and goes_on(fact)) or (found in _UNDONE and changes(fact)):
        found = Status.ASSERTED
    if fact.relation in OFFICES and found in OPEN and is_followed(fact):
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
    if fact.rule == confidence.MODEL and fact.relation in OFFICES and is_gone(fact.subject):
        return Status.FORMER
    if found is Status.ASSERTED and bygone.is_over(fact):
        return Status.FORMER
    if fact.relation == "SPOUSE_OF":
        if any(map(shows_a_fake, fact.object.span.root.ancestors)):
            return Status.DENIED  # "a doctored picture shows him with his bride, Ann Lee"
        if corrections.parted(scene.span) or is_left(fact):
            return Status.FORMER
    by_rule = fact.verb is not None and fact.rule != confidence.MODEL
    if fact.relation in _CHARGED and by_rule and _is_reproach(fact.word):
        return Status.ALLEGED
    if fact.relation in _SEATED and is_left_behind(fact.object.span.root):
        return Status.FORMER
    alone = fact.rule == confidence.MODEL
    if alone and fact.relation in kin.RELATIONS and corrections.unrelated(scene.span):
        return Status.DENIED
    if fact.rule == confidence.MODEL and fact.relation == "OWNS" and hands_on(fact):
        return Status.FORMER
    ends = (fact.subject, fact.object)
    but = fact.relation != "MEMBER_OF"  # "all members of the union but Hungary": it is one
    if fact.rule != IN_PASSING and any(is_left_out(e, scene.span.start, but=but) for e in ends):
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
    if found in FACTUAL and (nobody or corrections.hearsay(scene.span)):
        return Status.ALLEGED
    if fact.relation in _CRIMES and speaker is not None and found in FACTUAL:
        teller = scene.resolve(speaker)
        owns_up = teller is not None and teller.referent == fact.subject.referent
        owns_up = owns_up or _is_organ(speaker, fact.subject.referent, scene)
        return found if owns_up else Status.ALLEGED
    if found is Status.ASSERTED and is_to_come(fact, scene, published):
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


def _is_plain_to_model(score: Score | None, doubt: float) -> bool:
    """Say whether the model doubts by less than so much that a tie is a fact."""
    return score is not None and 1 - sum(score.stands[s] for s in FACTUAL) < doubt
