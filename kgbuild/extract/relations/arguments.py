"""Which words fill a slot of a verb's frame: who does it, to whom, what a preposition brings."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Token

from kgbuild.extract.relations.blacklists import keepers
from kgbuild.extract.relations.valency import Frame
from kgbuild.extract.text.clauses import Clause
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.prepositions import brought
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.verbs import has_that

MAKES = frozenset("assemble build design develop manufacture make print produce".split())
"""To whom it is sold the parser joins to these: "sold chips made by Acme to Beta"."""
_LAWMEN = frozenset("agent detective investigator marshal officer policeman trooper".split())
_INTERVIEWS = frozenset({"call", "conversation", "interview"})
_VERBAL_CLAUSES = frozenset({"acl", "advcl", "ccomp", "relcl", "xcomp"})
_Slot = Callable[[Scene, Clause, Sequence[Token]], Iterable[Token]]


def of(
    scene: Scene, said: Clause, frame: Frame, slot: str, nouns: tuple[Token, ...]
) -> tuple[Token, ...]:
    """Return the words in a slot; one that has no name of its own is a preposition.

    ``nouns`` are the verb's nouns that the frame asks for.
    """
    if slot in _SLOTS:
        return tuple(_SLOTS[slot](scene, said, nouns))
    made = tuple(c for n in nouns for c in n.rights if c.dep_ == "acl" and lemma(c) in MAKES)
    found = said.after(slot, (*nouns, *made), deep=frame.deep)
    if not frame.plain:
        return found
    again = (o for noun, o in said.gapped(slot) if lemma(noun) not in frame.no_nouns)
    return (*found, *(t for o in again for t in conjuncts(o)))


def bidden(said: Clause) -> Iterator[Token]:
    """Yield the verbs that somebody is told to do: "called on him to resign"."""
    above = (said.verb, *said.targets, *(o for _, o in said.prepositions()))
    verbs = (c for t in above for c in t.rights if c.dep_ in _VERBAL_CLAUSES and c.tag_ == "VB")
    yield from (v for v in verbs if all(c.dep_ != "dobj" for c in v.children))


def _told_to(said: Clause) -> Iterator[Token]:
    yield from (c for verb in bidden(said) for c in verb.lefts if c.dep_ == "nsubj")


def _blamed(said: Clause) -> Iterator[Token]:
    """Yield who is said to do something: "complained that Acme had left the gates open"."""
    told = (c for c in said.verb.rights if c.dep_ == "ccomp" and has_that(c))
    yield from (t for verb in told for c in verb.lefts if c.dep_ == "nsubj" for t in conjuncts(c))


def _interviewers(said: Clause) -> Iterator[Token]:
    """Yield with whom somebody speaks: "said in an interview with Radio One"."""
    for word, noun in said.prepositions():
        if word in {"in", "during"} and lemma(noun) in _INTERVIEWS:
            yield from (*brought(noun, "with"), *brought(noun, "to"))


def _where(scene: Scene, said: Clause, _: Sequence[Token]) -> tuple[Token, ...]:
    """Return the place that a clause explains: "a school where he taught"."""
    verb = said.verb
    if verb.dep_ != "relcl" or not any(c.lower_ == "where" for c in verb.children):
        return ()
    anchor = scene.place_of(verb.head) or scene.heads.get(verb.head.i)
    return (anchor.span.root,) if anchor is not None else ()


def _keepers(scene: Scene, said: Clause, nouns: Sequence[Token]) -> Iterator[Token]:
    """Yield whose list it is, where no doer is told: no "bureau that put it on its list"."""
    if said.subjects.passive or not said.targets:
        yield from (t for noun in nouns for t in keepers(scene, noun))


def _owners(_: Scene, __: Clause, nouns: Sequence[Token]) -> Iterator[Token]:
    """Yield whose the noun is: "froze his assets"."""
    yield from (c for noun in nouns for c in noun.children if c.dep_ == "poss")


def _of_verb(asks: Callable[[Clause], Iterable[Token]]) -> _Slot:
    """Ask the clause alone."""
    return lambda _, said, __: asks(said)


_SLOTS: dict[str, _Slot] = {
    "doer": _of_verb(lambda said: said.doers),
    "target": _of_verb(lambda said: said.targets),
    "dative": _of_verb(lambda said: said.datives),
    "men": _of_verb(lambda said: (t for t in said.doers if lemma(t) in _LAWMEN)),
    "blamed": _of_verb(_blamed),
    "bidden": _of_verb(_told_to),
    "interview": _of_verb(_interviewers),
    "where": _where,
    "keeper": _keepers,
    "owner": _owners,
}
