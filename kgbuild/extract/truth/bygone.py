"""What the words beside a tie tell to be over: "fought it until 2013", "its coach in the nineties".

In our training items 52 of 56 who "grew up" in a place live there no more, and 18 of 19 players
told of by a decade have left; the other ways to tell it are rarer there.
"""

from spacy.tokens import Token

from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import LASTING, POSTS, TITULAR, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.negation import negated
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.verbs import is_passive
from kgbuild.extract.text.vocabulary import HEADQUARTERS
from kgbuild.extract.truth.confidence import MODEL

_UNTIL = frozenset({"until", "till"})
_LASTS = LASTING | {"FIGHTS", "OPERATES_IN", "SUPPLIES", "SPOUSE_OF"}
_HELD = TITULAR | POSTS
_GROWS = frozenset({"bring", "grow", "raise", "rear"})
_SHUTS = frozenset("close demolish mothball shut shutter".split())
_SEATS = HEADQUARTERS | {"head", "office"}
_DECADES = frozenset(
    "twenties thirties forties fifties sixties seventies eighties nineties noughties".split()
)
_BEFORE = frozenset("deposed fallen former late old ousted previous toppled".split())
"""Of a rule that is no more: "its governor under the old republic"."""
_WALKS = frozenset({"walk out", "drop out", "storm out"})
_NEAR = 6  # tokens between "predecessor" and a name


def is_over(fact: Fact) -> bool:
    """Say whether a tie that would be so is told to be over."""
    verb = fact.verb
    passing = fact.relation in _HELD and (verb is None or fact.rule == MODEL)
    if passing and (_is_of_then(fact) or _went_before(fact)):
        return True
    if verb is None:
        return False
    if fact.relation in _LASTS and _lasted(verb) and _tells(verb, fact):
        return True
    if fact.relation == "HEADQUARTERED_IN":
        return _had_seat(verb, fact.object.span.root)
    if fact.rule != MODEL:
        return False
    if fact.relation == "LIVES_IN":
        grew = lemma(verb) in _GROWS and verb.tag_ in {"VBD", "VBN"}
        return grew and all(t.lower_ != "still" for t in verb.subtree)
    if fact.relation == "OPERATES_IN":
        return lemma(verb) in _SHUTS and is_passive(verb) and _is_part(verb, fact)
    return fact.relation in LASTING and _left(verb, fact)


def _lasted(verb: Token) -> bool:
    """Say whether it went on to a time gone by: "belonged to it until he was named a judge"."""
    if verb.tag_ != "VBD" or negated(verb):
        return False
    if any(c.dep_ == "prep" and c.lower_ in _UNTIL for c in verb.children):
        return True
    clauses = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ in {"VBD", "VBN"})
    return any(t.lower_ in _UNTIL for clause in clauses for t in clause.children)


def _tells(verb: Token, fact: Fact) -> bool:
    """Say whether a verb tells it of its own subject, not of somebody named behind."""
    own = subjects(verb).tokens
    return fact.rule != MODEL or any(e.span.root in own for e in (fact.subject, fact.object))


def _is_of_then(fact: Fact) -> bool:
    """Say whether an office is one of before: "captain of Genk and now coach of Brugge"."""
    noun = fact.object.span.root.head.head
    if noun.tag_ not in {"NN", "NNS"}:
        return False
    for child in noun.children:
        if child.dep_ == "conj" and any(c.lower_ == "now" for c in child.children):
            return True
        times = (o for o in child.children if o.dep_ == "pobj" and o.i >= fact.object.span.end)
        if child.dep_ == "prep" and any(_is_of_before(child, o) for o in times):
            return True
    return False


def _is_of_before(prep: Token, time: Token) -> bool:
    if prep.lower_ in _UNTIL:
        return any(c.lower_ in {"last", "this"} for c in time.children) or time.lower_ == "recently"
    if prep.lower_ == "in":
        return time.lower_ in _DECADES or (time.text[:3].isdigit() and time.text[3:] == "0s")
    return prep.lower_ == "under" and any(c.lower_ in _BEFORE for c in time.children)


def _went_before(fact: Fact) -> bool:
    """Say whether somebody held it before another: "her predecessor at the union, Max Orr,"."""
    person, body = fact.subject.span, fact.object.span
    if not person.start - _NEAR <= body.start < person.start:
        return False
    words = [t.lower_ for t in person.doc[max(0, body.start - 3) : body.start]]
    return "predecessor" in words and person.doc[person.start - 1].text == ","


def _had_seat(verb: Token, place: Token) -> bool:
    """Say whether a firm was based there: "had its seat in Ulm", "originally based in Ulm"."""
    if lemma(verb) == "base":
        return any(c.lower_ in {"initially", "originally"} for c in verb.children)
    if verb.tag_ != "VBD" or negated(verb) or verb.dep_ == "ccomp":
        return False
    if lemma(verb) == "be":
        return any(lemma(t) in _SEATS for t in subjects(verb).tokens)
    noun = place.head.head
    had = lemma(verb) == "have" and noun.dep_ == "dobj" and lemma(noun) in _SEATS
    return had and any(c.dep_ == "poss" for c in noun.children)


def _is_part(verb: Token, fact: Fact) -> bool:
    """Say whether a plant there is what was shut: "a plant in Ulm was shut in 2014"."""
    place = fact.object.span.root
    return any(t in place.ancestors for t in verb.children if t.dep_ == "nsubjpass")


def _left(verb: Token, fact: Fact) -> bool:
    """Say whether one left it: "has left the quartet", "walked out of the party"."""
    person, body = fact.subject.span.root, fact.object.span.root
    if verb.tag_ not in {"VBD", "VBN"}:
        return False
    if not any(t.dep_ == "nsubj" and t.head == verb for t in (person, person.head)):
        return False
    out = (
        body.dep_ == "pobj" and body.head.lower_ == "of" and body.head.head in {verb, *verb.rights}
    )
    plain = lemma(verb) == "leave" and body.dep_ == "dobj" and body.head == verb
    return plain or (out and clause(verb).key in _WALKS)
