"""Turn one fact into a statement: whether it is so, who says it, since and until when."""

from spacy.tokens import Token

from kgbuild.extract.neural import scores
from kgbuild.extract.references import kin
from kgbuild.extract.relations import listings
from kgbuild.extract.relations.whole import Place
from kgbuild.extract.text import dates
from kgbuild.extract.text.facts import LASTING, Fact
from kgbuild.extract.text.governors import denies
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.truth import (
    bygone,
    confidence,
    corrections,
    doubts,
    endings,
    scope,
    supposed,
    undoings,
    wording,
)
from kgbuild.extract.truth.standing import OPEN, Standing
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Statement, Status

_FOR_GOOD = frozenset(
    """CITIZEN_OF BORN_IN DIED_IN PARENT_OF SIBLING_OF FOUNDED KILLED ACQUIRED ARRESTED CHARGED SUED
    MET_WITH SPOKE_TO VISITED""".split()
)
"""They do not end by a date that the sentence names."""
_SEATS = frozenset({"HEADQUARTERED_IN", "LOCATED_IN"})
"""Told in passing even by what is taken back: "a subsidiary of Sahel, of Abidjan"."""
_HELD = frozenset({"LEADS", "MEMBER_OF", "OPERATES_IN", "PLAYS_FOR", "WORKS_FOR"})
_STAYS = frozenset({Status.PLANNED, Status.POSSIBLE, Status.DENIED})
"""Who is yet to go, or does not, is there."""


def statement(fact: Fact, here: Place) -> Statement | None:
    """Return what a fact claims where it stands, or None if nothing for certain."""
    scene, published = here.scene, here.whole.article.published
    score, alone = here.told.get(fact.key), fact.rule == confidence.MODEL
    standing = judge(fact.verb) if fact.verb is not None else Standing()
    standing = doubts.settled(fact, standing, score)
    status = _status(fact, standing)
    if status is None:
        return None
    cited = fact.verb is not None or (alone and fact.relation not in _SEATS)
    if cited and here.corrected is Status.DENIED:
        status = Status.DENIED
    elif cited and status not in {Status.DENIED, Status.POSSIBLE}:
        status = here.corrected or status
        accused = scene.referents[fact.subject.referent].names
        claimed = status in FACTUAL and standing.speaker is not None
        if claimed and corrections.disputed(scene.span, here.after, accused):
            status = Status.ALLEGED
    if status in FACTUAL and here.start in here.whole.supposed:
        now = supposed.is_now(fact.verb) if fact.verb is not None else alone
        status = Status.POSSIBLE if now else status
    parted = fact.relation == "SPOUSE_OF" and status in FACTUAL
    if undoings.is_undone(fact) or (parted and corrections.parted_next(here.after)):
        judged = status = Status.FORMER
    else:
        judged = wording.status(fact, status, standing, scene, published, score)
        status = doubts.with_model(fact, judged, score)
    if status in FACTUAL and (alone or fact.relation in kin.RELATIONS) and here.inverted:
        status = Status.DENIED
    elif status in FACTUAL and (fact.verb is not None or alone):
        first = min(fact.subject.span.start, fact.object.span.start)
        status = scope.lost(scene.span, first) or status
    leaves = fact.ends and standing.status is Status.PLANNED  # "will step down in July"
    ahead = leaves or status in OPEN
    when = dates.near(fact.word, scene.span, published, ahead=ahead)
    if ahead and dates.was_ahead(fact.word):
        back = dates.near(fact.word, scene.span, published)
        when = dates.nearer(when, back, published)
    if when is None and fact.rule == wording.IN_PASSING:
        last = max(e.span.end_char for e in (fact.subject, fact.object))
        when = dates.behind(last, scene.span, published)
    if when is not None:
        when = dates.shifted(when, scene.text, _last(fact, scene))
    since, until = (when.since, when.until) if when else (None, None)
    if status is Status.DENIED and fact.relation in _FOR_GOOD and _not_since(fact.word):
        since = None
    if until and status is Status.ASSERTED and fact.verb is not None and _runs_on(fact.verb):
        later = dates.near(fact.word, scene.span, published, ahead=True)
        until = later.until if later else until
    over = status is Status.FORMER and bygone.is_over(fact)
    ended = fact.ends or over or (alone and endings.tells_the_end(fact))
    ended = ended or undoings.is_taken_off(fact)
    if ended and status is Status.FORMER and since and not until:
        since, until = None, since  # "left in 2018"
    elif leaves and since and not until:
        since, until = None, since
    ends = fact.relation not in _FOR_GOOD
    until = until if ends else None
    if until and status is Status.ASSERTED and ends and _past(until, published):
        status = Status.FORMER
    elif until and status is Status.FORMER and published and until > published[: len(until)]:
        status = Status.ASSERTED  # "chairman until 2030"
    past = alone and status is Status.FORMER and fact.verb is not None
    kept = fact.status is Status.FORMER or not past  # "Poe, the chief of Acme, once led Beta"
    speaker = _speaker(scene, standing.speaker, fact)
    by_list = fact.rule in listings.RULES
    told = scores.either_way(here.told, fact.key) if by_list else here.told
    if fact.implied:
        told = {}
    evidence = scores.evidence(told, fact.key, status, alone=alone)
    gone = over or (alone and fact.ends)
    if status is Status.FORMER and (gone or _is_founded(fact, here)):
        evidence = scores.without_status(evidence)
    return Statement(
        fact.subject.referent,
        fact.relation,
        fact.object.referent,
        here.start,
        here.end,
        status,
        speaker,
        fact.role if kept else None,
        fact.label,
        since,
        until,
        confidence.of(
            fact,
            evidence,
            weakened=status is not judged or (alone and status not in FACTUAL),
            quiet=here.whole.quiet,
        ),
        fact.rule,
    )


def _is_founded(fact: Fact, here: Place) -> bool:
    """Say whether its sentence tells of the founding, too: "founded Acme and led it until May"."""
    span, made = here.scene.span, here.whole.founded if fact.relation in LASTING else []
    same = (f.word for f in made if f.key[::2] == fact.key[::2])
    return any(word.doc is span.doc and span.start <= word.i < span.end for word in same)


def _status(fact: Fact, standing: Standing) -> Status | None:
    """Return what a fact is; an end that is only talked of says nothing for certain."""
    status = standing.status
    over = undoings.is_taken_off(fact) or (fact.relation in LASTING and endings.tells_the_end(fact))
    if fact.ends or (fact.rule == confidence.MODEL and over and status not in FACTUAL):
        if status in FACTUAL:
            return Status.FORMER
        stays = fact.relation in _HELD and status in _STAYS
        if stays and _is_undone_yet(fact.verb) and not _is_denied(fact):
            # "may close its plant in Oulu", "will not leave the party"; but "had to close" it
            return Status.FORMER if _had_to(fact.verb) else Status.ASSERTED
        return Status.ASSERTED if status is Status.PLANNED and fact.relation in LASTING else None
    if fact.state and status is Status.ASSERTED and standing.speaker is None:
        status = Status.FORMER
    if fact.status is not Status.ASSERTED and status in FACTUAL:
        return fact.status
    if fact.status is Status.POSSIBLE and status is Status.ALLEGED:
        return fact.status  # "is considering a bid, people close to it said"
    return status


def _is_undone_yet(verb: Token | None) -> bool:
    """Say whether it is told as something to do: not "correct reports that it had pulled out"."""
    return verb is not None and verb.tag_ in {"VB", "VBG"}


def _is_denied(fact: Fact) -> bool:
    """Say whether somebody denies that one leaves: whom he would leave is then no news."""
    verb = fact.verb
    if verb is None or fact.relation not in LASTING:
        return False
    return verb.dep_ == "ccomp" and denies(verb.head)


def _had_to(verb: Token | None) -> bool:
    return verb is not None and verb.dep_ == "xcomp" and verb.head.lower_ == "had"


def _last(fact: Fact, scene: Scene) -> int:
    """Return where in the sentence the later end of a tie ends, in code points."""
    ends = (fact.subject, fact.object)
    return max(end.span.end_char for end in ends) - scene.span.start_char


def _not_since(verb: Token) -> bool:
    """Say whether a date is one of before: "has not met her since the funeral in March"."""
    return any(c.lower_ == "since" and c.dep_ in {"prep", "mark"} for c in verb.children)


def _runs_on(verb: Token) -> bool:
    """Say whether what a verb tells is so now: "has banned him until August"."""
    return verb.tag_ in {"VBZ", "VBP"} or any(
        c.tag_ in {"VBZ", "VBP"} and c.dep_ == "aux" for c in verb.children
    )


def _past(until: str, published: str | None) -> bool:
    return published is None or until[:4] < published[:4] or until < published[: len(until)]


def _speaker(scene: Scene, token: Token | None, fact: Fact) -> int | None:
    anchor = scene.resolve(token) if token is not None else None
    if anchor is None or anchor.referent not in range(len(scene.referents)):
        return None
    return anchor.referent
