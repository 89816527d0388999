"""Deeds that a noun tells: "Acme's acquisition of Beta in 2019", "Orr, whose suit against Acme"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.text import dating
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.status_words import denies
from kgbuild.extract.text.tagsets import PAST, SUBJECTS
from kgbuild.extract.text.vocabulary import COMPLETES
from kgbuild.model import Status
from kgbuild.ontology import Ontology

_DEEDS = dict.fromkeys(("acquisition", "takeover", "purchase", "buyout"), "ACQUIRED")
_SUITS = frozenset({"countersuit", "lawsuit", "suit"})
_THREATENED = frozenset("future likely possible potential threatened".split())
_PLANNED = frozenset("proposed planned pending impending upcoming agreed".split())
_DENIED = frozenset("failed abandoned blocked aborted cancelled canceled scrapped".split())
_CALLED = frozenset("alleged reported rumoured rumored supposed".split())
_DONE = COMPLETES | {"follow"}
_PURSUED = frozenset("abandon agree announce drop plan propose pursue".split())
_CLEARED = frozenset({"approve", "clear"})
_PASSED = frozenset({"close", "go through"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_AFTER = frozenset("after following since despite".split())


def find(scene: Scene, published: str | None, ontology: Ontology) -> Iterator[Fact]:
    """Yield what such nouns tie; a deed that is not told as done is only possible."""
    text = scene.text  # cheaper than a look at each token
    if "suit against " in text:
        yield from _suits(scene, ontology)
    if not any(word in text for word in _DEEDS):
        return
    for token in scene.tokens:
        name = _DEEDS.get(token.lower_) if token.tag_ == "NN" else None
        relation = ontology.enabled(name or "")
        if relation is None:
            continue
        object_ = scene.under(token, "of")
        if object_ is None:
            continue
        for subject in _doers(scene, token):
            fits = relation.fits(scene.type(subject), scene.type(object_))
            if fits and subject.referent != object_.referent:
                status = _status(scene, token, published)
                yield Fact(
                    subject, relation.name, object_, token, f"noun:{token.lower_}", status=status
                )


def _suits(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield who has sued whom: "her lawsuit against Acme opens in May".

    What becomes of a suit that is an object hangs on the verb, which frames know.
    """
    relation = ontology.enabled("SUED")
    if relation is None:
        return
    for noun in scene.tokens:
        if noun.lower_ not in _SUITS or noun.dep_ == "dobj":
            continue
        whose = next((c for c in noun.children if c.dep_ == "poss"), None)
        who = scene.resolve(whose) if whose is not None else None
        against = scene.under(noun, "against")
        if who is None or against is None or who.referent == against.referent:
            continue
        told = any(c.lower_ in _PLANNED | _THREATENED for c in noun.children)
        status = Status.POSSIBLE if told else Status.ASSERTED
        if relation.fits(scene.type(who), scene.type(against)):
            yield Fact(who, "SUED", against, noun, f"noun:{noun.lower_}", status=status)


def _doers(scene: Scene, noun: Token) -> Iterator[Anchor]:
    """Yield who does it: whose it is, by whom it is, or who "completed the purchase of"."""
    whose = next((c for c in noun.children if c.dep_ == "poss"), None)
    named = scene.heads.get(whose.i) if whose is not None else scene.under(noun, "by")
    if named is not None:
        yield named
    elif whose is None and noun.dep_ == "dobj" and lemma(noun.head) in _DONE | _PURSUED:
        tokens = clause(noun.head).doers
        yield from (a for t in tokens if (a := scene.resolve(t)) is not None)


def _status(scene: Scene, noun: Token, published: str | None) -> Status:
    told = {c.lower_ for c in noun.children if c.dep_ == "amod"}
    if told & _DENIED:
        return Status.DENIED
    if told & _PLANNED:
        return Status.PLANNED
    if told & _CALLED:
        return Status.ALLEGED
    open_ = any(c.dep_ == "neg" or (c.dep_ == "aux" and not _has(c)) for c in noun.head.children)
    if open_ and not (noun.dep_ in SUBJECTS and _is_past(scene, noun, published)):
        return Status.POSSIBLE
    verb, past = noun.head, noun.head.tag_ in PAST
    if not open_ and noun.dep_ in {"dobj", "nsubjpass"} and lemma(verb) in _CLEARED:
        return Status.PLANNED  # it may go ahead
    if past and not open_ and noun.dep_ in _ARGUMENTS and denies(verb):
        return Status.DENIED  # "shelved its takeover of", "its takeover of Beta fell apart"
    after = noun.dep_ == "pobj" and verb.lower_ in _AFTER
    passed = noun.dep_ == "nsubj" and clause(verb).key in _PASSED
    ended = noun.dep_ in {"dobj", "nsubjpass"} and lemma(verb) in _DONE
    done = past and (passed or ended)
    return Status.ASSERTED if after or done or _is_past(scene, noun, published) else Status.POSSIBLE


def _has(aux: Token) -> bool:
    """Say whether a helper makes a perfect tense: "has completed its purchase of"."""
    return aux.lower_ in {"has", "have", "had", "'s", "'ve", "’s", "’ve"}


def _is_past(scene: Scene, noun: Token, published: str | None) -> bool:
    """Say whether the noun itself bears a date that is over."""
    when = dating.near(noun, scene.span, published)
    if when is None or when.since is None or published is None:
        return False
    return when.since < published[: len(when.since)]
