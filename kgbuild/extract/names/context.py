"""What kind of thing a name is by the words that it hangs on: "chairman of X", "born in X"."""

from spacy.tokens import Doc, Span, Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_given, is_place, sex_of_given, state, words
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.tagsets import SUBJECTS
from kgbuild.model import Type

_OF_PERSONS = frozenset({"who", "whose"})
_COPULAS = frozenset({"is", "was", "are", "were", "became", "becomes"})


def told(span: Span, type_: Type | None, *, person_by_first: bool = False) -> Type | None:
    """Return what the sentence makes of a name that was taken for ``type_``; None: nothing.

    A name that begins with a common given name is hardly a body or a place.
    """
    root = span.root
    if _is_person(span, root):
        return Type.PERSON if type_ is not Type.PERSON and not is_place(span.text) else None
    if type_ is Type.LISTING or person_by_first or is_place(span.text) or state(span.text):
        return None
    if _is_place(root, type_):
        return Type.PLACE if type_ is not Type.PLACE else None
    if _is_body(span, root, type_):
        return Type.ORGANIZATION if type_ is not Type.ORGANIZATION else None
    return None


def is_several(span: Span) -> bool:
    """Say whether a plural verb follows one name: "Perella Weinberg are advising Acme"."""
    behind = text_in(span.doc, span.end, span.end + 1)
    if behind not in {"are", "have"}:
        return False
    root = span.root
    alone = all(c.dep_ not in {"cc", "conj", "appos"} for c in root.children)
    subject = root.dep_ in SUBJECTS and alone and not is_given(span[0].text)
    plural = behind == "are" or span.doc[span.end].tag_ == "VBP"
    return subject and plural and root.tag_ != "NNPS" and not _is_asked(root.head)


def _is_asked(verb: Token) -> bool:
    """Say whether a verb's plural is none, for another stands before: "should Max Orr have"."""
    return any(t.dep_ == "aux" and t.tag_ == "MD" for t in verb.lefts)


def _is_person(span: Span, root: Token) -> bool:
    doc, end = span.doc, span.end
    if span[0].lower_.rstrip(".") in words("context", "titles") and len(span) > 1:
        return True
    if _is_aged(doc, end):
        return True
    for child in root.children:
        if child.dep_ == "relcl" and any(
            c.lower_ in _OF_PERSONS for c in child.children if c.tag_[0] == "W"
        ):
            return True
        if child.dep_ == "appos" and len(span) > 1 and _is_role(child):
            traded = span[-1].lower_ in words("organization", "trades")  # Acme Bullion, a trader
            return child.i > root.i and not traded
    if root.dep_ in SUBJECTS:
        key = lemma(root.head)
        kind = "suffers" if root.dep_ == "nsubjpass" else "does"
        if key in words("context", f"person_{kind}"):
            return not (key == "bear" and len(span) < 2)
        if root.head.lower_ in _COPULAS and len(span) > 1:
            return any(c.dep_ == "attr" and _is_role(c) for c in root.head.children)
    return False


def _is_aged(doc: Doc, end: int) -> bool:
    """Say whether an age follows: "Okafor, 22,"."""
    if end + 2 >= len(doc) or doc[end].text != ",":
        return False
    age, after = doc[end + 1], doc[end + 2].text
    return age.text.isdigit() and len(age) == 2 and after in {",", "."}


def _is_role(token: Token) -> bool:
    """Say whether a noun says what one man or woman is."""
    return token.tag_ == "NN" and (
        token.lower_ in words("person", "roles") or token.lower_ in words("person", "nominal")
    )


def _is_place(root: Token, type_: Type | None) -> bool:
    for child in root.children:
        if child.dep_ == "appos" and child.lower_ in words("context", "places"):
            return True
    if root.dep_ in SUBJECTS:
        head = root.head
        if head.lower_ in _COPULAS and type_ is not Type.ORGANIZATION:
            return any(
                c.dep_ == "attr" and c.lower_ in words("context", "places") for c in head.children
            )
        return root.dep_ == "nsubjpass" and lemma(head) in {"locate", "situate"}
    if root.dep_ == "pobj" and root.head.lower_ == "from" and type_ is Type.PERSON:
        return lemma(root.head.head) in words("organization", "companies")
    if root.dep_ == "pobj" and _is_way_to(root.head):
        return True
    if root.dep_ != "pobj" or root.head.lower_ not in {"in", "near", "outside"}:
        return False
    holder = lemma(root.head.head)
    if type_ is Type.ORGANIZATION:
        return holder in words("context", "dwell") or holder in words("context", "premises")
    return holder not in words("context", "not_in") and root.head.lower_ != "outside"


def _is_way_to(preposition: Token) -> bool:
    """Say whether it leads where one goes: "a ferry bound for", "retired to", "fled to"."""
    head = preposition.head
    if preposition.lower_ == "for":
        return head.lower_ == "bound"
    return preposition.lower_ == "to" and lemma(head) in words("context", "travel")


def _is_body(span: Span, root: Token, type_: Type | None) -> bool:
    if type_ is None:
        return False
    for child in root.children:
        if child.dep_ == "appos" and child.i > root.i and _is_company(child):
            return True
        which = child.dep_ == "relcl" and any(c.lower_ == "which" for c in child.children)
        if which and type_ is Type.PERSON:
            return True
        joined = child.dep_ == "conj" and child.tag_ in {"NN", "NNS"}
        if joined and lemma(child) in words("organization", "companies"):
            return True
    head = root.head
    if root.dep_ in SUBJECTS:
        if head.lower_ in _COPULAS:
            return any(c.dep_ == "attr" and _is_company(c) for c in head.children)
        kind = "suffers" if root.dep_ == "nsubjpass" else "does"
        return lemma(head) in words("context", f"body_{kind}") and _is_short(span, type_)
    if root.dep_ == "dobj":
        return lemma(head) in words("context", "body_object")
    if root.dep_ == "poss":
        return type_ is Type.PERSON and _has_person(span)
    return root.dep_ == "pobj" and _is_body_of(root, type_)


def _has_person(span: Span) -> bool:
    """Say whether a full name stands right behind its genitive: "Unilever's Mark Berg"."""
    whose = span.doc[span.end : span.end + 3]
    if len(span) > 1 or len(whose) < 3 or whose[0].tag_ != "POS" or sex_of_given(span.text):
        return False
    return is_given(whose[1].text) and all(t.tag_ == "NNP" for t in whose[1:])


def _is_short(span: Span, type_: Type) -> bool:
    return len(span) == 1 or type_ is Type.PLACE


def _is_body_of(root: Token, type_: Type | None) -> bool:
    """Say whether a preposition ties the name to an office, a job or a trade."""
    prep, holder = root.head.lower_, root.head.head
    noun = lemma(holder)
    if prep in {"of", "at", "for"} and holder.tag_[:2] == "NN":
        return noun in words("context", "offices") or (prep == "at" and _is_role(holder))
    if prep in {"for", "at", "with"} and noun in words("context", "work"):
        return True
    traded = prep in {"to", "from", "with", "by"} and type_ is Type.PERSON
    return traded and noun in words("context", "trade")


def _is_company(token: Token) -> bool:
    word = token.lower_
    return token.tag_ == "NN" and (
        word in words("organization", "companies")
        or word in words("organization", "cues")
        or word in {"subsidiary", "unit", "division", "arm", "brand", "carmaker"}
    )
