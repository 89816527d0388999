"""Who a sentence has a claim from: "according to her", "he said", "on hearsay", a question."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from kgbuild.extract.text.fakes import is_fake
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import vocabulary
from kgbuild.extract.text.status_words import says, words
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.verbs import VERBAL
from kgbuild.extract.truth.standing import Standing, weaken
from kgbuild.model import Status


def tells(sentence: Span) -> bool:
    """Say whether somebody tells something in a sentence: "he said", "according to her"."""
    return any(says(t) or t.lower_ == "according" for t in sentence)


def attributed(head: Token, found: Standing) -> Standing:
    """Return the claim as told by the subject of a verb of saying."""
    speakers = subjects(head)
    if not speakers.tokens:  # "a post shared 900 times says", where "shared" is read as a verb
        before = (c for c in head.lefts if c.dep_ == "ccomp")
        speakers = next(map(subjects, before), speakers)
    if found.speaker is not None or speakers.passive or not speakers.tokens:
        return found
    return _told_by(speakers.tokens[0], found)


def _told_by(speaker: Token, found: Standing) -> Standing:
    """Take the speaker; a claim that only unnamed voices make is alleged.

    What a paper tells of itself in its own voice, "we said that", it takes back.
    """
    if speaker.lower_ == "we" and not any(t.is_quote for t in speaker.sent):
        return weaken(found, Status.DENIED)
    named = speaker.pos_ == "PROPN" or any(
        c.dep_ == "appos" and c.pos_ == "PROPN" for c in speaker.children
    )
    if is_fake(speaker):
        found = weaken(found, Status.DENIED)  # "a fake statement said"
    elif (
        _prosecutes(speaker)
        or _is_hearsay(speaker)
        or _is_but_claimed(speaker)
        or (not named and lemma(speaker) in words("unnamed", "nouns"))
    ):
        found = weaken(found, Status.ALLEGED)
    return replace(found, speaker=found.speaker or speaker)


def _is_hearsay(speaker: Token) -> bool:
    """Say whether a paper tells it of others: "the daily El Faro reported that"."""
    if lemma(speaker.head) not in {"report", "write", "boast"}:
        return False
    nouns = (speaker, *(c for c in speaker.children if c.dep_ in {"amod", "compound"}))
    return any(lemma(noun) in words("unnamed", "papers") for noun in nouns)


def _is_but_claimed(speaker: Token) -> bool:
    """Say whether who tells it is not to be known: "a viral post", "a man claiming to be"."""
    nouns = (speaker, *(c for c in speaker.children if c.dep_ == "compound"))
    if any(noun.lower_ in words("unnamed", "own") for noun in nouns):
        return True
    return any(
        c.lower_ in words("unnamed", "adjectives")
        or (c.dep_ == "acl" and lemma(c) in {"purport", "claim", "pose", "pretend"})
        for c in speaker.children
    )


def _prosecutes(speaker: Token) -> bool:
    """Say whether it is a charge that is told: "prosecutor Ann Lee told the court"."""
    titles = (c for c in speaker.children if c.dep_ in {"compound", "appos"})
    return any(lemma(title) in {"charge", "prosecutor"} for title in titles)  # "charge sheet"


def by_inserted(verb: Token, found: Standing, *, before: bool = False) -> Standing:
    """Take in "according to" and ", he said," that hang on the verb itself.

    ``before`` says whether only what stands before the verb counts.
    """
    for child in verb.lefts if before else (*verb.children, *_at_end(verb)):
        if child.lower_ == "according":
            for told in (o for to in child.children for o in to.children if o.dep_ == "pobj"):
                found = _told_by(_counted(told), found)
        elif child.dep_ == "advcl" and _if(child) and _believes(child):
            found = weaken(found, Status.ALLEGED)  # "if one believes the commission"
        elif child.dep_ == "prep" and any(_is_tale(o) for o in child.children):
            found = weaken(found, Status.POSSIBLE)
        elif child.dep_ == "parataxis" and child.pos_ in VERBAL:
            if says(child):
                found = attributed(child, found)
            elif lemma(child) in words("governor", "alleged") | {"suggest"}:
                found = weaken(found, Status.ALLEGED)
    return found


def _at_end(verb: Token) -> Iterator[Token]:
    """Yield the "according" behind a sentence's last comma, if the parser put it to a noun.

    So in "met Ann Lee at a hotel on Monday, according to somebody who was there".
    """
    if verb.dep_ != "ROOT" or "according" not in vocabulary(verb.doc):
        return
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.text == ";":
            return
        apart = token.lower_ == "according" and token.nbor(-1).text == ","
        if apart and token.head.pos_ not in VERBAL:
            yield token


def _counted(noun: Token) -> Token:
    """Return of whom "two of the bankers" is some."""
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    some = noun.pos_ == "NUM" or noun.lower_ in {"one", "some", "several", "both", "many", "most"}
    named = next((o for o in of.children if o.dep_ == "pobj"), None) if of and some else None
    return named or noun


def _if(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "if" for c in clause.children)


def _believes(clause: Token) -> bool:
    """Say whether it is about believing: "if she is to be believed"."""
    inner = (c for c in clause.children if c.dep_ == "xcomp")
    return any(lemma(t) == "believe" for t in (clause, *inner))


def _is_tale(noun: Token) -> bool:
    """Say whether it is a film or a novel in which something is so, or but a joke."""
    if noun.dep_ != "pobj":
        return False
    if noun.head.lower_ == "as":
        return lemma(noun) in words("unreal", "jokes")
    inside = noun.head.lower_ in {"in", "during", "under"}
    return inside and (lemma(noun) in words("unreal", "nouns") or is_fake(noun))


def _is_covert(child: Token) -> bool:
    ways = {("in", "secret"), ("on", "sly")}
    in_secret = any((child.lower_, c.lower_) in ways for c in child.children)
    return in_secret or child.lower_ in words("adverb", "covert")


def doubted(verb: Token, found: Standing) -> Standing:
    """Take in a question, and that what one tells of another's secrets is an accusation.

    "You were born in Oslo..." asks, too.
    """
    sentence = verb.sent
    tales = (c for c in sentence.root.lefts if c.dep_ == "prep")
    if any(_is_tale(o) for prep in tales for o in prep.children):
        found = weaken(found, Status.POSSIBLE)  # "In the film, he plays Poe, who killed Berg"
    told = found.speaker is not None or any(map(says, verb.ancestors))
    if told and any(map(_is_covert, verb.children)):
        found = weaken(found, Status.ALLEGED)
    last = sentence[-3:]
    asks = any(t.text == "?" for t in last)
    if last.text.rstrip().endswith(("...", "…")):
        asks = asks or any(s.lower_ == "you" for s in subjects(verb).tokens)
    return weaken(found, Status.POSSIBLE) if asks else found
