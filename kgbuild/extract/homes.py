"""Which state a bare office is of: "Foreign Minister Ann Lee" where the article is on one state."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from kgbuild.extract import people
from kgbuild.extract.lexicon import state
from kgbuild.extract.paragraphs import Anchor, Paragraph
from kgbuild.extract.roles import Noun
from kgbuild.extract.scene import Scene
from kgbuild.model import Form, Referent, Type

_RULES = frozenset(
    """president prime premier foreign finance interior defence defense justice government minister
    cabinet parliament chancellor king queen ruling caretaker""".split()
)
_SENT_TO = frozenset({"ambassador", "envoy", "emissary"})


def only_state(
    paragraphs: Sequence[Paragraph], referents: Sequence[Referent], anchors: Iterable[Anchor]
) -> Anchor | None:
    """Return the one state that an article tells of, where it names who rules it; or None.

    A state that an ambassador is sent to does not count as told of. With two, "the foreign
    minister" may be of either, and a wrong tie costs more than a missing one.
    """
    places = [a for a in anchors if referents[a.referent].type is Type.PLACE]
    told = {
        referents[a.referent].name
        for a in places
        if state(referents[a.referent].name) and not _is_sent_to(a)
    }
    if len(told) != 1:
        return None
    (name,) = told
    if any(state_of != name for _, _, state_of in people.named(paragraphs)):
        return None
    own = (a for a in places if referents[a.referent].name == name)
    return next((a for a in own if _rules(a)), None)


def is_of_state(scene: Scene, noun: Noun) -> bool:
    """Say whether it is an office of a state, not of a body or a town: "foreign minister"."""
    said = scene.span.doc[noun.start : noun.end]
    words = [t.lower_ for t in said]
    if words[-1] == "minister":
        return len(words) > 1
    if words[0] == "government":
        return len(words) > 1
    return words in (["president"], ["premier"]) and said[-1].is_title


def _is_sent_to(anchor: Anchor) -> bool:
    doc, start = anchor.span.doc, anchor.span.start
    before = doc[max(0, start - 3) : start]
    return any(t.lower_ == "to" for t in before) and any(t.lower_ in _SENT_TO for t in before)


def _rules(anchor: Anchor) -> bool:
    """Say whether an office or body of government follows: "Jordan's prime minister"."""
    after: list[Token] = [
        t for t in anchor.span.doc[anchor.span.end : anchor.span.end + 3] if t.tag_ != "POS"
    ]
    if any(t.lower_ in _RULES for t in after[:2]):
        return True
    doc, start = anchor.span.doc, anchor.span.start
    of = start > 1 and doc[start - 1].lower_ == "of"
    return anchor.form is Form.NAME and of and doc[start - 2].lower_ in _RULES
