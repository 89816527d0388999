"""What an article says of a person or body right at its name: office, kind, sex."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Span, Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import sex_of_given, sex_of_noun, state, state_of_people
from kgbuild.extract.text.paragraphs import Anchor, text_in, words_of
from kgbuild.extract.text.tagsets import BEFORE_NOUN, DESCRIBING
from kgbuild.model import Form, Type

SAME_OFFICE = {
    **dict.fromkeys(["pm", "premier"], "prime minister"),
    **dict.fromkeys(["boss", "chief executive"], "ceo"),
}
_NARROWED = frozenset("minister secretary president executive judge".split())
_BEFORE = 6
_NOUNS = DESCRIBING - {"VBG"}
"""None is the verb of "leaving Prime Minister Lee"."""


@dataclass(slots=True)
class Traits:
    """By a thing's number: nouns used of it, whether it is a he or she, its people's state.

    ``words`` are those nouns with what stands before them: "a rocket maker"; ``peoples`` all the
    states that are named there.
    """

    nouns: dict[int, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    words: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    sex: dict[int, str] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)
    peoples: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))


def gather(things: Sequence[Cluster], anchors: Sequence[Anchor]) -> Traits:
    """Return what the names' surroundings say of the persons and bodies they name."""
    traits, given = Traits(), defaultdict[int, set[str]](set)
    for anchor in anchors:
        type_ = things[anchor.referent].type
        if anchor.form is not Form.NAME or type_ not in {Type.PERSON, Type.ORGANIZATION}:
            continue
        traits.peoples[anchor.referent].update(_peoples(anchor.span.root))
        for token in _nouns_of(anchor.span):
            if word := office(token):
                traits.nouns[anchor.referent][word] = None
            traits.words[anchor.referent].update(described(token))
            if of := state_of_people(token.text):
                traits.states.setdefault(anchor.referent, of)
            traits.peoples[anchor.referent].update(_peoples(token))
            if type_ is Type.PERSON:
                _note_sex(traits, anchor.referent, token)
        if type_ is Type.PERSON:
            given[anchor.referent].update(_of_given_name(anchor.span))
    for number, sexes in given.items():
        if len(sexes) == 1:  # not of Robert "Kelly" Berg, who is Kelly Berg in the headline
            traits.sex[number] = next(iter(sexes))
    _note_counterparts(traits, [a for a in anchors if a.referent in given])
    return traits


def _note_counterparts(traits: Traits, persons: Sequence[Anchor]) -> None:
    """Note the office of who is named before of "his Spanish counterpart, Ann Lee"."""
    named = [a for a in persons if a.form is Form.NAME]
    named.sort(key=lambda a: (a.paragraph, a.span.start))
    for one, other in pairwise(named):
        beside = one.paragraph == other.paragraph and one.referent != other.referent
        if beside and any(token.lower_ == "counterpart" for token in _nouns_of(other.span)):
            traits.nouns[other.referent].update(traits.nouns.get(one.referent, {}))


def office(token: Token) -> str:
    """Return a noun, an office with what narrows it: "prime minister", "ceo"."""
    word = token.lower_.rstrip(".")
    if word in _NARROWED and token.i and token.nbor(-1).is_alpha:
        before = token.nbor(-1).lower_
        if before not in {"the", "a", "an", "former"} and token.nbor(-1).tag_ in _NOUNS:
            word = f"{before} {word}" if word != "president" or before == "vice" else word
    return SAME_OFFICE.get(word, word)


def name_words(thing: Cluster) -> set[str]:
    """Return the words of a thing's names, in small letters."""
    return {word for name in thing.printed for word in name.lower().split()}


def described(noun: Token) -> Iterator[str]:
    """Yield the base forms of a noun and of what stands before it, articles and names aside."""
    yield lemma(noun)
    for child in noun.lefts:
        if child.dep_ in BEFORE_NOUN:
            yield lemma(child)


def _nouns_of(name: Span) -> Iterator[Token]:
    """Yield the nouns put before the name, in apposition to it, or said of it by "is"."""
    doc = name.doc
    for i in range(name.start - 1, max(-1, name.start - _BEFORE), -1):
        if doc[i].tag_ not in _NOUNS:
            break
        yield doc[i]
    root = name.root
    yield from (child for child in root.children if child.dep_ == "appos" and child.i >= name.end)
    if root.dep_ == "appos" and root.head.tag_ in {"NN", "NNP"}:
        yield root.head
    if root.dep_ == "nsubj" and root.head.lower_ in {"is", "was"}:
        yield from (child for child in root.head.children if child.dep_ == "attr")


def _peoples(noun: Token) -> Iterator[str]:
    """Yield the states of which a noun is: "the South Korean minister", "Poland's president".

    "French-owned" does not tell whose its body is.
    """
    for word in (noun, *noun.children):
        if word is noun or word.dep_ in BEFORE_NOUN:
            if (of := _people(word)) is not None:
                yield of
        elif word.dep_ == "poss" or word.lower_ == "of":
            owner = word if word.dep_ == "poss" else next(word.rights, word)
            if of := state(text_in(word.doc, owner.left_edge.i, owner.i + 1)):
                yield of


def _people(word: Token) -> str | None:
    """Return the state of the adjective that ends here, "South Korean"."""
    doc = word.doc
    found = state_of_people(text_in(doc, max(0, word.i - 1), word.i + 1)) or state_of_people(
        word.text
    )
    if found is None:
        return None
    behind = words_of(doc)[word.i + 1 : word.i + 3]
    return found if behind[:1] != ("-",) or behind[1:] == ("born",) else None


def _note_sex(traits: Traits, number: int, token: Token) -> None:
    if sex := sex_of_noun(token.lower_.rstrip(".")):
        traits.sex.setdefault(number, sex)


def _of_given_name(name: Span) -> Iterator[str]:
    if len(name) > 1 and (sex := sex_of_given(name[0].text)):
        yield sex
