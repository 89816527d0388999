"""Formulas of sanctions notices: "being owned or controlled by, or having acted for, Ann Lee".

The parser loses the name at their end behind all that may stand before it.
"""

import re
from collections.abc import Iterator

from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import subjects
from kgbuild.model import Form
from kgbuild.ontology import Ontology

RELATION = "OWNS"
_HELD = re.compile(
    r"\b(owned|controlled)(?: (?:or|and) (?:owned|controlled))? by, (?:or|and) [^.;]*?,? "
    r"(?:directly or indirectly, )?(?=[A-Z])"
)


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield who owns the firm that is listed for it."""
    relation = ontology.enabled(RELATION)
    text = scene.text
    held = _HELD.search(text) if " by, " in text else None
    if held is None or relation is None:
        return
    start = scene.span.start_char
    word = next(t for t in scene.tokens if t.idx - start >= held.start(1))
    owner = next((a for a in scene.anchors if a.span.start_char - start == held.end()), None)
    if owner is None or owner.form is not Form.NAME:
        return
    for verb in word.ancestors:
        listed = [a for t in subjects(verb).tokens if (a := scene.resolve(t)) is not None]
        for firm in listed:
            if relation.fits(scene.type(owner), scene.type(firm)):
                if firm.referent != owner.referent:
                    yield Fact(owner, RELATION, firm, word, "verb:own", verb=word, confidence=PLAIN)
                return
