"""Lives in brackets, as encyclopaedias have them: "Ann Lee (Oulu, 1911 - Turku, 1987)"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kgbuild.extract.text.facts import CLEAR, Fact
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import DASHES
from kgbuild.model import Form, Type
from kgbuild.ontology import Ontology

RULE = "life"
BORN, DIED = "BORN_IN", "DIED_IN"
LONGEST = 30
"""Tokens of a bracket."""
_YEAR = re.compile(r"1\d{3}|20\d\d")
_BIRTH, _DEATH = frozenset({"born", "b.", "b", "*"}), frozenset({"died", "d.", "d", "†"})


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield where the persons before the brackets of a sentence were born and where they died."""
    for person in scene.anchors:
        if person.form is not Form.NAME or scene.type(person) is not Type.PERSON:
            continue
        for relation, part in told(scene.span.doc, person.span.end):
            place = next((scene.starts[i] for i in part if _is_place(scene, i)), None)
            known = ontology.enabled(relation)
            if place is not None and known is not None:
                yield Fact(person, relation, place, place.span.root, RULE, confidence=CLEAR)


def _is_place(scene: Scene, token: int) -> bool:
    anchor = scene.starts.get(token)
    return anchor is not None and anchor.form is Form.NAME and scene.type(anchor) is Type.PLACE


def told(doc: Doc, opened: int) -> Iterator[tuple[str, range]]:
    """Yield what the parts of a bracket at a token tell of a life: each a relation and its tokens.

    Nothing where no bracket opens there or it tells of no life: "Max Poe (Kiel)".
    """
    if opened >= len(doc) or doc[opened].text != "(":
        return
    last = min(opened + LONGEST, len(doc))
    end = next((i for i in range(opened + 1, last) if doc[i].text == ")"), opened)
    dashes = (i for i in range(opened + 1, end) if doc[i].text in DASHES)
    halves = ((range(opened + 1, i), range(i + 1, end)) for i in dashes)
    both = next((h for h in halves if all(_years(doc, part) == 1 for part in h)), None)
    if both is not None:
        yield from zip((BORN, DIED), both, strict=True)
        return
    for relation, signs in ((BORN, _BIRTH), (DIED, _DEATH)):
        sign = next((i for i in range(opened + 1, end) if doc[i].lower_ in signs), None)
        if sign is not None:
            stop = next((i for i in range(sign, end) if doc[i].text == ";"), end)
            yield relation, range(sign + 1, stop)


def _years(doc: Doc, part: range) -> int:
    return sum(_YEAR.fullmatch(doc[i].text) is not None for i in part)
