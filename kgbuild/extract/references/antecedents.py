"""Read an article from left to right and ask of each reference what it takes up."""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from kgbuild.extract.names import teams
from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references import interviews
from kgbuild.extract.references.asking import Asking
from kgbuild.extract.references.bodies import Bodies
from kgbuild.extract.references.own_bodies import OWN_KIND
from kgbuild.extract.references.question import Decide
from kgbuild.extract.references.referring import Reference, phrase, reference
from kgbuild.extract.references.relative_pronouns import related
from kgbuild.extract.references.relatives import KIN, Relatives, is_closed
from kgbuild.extract.references.so_far import SoFar
from kgbuild.extract.references.states import States
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.paragraphs import Anchor, Paragraph, text_in
from kgbuild.model import Form, Type

_RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$", "WRB"})
_SPORT = 2
"""Words of sport in an article on it."""
_OF_KIN = 0.9
"""How sure it is that the kin that was told of is meant."""
_READ = frozenset({Kind.PROSE, Kind.HEADLINE})


def found(
    paragraphs: Sequence[Paragraph],
    things: Sequence[Cluster],
    anchors: Sequence[Anchor],
    decide: Decide,
) -> tuple[list[Anchor], list[Anchor]]:
    """Return an anchor for each description and pronoun that is decided to mean a thing.

    And one for each office whose body is left unsaid: its noun, and the body that is meant.
    """
    datelines = frozenset(a.referent for a in anchors if paragraphs[a.paragraph].kind is Kind.PLACE)
    interview = interviews.find(paragraphs, things, anchors)
    states = cache(lambda: States.of(paragraphs, things, anchors))
    sport = cache(lambda: teams.is_sport(paragraphs, _SPORT))
    so_far = SoFar(things, anchors, datelines)
    bodies = Bodies(so_far, decide, states, sport)
    reading = _Reading(so_far, Asking(so_far, decide), bodies, anchors, interview)
    reading.note_headings(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind in _READ:
            reading.paragraph(index, paragraph)
    return so_far.anchors, so_far.unsaid


class _Reading:
    """The article read from its first sentence to the one at hand."""

    def __init__(
        self,
        so_far: SoFar,
        asking: Asking,
        bodies: Bodies,
        anchors: Sequence[Anchor],
        interview: interviews.Interview | None,
    ) -> None:
        self._so_far, self._asking, self._bodies = so_far, asking, bodies
        self._interview = interview
        self._inside: dict[int, set[int]] = {}
        for anchor in anchors:
            inside = self._inside.setdefault(anchor.paragraph, set())
            inside.update(range(anchor.span.start, anchor.span.end))
        self._headings = frozenset[int]()
        self._relatives, self._kin = Relatives(so_far.traits.sex), list[Token]()

    def note_headings(self, paragraphs: Sequence[Paragraph]) -> None:
        """Note the paragraphs that only name a person, where an article has several portraits."""
        alone = [
            i
            for i, p in enumerate(paragraphs)
            if len(self._so_far.persons.get(i, ())) == len(p.doc)
        ]
        self._headings = frozenset(alone if len(alone) > 1 else ())

    def paragraph(self, index: int, paragraph: Paragraph) -> None:
        """Read one paragraph; who "I" is, is asked when its speakers are known."""
        given, inside = self._so_far.given.get(index, {}), self._inside.get(index, set())
        self._so_far.at = {i: anchor.referent for i, anchor in given.items()}
        self._so_far.heading = index if index in self._headings else self._so_far.heading
        self._so_far.told.begin_paragraph(
            paragraph.doc, index, headline=paragraph.kind is Kind.HEADLINE
        )
        later: list[tuple[Reference, int]] = []
        for sentence in paragraph.doc.sents:
            self._so_far.told.begin_sentence()
            for token in sentence:
                if token.i in given:
                    self._so_far.note(given[token.i].referent, token, given[token.i].form)
                elif paragraph.kind is Kind.PROSE and token.i not in inside:
                    self._token(index, token, later)
            if paragraph.kind is Kind.PROSE:
                self._bodies.offices(index, sentence)
                self._bodies.of_unnamed(index, sentence)
            self._so_far.note_buyers(sentence)
            self._relatives.note(sentence, self._so_far.at, self._so_far.persons.get(index, {}))
        end = self._so_far.told.sentence
        for asked, sentence_number in later:
            self._so_far.told.sentence = sentence_number
            self._asking.ask(asked)
        for noun in tuple(self._kin):  # "my brother", now that it is known whose
            self._take_kin(index, noun)
        self._kin.clear()
        self._so_far.told.sentence = end

    def _token(self, index: int, token: Token, later: list[tuple[Reference, int]]) -> None:
        if token.tag_ in _RELATIVE_TAGS:
            number = related(token, self._so_far.at, self._so_far.things)
            if number is not None:
                self._so_far.take(
                    index, token.doc[token.i : token.i + 1], token, number, Form.PRONOUN
                )
            return
        quoted = self._so_far.told.in_quotes(token)
        meant = self._interview.meant(index, token) if self._interview and not quoted else None
        if meant is not None:
            self._so_far.take(index, token.doc[token.i : token.i + 1], token, meant, Form.PRONOUN)
            return
        if token.lower_ in KIN and self._take_kin(index, token):
            return
        asked = reference(index, token, quoted=quoted)
        if asked is None or self._is_named_next(index, asked):
            return
        if token.lower_ in OWN_KIND and self._at_end(index, token.i - 1) is Type.ORGANIZATION:
            return  # "the Islamic State group" is what it is called
        if asked.is_first_person:
            later.append((asked, self._so_far.told.sentence))
        else:
            self._asking.ask(asked)

    def _take_kin(self, index: int, noun: Token) -> bool:
        """Take up whom "his brother" means, if one was called that; say whether one was."""
        number = self._relatives.meant(noun, self._so_far.at, self._so_far.persons.get(index, {}))
        if number is None or noun.i in self._so_far.at:
            self._kin.append(noun)
            return False
        self._so_far.take(index, phrase(noun), noun, number, Form.NOMINAL, _OF_KIN)
        return True

    def _is_named_next(self, index: int, asked: Reference) -> bool:
        """Say whether a person's name between commas says who it is: "its founder, Ann Lee,"."""
        doc, place = asked.head.doc, asked.head.i + 1
        if asked.form is not Form.NOMINAL or text_in(doc, place, place + 1) != ",":
            return False
        name = self._so_far.persons.get(index, {}).get(place + 1)
        closed = name is not None and is_closed(name)
        return closed and Type.PERSON in asked.types

    def _at_end(self, index: int, place: int) -> Type | None:
        """Return what a name that ends with the token at the place names."""
        found = self._so_far.given.get(index, {}).get(place)
        named = found is not None and found.form is Form.NAME and found.span.end == place + 1
        return self._so_far.things[found.referent].type if found is not None and named else None
