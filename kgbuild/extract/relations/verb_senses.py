"""Whether a verb has the sense that a frame asks for: its noun, its cues, what hangs on it."""

from collections.abc import Collection

from spacy.tokens import Token

from kgbuild.extract.relations.arguments import bidden
from kgbuild.extract.relations.blacklists import lists
from kgbuild.extract.relations.valency import Frame
from kgbuild.extract.text.clauses import Clause, clause
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.vocabulary import FRACTIONS, PERCENT
from kgbuild.extract.vetoes.talks import is_labelled
from kgbuild.model import Type

_TIMES = frozenset("century day decade month season term time week year".split())
"""For so long something lasts: "led it for ten years"."""
_SHARES = PERCENT | FRACTIONS | {"majority", "rest"}
_MOST_NOUNS = 4


def nouns(said: Clause, frame: Frame) -> tuple[Token, ...] | None:
    """Return the object nouns the frame asks for; none: it asks for one that is not there."""
    if frame.by_list:
        return tuple(lists((said.verb, *said.targets), frame.by_list)) or None
    if frame.plain:
        goods = tuple(t for t in said.targets if t.tag_ in {"NN", "NNS"})
        assets = any(lemma(t) in frame.no_nouns for t in goods)
        return None if assets else goods[:1] or None
    if frame.under:
        tied = (o for _, o in said.prepositions() if lemma(o) in frame.under)
        return tuple(t for t in tied if all(c.lower_ != "attempted" for c in t.children)) or None
    if not frame.nouns:
        return ()
    targets = said.targets
    if said.subjects.passive:  # "was awarded a contract"
        targets = (*targets, *(c for c in said.verb.children if c.dep_ == "dobj"))
    return tuple(t for t in map(_meant, targets) if _is_any(t, frame.nouns))[:_MOST_NOUNS] or None


def _is_any(noun: Token, listed: Collection[str]) -> bool:
    """Say whether a noun is one of some, alone or with a word before it: "head office"."""
    word = lemma(noun)
    return word in listed or any(
        f"{c.lower_} {word}" in listed for c in noun.lefts if c.dep_ in {"compound", "amod"}
    )


def _meant(target: Token) -> Token:
    """Return what a relative pronoun takes up: "sanctions that Peru had imposed on"."""
    verb = target.head
    relative = target.dep_ == "dobj" and target.lower_ in {"that", "which"} and target.i < verb.i
    return verb.head if relative and verb.dep_ == "relcl" else target


def is_other(scene: Scene, said: Clause, frame: Frame) -> bool:
    """Say whether the verb says something else here than the frame: "led to", "joined in doing"."""
    if frame.bare and said.targets:
        return True
    if frame.plain and any(scene.resolve(t) or _is_stake(scene, t) for t in said.targets):
        return True
    if frame.relation == "SPOKE_TO" and any(is_labelled(said.verb, t) for t in said.targets):
        return True
    if frame.bids and all(clause(t).key not in frame.bids for t in bidden(said)):
        return True
    if frame.cue and scene.lemmas.isdisjoint(frame.cue):
        return True
    if not scene.lemmas.isdisjoint(frame.no_cue):
        return True
    return bool(frame.unless) and not _hanging(said).isdisjoint(frame.unless)


def _hanging(said: Clause) -> set[str]:
    """Return what hangs on a verb, as the field "unless" of a frame names it."""
    words = {word for word, o in said.prepositions() if word != "for" or lemma(o) not in _TIMES}
    for child in said.verb.children:
        words |= {child.dep_} | {"home"} & {child.lower_}
        if any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in child.children):
            words.add(f"{child.lower_} doing")
    return words


def _is_stake(scene: Scene, noun: Token) -> bool:
    """Say whether it is a share of a body that changes hands: "bought a tenth of Acme from"."""
    part = scene.under(noun, "of") if lemma(noun) in _SHARES else None
    return part is not None and scene.type(part) is Type.ORGANIZATION
