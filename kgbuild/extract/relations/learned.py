"""Facts that only the learned relation model sees, beside those that rules read."""

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Token

from kgbuild.extract.neural import scores
from kgbuild.extract.neural.scores import Key, Score, Told
from kgbuild.extract.relations import hedges, predicates
from kgbuild.extract.relations.titles import office_of
from kgbuild.extract.text.facts import BYGONE, LASTING, OFFICES, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.times import is_bygone, is_now
from kgbuild.extract.text.vocabulary import FORMER
from kgbuild.extract.truth import confidence
from kgbuild.extract.vetoes import others
from kgbuild.extract.vetoes.senses import is_of_other_sense
from kgbuild.extract.vetoes.unfit import is_unfit
from kgbuild.model import Status

LIKELY = 0.3
"""What is less probable is no fact for the model; its confidence decides whether it is drawn."""
_BESIDE = frozenset(
    frozenset(pair.split())
    for pair in (
        "FOUNDED LEADS", "FOUNDED OWNS", "LEADS OWNS", "FOUNDED MEMBER_OF", "FOUNDED WORKS_FOR",
        "BORN_IN LIVES_IN", "DIED_IN LIVES_IN", "CRITICIZED MET_WITH",
        "MET_WITH SPOUSE_OF", "MET_WITH SUED", "SIBLING_OF SUED", "SPOUSE_OF SUED",
        "PARTNERED_WITH SUED",
    )
)  # fmt: skip
"""A pair may well have both."""
_THEN = frozenset({("SUPPORTED", "MET_WITH")})
"""Who is sure to praise somebody may have met him; who met him need not praise him."""
_FORMER = FORMER | {"then-"}
_PAST = frozenset("be work serve play live lead head run own belong captain coach".split())


def unread(told: Told, read: Set[Key], *, quiet: bool) -> dict[Key, Score]:
    """Return what the model holds for likely and no rule reads, of pairs that it may tie.

    Of half of them no tie is sure enough to be drawn, whatever the words say: they aren't asked.
    """
    likely = {k: s for k, s in told.items() if s.probability >= LIKELY and k not in read}
    tied = {
        frozenset(key[::2])
        for key, score in likely.items()
        if confidence.may_be_drawn(_plainly(score), scores.at_best(told, score), quiet=quiet)
    }
    return {key: score for key, score in likely.items() if frozenset(key[::2]) in tied}


def facts(scene: Scene, told: Told) -> Iterator[Fact]:
    """Yield what the model holds for so, the likeliest of what one pair cannot both be."""
    kept: list[Key] = []
    for score in sorted(told.values(), key=lambda s: (-s.probability, s.key)):
        if not is_unfit(scene, score) and not any(excludes(key, score.key) for key in kept):
            path = _path(score.subject.span.root, score.object.span.root)
            if others.is_of_another(scene, score, path):
                continue
            fact = _fact(scene, score, path)
            if not is_of_other_sense(fact, path):
                kept.append(score.key)
                yield fact


def excludes(one: Key, other: Key) -> bool:
    """Say whether a less likely tie of the same two does not go together with a likelier one."""
    ends = {one[0], one[2]} == {other[0], other[2]}
    beside = (one[1], other[1]) in _THEN or frozenset({one[1], other[1]}) in _BESIDE
    return ends and not beside


def _plainly(score: Score) -> Fact:
    """Return a tie as it is at best, before the words are asked."""
    subject, object_ = score.subject, score.object
    word, rule = object_.span.root, confidence.MODEL
    return Fact(subject, score.relation, object_, word, rule, confidence=score.probability)


def _fact(scene: Scene, score: Score, path: Sequence[Token]) -> Fact:
    verb, apart = predicates.telling(scene, score, path)
    titled = score.relation in OFFICES and not is_now(score.object.span.root)
    office = office_of(scene, score.subject, score.object) if titled else None
    role, held = office or (None, Status.ASSERTED)
    if score.relation in LASTING and _is_former(scene, score, path):
        held = Status.FORMER
    return Fact(
        score.subject,
        score.relation,
        score.object,
        word=verb or score.object.span.root,
        rule=confidence.MODEL,
        verb=verb,
        status=hedges.left_by(score, path) if held is Status.ASSERTED else held,
        state=verb is not None and _is_over(score.relation, verb),
        role=role,
        apart=apart,
        confidence=score.probability,
    )


def _is_former(scene: Scene, score: Score, path: Sequence[Token]) -> bool:
    """Say whether a word beside an end, or between the two, puts it behind: "former"."""
    if is_now(score.object.span.root):
        return False
    ends = (score.subject.span.root, score.object.span.root)
    before = [t.nbor(-1) for t in ends if t.i > scene.span.start]
    return any(t.lower_ in _FORMER for t in (*before, *(c for t in path for c in t.children)))


def _is_over(relation: str, verb: Token) -> bool:
    """Say whether the verb tells a state that is no more: "led Acme", "was once married to"."""
    lasted = relation in LASTING and verb.tag_ == "VBD" and lemma(verb) in _PAST
    return lasted or (relation in BYGONE and is_bygone(verb))


def _path(subject: Token, object_: Token) -> list[Token]:
    """Return the words between two in the tree: up from the object, then down to the subject."""
    above = [subject, *subject.ancestors]
    ups = [object_, *object_.ancestors]
    meeting = next((t for t in ups if t in above), None)
    if meeting is None:
        return []
    way = [*ups[: ups.index(meeting)], meeting, *reversed(above[: above.index(meeting)])]
    return [t for t in way if t not in (subject, object_)]
