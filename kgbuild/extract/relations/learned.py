"""Facts that only the learned relation model sees, beside those that rules read."""

from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Token

from kgbuild.extract.neural.scores import Key, Score, Told, between
from kgbuild.extract.references import kin
from kgbuild.extract.relations.titles import office_of
from kgbuild.extract.text.clauses import ONCE, is_bygone, is_now, subjects
from kgbuild.extract.text.facts import BYGONE, LASTING, OFFICES, SEATS, TITULAR, Fact
from kgbuild.extract.text.governors import VERBAL, turn
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.vocabulary import FORMER, LABELS, VISITS, WE
from kgbuild.extract.truth import confidence
from kgbuild.extract.truth.status import judge
from kgbuild.extract.vetoes import others
from kgbuild.extract.vetoes.guesses import FOUNDS, RUNS, is_belied, is_guess
from kgbuild.extract.vetoes.senses import is_of_other_sense
from kgbuild.extract.vetoes.unfit import is_unfit
from kgbuild.model import FACTUAL, Status

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
_EVENTS = frozenset(
    "ACQUIRED ARRESTED CHARGED MET_WITH PARTNERED_WITH SANCTIONED SPOKE_TO SUED VISITED".split()
)
_CLIMBED = 5
"""Heads between a word and the verb: "a lawsuit by Acme against Beta is"."""
_RISES = frozenset({"come", "rise", "emerge", "progress"})
_YOUTH = frozenset({"rank", "academy", "youth", "system"})
_FORMER = FORMER | {"then-"}
_BEFORE = frozenset({"for", "before", "ahead"})
_COURTS = frozenset("chase court covet link monitor pursue sound track want woo".split())
_WANTED = frozenset({"PLAYS_FOR", "ACQUIRED", "OWNS"})
_SEEKS = frozenset(
    """apply audition ballot bid campaign candidate compete contender contest election favourite
    favorite frontrunner hopeful interview nominee race run running shortlist stand vote""".split()
)
_PREPOSITIONS = frozenset({"according", "following", "including", "regarding"})
"""Verbs to the parser."""
_RACES = frozenset("compete contest race run stand".split())
"""What a player does for a club: "competes for Genk"."""
_SETTLES = frozenset(
    """build establish have keep locate move open place put relocate relocation shift
    transfer""".split()
)
_OPENINGS = frozenset("building construction launch opening start".split())
_MADE = TITULAR | {"OWNS"}
"""What somebody may be made by a verb: "rumour made him a shareholder of"."""
_MAKES = frozenset({"make", "name", "appoint", "elect", "choose"})
_BETROTHED = frozenset("fiancé fiancée fiance fiancee engaged engagement betrothed".split())
_IS = frozenset({"be", "remain", "stay"})
_HELMS = frozenset({"chair", "charge", "command", "helm"})
_PAST = frozenset("be work serve play live lead head run own belong captain coach".split())


def facts(scene: Scene, told: Told) -> Iterator[Fact]:
    """Yield what the model holds for so, the likeliest of what one pair cannot both be."""
    kept: list[Key] = []
    for score in sorted(told.values(), key=lambda s: (-s.probability, s.key)):
        if score.probability < LIKELY:
            return
        if not is_unfit(scene, score) and not any(excludes(key, score.key) for key in kept):
            path = _path(score.subject.span.root, score.object.span.root)
            if others.is_of_another(scene, score, path):
                continue
            fact = _fact(scene, score, path)
            if not (is_of_other_sense(fact, path) or is_guess(fact) or is_belied(fact, path)):
                kept.append(score.key)
                yield fact


def excludes(one: Key, other: Key) -> bool:
    """Say whether a less likely tie of the same two does not go together with a likelier one."""
    ends = {one[0], one[2]} == {other[0], other[2]}
    beside = (one[1], other[1]) in _THEN or frozenset({one[1], other[1]}) in _BESIDE
    return ends and not beside


def _fact(scene: Scene, score: Score, path: Sequence[Token]) -> Fact:
    subject, object_ = score.subject.span.root, score.object.span.root
    lasting = score.relation in LASTING
    verb = _verb(path, lasting=lasting)
    apart = verb is not None and _is_apart(scene, score, verb)
    if score.relation == "LEADS" and verb is not None:
        verb = _runs(verb)
    if _in_passing(scene, score, apart=apart) or _is_before(object_, subject, verb):
        verb = None
    elif verb is None and score.relation in _MADE:
        verb = _maker([*path, subject, object_])
    elif verb is None and score.relation in SEATS:
        verb = _settles(scene, score.subject, object_)
    elif verb is None and score.relation in _EVENTS:
        higher = object_ if object_ in subject.ancestors else subject
        verb = _befalls(_top(path) or higher)
    elif verb is None and score.relation == "SPOUSE_OF":
        noun = _top(path) or object_
        undone = _befalls(noun) if noun.dep_ != "nsubj" else None  # "his wife denied it"
        verb = undone if undone is not None and turn(undone) is Status.DENIED else None
    elif verb is None and score.relation == "FIGHTS":
        verb = _wages(subject, object_)
    former = any(c.lower_ in _FORMER for t in path for c in t.children) or any(
        t.nbor(-1).lower_ in _FORMER for t in (subject, object_) if t.i > scene.span.start
    )
    former = former and not is_now(object_)
    titled = score.relation in OFFICES and not is_now(object_)
    office = office_of(scene, score.subject, score.object) if titled else None
    held = office[1] if office else Status.ASSERTED
    former = former or held is Status.FORMER
    return Fact(
        score.subject,
        score.relation,
        score.object,
        word=verb or object_,
        rule=confidence.MODEL,
        verb=verb,
        status=_claimed(score, path, held, former=former and lasting),
        state=verb is not None
        and (
            (lasting and verb.tag_ == "VBD" and lemma(verb) in _PAST)
            or (score.relation in BYGONE and is_bygone(verb))
        ),
        role=office[0] if office else None,
        apart=apart,
        confidence=score.probability,
    )


def _claimed(score: Score, path: Sequence[Token], held: Status, *, former: bool) -> Status:
    """Return what the words between the ends, or those of the office, make of a tie."""
    if former:
        return Status.FORMER
    return _of_noun(score, path) if held in FACTUAL else held


def _top(words: Sequence[Token]) -> Token | None:
    """Return the first of some words that hangs on none of them."""
    return next((t for t in words if t.head not in words), None)


def _maker(words: Sequence[Token]) -> Token | None:
    """Return the verb by which one gets an office: "promised to make Poe trade minister"."""
    top = _top(words)
    made = top is not None and top.dep_ in {"dobj", "oprd", "ccomp"}
    return top.head if made and top is not None and lemma(top.head) in _MAKES else None


def _verb(path: Sequence[Token], *, lasting: bool) -> Token | None:
    """Return the verb that tells a tie: the one by the object.

    Of a lasting tie it is the one by the subject, where that makes it less: "sold it to Acme, a
    firm said to be held by his wife".
    """
    verbs = [t for t in path if t.pos_ in VERBAL and t.lower_ not in _PREPOSITIONS]
    less = lasting and len(verbs) > 1 and judge(verbs[-1]).status not in FACTUAL
    if less and judge(verbs[0]).status in FACTUAL:
        return verbs[-1]
    return verbs[0] if verbs else None


def _runs(verb: Token) -> Token:
    """Return what a founder then does with it: "founded Acme and is still in charge there"."""
    later = (c for c in verb.children if c.dep_ == "conj" and lemma(verb) in FOUNDS)
    return next((c for c in later if lemma(c) in RUNS or _is_at_head(c)), verb)


def _is_at_head(verb: Token) -> bool:
    posts = (o for c in verb.children if c.dep_ == "prep" for o in c.children)
    return lemma(verb) in _IS and any(o.lower_ in _HELMS for o in posts)


def _in_passing(scene: Scene, score: Score, *, apart: bool) -> bool:
    """Say whether the verb speaks of something else than the tie.

    One who tells what "we" did tells in passing whose head he is: "We did not sell it, he said".
    Where a place is does not hang on what happens there.
    """
    if score.relation == "LOCATED_IN":
        return scene.type(score.subject) is scene.type(score.object)
    return apart and score.object.span.text.lower() in WE


def _is_before(object_: Token, subject: Token, verb: Token | None) -> bool:
    """Say whether a clause tells more of whose office was told: "Poe, head of Acme, whom she met".

    Its verb says nothing of that.
    """
    more = verb is not None and verb.dep_ == "relcl" and subject.tag_ == "WP"
    return more and verb is not None and subject.head == verb and object_ not in verb.subtree


def _is_apart(scene: Scene, score: Score, verb: Token) -> bool:
    """Say whether one end stands above a clause that has a subject of its own, and only there.

    "Berg said Acme had no plans": that says little of Berg and Acme.
    """
    own = subjects(verb).tokens
    if not own or score.subject.span.root.dep_ not in {"nsubj", "appos"}:
        return False
    inside = {t.i for t in (*own, *verb.subtree)}
    mine = (a.span.root.i for a in scene.anchors if a.referent == score.subject.referent)
    return inside.isdisjoint(mine)


def _settles(scene: Scene, subject: Anchor, place: Token) -> Token | None:
    """Return the verb by which one gets a seat: "has not moved its seat to Oslo".

    Of "is weighing a move of its seat to Oslo" it is the one above.
    """
    own = subject.span.root
    noun = own.head
    moved = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    verb = moved.head
    if own.tag_ != "PRP$" or moved.dep_ != "dobj" or place.head.lower_ == "from":
        return None
    if lemma(verb if moved is noun else moved) not in _SETTLES:
        return None
    doers = [a for t in subjects(verb).tokens if (a := scene.resolve(t)) is not None]
    same = any(a.referent == subject.referent for a in doers)
    return verb if same or not doers else None


def _befalls(top: Token) -> Token | None:
    """Return the verb that tells what became of it: "talks between Acme and Beta collapsed"."""
    noun = top
    for above in islice(top.ancestors, _CLIMBED):
        if above.pos_ in VERBAL:
            return above if noun.tag_ in {"NN", "NNS"} else None
        if above.pos_ not in {"ADP", "NOUN", "PROPN"}:
            return None
        noun = noun if above.pos_ == "ADP" else above
    return None


def _wages(one: Token, other: Token) -> Token | None:
    """Return the verb that a war hangs on: "nobody wants a war between Mali and Chad"."""
    higher = one if one in other.ancestors else other
    if higher.dep_ == "nsubj" and lemma(higher.head) == "be":
        return higher.head  # "Mali and Chad are not at war"
    noun = next((t for t in higher.ancestors if lemma(t) == "war"), None)
    if noun is None or any(c.dep_ in {"det", "poss"} and c.lower_ != "a" for c in noun.children):
        return None  # "the war": there is one
    return _befalls(higher)


def _of_noun(score: Score, path: Sequence[Token]) -> Status:
    """Return what the nouns between two leave of their tie.

    Planned where they are on the way to it: "flew to Oulu for a meeting with Berg"; possible where
    an office is sought; alleged where it is what someone calls it: "called her Poe's wife".
    """
    relation = score.relation
    if relation == "PLAYS_FOR" and _has_played(path):
        return Status.FORMER
    if relation not in LASTING and any(
        t.head.lower_ in _BEFORE and lemma(t) in VISITS for t in path
    ):
        return Status.PLANNED
    above = islice(score.object.span.root.ancestors, _CLIMBED)
    opened = [t for t in above if lemma(t) in _OPENINGS and t.head.pos_ == "VERB"]
    if relation in SEATS and opened and (made := turn(opened[0].head)) is not Status.ASSERTED:
        return made  # "put off the opening of its plant in Texas"
    if relation == "VISITED" and any(t.lower_ == "to" and t.head.lower_ == "way" for t in path):
        return Status.PLANNED  # "was on his way to Oulu"
    if relation == "SPOUSE_OF" and any(
        t.lower_ in _BETROTHED for t in between(score.subject, score.object)
    ):
        return Status.PLANNED  # "Poe and his fiancée, Ann Lee,"
    if relation == "SPOUSE_OF" and any(
        c.lower_ in ONCE for t in path if t.lower_ == "married" for c in t.children
    ):
        return Status.FORMER  # "Ann Lee, previously married to Poe"
    seeks = _SEEKS - _RACES if relation == "PLAYS_FOR" else _SEEKS
    sought = [t for t in path if t.lower_ == "for" and lemma(t.head) in seeks]
    of_office = any(score.object.span.root.head != t for t in sought)  # not "her run for Kenya"
    if (relation in OFFICES and sought) or (relation == "PLAYS_FOR" and of_office):
        return Status.POSSIBLE  # "came second in the vote for president of Peru"
    if any(t.lower_ == "mistaken" for t in path):
        return Status.DENIED  # "was mistaken for Poe's wife"
    if relation in kin.RELATIONS and any(t.lower_ == "like" and t.dep_ == "prep" for t in path):
        return Status.DENIED  # "is like a sister to Poe"
    if relation == "KILLED" and any(c.lower_ == "attempted" for t in path for c in t.children):
        return Status.DENIED  # "is tried for the attempted murder of Poe"
    if relation == "ARRESTED" and any(lemma(t) == "warrant" for t in path):
        return Status.POSSIBLE
    if relation == "PLAYS_FOR" and any(t.pos_ == "VERB" and lemma(t) in _COURTS for t in path):
        return Status.POSSIBLE  # "has been linked with Porto"
    if relation in _WANTED and any(lemma(t) == "target" for t in path):
        return Status.POSSIBLE  # "a Porto target"
    called = any(t.dep_ == "oprd" and lemma(t.head) in LABELS for t in path)
    called = called or any(t.lower_ == "as" and lemma(t.head) == "regard" for t in path)
    return Status.ALLEGED if called else Status.ASSERTED


def _has_played(path: Sequence[Token]) -> bool:
    """Say whether one was there as a youth, or lent: "came through the ranks", "from a loan"."""
    rose = any(lemma(t) in _RISES for t in path) and any(lemma(t) in _YOUTH for t in path)
    return rose or any(lemma(t) == "loan" and t.head.lower_ == "from" for t in path)


def _path(subject: Token, object_: Token) -> list[Token]:
    """Return the words between two in the tree: up from the object, then down to the subject."""
    above = [subject, *subject.ancestors]
    ups = [object_, *object_.ancestors]
    meeting = next((t for t in ups if t in above), None)
    if meeting is None:
        return []
    way = [*ups[: ups.index(meeting)], meeting, *reversed(above[: above.index(meeting)])]
    return [t for t in way if t not in (subject, object_)]
