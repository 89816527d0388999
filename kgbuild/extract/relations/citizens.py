"""Read a nationality: "German skier Hans Meier", "Meier, an Austrian", "is a Chilean poet"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kgbuild.extract.references import referring
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.honorifics import is_title
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import state, state_of_people, words
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import BEFORE_NOUN, PROPER
from kgbuild.model import Form, Type
from kgbuild.ontology import Ontology

RELATION, RULE = "CITIZEN_OF", "people"
_FULL = 2
"""Words of a full name at least."""
_OF_OFFICE = frozenset(
    """minister president premier chancellor king queen emperor prince princess ambassador envoy
    diplomat official spokesman spokeswoman spokesperson leader monarch secretary general
    commander soldier officer police prosecutor judge government side team club company firm
    state deputy senator lawmaker mp counterpart colleague rival unit coach manager prime foreign
    captain resident taxpayer opposite""".split()
)
"""Nouns of offices and bodies: "the Greek foreign minister" need be no Greek."""


_PARTS = frozenset({"who", "whose", ",", "."})
"""Behind the word for a people, where it is a noun."""
_PLAIN = frozenset({"CD", "HYPH", "JJ"})
_OF_TEAMS = frozenset({"captain", "coach", "manager"})
"""Whose team "its" tells already: "its Finnish coach, Jari Ek," is a Finn."""
_OF_MANY = frozenset(
    """captain coach commander deputy diplomat lawmaker manager officer senator soldier""".split()
)
"""Of them a state has many: who "was a French soldier" is French."""


def find(scene: Scene, ontology: Ontology, *, sport: bool) -> Iterator[Fact]:
    """Yield the citizens that the sentence names with their people, or in sport with their state.

    ``sport`` says that the article is on it: elsewhere "Peru's Ann Lee" is in office there.
    """
    known = ontology.enabled(RELATION)
    if known is None:
        return
    yield from _of_states(scene) if sport else ()
    for anchor in scene.anchors:
        if anchor.form is not Form.NOMINAL or scene.type(anchor) is not Type.PLACE:
            continue
        token = described(anchor.span)
        if referring.is_one_of_people(anchor.span.root):  # "the Dane"
            token = anchor.span.root
        person = scene.resolve(token) if token is not None else None
        if person is not None and _is_anothers(scene, anchor, person):
            continue
        if person is not None and scene.type(person) is Type.PERSON:
            word = token or anchor.span.root
            verb = _is(anchor.span.root)
            yield Fact(person, RELATION, anchor, word, RULE, verb=verb, confidence=PLAIN)


def _of_states(scene: Scene) -> Iterator[Fact]:
    """Yield who competes for a state: "Peru's Ann Lee beat Max Orr of Chile"."""
    for place in scene.anchors:
        if place.form is not Form.NAME or state(place.span.text) is None:
            continue
        person = scene.starts.get(scene.past_genitive(place) or -1)
        if person is None and scene.span.doc[place.span.start - 1].lower_ == "of":
            person = scene.ends.get(place.span.start - 2)
        if person is None or person.form is not Form.NAME or len(person.span) < _FULL:
            continue
        if scene.type(person) is Type.PERSON and not _is_titled(scene, person):
            yield Fact(person, RELATION, place, place.span.root, RULE, confidence=PLAIN)


def _is_titled(scene: Scene, person: Anchor) -> bool:
    """Say whether a title stands before a name, so that it may be one of the state's."""
    before = scene.span.doc[max(scene.span.start, person.span.start - 1) : person.span.start]
    return any(lemma(t) in _OF_OFFICE or t.tag_ == "NNP" for t in before)


def _is_anothers(scene: Scene, people: Anchor, person: Anchor) -> bool:
    """Say whether another is named between: "French baker Max Orr and chemist Ann Lee"."""
    between = range(people.span.end, person.span.start)
    named = (scene.starts.get(i) for i in between)
    return any(a is not None and scene.type(a) is Type.PERSON for a in named)


def _is(word: Token) -> Token | None:
    """Return the verb by which one is said to be a citizen: "denied that he was a Russian"."""
    noun = next((t for t in (word, *word.ancestors) if t.dep_ not in BEFORE_NOUN), word)
    return noun.head if _is_said(noun) else None


def described(people: Span) -> Token | None:
    """Return the word for whom the adjective or noun of a people describes, if it is one.

    What it is the caller knows: a name's last word, or a pronoun.
    """
    if state_of_people(people.text) is None:
        return None
    word = people.root
    noun = word.head if word.dep_ in BEFORE_NOUN and word.head.i > word.i else word
    while noun.dep_ in BEFORE_NOUN and noun.head.i > noun.i:
        noun = noun.head
    if any(lemma(t) in _OF_OFFICE for t in people.doc[people.end : noun.i]):
        return None
    if lemma(noun) in _OF_OFFICE and not _is_but_one(noun):
        return None
    noun = _named(noun)
    if noun.tag_ in PROPER and noun is not word:
        return noun if _has_role(people, noun) or _is_one(people, noun) else None
    named = _named_behind(noun)
    if named is not noun and noun is not word:
        return named if _has_role(people, named) else None
    said = _is_said(noun)
    adjective = said and noun is word and noun.tag_ == "JJ"
    many = noun.tag_ in {"NNS", "NNPS"}
    if not adjective and (many or not _is_indefinite(people, noun)):
        return _named_before(people)
    if said:
        return next((t for t in noun.head.lefts if t.dep_ == "nsubj"), None)
    return noun.head if noun.dep_ == "appos" else _named_before(people)


def _named_before(people: Span) -> Token | None:
    """Return the last word of a name before "Max Orr, 58, a Belgian", whatever the parse."""
    doc, place = people.doc, people.start - 1
    if doc[people.end : people.end + 1].text not in _PARTS:
        return None
    while place > 1 and (doc[place].tag_ in _PLAIN or doc[place].lower_ == "year"):
        place -= 1
    one = place > 1 and doc[place].lower_ in {"a", "an"} and doc[place - 1].text == ","
    place -= 2 if one and place > 3 and doc[place - 2].is_digit else 0
    return doc[place - 2] if one and doc[place - 1].text == "," else None


def _named(noun: Token) -> Token:
    """Return the name that follows its role: "American former player Joe Fox".

    A comma may part them where it is one of many, or somebody's own: "a Swiss baker, Max Orr".
    """
    own = noun.tag_ == "NN" and is_person(noun) and any(map(_is_own, noun.children))
    parted = own and noun.doc[noun.i + 1 : noun.i + 2].text == ","
    behind = (t for t in noun.rights if t.dep_ == "appos" and t.tag_ in PROPER)
    return next((t for t in behind if t.left_edge.i == noun.i + 1 + parted), noun)


def _is_own(child: Token) -> bool:
    """Say whether a word by a noun says that it is one of many, or somebody's own."""
    return child.dep_ == "poss" or child.lower_ in {"a", "an"}


def _is_but_one(noun: Token) -> bool:
    """Say whether who holds an office is one of the people: "was a French soldier"."""
    if _is_said(noun):
        return lemma(noun) in _OF_MANY
    return lemma(noun) in _OF_TEAMS and any(c.dep_ == "poss" for c in noun.children)


def _named_behind(noun: Token) -> Token:
    """Return the last word of a name right behind its role, if one is: "the tycoon Ann Lee"."""
    last = noun
    while last.i + 1 < len(noun.doc) and noun.doc[last.i + 1].tag_ in PROPER:
        last = noun.doc[last.i + 1]
    return last


def _is_said(noun: Token) -> bool:
    """Say whether someone is said to be one: "was a French soldier", "is French"."""
    return noun.dep_ in {"attr", "acomp"} and lemma(noun.head) == "be"


def _is_one(people: Span, name: Token) -> bool:
    """Say whether a people's noun stands before a name: "the Swede Max Orr", "a Swede, Max Orr"."""
    doc, start = people.doc, people.end
    parted = doc[people.start - 1].lower_ in {"a", "an"} and doc[start].text == ","
    tokens = doc[start + parted : name.i + 1]
    return not is_title(tokens[0]) and all(t.tag_ in {"NNP", "NNPS", "HYPH"} for t in tokens)


def _has_role(people: Span, name: Token) -> bool:
    """Say whether only nouns for persons stand between a people and a name: "skier"."""
    start = next((t.i for t in people.doc[people.end : name.i + 1] if t.tag_ == "NNP"), name.i)
    between = people.doc[people.end : start - (people.doc[start - 1].text == ",")]
    nouns = [t for t in between if t.tag_ == "NN"]
    plain = all(t.tag_ in {"NN", "NNS", "JJ", "HYPH", "CD", "VBN", "VBG"} for t in between)
    return bool(nouns) and plain and is_person(nouns[-1])


def is_person(noun: Token) -> bool:
    """Say whether a noun is one for persons: "skier", "pianist"."""
    word = lemma(noun)
    parts = ("roles", "nominal", "others")
    if word == "model" or any(word in words("person", part) for part in parts):
        return True
    return word.endswith(("er", "or", "ist", "ian", "man", "woman", "eur", "ant"))


def _is_indefinite(people: Span, noun: Token) -> bool:
    before = people.doc[people.start - 1] if people.start else None
    articles = [c for c in people.root.children if c.dep_ == "det"]  # "a 36-year-old Finn"
    if any(c.lower_ in {"a", "an"} for c in noun.children):
        return True  # "a retired Swedish actress", not "the first Swedish director"
    return any(t is not None and t.lower_ in {"a", "an", "the"} for t in (before, *articles))
