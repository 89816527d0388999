"""Whether a tie has an end, or goes on: "sold it", "joined from Acme", "will stay at Acme"."""

from itertools import islice

from spacy.tokens import Token

from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import LASTING, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.verbs import particle
from kgbuild.extract.text.vocabulary import FOLLOWS, SPOUSES, STAYS
from kgbuild.extract.truth.standing import OPEN
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL

_ENDS = frozenset(
    """sell divorce leave quit resign close retire part divest end dissolve fire sack dismiss
    oust""".split()
)
_HANDS_ON = frozenset({"transfer", "hand", "sign", "donate", "gift", "cede"})
"""With "over", or with a stake as what is handed: no longer the doer's."""
_GOES_ON = frozenset({"carry on", "go on", "keep", "keep on"})
_SIZES = frozenset("raise increase lift boost up cut reduce trim lower halve".split())
_CHANGES = frozenset("abandon cross defect desert ditch leave quit switch".split())
_MOVES_SEAT = frozenset({"move", "relocate", "shift", "transfer"})
_PARTS = frozenset({"split", "separate", "part", "divorce"})
_NEAR = 2
"""Heads between a name and "husband": "her husband, the financier Max Orr"."""


def is_left(fact: Fact) -> bool:
    """Say whether one spouse leaves the other: "split from her husband", "divorced from Orr"."""
    for end in (fact.subject, fact.object):
        near = (end.span.root, *islice(end.span.root.ancestors, _NEAR))
        noun = next((t for t in near if lemma(t) in SPOUSES or t.head.lower_ == "from"), None)
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


def is_gone(person: Anchor) -> bool:
    """Say whether a name is one of who was before: "her predecessor, Octavian Rusnac,"."""
    doc, place = person.span.doc, person.span.start - 1
    place -= place > 0 and doc[place].text == ","
    return place >= 0 and doc[place].lower_ == "predecessor"


def hands_on(fact: Fact) -> bool:
    """Say whether the owner hands it on: "transferred her stake in Acme to", "signed over"."""
    verb, owner = fact.verb, fact.subject.span.root
    if verb is None or lemma(verb) not in _HANDS_ON or owner.head != verb:
        return False
    over = any(c.lower_ == "over" for c in verb.children)
    return owner.dep_ == "nsubj" and (over or lemma(verb) not in {"hand", "sign"})


def is_followed(fact: Fact) -> bool:
    """Say whether one holds what another is to take: "Poe will replace Ann Lee as chairman"."""
    person, verb = fact.subject.span.root, fact.verb
    follows = verb is not None and lemma(verb) in FOLLOWS
    if verb is None or not follows or judge(verb).status not in OPEN:
        return False
    return person.dep_ == "dobj" and person.head == verb


def goes_on(fact: Fact) -> bool:
    """Say whether what will be so is so already: "will stay at Acme"."""
    verb = fact.verb
    if verb is None or fact.relation not in LASTING | {"OPERATES_IN", "SUPPLIES"}:
        return False
    if verb.dep_ in {"xcomp", "advcl"} and verb.tag_ == "VBG":
        return clause(verb.head).key in _GOES_ON
    return fact.relation != "SUPPLIES" and lemma(verb) in STAYS


def changes(fact: Fact) -> bool:
    """Say whether one has it, whatever becomes of it: "may raise its stake in Acme"."""
    return fact.relation == "OWNS" and fact.verb is not None and lemma(fact.verb) in _SIZES


def tells_the_end(fact: Fact) -> bool:
    """Say whether a tie that is over is told by its end: "sold it", "joined from Acme"."""
    heads = {end.span.root.head.lower_ for end in (fact.subject, fact.object)}
    if fact.verb is None or not heads.isdisjoint({"for", "to"}):
        return False  # "retired to Bar", "sold it to Acme"
    return _comes_from(fact.object) or lemma(fact.verb) in _ENDS


def goes_from(fact: Fact) -> bool:
    """Say whether one leaves it by the verb itself: "retired from Acme"."""
    goes = fact.verb is not None and lemma(fact.verb) in _ENDS
    return goes and _comes_from(fact.object)


def _comes_from(end: Anchor) -> bool:
    return end.span.root.head.lower_ == "from"


def goes_over(party: Token) -> bool:
    """Say whether one leaves another party for it: "left the Greens for Acme", "switched to it"."""
    verb, word = party.head.head, party.head.lower_
    return party.dep_ == "pobj" and word in {"for", "to"} and lemma(verb) in _CHANGES


def moves_to(fact: Fact) -> bool:
    """Say whether one goes to live there: "retired to Bar", "left for Lagos"."""
    prep = fact.object.span.root.head
    return (lemma(prep.head), prep.lower_) in {("retire", "to"), ("leave", "for")}


def is_left_behind(place: Token) -> bool:
    """Say whether one moves from there: "its head office moves from Hull to Oslo"."""
    above = place.head.head
    verb = above.head if above.dep_ == "dobj" else above  # "moved its main desk from Hull"
    return place.head.lower_ == "from" and lemma(verb) in _MOVES_SEAT
