"""What the learned model leaves of a claim that it alone sees: its doubt, its word on the end."""

from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.neural.scores import Score
from kgbuild.extract.text.facts import LASTING, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.tagsets import PAST
from kgbuild.extract.text.times import is_now
from kgbuild.extract.text.vocabulary import VISITS
from kgbuild.extract.truth import confidence
from kgbuild.extract.truth.endings import goes_from, goes_on, goes_over, is_followed, moves_to
from kgbuild.extract.truth.standing import OPEN, Standing
from kgbuild.model import FACTUAL, Status

DOUBT, DENIAL, OVER, SURE = 0.1, 0.5, 0.75, 0.9
"""How sure the model must be that a tie which it alone sees is not so; that it is denied where an
office is but sought; that it is over; and of what it is where rules don't know."""
LIKELY_OVER = 0.6
"""The same of what a past tense does not make a thing of the past: so three of three in dev."""
_ENDING = frozenset("SPOUSE_OF PARTNERED_WITH OPERATES_IN SANCTIONED SUPPLIES".split())
"""They may be over as well, though a past tense alone does not say so."""
_AT = frozenset("after at before during in since".split())
_BOTH = frozenset("both men pair they two women".split())


def settled(fact: Fact, standing: Standing, score: Score | None) -> Standing:
    """Return what is so where the walk up the sentence met what it does not know, by the model.

    Only of a tie that the model alone sees, since where a rule reads one, "possible" says
    something; and never that it is so: right 29 times of 30 is too seldom.
    """
    beyond = fact.rule == confidence.MODEL and standing.status is Status.POSSIBLE
    if score is None or not beyond:
        return standing
    likeliest = max(score.stands, key=score.stands.__getitem__)
    knows = likeliest not in FACTUAL and score.stands[likeliest] > SURE
    return replace(standing, status=likeliest) if knows else standing


def with_model(fact: Fact, status: Status, score: Score | None) -> Status:
    """Return the status of a tie that only the model sees, after the model's word.

    Of 9,001 ties drawn as facts from items that no weights had seen .4 % were none; of those that
    the model alone saw and doubted by .1 to .2, one in nine. Against a rule its word does not
    count: where it was sure of the contrary, ten of 15 were right all the same.
    """
    if score is None or fact.rule != confidence.MODEL or is_followed(fact):
        return status
    if status is Status.DENIED and _met_anyway(fact):
        return Status.ASSERTED
    if status in OPEN and fact.status in OPEN and score.stands[Status.DENIED] > DENIAL:
        return Status.DENIED  # "has withdrawn as the next chief executive"
    if status not in FACTUAL:
        return status
    if fact.verb is not None and fact.verb.tag_ not in PAST and goes_on(fact):
        return status  # "will stay at Acme": the model takes the future for what is to come
    if doubt(score) > DOUBT:
        return max((s for s in score.stands if s not in FACTUAL), key=lambda s: score.stands[s])
    if is_now(fact.object.span.root):
        return status
    if fact.relation == "MEMBER_OF" and goes_over(fact.object.span.root):
        return status  # the model takes the new party for the old
    if fact.relation == "LIVES_IN" and moves_to(fact):
        return status
    if fact.relation in LASTING and goes_from(fact):
        return Status.FORMER  # "has resigned from the league"
    over = {"FIGHTS": SURE, **dict.fromkeys(LASTING, OVER)}.get(fact.relation, 1.0)
    over = LIKELY_OVER if fact.relation in _ENDING else over
    return Status.FORMER if score.stands[Status.FORMER] > over else status


def doubt(score: Score) -> float:
    """Return how probable the model holds it that a tie is no fact."""
    return 1 - sum(score.stands[s] for s in FACTUAL)


def _met_anyway(fact: Fact) -> bool:
    """Say whether what is denied is told of a meeting: "denied paying him at their meeting"."""
    verb = fact.verb
    if fact.relation != "MET_WITH" or verb is None or any(c.tag_ == "MD" for c in verb.children):
        return False  # "will not raise it at their meeting"
    return any(map(_is_their_meeting, verb.subtree))


def _is_their_meeting(word: Token) -> bool:
    if lemma(word) in VISITS:
        theirs = any(c.dep_ == "poss" and c.lower_ == "their" for c in word.children)
        return theirs and word.dep_ == "pobj" and word.head.lower_ in _AT
    both = any(c.dep_ == "nsubj" and c.lower_ in _BOTH for c in word.children)
    when = any(c.lower_ in {"when", "after", "before"} for c in word.children)
    return lemma(word) == "meet" and word.dep_ == "advcl" and both and when
