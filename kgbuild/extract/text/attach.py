"""Hang a clause's subject on its verb where the small parser joins it to the words before.

Of "Ann Lee lives in Lima and Max Orr lives in Quito" it makes one clause with two verbs, whose
subject is Ann Lee, and has her live in "Lima and Max Orr"; in "denied Ann Lee had been held" she
is what was denied.
"""

from spacy.symbols import (  # type: ignore[import-not-found]
    appos,
    ccomp,
    conj,
    dobj,
    nsubj,
    nsubjpass,
    pobj,
    relcl,
)
from spacy.tokens import Doc, Token

from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.tagsets import FINITE, PROPER
from kgbuild.extract.text.verbs import VERBAL, is_infinitive

_WHO = frozenset({"who", "whom"})
_ANY = frozenset({"a", "an"})
_JOINS = frozenset({"and", "but", "while", "or"})


def mend(doc: Doc) -> None:
    """Give each finite verb that lacks a subject the name right before it, if it may be that."""
    for token in doc:
        if token.tag_ == "WP" and (noun := narrowed(token)) is not None:
            _mend_who(token, noun)
        if token.dep not in (conj, ccomp):
            continue
        if token.lower_ == "pursuant":
            _mend_pursuant(token)
        if token.dep == ccomp:
            _mend_two(token)
        if token.pos_ not in VERBAL:
            continue
        _mend_joined(token)
        name = _before(token)
        if name is not None and (_is_told(name, token) or _is_joined(name, token)):
            passive = any(c.dep_ == "auxpass" for c in token.children)
            name.head, name.dep = token, nsubjpass if passive else nsubj


def narrowed(who: Token) -> Token | None:
    """Return the noun that "who" narrows, as it does no name: "an aide to Ann Lee who leads"."""
    name = who.doc[who.i - 1] if who.i else who
    noun = name.head.head
    if who.lower_ not in _WHO or name.tag_ != "NNP" or name.dep != pobj:
        return None
    near = (word for kind in ("serving", "helping", "near") for word in words("person", kind))
    definite = any(c.dep_ in {"det", "poss"} and c.lower_ not in _ANY for c in noun.children)
    return noun if noun.tag_ == "NN" and noun.lower_ in near and not definite else None


def _mend_who(who: Token, noun: Token) -> None:
    """Hang the clause of "who" on the noun that it narrows."""
    clause = next((t for t in who.ancestors if t.dep == relcl), None)
    if clause is not None and clause.head == who.nbor(-1):
        clause.head = noun


def _mend_two(told: Token) -> None:
    """Give what is told its own subject: "Among the dead was Ann Lee, her brother told Acme"."""
    teller = _teller(told.head)
    if teller is not None and told.i < teller.i:
        teller.head, teller.dep = told.head, nsubj
    subjects = [c for c in told.head.lefts if c.dep in (nsubj, nsubjpass)]
    own = any(c.dep in (nsubj, nsubjpass) for c in told.children)
    if len(subjects) > 1 and told.i < subjects[0].i and not own:
        subjects[0].head = told


def _teller(verb: Token) -> Token | None:
    """Return whose kin or the like is named right before a verb: "his lawyer, Max Orr, told"."""
    if verb.i < 2 or verb.nbor(-1).text != ",":
        return None
    name = verb.nbor(-2)
    noun = name.head
    if name.tag_ != "NNP" or name.dep != appos:
        return None
    whose = any(c.tag_ == "PRP$" for c in noun.children)
    return noun if whose and noun.tag_ == "NN" and noun.dep == appos else None


def _mend_joined(verb: Token) -> None:
    """Join a finite verb to a finite one: "asked them to leave and sent Orr to Oslo"."""
    above = verb.head
    if verb.dep != conj or verb.tag_ not in FINITE or not is_infinitive(above):
        return
    if any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return
    finite = (t for t in above.ancestors if t.pos_ in VERBAL and not is_infinitive(t))
    verb.head = next(finite, above)


def _mend_pursuant(word: Token) -> None:
    """Give the verb its object in "is designating Acme pursuant to", where the parser sees two."""
    verb = word.head
    for name in word.lefts:
        if name.dep == nsubj and verb.pos_ in VERBAL:
            name.head, name.dep = verb, dobj


def _before(verb: Token) -> Token | None:
    """Return the name right before a finite verb that has no subject of its own."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < verb.i]
    first = min((c.i for c in helpers), default=verb.i)
    if verb.doc[first].tag_ not in FINITE or first <= verb.sent.start + 1:
        return None
    if any(c.dep in (nsubj, nsubjpass) for c in verb.children):
        return None
    name = verb.doc[first - 1]
    return name if name.tag_ in PROPER and name.head.i < name.i else None


def _is_told(name: Token, verb: Token) -> bool:
    """Say whether it begins what somebody says: "denied Ann Lee had been held"."""
    return verb.dep == ccomp and name.dep == dobj and name.head == verb.head


def _is_joined(name: Token, verb: Token) -> bool:
    """Say whether it stands behind the "and" that joins two clauses."""
    if verb.dep != conj or verb.head.pos_ not in VERBAL or name.dep not in (conj, appos):
        return False
    above, start = name.head, name.left_edge.i
    listed = sum(1 for c in above.children if c.dep == conj) > 1
    return (
        start > 0
        and name.doc[start - 1].lower_ in _JOINS
        and above.pos_ not in VERBAL
        and above.dep not in (nsubj, nsubjpass)
        and not listed
    )
