"""What a person cannot be called: no prosecutor is "the defendant", no king "the mayor"."""

from spacy.tokens import Token

from kgbuild.extract.references.candidate import Candidate
from kgbuild.extract.references.traits import office
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.vocabulary import ACCUSED, COACHES, MONARCHS, PUNISHES

_PLAYERS = frozenset("defender forward goalkeeper midfielder striker winger".split())
_OFFICES = MONARCHS | frozenset(
    "ambassador chancellor governor mayor minister premier president senator".split()
)
"""Who holds one of these is not called by another."""
_OF_LAW = frozenset(
    """attorney coroner detective inspector judge lawyer magistrate prosecutor
    sheriff superintendent""".split()
)
_SUFFERS = frozenset({"nsubjpass", "dobj"})
_GOES = frozenset("die leave lose quit resign retire step".split())
_OVER = frozenset("deposed ex former impeached late ousted outgoing".split())


def is_none_such(candidate: Candidate) -> bool:
    """Say whether a person is not called so: no prosecutor is the defendant, no king the mayor.

    No chairman is "the former chairman" of whom it is not told that he left; who has left an
    office is not "the new chairman".
    """
    beside = {child.lower_ for child in candidate.noun.children}
    if candidate.word in ACCUSED and any(_kind(one) in _OF_LAW for one in candidate.nouns):
        return True
    if "new" in beside:
        return _is_over(candidate)
    still = "former" in beside and _is_in_office(candidate)
    return still or _trains(candidate) or _has_other_office(candidate)


def _is_over(candidate: Candidate) -> bool:
    return not _OVER.isdisjoint(candidate.told)


def _is_in_office(candidate: Candidate) -> bool:
    """Say whether one holds an office that nothing tells to be over."""
    if office(candidate.noun) not in candidate.nouns or _is_over(candidate):
        return False
    return not any(_goes(seen.head) for seen in candidate.thread.seen)


def _trains(candidate: Candidate) -> bool:
    """Say whether "the striker" would be a coach."""
    nouns = candidate.nouns
    player = candidate.word in _PLAYERS and candidate.word not in nouns
    return player and not COACHES.isdisjoint(nouns)


def _has_other_office(candidate: Candidate) -> bool:
    """Say whether one holds a great office, and not the one that is said."""
    said = office(candidate.noun)
    held = {one for one in candidate.nouns if _kind(one) in _OFFICES}
    if not held or _kind(said) not in _OFFICES or said in held:
        return False
    ministers = any(one.endswith("minister") for one in held)
    return not (ministers and "minister" in {said, *held})


def _kind(office_: str) -> str:
    """Return what an office is, whatever narrows it: "minister" of "prime minister"."""
    return office_.split()[-1]


def _goes(name: Token) -> bool:
    """Say whether one leaves, is put out or held: "sacked the minister, Max Orr".

    So, too, of "Max Orr, mayor of Lyon until 2020", "Max Orr was the mayor of Lyon".
    """
    if any(t.lower_ == "until" or _is_bygone_year(t) for t in name.sent):
        return True
    name = name.head if name.dep_ == "appos" else name
    verb = lemma(name.head)
    if name.dep_ == "nsubj":
        return verb in _GOES or name.head.lower_ == "was"
    return name.dep_ in _SUFFERS and verb in PUNISHES


def _is_bygone_year(token: Token) -> bool:
    return token.shape_ == "dddd" and token.i > 0 and token.nbor(-1).lower_ != "since"
