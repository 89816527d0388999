"""What a pronoun means where its sentence leaves no choice: "Win Myint, who is with his son".

The ways that find it are tables: of persons, of "its", of "it"; "his" has more (possessors.py).
"""

from collections.abc import Mapping, Set

from spacy.tokens import Token

from kgbuild.extract.references import possessors
from kgbuild.extract.text.dependents import direct_object, subject, subject_above
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.tagsets import SUBJECTS
from kgbuild.extract.text.vocabulary import PUNISHES, SENDS, UNITS

_SELF = frozenset({"himself", "herself"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OF = frozenset({"at", "for", "in", "of"})
_CAUSES = frozenset({"after", "as", "because", "when"})
_TIMES = frozenset({"after", "before"})
_BLAMES = frozenset(
    "accuse arrest catch charge convict detain find fine indict jail sentence suspect".split()
)
_TAKES_ON = frozenset(
    """acquire build buy create establish form found inherit join launch open purchase set start
    take""".split()
)
_CONJOINED = 3
_NAMED = 4
"""Tokens from "its" to behind "subsidiary" in "its Polish subsidiary Acme"."""


def meant(pronoun: Token, at: Mapping[int, int], persons: Set[int]) -> int | None:
    """Return the number of what a pronoun means, where its sentence leaves no choice.

    ``at`` are the numbers of what heads mean, ``persons`` the places of those of persons.
    """
    possessive = possessors.WAYS if pronoun.tag_ == "PRP$" else ()
    ways = _OF_BODIES.get(pronoun.lower_, (_who, *possessive, *_OF_PERSONS))
    found = (way(pronoun, persons) for way in ways)
    return next((at[token.i] for token in found if token is not None and token.i in at), None)


def _who(pronoun: Token, persons: Set[int]) -> Token | None:
    """Return the "who" of the clause of "his": "who was freed with his daughter"."""
    if pronoun.dep_ != "poss" and pronoun.lower_ not in _SELF:
        return None
    who = subject_above(pronoun)
    if who is None or who.lower_ != "who" or who.head.i >= pronoun.i:
        return None
    return who if persons.isdisjoint(range(who.i + 1, pronoun.i)) else None


def _punished(pronoun: Token, _: Set[int]) -> Token | None:
    """Return who was punished for what "he" did: "sacked Ann Lee after she was charged"."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubjpass" or verb.dep_ != "advcl" or lemma(verb.head) not in PUNISHES:
        return None
    if lemma(verb) not in _BLAMES or _CAUSES.isdisjoint(c.lower_ for c in verb.children):
        return None
    return direct_object(verb.head)


def _sent(pronoun: Token, persons: Set[int]) -> Token | None:
    """Return who was sent to where "he" acts: "Macron sent Ann Lee to Beirut, where she met"."""
    verb = pronoun.head
    if pronoun.dep_ not in SUBJECTS or verb.dep_ != "relcl" or verb.head.dep_ != "pobj":
        return None
    if verb.head.head.lower_ != "to" or "where" not in {t.lower_ for t in verb.children}:
        return None
    sends = next((t for t in verb.head.ancestors if lemma(t) in SENDS), None)
    sent = None if sends is None else direct_object(sends)
    if sent is None or sent.i in persons:
        return sent
    named = (c for c in sent.children if c.dep_ == "appos" and c.i in persons)
    return next(named, None)  # "his envoy Ann Lee"


def _answering(pronoun: Token, persons: Set[int]) -> Token | None:
    """Return who was talked to by several: "Croft and Low questioned Sharp. He told them"."""
    start, verb = pronoun.sent.start, pronoun.head
    if not start or pronoun.dep_ != "nsubj" or "them" not in {t.lower_ for t in verb.children}:
        return None
    before = pronoun.doc[start - 1].sent.root
    asking = subject(before)
    if asking is None or (asking.i in persons and not asking.n_rights):
        return None
    return direct_object(before)


def _joined(pronoun: Token, _: Set[int]) -> Token | None:
    """Return the body of the first of two offices: "chairman of Amal and nephew of its leader"."""
    noun = pronoun.head
    if noun.dep_ == "pobj":
        noun = noun.head.head
    first = noun.head
    if noun.dep_ != "conj" or first.pos_ not in _NOUNS:
        return None
    of = (word for child in first.children if child.lower_ in _OF for word in child.children)
    return next((word for word in of if word.dep_ == "pobj" and word.i < pronoun.i), first)


def _listed(pronoun: Token, _: Set[int]) -> Token | None:
    """Return the body before it in a list: "sued Acme, its unit Beta and Gamma"."""
    doc, place = pronoun.doc, pronoun.i - 2
    if place <= pronoun.sent.start or doc[place + 1].text != ",":
        return None
    noun = next((t for t in doc[pronoun.i + 1 : pronoun.i + _NAMED] if t.lower_ in UNITS), None)
    end = noun.i + 1 if noun is not None else len(doc)
    while end < pronoun.sent.end and doc[end].pos_ == "PROPN":
        end += 1
    listed = noun is not None and end > noun.i + 1 and text_in(doc, end, end + 1) == "and"
    return doc[place] if listed and doc[place].dep_ not in SUBJECTS else None


def _befallen(pronoun: Token, _: Set[int]) -> Token | None:
    """Return to what it was done after "its" chief left: "Acme was put under Beta after its"."""
    noun, above = pronoun.head, pronoun.head.head
    clause = noun.dep_ in SUBJECTS and above.dep_ == "advcl"
    times = {child.lower_ for child in above.children} if clause else {above.lower_}
    if _TIMES.isdisjoint(times) or not (clause or noun.dep_ == "pobj"):
        return None
    suffers = subject(above.head)
    before = suffers is not None and suffers.dep_ == "nsubjpass" and suffers.i < pronoun.i
    return suffers if before else None


def _taken_on(pronoun: Token, _: Set[int]) -> Token | None:
    """Return what one founded or got and then did something with: "founded Acme and runs it"."""
    verb = pronoun.head
    if pronoun.dep_ != "dobj" or verb.dep_ != "conj" or subject(verb) is not None:
        return None
    for _conjunct in range(_CONJOINED):
        verb = verb.head
        taken = direct_object(verb) if lemma(verb) in _TAKES_ON else None
        if taken is not None:
            named = (c for c in taken.children if c.dep_ == "appos" and c.pos_ == "PROPN")
            return None if taken.tag_ == "PRP" else next(named, taken)
        if verb.dep_ != "conj":
            break
    return None


_OF_PERSONS = (_punished, _sent, _answering)
_OF_BODIES = {"its": (_listed, _joined, _befallen), "it": (_taken_on,)}
