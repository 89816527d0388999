"""Turn what the sentences of an article say of two referents into statements.

Rules find facts; each fact is then judged (is it so, who says it) and dated. A sentence of
a headline is none: headlines drop the words that tell a fact from a hope.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice, pairwise
from math import ceil

from spacy.tokens import Doc, Token

from kgbuild.extract.names import teams
from kgbuild.extract.neural import scores
from kgbuild.extract.neural.scores import Told
from kgbuild.extract.references import kin, unnamed, unsaid
from kgbuild.extract.relations import (
    affiliations,
    alliances,
    bids,
    brackets,
    branches,
    bylines,
    children,
    citizens,
    clubs,
    compounds,
    deeds,
    departures,
    designated,
    dwellers,
    echoes,
    encounters,
    formulas,
    frames,
    genitives,
    goods,
    journeys,
    labels,
    learned,
    listings,
    offices,
    outlawed,
    peers,
    places,
    public,
    related,
    rounds,
    seats,
    stakes,
    successions,
    survivors,
    ventures,
)
from kgbuild.extract.text import dates, lives
from kgbuild.extract.text.facts import LASTING, OFFICES, Fact
from kgbuild.extract.text.governors import denies
from kgbuild.extract.text.paragraphs import Anchor, Paragraph, text_of, vocabulary
from kgbuild.extract.text.scene import Scene, scenes
from kgbuild.extract.truth import (
    answers,
    arrivals,
    bygone,
    confidence,
    corrections,
    deaths,
    scope,
    supposed,
    wording,
)
from kgbuild.extract.truth.status import OPEN, Standing, judge, tells
from kgbuild.extract.vetoes import others, rivals
from kgbuild.model import FACTUAL, Article, Form, Referent, Statement, Status
from kgbuild.ontology import Ontology

PLAYS = 0.5
SEEN = 0.5
MEETING = "MET_WITH"
MOST = 200  # statements of one sentence
_FEW = 2  # words of sport in an article on it
_ONCE = frozenset({"BORN_IN", "DIED_IN"})
_DWELL = frozenset({"HEADQUARTERED_IN", "LIVES_IN"})
_TITULAR = OFFICES | {"MEMBER_OF"}
_TITLES = peers.RULES | {"title", "apposition"}
_APART = 2  # characters between two sentences
_NEXT = 400  # characters after a sentence in which a denial of it is sought
_FOR_GOOD = frozenset(
    """CITIZEN_OF BORN_IN DIED_IN PARENT_OF SIBLING_OF FOUNDED KILLED ACQUIRED ARRESTED CHARGED SUED
    MET_WITH SPOKE_TO VISITED""".split()
)
"""They do not end by a date that the sentence names."""
_THERE = frozenset(
    """BORN_IN DIED_IN EDUCATED_AT HEADQUARTERED_IN LIVES_IN OPERATES_IN VISITED""".split()
)
"""Told of a place, they are not told of the wider one as well: "was born in Linz, Austria"."""
_SEATS = frozenset({"HEADQUARTERED_IN", "LOCATED_IN"})
"""Told in passing even by what is taken back: "a subsidiary of Sahel, of Abidjan"."""
_HELD = frozenset({"LEADS", "MEMBER_OF", "OPERATES_IN", "PLAYS_FOR", "WORKS_FOR"})
_STAYS = frozenset({Status.PLANNED, Status.POSSIBLE, Status.DENIED})
"""Who is yet to go, or does not, is there."""
_PLAIN_RULES = compounds.RULES | listings.RULES
_PLAIN_RULES |= {genitives.RULE, lives.RULE, outlawed.RULE, public.RULE}
_PLAIN_RULES |= {survivors.RULE, ventures.RULE}
"""Of a pair that they tie the model is not asked again: it takes one end for the other."""
_FINDERS = tuple(
    rules.find
    for rules in (
        journeys, encounters, labels, alliances, places, seats, branches, compounds, listings,
        lives, dwellers, survivors, ventures, goods, formulas, public, stakes,
    )
)  # fmt: skip
"""What asks for nothing but the sentence."""
_IMPLIED = {
    "WORKS_FOR": ("LEADS", "PLAYS_FOR"),
    "LOCATED_IN": ("HEADQUARTERED_IN", "CAPITAL_OF"),
    "OPERATES_IN": ("HEADQUARTERED_IN",),
}


def find(
    article: Article,
    paragraphs: Sequence[Paragraph],
    referents: Sequence[Referent],
    anchors: Sequence[Anchor],
    ontology: Ontology,
    bodies: Sequence[Anchor] = (),
) -> tuple[Statement, ...]:
    """Return what the article's sentences claim, sorted by place and ends.

    ``bodies`` are nouns of offices with the bodies that they are of, as can be gathered.
    """
    gathered = {(a.span.doc, a.span.start): a for a in bodies}
    echoing = designated.is_told_of(article.text) or echoes.is_told_of(article.text)
    joining = any(rounds.may_join(text_of(p.doc)) for p in paragraphs)
    resting = any(stakes.may_be(vocabulary(p.doc)) for p in paragraphs)
    dwelling = children.may_dwell(article.text)
    least = 1 if gathered or echoing or joining or resting or dwelling else 2
    seen = list(scenes(paragraphs, referents, anchors, least=least))
    staged = [
        (paragraph, scene)
        for paragraph, scene in seen
        if len({a.referent for a in scene.anchors}) > 1
        or (echoing and _may_echo(scene.text))
        or (joining and rounds.may_be(scene))
        or (resting and stakes.may_be(scene.words))
        or (dwelling and children.may_dwell(scene.text))
        or any((scene.span.doc, t.i) in gathered for t in scene.span)
    ]
    before = {b.span: a for (_, a), (_, b) in pairwise(seen)} if echoing else {}
    told = scores.ask([scene for _, scene in staged], ontology)
    whole = _Whole(
        article,
        _is_quiet(paragraphs),
        corrections.is_column(article),
        gathered,
        supposed.starts(paragraphs, article.published),
        genitives.is_of_sport(article.text),
        teams.is_sport(paragraphs, _FEW),
    )
    found: list[Statement] = []
    for (paragraph, scene), said in zip(staged, told, strict=True):
        place = _Place(scene, paragraph, said, whole, before.get(scene.span))
        found += _of_sentence(place, ontology)
    found = [*unsaid.of_states(found, referents)]
    found = genitives.without_closer(list(unsaid.without_rivals(found)))
    found = list(affiliations.apart(found))
    found = found if whole.quiet else list(_without_wider(found))
    living = corrections.alive(anchors)
    found = [replace(s, status=Status.DENIED) if _kills(s, living) else s for s in found]
    found = arrivals.planned(found, anchors, article.published)
    found = deaths.ended(found, paragraphs, anchors, referents, living)
    found += bylines.find(paragraphs, anchors, referents, ontology)
    return tuple(sorted(_contested(found, staged, whole.denied, ontology), key=_order))


def _may_echo(sentence: str) -> bool:
    return echoes.may_be(sentence) or designated.may_be(sentence)


def _kills(one: Statement, living: Set[int]) -> bool:
    """Say whether it has someone dead who the article says is alive."""
    dead = one.subject if one.relation == "DIED_IN" else one.object
    return one.relation in {"DIED_IN", "KILLED"} and dead in living


def _is_quiet(paragraphs: Iterable[Paragraph]) -> bool:
    """Say whether in fewer than one sentence of ten somebody tells something, or "on Monday"."""
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.doc.sents]
    news = (s for s in sentences if tells(s) or any(t.lower_ in dates.DAYS for t in s))
    least = ceil(len(sentences) / 10)
    return len(list(islice(news, least))) < least


def _contested(
    found: Sequence[Statement],
    staged: Iterable[tuple[Paragraph, Scene]],
    unsure: Iterable[Statement],
    ontology: Ontology,
) -> Iterable[Statement]:
    """Take what one says and another part of the article denies for alleged.

    What the model alone reads out of words that tell of something else is left out then, and
    where a rule reads that it is planned or possible, or, too ``unsure`` to be drawn, denied.
    """
    denied = {_tie(s, ontology) for s in found if s.status is Status.DENIED}
    less = denied | {_tie(s, ontology) for s in found if s.status in OPEN and _is_told(s)}
    less |= {_tie(s, ontology) for s in unsure}
    found = [
        one
        for one in found
        if one.rule != confidence.MODEL
        or one.status not in FACTUAL
        or _tie(one, ontology) not in less
    ]
    if not denied:
        return found
    claims = {paragraph.start + s.span.start_char for paragraph, s in staged if tells(s.span)}
    return (
        replace(one, status=Status.ALLEGED)
        if one.status in FACTUAL
        and _tie(one, ontology) in denied
        and (one.speaker is not None or one.start in claims)
        else one
        for one in found
    )


def _is_told(one: Statement) -> bool:
    """Say whether a rule reads it, or it is an office that someone will have."""
    return one.rule != confidence.MODEL or (
        one.status is Status.PLANNED and one.relation in arrivals.OFFICES
    )


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is known of the whole article.

    ``quiet`` as in confidence.of, ``column`` as in corrections.of; ``bodies`` are those of offices
    that do not say them, by document and place of the office's noun; ``supposed`` is where
    sentences begin that tell what may be; ``sport`` as in genitives.is_of_sport;
    ``titles`` are the offices so far that name no body, ``held`` those plainly told, ``taken``
    those that somebody has or is to get, ``founded`` who founded what, ``raised`` who has raised
    money, ``shared`` who has a share of what, and where that is told, ``couples`` who is married
    so far, ``denied`` is what rules read as denied, but are not sure enough of to draw,
    ``imposers`` are who is told to impose sanctions so far.
    """

    article: Article
    quiet: bool
    column: bool
    bodies: Mapping[tuple[Doc, int], Anchor]
    supposed: Set[int]
    sport: bool
    matches: bool
    titles: list[peers.Bare] = field(default_factory=list)
    held: list[Fact] = field(default_factory=list)
    taken: list[Fact] = field(default_factory=list)
    founded: list[Fact] = field(default_factory=list)
    raised: list[Anchor] = field(default_factory=list)
    shared: list[tuple[int, Fact]] = field(default_factory=list)
    couples: list[children.Couple] = field(default_factory=list)
    denied: list[Statement] = field(default_factory=list)
    imposers: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class _Place:
    """A sentence where it stands, with what the model says of it."""

    scene: Scene
    paragraph: Paragraph
    told: Told
    whole: _Whole
    before: Scene | None = None

    @cached_property
    def start(self) -> int:
        return self.paragraph.start + self.scene.span.start_char

    @cached_property
    def end(self) -> int:
        return self.paragraph.start + self.scene.span.end_char

    @cached_property
    def corrected(self) -> Status | None:
        return corrections.of(self.scene.span, self.after, column=self.whole.column)

    @cached_property
    def inverted(self) -> bool:
        return scope.is_inverted(self.scene.span)

    @property
    def shared(self) -> Fact | None:
        """What the sentence before tells somebody to have a share of."""
        last = self.whole.shared[-1:]
        return next((f for end, f in last if end <= self.start <= end + _APART), None)

    @cached_property
    def after(self) -> str:
        """What follows the sentence."""
        return self.whole.article.text[self.end : self.end + _NEXT]


def _of_sentence(here: _Place, ontology: Ontology) -> list[Statement]:
    scene = here.scene
    said = frames.clauses(scene)
    told = offices.find(scene, ontology, here.whole.bodies)
    told = clubs.managed(told, scene, ontology, sport=here.whole.matches)
    offices_held = departures.ended(told, scene, said)
    held = tuple(departures.replaced(offices_held, scene))
    earlier = successions.told(here.whole.held, here.whole.taken)
    held += tuple(departures.inherited(held, earlier, scene, said))
    sure = tuple(fact for fact in held if not fact.unsaid)
    here.whole.titles.extend(peers.bare(scene))
    known = tuple(filter(_is_held, sure))
    by_others = peers.find(known, earlier, scene, here.whole.titles)
    held = (*held, *departures.ended(by_others, scene, said))
    published = here.whole.article.published
    held += tuple(successions.preceded(held, here.whole.taken, scene, said, published))
    facts = [
        *held,
        *_as_seen(_as_players(frames.find(scene, said, ontology), here.told), here.told),
        *deeds.find(scene, published, ontology),
        *(fact for find_in in _FINDERS for fact in find_in(scene, ontology)),
        *clubs.find(scene, ontology, sport=here.whole.matches),
        *brackets.find(scene, ontology, sport=here.whole.matches),
        *genitives.find(scene, here.told, ontology, sport=here.whole.sport),
        *affiliations.find(scene, here.told, ontology, sport=here.whole.sport),
        *outlawed.find(scene, here.told, ontology),
        *unnamed.find(scene, here.whole.bodies, ontology),
        *bids.find(scene, ontology, sport=here.whole.sport),
        *bids.sold(scene, ontology),
        *rounds.find(scene, said, next(iter(here.whole.raised[-1:]), None), ontology),
        *echoes.find(scene, said, here.before, ontology),
        *designated.find(scene, said, here.before, here.whole.imposers, ontology),
        *_without_rulers(citizens.find(scene, ontology, sport=here.whole.matches), held),
    ]
    facts = departures.told_over(facts)
    facts += bids.outdone(scene, facts, ontology)
    facts += stakes.rest(scene, facts, here.shared)
    shared = next(stakes.parts(scene, facts), None)
    here.whole.shared.extend([(here.end, shared)] if shared is not None else [])
    raised = rounds.taker(scene, said)
    here.whole.raised.extend([raised[0]] if raised is not None else [])
    facts += peers.founders(facts, here.whole.founded, scene)
    here.whole.founded.extend(f for f in facts if f.relation == "FOUNDED" and _is_told_so(f))
    meets = any(key[1] == MEETING for key in here.told) or any(
        fact.relation == MEETING for fact in facts
    )
    match = meets and others.is_match(scene.span)
    facts = [f for f in facts if not (match and f.relation == MEETING)]
    here.whole.held.extend(fact for fact in facts if _is_held(fact))
    here.whole.held.extend(departures.over(fact for fact in facts if not fact.unsaid))
    here.whole.held.extend(departures.told(sure))
    here.whole.taken.extend(successions.taken(facts))
    here.whole.taken.extend(departures.left(held))
    read = {fact.key for fact in facts}
    plainly = {frozenset(f.key[::2]) for f in facts if f.rule in _PLAIN_RULES}
    lived = {fact.subject.referent for fact in facts if fact.rule == lives.RULE}
    peoples = {fact.object.referent for fact in facts if fact.rule == citizens.RULE}
    capped = {fact.key[::2] for fact in facts if fact.rule == clubs.RULE}
    rest = {
        key: score
        for key, score in here.told.items()
        if score.probability >= learned.LIKELY
        and key not in read
        and frozenset(key[::2]) not in plainly
        and not (match and key[1] == MEETING)
        and not (key[1] == citizens.RELATION and key[2] in peoples)  # "the Swede" is but one
        and not (key[1] == citizens.RELATION and key[::2] in capped)
        and not _is_of_another(score, held)
        and not _is_anothers_place(score, facts)
        and not rivals.is_read_of_another(scene, score, facts)
        and not brackets.is_anothers(score, facts)
        and not (score.relation in _ONCE and score.key[0] in lived)
    }
    proposed = islice(departures.ended(learned.facts(scene, rest), scene, said), MOST)
    alone = (fact for fact in proposed if confidence.may_be_drawn(fact, quiet=here.whole.quiet))
    drawn = _surer(_drawn(facts, here), _drawn(alone, here))
    here.whole.couples.extend(children.married(scene, drawn))
    here.whole.taken.extend(successions.drawn(drawn, scene))
    drawn += _drawn(children.find(scene, here.whole.couples, ontology), here)
    drawn += _drawn(children.homes(scene, here.whole.couples, ontology), here)
    here.whole.imposers.update(designated.imposers(scene, said), designated.by(drawn))
    typed = {frozenset((s.subject, s.object)) for s in drawn}
    open_ = (
        _statement(fact, here)
        for fact in related.find(scene, said, ontology)
        if frozenset((fact.subject.referent, fact.object.referent)) not in typed
    )
    kept = _without_repeats([*drawn, *islice((s for s in open_ if s), MOST)])
    return list(_without_implied(_one_way(kept, ontology)))


def _is_held(fact: Fact) -> bool:
    """Say whether an office is plainly somebody's, so that another's may be told by it."""
    if fact.relation not in OFFICES or fact.unsaid:
        return False
    plain = fact.verb is None or judge(fact.verb).status is Status.ASSERTED
    return plain and not (fact.ends or (fact.verb is not None and fact.state))


def _is_told_so(fact: Fact) -> bool:
    return fact.verb is None or judge(fact.verb).status in FACTUAL


def _without_rulers(facts: Iterable[Fact], held: Iterable[Fact]) -> Iterator[Fact]:
    """Yield citizens but those in office there: "the summit of Peru's Ann Lee, its president"."""
    ruling = {fact.key[::2] for fact in held}
    yield from (f for f in facts if f.object.form is Form.NOMINAL or f.key[::2] not in ruling)


def _as_players(facts: Iterable[Fact], told: Told) -> Iterator[Fact]:
    """Yield the facts; who by the model plays for a body, "joined Genk", does not work for it."""
    for fact in facts:
        subject, relation, object_ = fact.key
        score = told.get((subject, "PLAYS_FOR", object_)) if relation == "WORKS_FOR" else None
        plays = score is not None and score.probability > PLAYS
        yield replace(fact, relation="PLAYS_FOR") if plays else fact


def _as_seen(facts: Iterable[Fact], told: Told) -> Iterator[Fact]:
    """Yield the facts; what the model sees itself it is asked of, though another tie implies it."""
    for fact in facts:
        score = told.get(fact.key) if fact.implied else None
        seen = score is not None and score.probability > SEEN
        yield replace(fact, implied=False) if seen else fact


def _is_of_another(score: scores.Score, held: Iterable[Fact]) -> bool:
    """Say whether another is called by an office of it.

    So in "Acme head Ann Lee and Beta head Bo Berg" and in "Ann Lee and Bo Berg, head of Beta".
    """
    if score.relation not in _TITULAR:
        return False
    titles = [f for f in held if f.rule in _TITLES and f.verb is None]
    bearers = [f.subject for f in titles if f.object == score.object]
    if not bearers or any(a.referent == score.subject.referent for a in bearers):
        return False
    own = any(f.rule == "title" and f.subject.referent == score.subject.referent for f in titles)
    return own or any(_are_listed(score.subject.span.root, a.span.root) for a in bearers)


def _are_listed(one: Token, other: Token) -> bool:
    """Say whether two names are joined by "and", or the nouns that they are put to."""
    one, other = (t.head if t.dep_ == "appos" else t for t in (one, other))
    pairs = (one, other), (other, one)
    return any(last.dep_ == "conj" and first in last.ancestors for first, last in pairs)


def _is_anothers_place(score: scores.Score, facts: Sequence[Fact]) -> bool:
    """Say whether it is where another is based or born.

    "Acme, a unit of Lagos-based Beta"; "I was born in Lima, said Ann Lee, who follows him". Of
    "Natick, Massachusetts, and Galway, Ireland" Natick is not in Ireland.
    """
    wider = {f.subject.referent: f.object.referent for f in facts if f.rule == "place:comma"}
    subject, _, object_ = score.key
    if subject in wider and wider[subject] != object_:
        return object_ in wider.values() and wider.get(wider[subject]) != object_
    told = {
        f.subject.referent
        for f in facts
        if f.object == score.object
        and (
            (f.relation == score.relation and f.relation in _ONCE)
            or (score.relation in _DWELL and f.rule == "place:based")
        )
    }
    return bool(told) and score.subject.referent not in told


def _drawn(facts: Iterable[Fact], here: _Place) -> list[Statement]:
    draws = confidence.weights().draws
    kept = []
    for fact in islice(facts, MOST):
        said = _statement(fact, here)
        if said is None:
            continue
        if draws(said.relation, said.confidence, plain=confidence.is_plain(fact)):
            kept.append(said)
        elif said.status is Status.DENIED and said.rule != confidence.MODEL:
            here.whole.denied.append(said)
    return kept


def _surer(by_rule: Sequence[Statement], by_model: Sequence[Statement]) -> list[Statement]:
    """Return what rules find and what the model adds; of two ties of one pair the surer."""
    kept, added = list(by_rule), []
    for new in by_model:
        rivals = [old for old in kept if learned.excludes(_key(old), _key(new))]
        if all(old.relation != new.relation and old.confidence < new.confidence for old in rivals):
            kept = [old for old in kept if old not in rivals]
            added.append(new)
    return [*kept, *added]


def _key(statement: Statement) -> scores.Key:
    return statement.subject, statement.relation, statement.object


def _tie(statement: Statement, ontology: Ontology) -> scores.Key:
    """Return its key, the same for both directions of a symmetric tie."""
    subject, relation, object_ = _key(statement)
    first, second = ontology.ends(relation, subject, object_)
    return first, relation, second


def _statement(fact: Fact, here: _Place) -> Statement | None:
    scene, published = here.scene, here.whole.article.published
    score, alone = here.told.get(fact.key), fact.rule == confidence.MODEL
    standing = judge(fact.verb) if fact.verb is not None else Standing()
    standing = wording.settled(fact, standing, score)
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
        claimed = claimed and fact.relation != "CRITICIZED"  # who says it has done it
        of_whom = (*accused, *scene.referents[fact.object.referent].names)
        if fact.verb is not None and answers.belied(fact.verb, standing, here.after, of_whom):
            status = Status.DENIED
        elif claimed and corrections.disputed(scene.span, here.after, accused):
            status = Status.ALLEGED
    if status in FACTUAL and here.start in here.whole.supposed:
        now = supposed.is_now(fact.verb) if fact.verb is not None else alone
        status = Status.POSSIBLE if now else status
    parted = fact.relation == "SPOUSE_OF" and status in FACTUAL
    if wording.is_undone(fact) or (parted and corrections.parted_next(here.after)):
        judged = status = Status.FORMER
    else:
        judged = wording.status(fact, status, standing, scene, published, score)
        status = wording.with_model(fact, judged, score)
    if status in FACTUAL and (alone or fact.relation in kin.RELATIONS) and here.inverted:
        status = Status.DENIED
    elif status in FACTUAL and (fact.verb is not None or alone):
        first = min(fact.subject.span.start, fact.object.span.start)
        status = scope.lost(scene.span, first) or status
        if status in FACTUAL and fact.verb is not None and scope.is_inserted(fact.verb):
            status = Status.ALLEGED
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
    ended = fact.ends or over or (alone and wording.tells_the_end(fact))
    ended = ended or wording.is_taken_off(fact)
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


def _is_founded(fact: Fact, here: _Place) -> bool:
    """Say whether its sentence tells of the founding, too: "founded Acme and led it until May"."""
    span, made = here.scene.span, here.whole.founded if fact.relation in LASTING else []
    same = (f.word for f in made if f.key[::2] == fact.key[::2])
    return any(word.doc is span.doc and span.start <= word.i < span.end for word in same)


def _status(fact: Fact, standing: Standing) -> Status | None:
    """Return what a fact is; an end that is only talked of says nothing for certain."""
    status = standing.status
    over = wording.is_taken_off(fact) or (fact.relation in LASTING and wording.tells_the_end(fact))
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


def _without_repeats(found: Iterable[Statement]) -> list[Statement]:
    """Keep of equal ties the surest; the other's role and dates fill its gaps."""
    kept: dict[tuple[object, ...], Statement] = {}
    for new in found:
        key = (new.subject, new.relation, new.object, new.status, new.role, new.verb)
        old = kept.get(key)
        if old is None or new.confidence > old.confidence:
            kept[key] = new if old is None else replace(new, since=new.since or old.since)
    return list(kept.values())


def _one_way(found: list[Statement], ontology: Ontology) -> list[Statement]:
    """Keep one direction of a symmetric tie."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for item in found:
        key = (*_tie(item, ontology), item.status, item.role, item.verb)
        if key not in seen:
            seen.add(key)
            kept.append(item)
    return kept


def _without_implied(found: list[Statement]) -> Iterator[Statement]:
    """Leave out a tie that a more specific one of the same ends says."""
    said = {(s.subject, s.relation, s.object, s.status) for s in found}
    for item in found:
        closer = _IMPLIED.get(item.relation, ())
        if not any((item.subject, name, item.object, item.status) in said for name in closer):
            yield item


def _without_wider(found: Sequence[Statement]) -> Iterator[Statement]:
    """Leave out where one is, if a place that lies in there is told: "born in Linz, Austria".

    So does our gold, of news; KnowledgeNet's, of portraits, has both.
    """
    inner: dict[int, set[int]] = {}
    for item in found:
        if item.relation == "LOCATED_IN" and item.status in FACTUAL:
            inner.setdefault(item.object, set()).add(item.subject)
    told = {(*_key(s), s.status) for s in found if s.relation in _THERE}
    for item in found:
        subject, relation, place = _key(item)
        within = inner.get(place, ()) if relation in _THERE else ()
        if not any((subject, relation, one, item.status) in told for one in within):
            yield item


def _order(item: Statement) -> tuple[object, ...]:
    ends = item.start, item.end, item.subject, item.relation, item.object, item.status
    return (*ends, item.role or "", item.verb or "", item.since or "", item.rule)
