"""Whether what was done is undone: "annulled the sanctions", "gave up his passport"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.papers import paper
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.verbs import particle
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Status

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
