"""The ties of one sentence: ask every rule, then the model of what none reads."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from kgbuild.extract.neural.scores import Key, Score, Told
from kgbuild.extract.relations import (
    affiliations,
    alliances,
    bare_offices,
    bases,
    bids,
    births,
    boards_and_shares,
    brackets,
    branches,
    children,
    citizens,
    clubs,
    cofounders,
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
    kin_pairs,
    labels,
    learned,
    listings,
    offices,
    outlawed,
    peers,
    places,
    predecessors,
    public,
    related,
    rounds,
    seats,
    stakes,
    successions,
    survivors,
    ventures,
)
from kgbuild.extract.relations.claims import statement
from kgbuild.extract.relations.repeats import one_way, surer, without_implied, without_repeats
from kgbuild.extract.relations.whole import Place
from kgbuild.extract.text import lives
from kgbuild.extract.text.clauses import Clause
from kgbuild.extract.text.facts import OFFICES, Fact
from kgbuild.extract.truth import confidence
from kgbuild.extract.truth.status import judge
from kgbuild.extract.vetoes import rivals, talks
from kgbuild.model import FACTUAL, Form, Statement, Status
from kgbuild.ontology import Ontology

PLAYS = 0.5
SEEN = 0.5
MEETING = "MET_WITH"
MOST = 200  # statements of one sentence
Said = Sequence[Clause]
_PLAIN_RULES = compounds.RULES | listings.RULES
_PLAIN_RULES |= {genitives.RULE, lives.RULE, outlawed.RULE, public.RULE}
_PLAIN_RULES |= {kin_pairs.RULE, survivors.RULE, ventures.RULE}
"""Of a pair that they tie the model is not asked again: it takes one end for the other."""
_FINDERS = tuple(
    rules.find
    for rules in (
        journeys, encounters, labels, alliances, places, bases, births, seats, branches,
        compounds, listings, lives, dwellers, kin_pairs, survivors, ventures, goods, formulas,
        public, stakes,
    )
)  # fmt: skip
"""What asks for nothing but the sentence."""


def of_sentence(here: Place, ontology: Ontology) -> list[Statement]:
    """Return what a sentence claims, each tie once, and note what it tells for those behind it."""
    scene, whole = here.scene, here.whole
    said = frames.clauses(scene)
    earlier = successions.told(whole.held, whole.taken)
    named = _by_offices(earlier, here, said, ontology)
    held = _by_counterparts(named, earlier, here, said)
    facts = _further(_read(held, here, said, ontology), here, ontology)
    meets = MEETING in {key[1] for key in here.told} | {fact.relation for fact in facts}
    match = meets and talks.is_match(scene.span)
    facts = [f for f in facts if not (match and f.relation == MEETING)]
    whole.held.extend(fact for fact in facts if _is_held(fact))
    whole.held.extend(departures.over(fact for fact in facts if not fact.unsaid))
    whole.held.extend(departures.told(fact for fact in named if not fact.unsaid))
    whole.taken.extend(successions.taken(facts))
    whole.taken.extend(departures.left(held))
    rest = _unread(facts, held, here, match=match)
    alone = departures.ended(learned.facts(scene, rest), scene, said)
    drawn = surer(_drawn(facts, here), _drawn(alone, here))
    whole.couples.extend(children.married(scene, drawn))
    whole.taken.extend(successions.drawn(drawn, scene))
    drawn += _drawn(children.find(scene, whole.couples, ontology), here)
    drawn += _drawn(children.homes(scene, whole.couples, ontology), here)
    whole.imposers.update(designated.imposers(scene, said), designated.by(drawn))
    typed = {frozenset((s.subject, s.object)) for s in drawn}
    open_ = (
        statement(fact, here)
        for fact in related.find(scene, said, ontology)
        if frozenset((fact.subject.referent, fact.object.referent)) not in typed
    )
    kept = without_repeats([*drawn, *islice((s for s in open_ if s), MOST)])
    return list(without_implied(one_way(kept, ontology)))


def _by_offices(
    earlier: Sequence[Fact], here: Place, said: Said, ontology: Ontology
) -> tuple[Fact, ...]:
    """Return who holds an office by its noun, or takes over what was told before."""
    scene, whole = here.scene, here.whole
    told = offices.find(scene, ontology, whole.bodies)
    told = clubs.managed(told, scene, ontology, sport=whole.matches)
    held = tuple(predecessors.replaced(departures.ended(told, scene, said), scene))
    return (*held, *predecessors.inherited(held, earlier, scene, said))


def _by_counterparts(
    named: Sequence[Fact], earlier: Sequence[Fact], here: Place, said: Said
) -> tuple[Fact, ...]:
    """Return the offices with those told by another's: "her predecessor", "his counterpart"."""
    scene, whole = here.scene, here.whole
    whole.titles.extend(bare_offices.find(scene))
    known = tuple(filter(_is_held, named))
    by_others = peers.find(known, earlier, scene, whole.titles)
    held = (*named, *departures.ended(by_others, scene, said))
    published = whole.article.published
    return (*held, *successions.preceded(held, whole.taken, scene, said, published))


def _read(held: Iterable[Fact], here: Place, said: Said, ontology: Ontology) -> list[Fact]:
    """Return what every rule reads in a sentence, the offices first, and note who raised money."""
    scene, told, whole = here.scene, here.told, here.whole
    raised, before = rounds.taker(scene, said), next(iter(whole.raised[-1:]), None)
    whole.raised.extend([raised[0]] if raised is not None else [])
    return [
        *held,
        *_as_seen(_as_players(frames.find(scene, said, ontology), told), told),
        *deeds.find(scene, whole.article.published, ontology),
        *(fact for find_in in _FINDERS for fact in find_in(scene, ontology)),
        *clubs.find(scene, ontology, sport=whole.matches),
        *brackets.find(scene, ontology, sport=whole.matches),
        *genitives.find(scene, told, ontology, sport=whole.sport),
        *affiliations.find(scene, told, ontology, sport=whole.sport),
        *outlawed.find(scene, told, ontology),
        *boards_and_shares.find(scene, whole.bodies, ontology),
        *bids.find(scene, ontology, sport=whole.sport),
        *bids.sold(scene, ontology),
        *rounds.find(scene, said, raised, before, ontology),
        *echoes.find(scene, said, here.before, ontology),
        *designated.find(scene, said, here.before, whole.imposers, ontology),
        *_without_rulers(citizens.find(scene, ontology, sport=whole.matches), held),
    ]


def _further(facts: Sequence[Fact], here: Place, ontology: Ontology) -> list[Fact]:
    """Return the facts with what they and earlier ones tell of others: "the rest", "with him"."""
    scene, whole = here.scene, here.whole
    facts = departures.told_over(facts)
    facts += bids.outdone(scene, facts, ontology)
    facts += stakes.rest(scene, facts, here.shared)
    shared = next(stakes.parts(scene, facts), None)
    whole.shared.extend([(here.end, shared)] if shared is not None else [])
    facts += cofounders.find(facts, whole.founded, scene)
    whole.founded.extend(f for f in facts if f.relation == "FOUNDED" and _is_told_so(f))
    return facts


def _unread(
    facts: Sequence[Fact], held: Sequence[Fact], here: Place, *, match: bool
) -> dict[Key, Score]:
    """Return what the model holds for likely that no rule reads, or reads of another."""
    read = {fact.key for fact in facts}
    plainly = {frozenset(f.key[::2]) for f in facts if f.rule in _PLAIN_RULES}
    lived = {fact.subject.referent for fact in facts if fact.rule == lives.RULE}
    peoples = {fact.object.referent for fact in facts if fact.rule == citizens.RULE}
    capped = {fact.key[::2] for fact in facts if fact.rule == clubs.RULE}
    return {
        key: score
        for key, score in learned.unread(here.told, read, quiet=here.whole.quiet).items()
        if frozenset(key[::2]) not in plainly
        and not (match and key[1] == MEETING)
        and not (key[1] == citizens.RELATION and key[2] in peoples)  # "the Swede" is but one
        and not (key[1] == citizens.RELATION and key[::2] in capped)
        and not rivals.is_of_another(score, held)
        and not rivals.is_anothers_place(score, facts)
        and not rivals.is_read_of_another(here.scene, score, facts)
        and not brackets.is_anothers(score, facts)
        and not (score.relation in rivals.ONCE and score.key[0] in lived)
    }


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


def _drawn(facts: Iterable[Fact], here: Place) -> list[Statement]:
    draws = confidence.weights().draws
    kept = []
    for fact in islice(facts, MOST):
        said = statement(fact, here)
        if said is None:
            continue
        if draws(said.relation, said.confidence, plain=confidence.is_plain(fact)):
            kept.append(said)
        elif said.status is Status.DENIED and said.rule != confidence.MODEL:
            here.whole.denied.append(said)
    return kept
