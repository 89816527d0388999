"""The part of speech by the tag, which spaCy's own attribute ruler takes far longer for."""

from types import MappingProxyType

from spacy.strings import get_string_id
from spacy.symbols import (  # type: ignore[import-not-found]
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SPACE,
    SYM,
    VERB,
    X,
    aux,
    auxpass,
    det,
    mark,
)
from spacy.tokens import Doc, Token

_BY_TAG = MappingProxyType(
    {
        ADJ: "JJ JJR JJS AFX",
        ADP: "IN RP",
        ADV: "RB RBR RBS WRB",
        CCONJ: "CC",
        DET: "DT PDT WDT",
        INTJ: "UH",
        NOUN: "NN NNS",
        NUM: "CD",
        PART: "POS TO",
        PRON: "PRP PRP$ WP WP$ EX",
        PROPN: "NNP NNPS",
        PUNCT: "`` '' , -LRB- -RRB- . : HYPH NFP",
        SPACE: "_SP",
        SYM: "$ SYM",
        VERB: "VB VBD VBG VBN VBP VBZ",
        AUX: "MD",
        X: "ADD FW LS XX",
    }
)
_POS: dict[int, int] = {
    get_string_id(tag): pos for pos, tags in _BY_TAG.items() for tag in tags.split()
}
_TO, _WDT = get_string_id("TO"), get_string_id("WDT")
_BE = frozenset(map(get_string_id, "be am is are was were been being 's 're 'm".split()))
_NOT = frozenset(map(get_string_id, ("not", "n't", "n’t")))
_OFTEN_ELSE = frozenset({VERB, ADP, ADV, AUX, PART, DET})


def set_pos(doc: Doc) -> None:
    """Give each tagged token that has none its part of speech."""
    for token in doc:
        if token.pos == 0 and token.tag:
            pos = _POS.get(token.tag, X)
            token.pos = _in_place(token, pos) if pos in _OFTEN_ELSE else pos


def _in_place(token: Token, pos: int) -> int:
    """Return the part of speech that the word's place in the sentence gives it."""
    dep = token.dep
    if dep in (aux, auxpass) and token.tag != _TO:
        return int(AUX)
    if pos == VERB and token.lower in _BE:
        return int(AUX)
    if pos == ADP and dep == mark:
        return int(SCONJ)
    if pos == ADV and token.lower in _NOT:
        return int(PART)
    return int(PRON) if token.tag == _WDT and dep != det else pos
