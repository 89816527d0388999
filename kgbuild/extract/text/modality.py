"""What a verb's own helpers, adverbs and subject make of it: "will buy", "may not", "no longer"."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from kgbuild.extract.text.fakes import shows_a_fake
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.negation import negated
from kgbuild.extract.text.status_words import key, says, words
from kgbuild.extract.text.tagsets import SUBJECTS
from kgbuild.extract.text.verbs import is_infinitive
from kgbuild.model import Status

_CALLS = frozenset("call describe list make name".split())
_ARE, _WERE = frozenset("am is are 'm 's 're ’m ’s ’re".split()), frozenset({"was", "were"})
_HAVE = frozenset({"had", "has", "have"})
_INVERTED = frozenset({"had", "should", "were"})


@dataclass(frozen=True, slots=True)
class _Group:
    """A verb with what hangs on it."""

    verb: Token
    children: tuple[Token, ...]
    helpers: tuple[Token, ...]
    modal: str
    adverbs: frozenset[str]


def own(verb: Token) -> Status:
    """Return what a verb's own helpers make of it: will, may, not, no longer."""
    group = _group(verb)
    made = (status for makes, status in _RULES if makes(group))
    return next(made, Status.ASSERTED)


def _group(verb: Token) -> _Group:
    children = tuple(verb.children)
    helpers = tuple(c for c in children if c.dep_ == "aux")
    modal = next((c.lower_ for c in helpers if c.tag_ == "MD"), "")
    adverbs = (c.lower_ for c in children if c.dep_ in {"advmod", "npadvmod", "acomp"})
    return _Group(verb, children, helpers, modal, frozenset(adverbs))


def _no_longer(group: _Group) -> bool:
    return any(c.lower_ == "longer" and c.i and c.nbor(-1).lower_ == "no" for c in group.children)


def _may_not(group: _Group) -> bool:
    return group.modal in words("modal", "open") and negated(group.verb)


def _stops_short(group: _Group) -> bool:
    """Say whether it is all but done: "stopped short of sanctions on Acme"."""
    return lemma(group.verb) == "stop" and any(c.lower_ == "short" for c in group.children)


def _would_have(group: _Group) -> bool:
    """Say whether it did not come to that: "would have joined the board"."""
    return group.modal in {"would", "'d"} and any(c.lower_ == "have" for c in group.helpers)


def _all_but(group: _Group) -> bool:
    verb = group.verb
    return verb.i > 1 and verb.nbor(-1).lower_ == "but" and verb.nbor(-2).lower_ == "all"


def _is_hearsay(group: _Group) -> bool:
    """Say whether nobody tells it by name: "reportedly met", "whom the papers had joining Acme".

    So, too, "rumour has made him a shareholder", "some newspapers name her as its owner".
    """
    if group.adverbs & words("adverb", "alleged"):
        return True
    tellers = [c for c in group.children if c.dep_ == "nsubj"]
    if any(lemma(c) in words("noun", "rumour") for c in tellers):
        return True
    if lemma(group.verb) in _CALLS and any(map(_are_unnamed, tellers)):
        return True
    had = any(c.lower_ in _HAVE for c in group.helpers)
    return had and group.verb.tag_ == "VBG" and all(c.lower_ != "been" for c in group.children)


def _are_unnamed(tellers: Token) -> bool:
    return tellers.tag_ == "NNS" and any(
        lemma(tellers) in words("unnamed", name) for name in ("nouns", "papers")
    )


def _wrongly(group: _Group) -> bool:
    """Say whether it is a reproach: "was wrongly convicted"."""
    wrong = group.adverbs & words("adverb", "wrong")
    return bool(wrong) and lemma(group.verb) in words("governor", "convicts")


def _is_open(group: _Group) -> bool:
    """Say whether it may be: "perhaps met", "could buy", "whom the party wants blacklisted"."""
    if group.adverbs & words("adverb", "possible") or group.modal in words("modal", "possible"):
        return True
    return any(lemma(c) in words("governor", "wishes") for c in group.helpers)


def _is_supposed(group: _Group) -> bool:
    """Say whether a helper before the subject supposes it: "Had Huawei bought it, ..."."""
    subjects = [
        c.left_edge.i
        for c in group.children
        if c.dep_ in SUBJECTS and not c.lower_.endswith("self")
    ]
    helpers = (c for c in group.helpers if c.lower_ in _INVERTED)
    return any(helper.i < start for helper in helpers for start in subjects)


def _unless(group: _Group) -> bool:
    """Say whether it is done if nothing comes between: "will sue unless"."""
    clauses = (c for c in group.children if c.dep_ == "advcl")
    return any(c.lower_ == "unless" for o in clauses for c in o.children) and _is_ahead(group)


def _is_ahead(group: _Group) -> bool:
    planned = group.modal in words("modal", "planned")
    return planned or _is_to(group.verb) or _is_under_way(group)


def _is_to(verb: Token) -> bool:
    """Say whether a sentence has no other verb than "to receive": "President to receive envoy"."""
    return (
        verb.dep_ == "ROOT"
        and is_infinitive(verb)
        and any(c.dep_ in SUBJECTS and c.i < verb.i for c in verb.children)
    )


def _is_under_way(group: _Group) -> bool:
    """Say whether a deed that is done at one stroke is on its way: "is buying Beta".

    "She said she was buying Beta" says so of a time gone by.
    """
    verb = group.verb
    if verb.tag_ != "VBG" or key(verb) not in words("under_way", "planned"):
        return False
    told = verb.dep_ == "ccomp" and says(verb.head) and verb.head.tag_ == "VBD"
    are = _ARE | _WERE if told else _ARE
    return any(c.lower_ in are for c in group.helpers)


_RULES: tuple[tuple[Callable[[_Group], bool], Status], ...] = (
    (_no_longer, Status.FORMER),
    (_may_not, Status.POSSIBLE),
    (lambda group: negated(group.verb), Status.DENIED),
    (_stops_short, Status.DENIED),
    (_would_have, Status.DENIED),
    (_all_but, Status.POSSIBLE),
    (_is_hearsay, Status.ALLEGED),
    (lambda group: shows_a_fake(group.verb), Status.DENIED),
    (_wrongly, Status.ALLEGED),
    (_is_open, Status.POSSIBLE),
    (_is_supposed, Status.POSSIBLE),
    (_unless, Status.POSSIBLE),
    (_is_ahead, Status.PLANNED),
)
"""The first that holds counts."""
