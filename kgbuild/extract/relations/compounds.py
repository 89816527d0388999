"""Who owns, backs or founded a body, by a compound: "Geely-owned Volvo", "Iran-backed rebels"."""

from collections.abc import Iterator
from types import MappingProxyType

from kgbuild.extract.text import roles
from kgbuild.extract.text.facts import CLEAR, Fact
from kgbuild.extract.text.lexicon import state_of_people
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Form, Status, Type
from kgbuild.ontology import Ontology

_FARTHEST = 6
"""Tokens after the compound in which the name is sought: "SoftBank-owned British designer Arm"."""
_PERSON = frozenset({Type.PERSON})
_STATE = frozenset({Type.PLACE})
_BACKER = frozenset({Type.PERSON, Type.ORGANIZATION})
_ANY = _BACKER | _STATE
_TIES = MappingProxyType(
    {
        "owned": (("OWNS", _ANY),),
        "controlled": (("OWNS", _ANY),),
        "backed": (("SUPPORTED", _STATE), ("INVESTED_IN", _BACKER)),
        "funded": (("SUPPORTED", _STATE), ("INVESTED_IN", _BACKER)),
        "supported": (("SUPPORTED", _ANY),),
        "founded": (("FOUNDED", _BACKER),),
        "led": (("LEADS", _PERSON),),
        "run": (("LEADS", _PERSON),),
    }
)
"""By participle, the relation of whom it is said, by their type."""
RULES = frozenset(f"compound:{word}" for word in _TIES)


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield what a compound before a body's name, or after it in apposition, says of it."""
    doc = scene.span.doc
    for owner in scene.anchors:
        end = owner.span.end
        if owner.form is not Form.NAME or end + 2 >= scene.span.end or doc[end].text != "-":
            continue
        for name, types in _TIES.get(doc[end + 1].lower_, ()):
            known, body = ontology.enabled(name), bearer(scene, owner)
            if known is None or scene.type(owner) not in types:
                continue
            if body is None or body.referent == owner.referent:
                continue
            # What a Chinese firm owns China does not.
            if name == "OWNS" and state_of_people(owner.span.text):
                continue
            rule = f"compound:{doc[end + 1].lower_}"
            yield Fact(
                owner, name, body, owner.span.root, rule, status=status_before(scene, owner),
                confidence=CLEAR,
            )  # fmt: skip


def bearer(scene: Scene, owner: Anchor) -> Anchor | None:
    """Return the body of which "X-owned" or "X-based" is said, by the name or place before it."""
    if (body := _explained(scene, owner)) is not None:
        return body
    doc, start = scene.span.doc, owner.span.end + 2
    for i in range(start, min(start + _FARTHEST, scene.span.end)):
        anchor = scene.starts.get(i)
        if anchor is not None and scene.type(anchor) is Type.ORGANIZATION:
            after = anchor.span.end
            owns = after < scene.span.end and doc[after].tag_ == "POS"
            return None if owns else anchor
        if anchor is None and doc[i].tag_[:2] not in {"JJ", "NN", "HY"}:
            return None
    return None


def _explained(scene: Scene, owner: Anchor) -> Anchor | None:
    """Return the firm before "Seagen, a Seattle-based maker of drugs"."""
    doc, first = scene.span.doc, owner.span.start
    if first - 3 < scene.span.start or doc[first - 1].tag_ != "DT" or doc[first - 2].text != ",":
        return None
    anchor = scene.ends.get(first - 3)
    named = anchor is not None and anchor.form is Form.NAME
    return anchor if named and anchor and scene.type(anchor) is Type.ORGANIZATION else None


def status_before(scene: Scene, anchor: Anchor) -> Status:
    """Return what the word before makes of it: "the formerly Geely-owned firm"."""
    before = anchor.span.start - 1
    word = scene.span.doc[before].lower_ if before >= scene.span.start else ""
    return roles.status([word], Status.ASSERTED)
