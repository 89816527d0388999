"""Who holds an office by what is told of it: "is the head", "was named as", "resigned as"."""

from spacy.tokens import Token

from kgbuild.extract.relations.appointers import appointer, joined
from kgbuild.extract.relations.holders import Holder, named
from kgbuild.extract.relations.phrases import Body
from kgbuild.extract.text.clauses import Clause, clause
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import SUBJECTS
from kgbuild.extract.text.verbs import VERBAL
from kgbuild.extract.text.vocabulary import APPOINTS, DISMISSES, FOLLOWS, RESIGNS
from kgbuild.model import Type

_COMPLEMENTS = frozenset({"attr", "oprd", "dobj", "xcomp", "acomp"})
_IS = frozenset({"be", "become", "remain"})
_IS_OR_STAYS = frozenset({"be", "remain"})
_AS = frozenset({"serve", "work", "act", "continue", "return", "operate"})
_APPOINTS = APPOINTS | {"confirm", "lure", "poach", "re-elect", "reelect"}
"""Those, too, that bring nobody new, and those that tell of two bodies."""
_MAKES = _APPOINTS | {"make"}
_JOINS = frozenset({"join", "move", "rejoin"})
_OATHS = frozenset({"oath", "office"})
_ENDINGS = RESIGNS | DISMISSES | {"depart", "leave"}
_STARTS = frozenset({"appointment", "election", "promotion"})
_STOPS = frozenset(
    "departure dismissal firing ouster removal resignation retirement sacking".split()
)
_DONE_AFTER = frozenset({"after", "at", "following", "on", "since", "upon", "with"})
_SHOWS_DONE = frozenset(
    """anger announce cause come confirm draw follow leave make mark prompt shock spark surprise
    take trigger""".split()
)
"""An appointment does so that has been made, not one that is hoped for."""


def governed(scene: Scene, head: Token, fits: frozenset[Type]) -> Holder | None:
    """Return who is, becomes, is named or resigns as what the noun says."""
    while head.dep_ == "conj" and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    governor = head.head
    if head.dep_ == "nsubj" and lemma(governor) in _IS_OR_STAYS:
        return _by_verb(scene, clause(governor), _complement(governor), fits, lasts=True)
    at_head = governor.lower_ == "at" and head.lower_ == "head"  # "replaced Poe at the head of"
    if head.dep_ == "pobj" and (governor.lower_ == "as" or at_head):
        told = governor.head
        if told.tag_ == "NN":
            return _by_noun(scene, told, fits)
        return _as(scene, clause(told), head, fits) if told.pos_ in VERBAL else None
    if head.dep_ in _COMPLEMENTS and governor.pos_ in VERBAL:
        return _by_complement(scene, clause(governor), head, fits)
    return None


def _complement(verb: Token) -> tuple[Token, ...]:
    """Return who somebody is said to be: "its owners are Ann Lee and his ex-wife, Eva Orr"."""
    return tuple(t for c in verb.rights if c.dep_ == "attr" for t in conjuncts(c))


def _by_complement(scene: Scene, said: Clause, head: Token, fits: frozenset[Type]) -> Holder | None:
    """Return of whom a verb says the noun: "is the head of", "named Ann Lee chief executive"."""
    if said.key in _IS:
        return _by_verb(scene, said, said.doers, fits, lasts=said.key != "become")
    if said.key not in _APPOINTS or head.dep_ not in {"oprd", "dobj"}:
        return None
    chosen = said.targets if head.dep_ == "oprd" else said.datives
    if not chosen:  # the parser may join the name to the noun
        chosen = tuple(c for c in head.lefts if c.dep_ in {"nmod", "compound"})
    return _by_verb(scene, said, chosen, fits, body=appointer(scene, said, head))


def _as(scene: Scene, said: Clause, head: Token, fits: frozenset[Type]) -> Holder | None:
    """Return who comes, works or goes "as" what the noun says: "joined Acme as its head"."""
    if said.key in _APPOINTS:
        return _by_verb(scene, said, said.targets, fits, body=appointer(scene, said, head))
    if said.key in FOLLOWS:
        return _following(scene, said, head, fits)
    if said.key in _ENDINGS:
        suffers = said.subjects.passive or said.targets
        return _by_verb(scene, said, said.targets if suffers else said.doers, fits, ends=True)
    if said.key in _JOINS:
        return _by_verb(scene, said, said.doers, fits, body=joined(scene, said))
    starts = said.key == "take" and any(t.lower_ in _OATHS for t in said.targets)
    if starts or said.key == "take over" or said.key in _AS:
        return _by_verb(scene, said, said.doers, fits, lasts=said.key in _AS)
    return None


def _following(scene: Scene, said: Clause, head: Token, fits: frozenset[Type]) -> Holder | None:
    """Return who follows another as what the noun says, or who is followed."""
    above = clause(said.verb.head)  # "Acme picked her to succeed Poe as chief"
    chosen_to = said.verb.dep_ == "xcomp" and above.key in _APPOINTS
    body = appointer(scene, above if chosen_to else said, head)
    gone = said.targets if said.subjects.passive else ()  # "was replaced as chairman"
    new = said.after("with", (), deep=False)  # "replaced him with her as its chief"
    return (
        _by_verb(scene, said, said.doers, fits, body=body)
        or _by_verb(scene, said, new, fits, body=body)
        or _by_verb(scene, said, gone, fits, ends=True)
    )


def _by_verb(
    scene: Scene,
    said: Clause,
    tokens: tuple[Token, ...],
    fits: frozenset[Type],
    *,
    lasts: bool = False,
    ends: bool = False,
    body: Body | None = None,
) -> Holder | None:
    found = [a for t in tokens if (a := scene.resolve(t)) is not None and scene.type(a) in fits]
    if not found:
        return None
    return Holder(
        found[0],
        f"verb:{said.key}",
        verb=said.verb,
        lasts=lasts,
        ends=ends,
        body=body,
        others=tuple(found[1:]),
    )


def _by_noun(scene: Scene, noun: Token, fits: frozenset[Type]) -> Holder | None:
    """Return whose start or end as what follows a noun tells: "since his resignation as chief".

    Of what is not told as done, "called for his resignation as", nothing is known.
    """
    starts, ends = noun.lower_ in _STARTS, noun.lower_ in _STOPS
    after = noun.dep_ == "pobj" and noun.head.lower_ in _DONE_AFTER
    came = noun.dep_ in SUBJECTS and lemma(noun.head) in _SHOWS_DONE
    if not (starts or ends) or not (after or came):
        return None
    whose = next((c for c in noun.children if c.dep_ == "poss"), None)
    anchor = scene.heads.get(whose.i) if whose is not None else scene.under(noun, "of")
    if anchor is None or scene.type(anchor) not in fits:
        return None
    return Holder(anchor, f"noun:{noun.lower_}", over=ends)


def named_for(scene: Scene, start: int, head: Token, fits: frozenset[Type]) -> Holder | None:
    """Return whom one makes what a noun right behind the name says: "made Ann Lee his envoy"."""
    anchor = scene.ends.get(start - 1)
    name = anchor.span.root if anchor is not None and head.dep_ == "appos" else None
    if name is None or head.head != name or name.dep_ != "dobj":
        return None
    return _made(scene, anchor, name.head, fits)


def made_over(scene: Scene, beside: Anchor, fits: frozenset[Type]) -> Holder | None:
    """Return whom one makes it, not who was told of: "made Ann Lee, a friend of Poe, a judge"."""
    noun = beside.span.root.head.head
    if beside.span.root.dep_ != "pobj" or noun.dep_ != "appos":
        return None
    name = noun.head
    chosen = name.dep_ in {"dobj", "oprd"}
    return _made(scene, scene.heads.get(name.i), name.head, fits) if chosen else None


def _made(scene: Scene, anchor: Anchor | None, verb: Token, fits: frozenset[Type]) -> Holder | None:
    chosen = named(scene, anchor, fits) if lemma(verb) in _MAKES else None
    return Holder(chosen, f"verb:{lemma(verb)}", verb=verb) if chosen is not None else None
