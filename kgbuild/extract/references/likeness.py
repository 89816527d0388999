"""How the words of a description fit a thing: its names, and what was said of it."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from kgbuild.extract.references.question import Known
from kgbuild.extract.references.referring import Reference
from kgbuild.extract.references.traits import described, office
from kgbuild.extract.text.discourse import Thread
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_place, state, state_of_people, words
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.model import Form, Type

SHORTEST = 4
"""Letters of a noun that may end a name's word."""


@dataclass(frozen=True, slots=True)
class Description:
    """A description's noun, the base forms of what stands before it, and the state among them."""

    word: str
    said: Set[str]
    state: str | None

    @classmethod
    def of(cls, reference: Reference) -> "Description | None":
        """Return it of a reference, if that is none by a pronoun."""
        if reference.form is not Form.NOMINAL:
            return None
        head = reference.head
        return cls(head.lower_, {*described(head)} - {lemma(head)}, people_of(reference))


def description(
    one: Description | None, thread: Thread, known: Known, *, bears: bool, borne: bool
) -> list[float]:
    """Return how a description's words fit a thing's names and what is said of it."""
    if one is None:
        return [0.0] * 14
    word, said, mine = one.word, one.said, one.state
    thing = known.things[thread.number]
    nouns = known.traits.nouns.get(thread.number, {})
    parts = {part for name in thing.printed for part in name.casefold().split()}
    fits = said & (known.traits.words.get(thread.number, set()) | parts)
    its = known.traits.states.get(thread.number)
    return [
        bears,
        borne and not bears,
        word in nouns,
        _is_in(word, parts),
        any(noun.split()[-1] in words("person", "nominal") for noun in nouns),
        bool(nouns),
        bool(nouns) and any(noun in words("organization", "companies") for noun in nouns),
        not parts.isdisjoint(words("organization", "government")),
        thing.type is Type.PLACE and state(thing.name) is not None,
        thing.type is Type.PLACE and is_place(thing.name),
        mine is not None and mine in (its, thing.name),
        mine is not None and its is not None and mine != its,
        bool(fits),
        bool(said) and not fits,
    ]


def is_borne(reference: Reference, thread: Thread, known: Known) -> bool:
    """Say whether the described office or kind is said of a thing, or in its name."""
    if reference.form is not Form.NOMINAL:
        return False
    thing, word = known.things[thread.number], reference.head.lower_
    if office(reference.head) in known.traits.nouns.get(thread.number, {}):
        return True
    return any(_is_in(word, name.casefold().split()) for name in thing.printed)


def _is_in(word: str, parts: Iterable[str]) -> bool:
    """Say whether a noun is one of a name's words, or ends one: the bank of Metbank."""
    return any(p == word or (len(word) >= SHORTEST and p.endswith(word)) for p in parts)


def people_of(reference: Reference) -> str | None:
    """Return the state of the adjective in "the South Korean group"."""
    text = text_in(reference.head.doc, reference.span.start, reference.head.i)
    found = (state_of_people(word) for word in (*text.split(), " ".join(text.split()[1:3])))
    return next((of for of in found if of), None)
