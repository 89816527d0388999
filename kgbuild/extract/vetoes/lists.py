"""Whether two names only stand side by side: "Huawei, SMIC and DJI", "Poe and Acme"."""

from kgbuild.extract.neural.scores import Score, between
from kgbuild.extract.text.scene import Scene
from kgbuild.model import Form

JOINS, _LINKS = frozenset({",", "and", "or", "the"}), frozenset({"NN", "POS"})


def are_of_one_list(scene: Scene, score: Score) -> bool:
    """Say whether nothing but names stands between two: "Huawei, SMIC and DJI".

    A name may have another before it: "Apple, Google parent Alphabet and Japan's Sony".
    """
    if scene.type(score.subject) is not scene.type(score.object):
        return False
    words, named = between(score.subject, score.object), scene.named
    linked = {t.i for t in words if t.tag_ in _LINKS and {t.i - 1, t.i + 1} <= named}
    joints = {"and", "or"}
    last = max(score.subject.span.end, score.object.span.end)
    after = scene.span.doc[last : last + 2]
    runs_on = len(after) > 1 and after[0].lower_ in JOINS and after[1].i in named
    if runs_on or (linked and any(t.i in named for t in words)):
        joints.add(",")  # "Huawei, SMIC" of "Huawei, SMIC and DJI"
    parted = any(t.lower_ in joints for t in words)
    return parted and all(t.i in named | linked or t.lower_ in JOINS for t in words)


def are_joined(score: Score) -> bool:
    """Say whether nothing but "and" stands between two: "Poe and the Acme Group back Berg"."""
    words = [t.lower_ for t in between(score.subject, score.object)]
    return words in (["and"], ["and", "the"], ["or"])


def is_joined(scene: Scene, score: Score) -> bool:
    """Say whether one stands with the other as "he": "said neither he nor Acme had paid her"."""
    doc, place = scene.span.doc, score.object.span.start - 1
    if place <= scene.span.start or doc[place].lower_ not in {"and", "nor", "or"}:
        return False
    beside = scene.ends.get(place - 1)
    person = beside is not None and beside.form is Form.PRONOUN and doc[place - 1].tag_ == "PRP"
    return beside is not None and person and beside.referent == score.subject.referent
