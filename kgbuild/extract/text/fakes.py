"""What was made up: "a deepfake", "an AI-generated image", "a doctored picture shows him"."""

from spacy.tokens import Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.status_words import words


def shows_a_fake(verb: Token) -> bool:
    """Say whether it tells what a made-up thing has: "a doctored picture shows him meeting her"."""
    shows = lemma(verb) in words("unnamed", "shows")
    return shows and any(c.dep_ == "nsubj" and is_fake(c) for c in verb.children)


def is_fake(noun: Token) -> bool:
    """Say whether a picture or a text was made up: "a deepfake", "an AI-generated image"."""
    if lemma(noun) in words("unnamed", "fakes"):
        return True
    if any(c.lower_ in words("unnamed", "false") for c in noun.children):
        return True
    made = (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN")
    return any(t.lower_ in words("unnamed", "made") for verb in made for t in verb.subtree)
