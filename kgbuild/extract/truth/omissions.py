"""Whether a word beside a name leaves it out: "not by the army", "except Poe", "unlike Poe"."""

from spacy.tokens import Token

from kgbuild.extract.text import contrast
from kgbuild.extract.text.paragraphs import Anchor, text_in, vocabulary
from kgbuild.extract.truth import corrections

_EXCEPT = frozenset({"except", "but", "bar", "save"})
_LEAVE_OUT = _EXCEPT | {"instead", "never", "not", "rather", "unlike"}
_EVERY = frozenset({"all", "every", "everybody", "everyone", "everything", "each"})
_LOOKED_AT = 60  # tokens


def is_left_out(anchor: Anchor, first: int, *, but: bool) -> bool:
    """Say whether "not" stands before the name: "by the city's police, not by the army".

    So do "rather than", "instead of" and "unlike"; and "not once" after a second subject. With
    ``but`` "everybody but" does too.
    """
    doc = anchor.span.doc
    if _LEAVE_OUT.isdisjoint(vocabulary(doc)):
        return False
    before = _start(anchor) - 1
    place = before
    if _is_unlike(anchor.span.root):
        return True
    if anchor.span.root.dep_ == "conj" and corrections.left_out(_behind(anchor)):
        return True
    least = max(first, place - 3)
    while (
        place > least
        and doc[place].lower_ not in _EXCEPT | {"as"}
        and (
            doc[place].tag_ in {"DT", "IN", "TO"}
            or doc[place].lower_ == "yet"
            or (doc[place].dep_ == "compound" and doc[place].head == anchor.span.root)
            or (place == before and doc[place].tag_ == "NN")  # "not the banker Max Orr"
        )
    ):
        place -= 1
    if place < least:
        return False
    if but and doc[place].lower_ in _EXCEPT and any(t.lower_ in _EVERY for t in doc[first:place]):
        return True
    instead = text_in(doc, place, place + 2) in {"rather than", "instead of"}
    return instead or contrast.is_left_out(doc, place, first)


def _is_unlike(word: Token) -> bool:
    """Say whether somebody else is: "unlike her sister Poe, Ann Lee is a member"."""
    named = word
    while word.dep_ in {"appos", "conj"}:
        word = word.head
    if word.dep_ != "pobj" or word.head.lower_ != "unlike":
        return False
    return all(t.text != "," for t in word.doc[word.head.i : named.i])


def _start(anchor: Anchor) -> int:
    """Return where a name, or the noun that it explains, begins; of "who", where its name does.

    "It was Ann Lee, not Max Orr, who founded it"; "not on his brother, Max Orr".
    """
    word = anchor.span.root
    if word.dep_ == "appos" and word.head.tag_ == "NN" and word.head.i < anchor.span.start:
        return word.head.left_edge.i
    if word.tag_ in {"WP", "WDT"} and word.head.dep_ == "relcl":
        return word.head.head.left_edge.i
    return anchor.span.start


def _behind(anchor: Anchor) -> str:
    """Return the text after a name, as far as anything in it may leave the name out."""
    end = anchor.span.end
    return anchor.span[-1].whitespace_ + text_in(anchor.span.doc, end, end + _LOOKED_AT)
