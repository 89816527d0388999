"""Find what descriptions mean: "the company", "the Chinese tech giant", "the US President"."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from kgbuild.extract import pronouns
from kgbuild.extract.clusters import Cluster
from kgbuild.extract.discourse import Discourse, Seen, main_subject, of_same_clause, only
from kgbuild.extract.layout import Kind
from kgbuild.extract.lemma import lemma
from kgbuild.extract.lexicon import state_of_people, words
from kgbuild.extract.paragraphs import Anchor, Paragraph
from kgbuild.extract.traits import Traits, gather, office
from kgbuild.model import Form, Type

_NOUN_TAGS = frozenset({"NN", "NNP"})
_NOMINAL = Form.NOMINAL
_SPEAKING = frozenset({"i", "my", "me", "myself"})
_SAYING = frozenset("say tell add write answer ask reply recall argue insist joke warn".split())
_RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$", "WRB"})
_OTHER = frozenset(
    """other another new rival first second third same parent target former foreign previous old
    next ex late local each every any no""".split()
)
_SOURCES = frozenset("tell told inform informed".split())


def found(
    paragraphs: Sequence[Paragraph], things: Sequence[Cluster], anchors: Sequence[Anchor]
) -> list[Anchor]:
    """Return an anchor for each description and pronoun that can mean only one thing."""
    reading = _Reading(list(things), gather(things, anchors))
    names: dict[tuple[int, int], Anchor] = {}
    for anchor in anchors:
        if anchor.form is Form.NAME:
            names[anchor.paragraph, anchor.span.root.i] = anchor
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind is not Kind.PROSE:
            continue
        reading.told.begin_paragraph(paragraph.doc)
        for sentence in paragraph.doc.sents:
            reading.sentence(index, sentence, names)
    return reading.anchors


class _Reading:
    """The article read from its first sentence to the one at hand."""

    def __init__(self, things: list[Cluster], traits: Traits) -> None:
        self.things, self.traits, self.told = things, traits, Discourse()
        self.anchors: list[Anchor] = []

    def sentence(self, index: int, sentence: Span, names: dict[tuple[int, int], Anchor]) -> None:
        """Read one sentence from left to right."""
        self.told.begin_sentence()
        for token in sentence:
            name = names.get((index, token.i))
            if name is not None:
                self.told.note(name.referent, token)
                continue
            if token.tag_ in _RELATIVE_TAGS:
                number = self._related(index, token, names)
                self._take(index, token.doc[token.i : token.i + 1], number, Form.PRONOUN)
            elif token.tag_ in {"PRP", "PRP$"}:
                number = pronouns.antecedent(token, self.things, self.traits, self.told)
                if number is None and self.told.in_quotes(token):
                    number = self._quoted(index, token, names)
                self._take(index, token.doc[token.i : token.i + 1], number, Form.PRONOUN)
            elif token.lower_ == "old" and _is_age(token):
                self._take(index, token.doc[token.i - 5 : token.i + 1], self._aged(token), _NOMINAL)
            elif token.tag_ in _NOUN_TAGS and _is_definite(token):
                number = self._described(token)
                self._take(index, _phrase(token), number, _NOMINAL)

    def _related(
        self, index: int, token: Token, names: dict[tuple[int, int], Anchor]
    ) -> int | None:
        """Return what "who" takes up: "Ann Lee, who", "Ann Lee, a nurse from Oulu who"."""
        place = pronouns.related_noun(token)
        for _ in range(2):
            anchor = names.get((index, place))
            if anchor is not None or place < 0 or token.doc[place].dep_ != "appos":
                return anchor.referent if anchor else None
            place = token.doc[place].head.i
        return None

    def _quoted(self, index: int, token: Token, names: dict[tuple[int, int], Anchor]) -> int | None:
        """Return who says "I" or "my": the person whose name is the verb of saying's subject."""
        if token.lower_ not in _SPEAKING:
            return None
        found = set()
        for verb in token.sent:
            if lemma(verb) in _SAYING and not self.told.in_quotes(verb):
                subjects = (t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"})
                found |= {anchor.referent for t in subjects if (anchor := names.get((index, t.i)))}
        number = next(iter(found)) if len(found) == 1 else None
        person = number is not None and self.things[number].type is Type.PERSON
        return number if person else None

    def _aged(self, token: Token) -> int | None:
        """Return whom "the 46-year-old" means: the person of the sentence before."""

        def fits(seen: Seen) -> bool:
            return self.things[seen.number].type is Type.PERSON and not _bound(token, seen.head)

        near = self.told.nearest(fits, reach=1)
        if near is None:
            return None
        number = only(near[0])
        return number if number is not None else main_subject(near[0])

    def _take(self, index: int, span: Span, number: int | None, form: Form) -> None:
        if number is not None:
            self.anchors.append(Anchor(index, span, number, form))
            self.told.note(number, span.root)

    def _described(self, token: Token) -> int | None:
        word = token.lower_
        if word in words("person", "nominal"):
            return self._person(token)
        if word in words("organization", "companies"):
            return self._body_with(token) if word in {"bank", "group"} else self._company(token)
        if word in words("organization", "bodies"):
            return self._body_with(token, else_company=False)
        if word in words("listing", "heads") or word == "blacklist":
            return self._listing(word)
        return None

    def _listing(self, word: str) -> int | None:
        """Return the only list, law or agreement so far that the word can mean."""
        kind = "list" if word in {"list", "blacklist"} else word

        def fits(seen: Seen) -> bool:
            thing = self.things[seen.number]
            return thing.type is Type.LISTING and kind in thing.name.casefold().split()

        found = self.told.so_far(fits)
        return found[0] if len(found) == 1 else None

    def _person(self, token: Token) -> int | None:
        """Return whose office it is; else the nearest person of whom no office is known."""
        role = office(token)

        def bears(seen: Seen) -> bool:
            nouns = self.traits.nouns.get(seen.number, {})
            return self.things[seen.number].type is Type.PERSON and role in nouns

        bearers = self.told.so_far(bears)
        if bearers:
            return bearers[0] if len(bearers) == 1 else None

        def free(seen: Seen) -> bool:
            if self.things[seen.number].type is not Type.PERSON:
                return False
            nouns = self.traits.nouns.get(seen.number, {})
            known = any(n.split()[-1] in words("person", "nominal") for n in nouns)
            return not known and not _bound(token, seen.head)

        if token.lower_ not in words("person", "sole") and role not in words("person", "sole"):
            return None
        near = self.told.nearest(free, reach=1)
        return near and only(near[0])

    def _company(self, token: Token) -> int | None:
        """Return the only company of the nearest sentence with one, or the only one at all."""

        def fits(seen: Seen) -> bool:
            return self._is_company(seen.number) and not _is_told(seen.head)

        people = _people(token)

        def free(seen: Seen) -> bool:
            if people and self.traits.states.get(seen.number, people) != people:
                return False
            return fits(seen) and not _bound(token, seen.head)

        near = self.told.nearest(free)
        if near is None:
            so_far = self.told.so_far(fits)
            return so_far[0] if len(so_far) == 1 else None
        number = only(near[0])
        return number if number is not None else main_subject(near[0])

    def _body_with(self, token: Token, *, else_company: bool = True) -> int | None:
        """Return the only body so far whose name has the word."""
        word = token.lower_

        def has(seen: Seen) -> bool:
            thing = self.things[seen.number]
            if thing.type is not Type.ORGANIZATION:
                return False
            return any(word in name.casefold().split() for name in thing.printed)

        bearers = self.told.so_far(has)
        if bearers:
            return bearers[0] if len(bearers) == 1 else None
        return self._company(token) if else_company else None

    def _is_company(self, number: int) -> bool:
        thing = self.things[number]
        if thing.type is not Type.ORGANIZATION or thing.name in words("organization", "names"):
            return False
        parts = {part for name in thing.printed for part in name.casefold().split()}
        nouns = self.traits.nouns.get(number, {})
        kinds = [n for n in nouns if n in words("organization", "cues")]
        if kinds and not any(n in words("organization", "companies") for n in kinds):
            return False
        return parts.isdisjoint(words("organization", "government"))


def _is_age(token: Token) -> bool:
    """Say whether a word ends "the 46-year-old", with no name after it."""
    start = token.i - 5
    if start < 0 or [t.lower_ for t in token.doc[start + 2 : token.i]] != ["-", "year", "-"]:
        return False
    follows = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    named = follows is not None and follows.tag_ in {"NN", "NNP", "NNS"}
    return token.doc[start].lower_ == "the" and not named


def _is_definite(token: Token) -> bool:
    """Say whether a noun heads a description of one known thing, and no name follows it."""
    if token.dep_ in {"compound", "nmod", "amod"}:
        return False
    definite = False
    for child in token.children:
        if child.dep_ == "det":
            definite = child.lower_ in {"the", "this"}
        elif (
            child.dep_ in {"relcl", "acl", "appos"}
            or child.lower_ in _OTHER
            or (child.dep_ == "prep" and child.lower_ in {"of", "for"})
        ):
            return False
    return definite


def _people(token: Token) -> str | None:
    """Return the state of the adjective in "the South Korean group"."""
    text = token.doc[_phrase(token).start : token.i].text
    found = (state_of_people(word) for word in (*text.split(), " ".join(text.split()[1:3])))
    return next((state for state in found if state), None)


def _phrase(token: Token) -> Span:
    """Return the noun with what stands before it: "the Chinese tech giant"."""
    start = min((t.i for t in token.lefts), default=token.i)
    return token.doc[start : token.i + 1]


def _bound(token: Token, other: Token) -> bool:
    return token.doc is other.doc and of_same_clause(token, other)


def _is_told(head: Token) -> bool:
    """Say whether a body is only whom someone told, or according to whom something is."""
    if head.dep_ in {"dobj", "dative"} and head.head.lower_ in _SOURCES:
        return True
    return (
        head.dep_ == "pobj"
        and head.head.lower_ in {"to", "by"}
        and (head.head.head.lower_ in {"according", "spoke", "speaking"})
    )
