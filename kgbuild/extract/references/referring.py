"""Find the words that may take up a thing named before: pronouns, definite descriptions."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import sex_of_noun, state_of_people, words
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.tagsets import BEFORE_NOUN, DESCRIBING, PROPER
from kgbuild.model import Form, Type

_PERSON = frozenset({Type.PERSON})
_THING = frozenset({Type.ORGANIZATION, Type.PLACE, Type.LISTING})
_HERE = frozenset({Type.ORGANIZATION, Type.PLACE})
_ANY = _PERSON | _THING
_PRONOUNS = {
    "he": ("he", _PERSON), "she": ("he", _PERSON),
    "him": ("him", _PERSON), "his": ("his", _PERSON), "hers": ("his", _PERSON),
    "himself": ("self", _PERSON), "herself": ("self", _PERSON), "itself": ("self", _THING),
    "it": ("it", _THING), "its": ("its", _THING),
    "they": ("they", _ANY), "them": ("they", _ANY), "their": ("their", _ANY),
    "i": ("i", _PERSON), "me": ("i", _PERSON), "myself": ("i", _PERSON), "my": ("my", _PERSON),
    "we": ("we", _HERE), "us": ("we", _HERE), "our": ("our", _HERE),
}  # fmt: skip
_FIRST = frozenset({"i", "my", "we", "our"})
_DEFINITE = frozenset({"the", "this", "that"})
KINDS = (
    "he him his self it its they their i my we our".split()
    + "aged person company body place listing office".split()
)
OFFICE = "office"
"""The body of an office that does not say it is asked for: unsaid.py."""
_OTHER = frozenset(
    """other another rival first second third same target foreign previous old
    next late local each every any no""".split()
)
FORMER = frozenset({"former", "ex", "new"})
"""Of bodies they tell one from another, "the new firm"; of a person they tell the office."""
_ONE = frozenset({"NN", "NNP", "JJ"})
_OF_MANY = ("sh", "ch", "ese", "ss")
_GOES_ON = DESCRIBING | {"CC"}
_ACCUSE = frozenset(
    """absolve accuse acquit assure blame charge commend condemn convict convince credit criticise
    criticize cure deprive fault fine forgive inform notify pay praise punish rebuke relieve remind
    reward rob strip sue suspect thank warn""".split()
)
"""One does this to somebody "of" or "for" something: that tells nothing of who they are."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that may take something up: their head, what ``kind`` they are of, what they can mean.

    ``sex`` is told by "he" and "she" and their like, ``state`` by "the Dane"; ``holder`` is the
    number of who has an office whose body is asked for.
    """

    paragraph: int
    span: Span
    head: Token
    form: Form
    kind: str
    types: frozenset[Type]
    sex: str | None = None
    state: str | None = None
    holder: int | None = None

    @property
    def is_first_person(self) -> bool:
        """Whether it means who speaks, who may be named only after what is said."""
        return self.kind in _FIRST


def reference(paragraph: int, token: Token, *, quoted: bool) -> Reference | None:
    """Return the reference that a word heads, if it may be any."""
    tag, word = token.tag_, token.lower_
    if tag in {"PRP", "PRP$"}:
        return _pronoun(paragraph, token, quoted=quoted)
    if word == "old" and _is_age(token):
        span = token.doc[token.i - 5 : token.i + 1]
        return Reference(paragraph, span, token, Form.NOMINAL, "aged", _PERSON)
    if is_one_of_people(token):
        state = state_of_people(token.text)
        span = token.doc[token.i - 1 : token.i + 1]
        return Reference(paragraph, span, token, Form.NOMINAL, "person", _PERSON, state=state)
    nominal = tag in {"NN", "NNP"} or _hyphened(token) in kinds()
    if nominal or word in words("organization", "plural"):
        found = _kind(token)
        if found is not None and _is_definite(token):
            return Reference(paragraph, phrase(token), token, Form.NOMINAL, *found)
    return None


def is_one_of_people(token: Token) -> bool:
    """Say whether one person is called by a people's noun: "the Dane", but not "the Dutch"."""
    if token.tag_ not in _ONE or not token.i or token.nbor(-1).lower_ != "the":
        return False
    if state_of_people(token.text) is None or token.text.endswith(_OF_MANY):
        return False
    after = token.doc[token.i + 1 : token.i + 2]
    goes_on = after and (after[0].tag_ in _GOES_ON or after[0].lower_ in kinds())
    return not goes_on  # "the Guinean forward" is another matter


def _pronoun(paragraph: int, token: Token, *, quoted: bool) -> Reference | None:
    found = _PRONOUNS.get(token.lower_)
    if token.lower_ == "her":
        found = ("his" if token.tag_ == "PRP$" else "him"), _PERSON
    if found is None or (found[0] in _FIRST and not quoted) or token.dep_ == "expl":
        return None
    sex = sex_of_noun(token.lower_)
    span = token.doc[token.i : token.i + 1]
    return Reference(paragraph, span, token, Form.PRONOUN, *found, sex)


def _kind(token: Token) -> tuple[str, frozenset[Type]] | None:
    """Return what a noun can describe: its first kind, and the types of all its kinds."""
    found = kinds().get(_hyphened(token)) or kinds().get(token.lower_)
    if found is None and token.i > 3 and token.left_edge.i < token.i - 3 and _has_age(token):
        return "aged", _PERSON
    return found


def _hyphened(token: Token) -> str:
    """Return a word with what a hyphen joins to it, which are tokens of their own: "start-up"."""
    before = token.nbor(-1) if token.i > 1 else token
    if before.text != "-" or before is token or before.whitespace_:
        return token.lower_
    return text_in(token.doc, token.i - 2, token.i + 1).lower()


@cache
def kinds() -> dict[str, tuple[str, frozenset[Type]]]:
    """Return by noun its first kind, and the types of all its kinds."""
    lists = (
        ("company", Type.ORGANIZATION, words("organization", "companies")),
        ("person", Type.PERSON, words("person", "nominal") | words("person", "others")),
        ("body", Type.ORGANIZATION, words("organization", "bodies")),
        ("body", Type.ORGANIZATION, words("organization", "plural")),
        ("place", Type.PLACE, words("place", "taken_up")),
        ("listing", Type.LISTING, words("listing", "heads")),
    )
    made: dict[str, tuple[str, frozenset[Type]]] = {}
    for kind, type_, nouns in lists:
        for noun in nouns:
            first, types = made.get(noun, (kind, frozenset()))
            made[noun] = first, types | {type_}
    return made


@cache
def persons() -> frozenset[str]:
    """Return the nouns that may take up a person."""
    return frozenset(noun for noun, (_, types) in kinds().items() if Type.PERSON in types)


def phrase(token: Token) -> Span:
    """Return the noun with what stands before it: "the Chinese tech giant"."""
    start = min((t.i for t in token.lefts), default=token.i)
    return token.doc[start : token.i + 1]


def _has_age(token: Token) -> bool:
    """Say whether "46-year-old" stands before a noun."""
    before = {t.lower_ for t in token.doc[token.left_edge.i : token.i]}
    return {"year", "old"} <= before


def _is_age(token: Token) -> bool:
    """Say whether a word ends "the 46-year-old", with no noun after it."""
    start = token.i - 5
    if start < 0 or not _ends_age(token) or token.doc[start].lower_ != "the":
        return False
    after = token.doc[token.i + 1 : token.i + 3]
    near = 2 if len(after) and after[0].tag_ in {"NN", "JJ"} else 1
    return not any(map(_is_noun, after[:near]))


def _is_noun(token: Token) -> bool:
    """Say whether a word is a name or a known noun; "sits" and "flew" are parsed as nouns too."""
    return token.tag_ == "NNP" or (token.tag_ == "NN" and token.lower_ in kinds())


def _ends_age(token: Token) -> bool:
    """Say whether "old" ends "46-year-old"."""
    return [t.lower_ for t in token.doc[max(0, token.i - 3) : token.i]] == ["-", "year", "-"]


def _is_definite(token: Token) -> bool:
    """Say whether a noun heads a description of one known thing, and no name follows it."""
    if token.dep_ in BEFORE_NOUN:
        return False
    definite = False
    for child in token.children:
        if child.dep_ == "det":
            definite = child.lower_ in _DEFINITE
        elif child.dep_ == "poss":
            definite = child.tag_ == "PRP$"
        elif _tells_which(child, token):
            return False
    return definite


def _tells_which(child: Token, noun: Token) -> bool:
    """Say whether a word sets the noun's thing apart: "another firm", "the firm that left".

    What follows after a comma tells more of a known one: "the firm, which left".
    """
    word = child.lower_
    if word in _OTHER:
        return not (word == "old" and _ends_age(child))
    if word in FORMER:
        return Type.PERSON not in kinds().get(noun.lower_, ("", ()))[1]
    if child.i < noun.i:
        return False
    if child.dep_ == "prep":
        return (
            word in {"of", "for"}
            and not _has_age(noun)
            and not (
                any(c.dep_ == "pcomp" for c in child.children)  # "blamed the firm for lying"
                or (noun.dep_ == "dobj" and lemma(noun.head) in _ACCUSE)
            )
        )
    if child.dep_ == "appos":
        return child.tag_ != "PRP" and (child.tag_ in PROPER or not _after_comma(child))
    return child.dep_ in {"relcl", "acl"} and not _after_comma(child)


def _after_comma(token: Token) -> bool:
    start = token.left_edge.i
    return start > 0 and token.doc[start - 1].text in {",", "-", "–", "—"}
