"""Deeds that a noun tells: "Acme's acquisition of Beta in 2019"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract import dates
from kgbuild.extract.clauses import clause
from kgbuild.extract.facts import Fact
from kgbuild.extract.governors import denies
from kgbuild.extract.lemma import lemma
from kgbuild.extract.paragraphs import Anchor
from kgbuild.extract.scene import Scene
from kgbuild.model import Status
from kgbuild.ontology import Ontology

_DEEDS = dict.fromkeys(("acquisition", "takeover", "purchase", "buyout"), "ACQUIRED")
_PLANNED = frozenset("proposed planned pending impending upcoming agreed".split())
_DENIED = frozenset("failed abandoned blocked aborted cancelled canceled scrapped".split())
_CALLED = frozenset("alleged reported rumoured rumored supposed".split())
_DONE = frozenset("complete finalise finalize finish close conclude follow".split())
_PASSED = frozenset({"close", "go through"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_AFTER = frozenset("after following since despite".split())


def find(scene: Scene, published: str | None, ontology: Ontology) -> Iterator[Fact]:
    """Yield what such nouns tie; a deed that is not told as done is only possible."""
    text = scene.span.text  # cheaper than a look at each token
    if not any(word in text for word in _DEEDS):
        return
    for token in scene.span:
        name = _DEEDS.get(token.lower_) if token.tag_ == "NN" else None
        relation = ontology.relations.get(name or "")
        if relation is None or not relation.enabled:
            continue
        subject, object_ = _doer(scene, token), scene.under(token, "of")
        if subject is None or object_ is None or subject.referent == object_.referent:
            continue
        if relation.fits(scene.type(subject), scene.type(object_)):
            status = _status(scene, token, published)
            yield Fact(
                subject, relation.name, object_, token, f"noun:{token.lower_}", status=status
            )


def _doer(scene: Scene, noun: Token) -> Anchor | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return scene.heads.get(child.i)
    return scene.under(noun, "by")


def _status(scene: Scene, noun: Token, published: str | None) -> Status:
    told = {c.lower_ for c in noun.children if c.dep_ == "amod"}
    if told & _DENIED:
        return Status.DENIED
    if told & _PLANNED:
        return Status.PLANNED
    if told & _CALLED:
        return Status.ALLEGED
    open_ = any(c.dep_ == "neg" or (c.dep_ == "aux" and not _has(c)) for c in noun.head.children)
    if open_ and not (noun.dep_ in {"nsubj", "nsubjpass"} and _is_past(scene, noun, published)):
        return Status.POSSIBLE
    verb, past = noun.head, noun.head.tag_ in {"VBD", "VBN"}
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
    when = dates.near(noun, scene.span, published)
    if when is None or when.since is None or published is None:
        return False
    return when.since < published[: len(when.since)]
