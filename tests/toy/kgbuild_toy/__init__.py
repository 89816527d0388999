"""A spaCy model made of rules, for tests: a few names, a few verbs, parsed in no time."""

from itertools import pairwise
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

NAMES = {
    "PERSON": ("Ada Aho", "Bo Berg", "Cy Cole"),
    "ORG": ("Borealis Labs", "Delta Works", "DW", "Echo Bank"),
    "GPE": ("Oulu", "Finland", "US"),
    "LAW": ("Entity List",),
}
VERBS = {
    "founded": "found",
    "met": "meet",
    "meet": "meet",
    "acquired": "acquire",
    "acquire": "acquire",
    "leads": "lead",
    "bought": "buy",
    "visited": "visit",
}
AUXILIARIES = {"did": "aux", "will": "aux", "may": "aux", "not": "neg"}


def load(**_: Any) -> Language:
    """Return the pipeline."""
    nlp = spacy.blank("en")
    nlp.add_pipe("kgbuild_toy_parser", name="parser")
    patterns = [{"label": label, "pattern": name} for label, all_ in NAMES.items() for name in all_]
    ruler = nlp.add_pipe("entity_ruler", name="kgbuild_encoder")
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    nlp.meta.update(name="toy", version="1.0.0")
    return nlp


@Language.component("kgbuild_toy_parser")
def parse(doc: Doc) -> Doc:
    """Parse "Ada Aho did not meet Bo Berg." and the like: subject, verb, object."""
    heads, deps, tags = [], [], []
    for start, end in _sentences(doc):
        verb = next((i for i in range(start, end) if doc[i].lower_ in VERBS), start)
        for i in range(start, end):
            head, dep, tag = _role(doc, i, verb, end)
            heads.append(head)
            deps.append(dep)
            tags.append(tag)
    words, spaces = [t.text for t in doc], [bool(t.whitespace_) for t in doc]
    pos = [{"NNP": "PROPN", "VBD": "VERB", "VB": "VERB"}.get(tag, "X") for tag in tags]
    parsed = Doc(doc.vocab, words, spaces, heads=heads, deps=deps, tags=tags, pos=pos)
    for token in parsed:
        token.lemma_ = VERBS.get(token.lower_, token.lower_)
    return parsed


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    ends = [i + 1 for i in range(len(doc)) if doc[i].text == "."]
    bounds = [0, *(end for end in ends if end < len(doc)), len(doc)]
    return [*pairwise(bounds)]


def _role(doc: Doc, i: int, verb: int, end: int) -> tuple[int, str, str]:
    token = doc[i]
    if i == verb:
        return i, "ROOT", "VBD" if token.lower_.endswith("ed") or token.lower_ == "met" else "VB"
    if token.lower_ in AUXILIARIES:
        return verb, AUXILIARIES[token.lower_], "MD" if token.lower_ != "not" else "RB"
    if token.is_punct:
        return verb, "punct", "."
    if i + 1 < end and doc[i + 1].is_title and token.is_title:
        return i + 1, "compound", "NNP"
    return verb, "nsubj" if i < verb else "dobj", "NNP"
