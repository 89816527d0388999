"""Whether one founded a body, or only runs it, is kin of a founder, or gets an office there."""

from spacy.tokens import Span, Token

from kgbuild.extract.references import kin
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.tagsets import BEFORE_NOUN
from kgbuild.extract.text.vocabulary import LEADS

FOUNDS = frozenset("found establish create start launch set".split())
RUNS = LEADS | {"control", "manage", "own", "preside"}
_MAKES = FOUNDS | {"build", "founder", "form"}
_FOUNDERS, _CLOSE_BY = ("founder", "founding", "co-founder", "cofounder"), 4
_FAMILIES = kin.ALL | frozenset("clan descendant dynasty family heir".split())
_HONOURED = frozenset({"honor", "honour", "memory", "name"})
_AT_HELM = frozenset(
    "chair chairman chairwoman charge command direct head helm lead preside run".split()
)
_SURE = 0.95


def has_but_founded(fact: Fact) -> bool:
    """Say whether one is told to have founded it, not to lead or own it: "founded it in 2001".

    Who is told to run what he founded leads it: "founded it and ran it until 1989".
    """
    bare = fact.role is None or _is_agent(fact.subject.span.root)  # "set up by Chief Max Orr"
    if not bare or fact.verb is None or lemma(fact.verb) not in FOUNDS:
        return False
    if fact.relation != "LEADS" or fact.confidence < _SURE:
        return True
    return all(lemma(t) not in _AT_HELM for t in fact.object.span.sent)


def is_run_by(person: Token) -> bool:
    """Say whether one but runs it: "a body set up by Acme and led by Ann Lee"."""
    verb = person.head.head
    if not _is_agent(person) or lemma(verb) not in RUNS:
        return False
    shares = verb.dep_ == "conj" and all(c.dep_ != "agent" for c in verb.head.children)
    titled = any(t.lower_.startswith(_FOUNDERS) for t in person.lefts)
    return not (shares or titled)  # "founded and led by Ann Lee"


def _is_agent(person: Token) -> bool:
    return person.head.dep_ == "agent"


def is_but_young(firm: Anchor) -> bool:
    """Say whether but its kind tells that it was founded: "who runs the Accra start-up Acme"."""
    doc, start = firm.span.doc, firm.span.start
    kind = 3 if text_in(doc, max(0, start - 3), start).lower() == "start-up" else 1
    if kind == 1 and doc[max(0, start - 1)].lower_ not in {"startup", "startups"}:
        return False
    whose = {c.dep_ for t in doc[start - kind : firm.span.end] for c in t.children}
    words = [t for t in firm.span.sent if not start - kind <= t.i < start]
    founded = any(lemma(t) in _MAKES or t.lower_.startswith(_FOUNDERS) for t in words)
    return not founded and "poss" not in whose


def is_of_founders_kin(person: Anchor) -> bool:
    """Say whether only kin are told to have founded it: "the founder's son", "founding family"."""
    doc, place = person.span.doc, person.span.start
    founders = [t for t in person.span.sent if t.lower_.startswith(_FOUNDERS)]
    beside = any(t in founders for t in doc[max(0, place - 2) : place])
    return bool(founders) and not beside and all(map(_is_ancestor, founders))


def _is_ancestor(founder: Token) -> bool:
    """Say whether it is the founder, or the founding, of a family."""
    before = [lemma(t) for t in founder.doc[max(0, founder.i - _CLOSE_BY) : founder.i]]
    if "of" in before[1:]:
        return before[before.index("of") - 1] in _FAMILIES
    return founder.dep_ in {*BEFORE_NOUN, "poss"} and lemma(founder.head) in _FAMILIES


def is_patron(person: Token) -> bool:
    """Say whether others founded it, for one or in one's name: "set up by allies of Max Orr"."""
    while person.dep_ == "appos":
        person = person.head  # "by allies of the late president, Max Orr"
    if person.dep_ != "pobj" or person.head.lower_ != "of":
        return False
    noun = person.head.head
    theirs = noun.tag_ == "NNS" or lemma(noun) in _HONOURED
    return theirs and noun.head.lower_ in {"by", "in"}


def is_made(person: Token) -> bool:
    """Say whether one but gets an office: "set up Acme with Max Orr as its chief"."""
    return person.head.lower_ == "with" and any(
        c.lower_ == "as" for t in (person, person.head, person.head.head) for c in t.children
    )


def is_shared_out(sentence: Span) -> bool:
    """Say whether but stakes are told: "a venture in which Acme owns 60% and Beta 40%"."""
    words = {lemma(t) for t in sentence}
    return not words.isdisjoint({"own", "hold"}) and "%" in words and words.isdisjoint(_MAKES)
