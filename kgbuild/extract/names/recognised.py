"""Names that the model found, without what is none: a people, a product, an office within."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kgbuild.extract.names import cues, posts, sites, weighing
from kgbuild.extract.names.votes import LIKELY, SURE
from kgbuild.extract.neural import encoder
from kgbuild.extract.text.honorifics import is_title, with_royal
from kgbuild.extract.text.lexicon import is_town, state, state_of_people, words
from kgbuild.extract.text.paragraphs import text_in, text_of
from kgbuild.extract.text.spans import PARTICLES, Name, text
from kgbuild.extract.text.tagsets import PROPER
from kgbuild.extract.text.trimming import trimmed
from kgbuild.model import Type

_TYPES = {
    "PERSON": Type.PERSON,
    "PER": Type.PERSON,
    "ORG": Type.ORGANIZATION,
    "GPE": Type.PLACE,
    "LOC": Type.PLACE,
    "FAC": Type.PLACE,
    "LISTING": Type.LISTING,
}
_COMMON = frozenset("NN NNS PRP PRP$ JJ VBG VBN RB DT IN".split())
_PLAIN_TITLES = frozenset("mr mrs ms miss dr prof professor sir dame rev reverend".split())
_MADE = frozenset("backed born built led made owned run".split())


def find(doc: Doc, index: int) -> Iterator[Name]:
    """Yield what the model found, trimmed; an office in its middle parts two names."""
    told = posts.subjects(doc)
    for ent in doc.ents:
        type_ = _type(ent)
        if type_ is None or _is_common(ent):
            continue
        if type_ is Type.LISTING and len(ent) > 1 and state(ent[0].text):
            yield Name(index, ent.start, ent.start + 1, Type.PLACE, LIKELY)  # US Entity List
            ent = ent[1:]
        for start, end, part in _parts(ent, type_):
            tokens = _tokens(doc, start, end, part)
            if tokens is None:
                continue
            if made := sites.whole(doc, *tokens, part):
                yield Name(index, tokens[0], *made, SURE)
                continue
            post = cues.is_portfolio(doc, *tokens) or posts.is_subject(doc, *tokens, part, told)
            if not post:
                yield weighing.weighed(doc, index, *tokens, part)


def _tokens(doc: Doc, start: int, end: int, type_: Type) -> tuple[int, int] | None:
    """Return the tokens of the name in what the model found; None if none, or but a people."""
    end = _with_particle(doc, end) if type_ is Type.PERSON else _with_rest(doc, start, end)
    tokens = trimmed(doc, start, end, type_)
    if tokens is None:
        return None
    start, end = tokens[0], posts.without_adherent(doc, *tokens)
    if posts.is_of_a_kind(doc, start, end) or _is_product(doc, start, end, type_):
        return None
    if type_ is Type.PERSON:
        start, end = with_royal(doc, start, end)
    whole = (text_in(doc, start, end + more) for more in (0, 1))  # "Lankan" may be broken off
    return None if any(map(_is_people, whole)) else (start, end)


def _with_particle(doc: Doc, end: int) -> int:
    """Return the end of a name that the model broke off at a particle: Ursula von der Leyen."""
    broken = doc[end - 1].lower_ in PARTICLES and doc[end - 1].is_lower
    return end + 1 if broken and end < len(doc) and doc[end].is_title else end


def _with_rest(doc: Doc, start: int, end: int) -> int:
    """Return the end of a body's one-word name that the tagger broke off: the Global Times."""
    if end - start != 1 or not start or doc[start - 1].lower_ != "the" or end >= len(doc):
        return end
    after = doc[end]
    free = after.is_title and after.tag_ in PROPER and not after.ent_type_
    return end + 1 if free and not is_title(after) else end


def _is_common(ent: Span) -> bool:
    """Say whether a span is a people, or a word that is capital only since it begins a sentence."""
    name = text_of(ent)
    land, _, made = name.partition("-")
    if _is_people(name) or (made in _MADE and state(land)):
        return True  # "U.S.-made" is one word
    if cues.is_clock(ent.doc, ent.start, ent.end):
        return True
    begins = len(ent) == 1 and bool(ent[0].is_sent_start) and not ent[0].is_upper
    return begins and ent[0].tag_ in _COMMON and not encoder.is_sure(ent.doc, ent.start)


def _is_product(doc: Doc, start: int, end: int, type_: Type) -> bool:
    """Say whether a name taken for a place is of what a firm makes: "Viagra maker Norvik"."""
    if type_ is not Type.PLACE or text_in(doc, end, end + 1) != "maker":
        return False
    named = text_in(doc, end + 1, end + 2).istitle()  # "the Wichita maker of bolts" is of a town
    return named and not is_town(text_in(doc, start, end))


def _is_people(name: str) -> bool:
    return state_of_people(name) is not None and state(name) is None


def _type(ent: Span) -> Type | None:
    if ent.label_ in {"NORP", "PRODUCT", "FAC", "GPE", "LOC", "PERSON"}:
        bare = text(ent).removeprefix("the ").removeprefix("The ")
        if bare in words("organization", "names"):
            return Type.ORGANIZATION
    return _TYPES.get(ent.label_)


def _parts(ent: Span, type_: Type) -> Iterator[tuple[int, int, Type]]:
    """Yield the names in a span such as "Huawei CEO Ren Zhengfei"."""
    titles = (t for t in ent[1:-1] if is_title(t) or t.text == "TD")  # Clare TD Ann Lee
    inner = [t.i for t in titles if not _is_given(t)]
    person = type_ is Type.PERSON or (inner and ent.doc[inner[-1]].text in {"CEO", "CFO"})
    if not inner or not person or ent.doc[inner[-1] + 1].lower_ in {"of", "for"}:
        yield ent.start, ent.end, type_
        return
    first = next((t.i for t in ent if is_title(t)), inner[0])
    if first > ent.start:
        head = ent.doc[ent.start : first]
        if not state_of_people(head.text):
            seat = posts.is_seat(ent.doc, ent.start, first)
            yield ent.start, first, Type.PLACE if seat else Type.ORGANIZATION
    yield inner[-1] + 1, ent.end, Type.PERSON


def _is_given(token: Token) -> bool:
    """Say whether a rare title may as well be part of a name: Cassiel Ato Forson."""
    word = token.lower_
    rare = word in words("person", "honorifics") and word.rstrip(".") not in _PLAIN_TITLES
    return rare and not token.is_upper  # but Health MEC Ann Lee
