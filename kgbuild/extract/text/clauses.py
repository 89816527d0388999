"""What a verb's arguments are: who does it, to whom, where, whatever the voice."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.prepositions import objects, prepositions
from kgbuild.extract.text.subjects import Subjects, subjects
from kgbuild.extract.text.verbs import PARTICIPLES, is_told_of, particle


@dataclass(frozen=True)
class Clause:
    """A verb with its arguments: ``doers`` and ``targets`` whatever the voice."""

    verb: Token
    key: str

    @property
    def governor(self) -> Token:
        """The word that the clause's truth hangs on: "is" in "is married to"."""
        told = self.verb.pos_ == "ADJ" or is_told_of(self.verb)
        return self.verb.head if told else self.verb

    @cached_property
    def subjects(self) -> Subjects:
        """The grammatical subjects, found through control and conjunction.

        Of "Acme, led by Poe, and Beta" Beta is none of "led".
        """
        found, place = subjects(self.verb), self.verb.i
        pairs = ((token, t) for token in found.tokens for t in conjuncts(token))
        spread = [t for token, t in pairs if not token.i < place < t.i]
        return Subjects(tuple(spread), found.passive)

    @cached_property
    def doers(self) -> tuple[Token, ...]:
        """Who does it."""
        if not self.subjects.passive:
            return self.subjects.tokens
        agents = (c for c in self.verb.children if c.dep_ in {"agent", "prep"})
        by = (c for c in agents if c.dep_ == "agent" or c.lower_ == "by")
        return tuple(t for agent in by for t in objects(agent))

    @cached_property
    def targets(self) -> tuple[Token, ...]:
        """Whom or what it is done to."""
        if self.subjects.passive:
            return self.subjects.tokens
        direct = [c for c in self.verb.children if c.dep_ == "dobj"]
        if not direct and self.verb.dep_ == "conj" and self.verb.head.pos_ == "VERB":
            return self._shared
        if not direct and (noun := self._contact) is not None:
            return (noun,)
        return tuple(t for child in direct for t in conjuncts(child))

    @property
    def _shared(self) -> tuple[Token, ...]:
        """What it shares with the verb it is joined to: "which she founded and still runs"."""
        first = self.verb.head
        before = (c for c in first.children if c.dep_ == "dobj" and c.i < first.i)
        return tuple(c for c in before if c.tag_ in {"WDT", "WP"})

    @property
    def _contact(self) -> Token | None:
        """The noun before it that is its object: "a firm she founded", "a bank he used to own"."""
        used = self.verb.dep_ == "xcomp" and lemma(self.verb.head) == "use"
        verb = self.verb.head if used else self.verb
        if verb.dep_ != "relcl" or not self.subjects.tokens:
            return None
        own = [t for t in verb.subtree if t.i < verb.i]
        plain = all(t.tag_[:1] != "W" and t.lower_ != "that" for t in own)
        return verb.head if plain else None

    @cached_property
    def datives(self) -> tuple[Token, ...]:
        """To whom it is given or said, where no preposition says so."""
        found = [c for c in self.verb.children if c.dep_ == "dative" and c.tag_[0] in "NP"]
        return tuple(t for child in found for t in conjuncts(child))

    def after(self, word: str, nouns: tuple[Token, ...], *, deep: bool) -> tuple[Token, ...]:
        """Return what follows a preposition of the verb or of its noun.

        ``deep`` looks once more inside: "was born to a family in Guizhou".
        """
        holders = [self.verb, *nouns]
        if deep:
            holders += [o for h in (self.verb, *nouns) for _, o in prepositions(h)]
        found = [o for h in holders for key, o in prepositions(h) if key == word]
        return tuple(t for o in found for t in conjuncts(o))

    def gapped(self, word: str) -> Iterator[tuple[Token, Token]]:
        """Yield what a preposition brings once more, with its noun: "and its meal from Beta".

        Of "its oil from Acme and its meal from Beta" the parser joins the meal to Acme.
        """
        for key, first in prepositions(self.verb):
            named = (first, *(c for c in first.children if c.dep_ == "appos"))
            nouns = (t for name in named for t in conjuncts(name)[1:] if t.tag_ in {"NN", "NNS"})
            for noun in nouns if key == word else ():
                yield from ((noun, o) for again, o in prepositions(noun) if again == word)

    def prepositions(self) -> tuple[tuple[str, Token], ...]:
        """Return the verb's own prepositions with what follows each."""
        return tuple(prepositions(self.verb))

    @cached_property
    def past(self) -> bool:
        """Whether it is told of the past, and not as lasting ("has worked since")."""
        if is_told_of(self.verb):
            return self.verb.head.tag_ == "VBD"
        tense = {c.lower_ for c in self.verb.children if c.dep_ in {"aux", "auxpass"}}
        if tense & {"has", "have", "is", "are", "'s", "being"}:
            return False
        return self.verb.tag_ == "VBD" or bool(tense & {"was", "were", "had"})


def clause(verb: Token) -> Clause:
    """Return the verb with its arguments; its key holds its particle: ``take over``."""
    if verb.pos_ == "ADJ":
        return Clause(verb, PARTICIPLES.get(verb.lower_, verb.lower_))
    return Clause(verb, f"{lemma(verb)} {particle(verb)}".strip())
