"""Which of the names around an office holds it: "Ann Lee, head of Acme, Bo Berg said"."""

from kgbuild.extract.relations.appointments import governed
from kgbuild.extract.relations.appositions import after, before
from kgbuild.extract.relations.holders import Holder, itself
from kgbuild.extract.relations.phrases import Phrase
from kgbuild.extract.text import roles
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.status_words import says
from kgbuild.model import Type


def holder_of(
    scene: Scene, phrase: Phrase, last: tuple[Phrase, Holder] | None, *, bare: bool
) -> Holder | None:
    """Return who holds the office; ``last`` are the phrase before it and who holds that.

    ``bare``: its body is known, but nowhere beside it.
    """
    return _beside(scene, phrase, bare=bare) or _same(scene, phrase, last)


def types_of(phrase: Phrase) -> frozenset[Type]:
    """Return of what types may be who holds it."""
    return roles.types(tuple(t for n in phrase.nouns for r in n.roles for t in r.holder))


def is_office(phrase: Phrase) -> bool:
    """Say whether its last noun is an office's: no "brother"."""
    return any(role.office for role in phrase.nouns[-1].roles)


def _beside(scene: Scene, phrase: Phrase, *, bare: bool) -> Holder | None:
    """Return who is named right beside it, else who its verb says holds it, else whom it means."""
    head = scene.span.doc[phrase.nouns[0].head]
    fits = types_of(phrase)
    whole = bare or phrase.front is not None or phrase.back is not None
    several = bool(phrase.bodies) and is_office(phrase) and phrase.nouns[-1].plural
    close = after(scene, phrase.end, fits, definite=whole, several=several)
    if close is not None and close.close:
        return close
    if close is not None and _is_one_of_many(scene, phrase, close.anchor):
        close = None
    left = before(scene, phrase.start, phrase.end, head, fits)
    if left is not None and close is not None:  # "X, head of Y, Z": which of them?
        if _runs_on(scene, close.anchor.span.end):  # "Poe, the speaker of the house, Berg, said"
            return close
        return left if head.dep_ == "appos" and head.head.i == left.anchor.span.root.i else None
    return left or close or governed(scene, head, fits) or itself(scene, head, fits)


def _same(scene: Scene, phrase: Phrase, last: tuple[Phrase, Holder] | None) -> Holder | None:
    """Return who has one more office: "Ann Lee, head of Acme and a former mayor of Lima"."""
    if last is None or last[1].rule != "apposition" or phrase.start <= last[1].anchor.span.end:
        return None
    doc, place = scene.span.doc, phrase.start - 1
    place -= doc[place].lower_ in {"a", "an"}
    adjoins = place == last[0].end and doc[place].lower_ == "and"
    joined = adjoins and doc[phrase.nouns[0].head].dep_ == "conj"
    alike = not any(noun.plural for noun in phrase.nouns) and not last[1].others
    return last[1] if joined and alike else None


def _is_one_of_many(scene: Scene, phrase: Phrase, holder: Anchor) -> bool:
    """Say whether more than a comma parts it from "a": "Is a member of Acme, General Poe said"."""
    article = scene.span.doc[max(scene.span.start, phrase.start - 1)].lower_
    return article in {"a", "an"} and holder.span.start > phrase.end + 1


def _runs_on(scene: Scene, end: int) -> bool:
    """Say whether a comma and a verb follow a name."""
    follows = scene.span.doc[end : min(end + 2, scene.span.end)]
    if len(follows) < 2 or follows[0].text != ",":
        return False
    verb = follows[1]
    return verb.tag_ in {"VBD", "VBZ", "MD"} or (verb.tag_ == "VBN" and says(verb))
