"""Turn one fact into a statement: whether it is so, who says it, since and until when."""

from spacy.tokens import Token

from kgbuild.extract.neural import scores
from kgbuild.extract.references import kin
from kgbuild.extract.relations import listings
from kgbuild.extract.relations.whole import Place
from kgbuild.extract.text import dating
from kgbuild.extract.text.facts import LASTING, Fact
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.status_words import denies
from kgbuild.extract.truth import (
    answers,
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
from kgbuild.extract.truth.wording import Claim
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
    published, score = here.whole.article.published, here.told.get(fact.key)
    standing = judge(fact.verb) if fact.verb is not None else Standing()
    standing = doubts.settled(fact, standing, score)
    status = _status(fact, standing)
    if status is None:
        return None
    claim = Claim(fact, standing, here.scene, published, score)
    status = _by_article(claim, status, here)
    judged, status = _judged(claim, status, here)
    over = status is Status.FORMER and bygone.is_over(fact)
    since, until = _when(claim, status)
    if since and not until and _tells_until(claim, status, over=over):
        since, until = None, since  # "left in 2018"
    until = until if fact.relation not in _FOR_GOOD else None
    status = _as_of(published, status, until)
    past = claim.alone and status is Status.FORMER and fact.verb is not None
    kept = fact.status is Status.FORMER or not past  # "Poe, the chief of Acme, once led Beta"
    return Statement(
        fact.subject.referent,
        fact.relation,
        fact.object.referent,
        here.start,
        here.end,
        status,
        _speaker(here.scene, standing.speaker),
        fact.role if kept else None,
        fact.label,
        since,
        until,
        confidence.of(
            fact,
            _evidence(claim, status, here, over=over),
            weakened=status is not judged or (claim.alone and status not in FACTUAL),
            quiet=here.whole.quiet,
        ),
        fact.rule,
    )


def _by_article(claim: Claim, status: Status, here: Place) -> Status:
    """Return what a correction or a denial nearby, or a scenario, leaves of a claim."""
    fact, scene = claim.fact, claim.scene
    cited = fact.verb is not None or (claim.alone and fact.relation not in _SEATS)
    if cited and here.corrected is Status.DENIED:
        status = Status.DENIED
    elif cited and status not in {Status.DENIED, Status.POSSIBLE}:
        status = here.corrected or status
        accused = scene.referents[fact.subject.referent].names
        claimed = status in FACTUAL and claim.standing.speaker is not None
        claimed = claimed and fact.relation != "CRITICIZED"  # who says it has done it
        of_whom = (*accused, *scene.referents[fact.object.referent].names)
        if fact.verb is not None and answers.belied(fact.verb, claim.standing, here.after, of_whom):
            status = Status.DENIED
        elif claimed and corrections.disputed(scene.span, here.after, accused):
            status = Status.ALLEGED
    if status in FACTUAL and here.start in here.whole.supposed:
        now = supposed.is_now(fact.verb) if fact.verb is not None else claim.alone
        status = Status.POSSIBLE if now else status
    return status


def _judged(claim: Claim, status: Status, here: Place) -> tuple[Status, Status]:
    """Return what the words make of a claim, and what the model and the sentence leave of that."""
    fact, scene = claim.fact, claim.scene
    parted = fact.relation == "SPOUSE_OF" and status in FACTUAL
    if undoings.is_undone(fact) or (parted and corrections.parted_next(here.after)):
        judged = status = Status.FORMER
    else:
        judged = wording.status(claim, status)
        status = doubts.with_model(fact, judged, claim.score)
    if status not in FACTUAL:
        return judged, status
    if (claim.alone or fact.relation in kin.RELATIONS) and here.inverted:
        return judged, Status.DENIED
    if fact.verb is not None or claim.alone:
        first = min(fact.subject.span.start, fact.object.span.start)
        status = scope.lost(scene.span, first) or status
        if status in FACTUAL and fact.verb is not None and scope.is_inserted(fact.verb):
            status = Status.ALLEGED
    return judged, status


def _leaves(claim: Claim) -> bool:
    """Say whether the end is planned: "will step down in July"."""
    return claim.fact.ends and claim.standing.status is Status.PLANNED


def _when(claim: Claim, status: Status) -> tuple[str | None, str | None]:
    """Return since and until when it is so, by the date nearest to what tells it."""
    fact, sentence, published = claim.fact, claim.scene.span, claim.published
    ahead = _leaves(claim) or status in OPEN
    when = dating.near(fact.word, sentence, published, ahead=ahead)
    if ahead and dating.was_ahead(fact.word):
        back = dating.near(fact.word, sentence, published)
        when = dating.nearer(when, back, published)
    if when is None and fact.rule == wording.IN_PASSING:
        last = max(e.span.end_char for e in (fact.subject, fact.object))
        when = dating.behind(last, sentence, published)
    if when is None:
        return None, None
    when = dating.shifted(when, claim.scene.text, _last(fact, claim.scene))
    since, until = when.since, when.until
    if status is Status.DENIED and fact.relation in _FOR_GOOD and _not_since(fact.word):
        since = None
    if until and status is Status.ASSERTED and fact.verb is not None and _runs_on(fact.verb):
        later = dating.near(fact.word, sentence, published, ahead=True)
        until = later.until if later else until
    return since, until


def _tells_until(claim: Claim, status: Status, *, over: bool) -> bool:
    """Say whether the date told is that of an end: "left in 2018", "will step down in July"."""
    fact = claim.fact
    if _leaves(claim):
        return True
    ended = fact.ends or over or (claim.alone and endings.tells_the_end(fact))
    return status is Status.FORMER and (ended or undoings.is_taken_off(fact))


def _as_of(published: str | None, status: Status, until: str | None) -> Status:
    """Return what is so on the day of the article: over, or not yet, "chairman until 2030"."""
    if until and status is Status.ASSERTED and _past(until, published):
        return Status.FORMER
    if until and status is Status.FORMER and published and until > published[: len(until)]:
        return Status.ASSERTED
    return status


def _evidence(claim: Claim, status: Status, here: Place, *, over: bool) -> confidence.Evidence:
    """Return what the model says of the tie; an end that words tell it is not asked of."""
    fact = claim.fact
    told = scores.either_way(here.told, fact.key) if fact.rule in listings.RULES else here.told
    evidence = scores.evidence({} if fact.implied else told, fact.key, status, alone=claim.alone)
    gone = over or (claim.alone and fact.ends)
    if status is Status.FORMER and (gone or _is_founded(fact, here)):
        return scores.without_status(evidence)
    return evidence


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


def _speaker(scene: Scene, token: Token | None) -> int | None:
    anchor = scene.resolve(token) if token is not None else None
    if anchor is None or anchor.referent not in range(len(scene.referents)):
        return None
    return anchor.referent
