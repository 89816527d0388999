"""The states that an article tells of, and whether an office may be one's: "thanked Egypt"."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references import people
from kgbuild.extract.references.office_clues import has_office
from kgbuild.extract.references.referring import Reference
from kgbuild.extract.text.lexicon import is_nation, state, state_by_capital, state_of_people
from kgbuild.extract.text.paragraphs import Anchor, Paragraph
from kgbuild.extract.text.tagsets import BEFORE_NOUN
from kgbuild.model import Form, Type

_AWAY = frozenset("against at from to with".split())


@dataclass(frozen=True)
class States:
    """The states that an article tells of: how many ``times``, by their names.

    ``mentioned`` are places (paragraph, token) with the state that is named there, by its capital
    or its people too. ``ruled`` are those of which an office is named, ``hidden`` those that only
    bodies are called by.
    """

    times: Mapping[str, int]
    mentioned: Mapping[tuple[int, int], str]
    ruled: frozenset[str]
    hidden: frozenset[str]

    @classmethod
    def of(
        cls, paragraphs: Sequence[Paragraph], things: Sequence[Cluster], anchors: Sequence[Anchor]
    ) -> "States":
        """Gather them from the names and adjectives of the article."""
        words = [(i, word[-1], name) for i, word, name in people.named(paragraphs)]
        for anchor in anchors:
            thing = things[anchor.referent]
            if anchor.form is Form.NAME and thing.type is Type.PLACE:
                name = thing.name if is_nation(thing.name) else state_by_capital(thing.name)
                if name is not None:
                    words.append((anchor.paragraph, anchor.span[-1], name))
        return cls(
            Counter(name for _, _, name in words),
            {(index, token.i): name for index, token, name in words},
            frozenset(name for _, token, name in words if has_office(token)),
            _hidden(things),
        )

    def is_another(self, asked: Reference, name: str) -> bool:
        """Say whether a state is one that the office's holder deals with: "thanked Egypt".

        Of "her French counterpart" it is the other's, and of two presidents that a sentence names
        it is the first's.
        """
        sentence, head = asked.head.sent, asked.head
        if any(
            t.lower_ == head.lower_ and t.dep_ in BEFORE_NOUN
            for t in head.doc[sentence.start : head.i]
        ):
            return True
        places = (t for t in sentence if self.mentioned.get((asked.paragraph, t.i)) == name)
        return any(_is_dealt_with(place, head) for place in places)

    def is_meant(self, asked: Reference, name: str) -> bool:
        """Say whether it is one of the sentence, or told of most by far."""
        sentence = asked.head.sent
        places = ((asked.paragraph, i) for i in range(sentence.start, sentence.end))
        here = {self.mentioned[place] for place in places if place in self.mentioned}
        others = max((n for other, n in self.times.items() if other != name), default=0)
        least = 2 * others if name in self.ruled else max(2, 2 * others)
        return name in here if here else self.times[name] >= least


def _is_dealt_with(place: Token, office: Token) -> bool:
    """Say whether a state is another's than the office: "she flew to it", "he was sent there"."""
    if place.head.lower_ == "counterpart":
        return True
    while place.dep_ == "conj":
        place = place.head
    verb = place.head
    if place.dep_ == "pobj" and verb.lower_ in _AWAY:
        verb = verb.head
    elif place.dep_ not in {"dobj", "dative"}:
        return False
    ends = (c for c in verb.children if c.dep_ in {"nsubj", "dobj"} and c != place)
    return any(office in end.subtree for end in ends)


def _hidden(things: Sequence[Cluster]) -> frozenset[str]:
    """Return states that are named within bodies' names alone: the US Commerce Department."""
    bodies = (t.name.split() for t in things if t.type is Type.ORGANIZATION)
    words = {word for name in bodies for word in (*name, " ".join(name[:2]), " ".join(name[-2:]))}
    named = {found for word in words if (found := state(word) or state_of_people(word))}
    return frozenset(named - {t.name for t in things})
