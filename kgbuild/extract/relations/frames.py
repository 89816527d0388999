"""Ties that a verb says: one small matcher for the table of frames.toml."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import combinations, product
from typing import Any

from spacy.tokens import Token

from kgbuild.extract.references.referring import persons
from kgbuild.extract.relations import companions
from kgbuild.extract.relations.blacklists import keepers, lists
from kgbuild.extract.text.clauses import Clause, clause, is_bygone, is_participle, subjects
from kgbuild.extract.text.facts import BYGONE, OWNED, WHEREABOUTS, Fact
from kgbuild.extract.text.governors import VERBAL, has_that
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import (
    is_central_bank,
    is_city,
    is_league,
    is_nation,
    is_town,
    state,
    words,
)
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene, conjuncts
from kgbuild.extract.text.spans import BEFORE_NOUN, DASHES, LINKS
from kgbuild.extract.text.vocabulary import FRACTIONS, PERCENT
from kgbuild.extract.truth.status import judge
from kgbuild.extract.vetoes.senses import is_labelled, is_of_team, is_sold
from kgbuild.extract.words import table
from kgbuild.model import Form, Status, Type
from kgbuild.ontology import Ontology, Relation

_BUYERS = frozenset({"consortium", "group", "syndicate"})
_HEADS = frozenset({"head", "lead"})
_OWNS_UP = frozenset({"accept", "admit", "claim", "take"})
MOST_PAIRS = 60  # of one verb
MAKES = frozenset("assemble build design develop manufacture make print produce".split())
"""To whom it is sold the parser joins to these: "sold chips made by Acme to Beta"."""
_ORGANS = frozenset(
    """police authority prosecutor government army troop force navy military court regulator soldier
    official investigator agent judge airstrike ministry strike raid missile drone detective
    commando""".split()
)
_MEN = frozenset(
    """agent commando detective fighter force guard gunman investigator militant officer rebel
    soldier trooper""".split()
)
"""What they do their body does: "FBI agents", "its officers", "fighters of the Red Front"."""
_LAWMEN = frozenset("agent detective investigator marshal officer policeman trooper".split())
_OWNS = BEFORE_NOUN | {"poss"}
_TIMES = frozenset("century day decade month season term time week year".split())
"""For so long something lasts: "led it for ten years"."""
_DATELINE = 30
"""Tokens in which the dash behind a dateline stands."""
_SHARES = PERCENT | FRACTIONS | {"majority", "rest"}
_DASHES = DASHES - {"-"}
"""Of a dateline: the other joins words, "state-owned"."""
_VIOLENT = frozenset({"ARRESTED", "KILLED"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One way for a verb to say a relation; see the head of frames.toml for the fields."""

    relation: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    subject: tuple[str, ...] = ("doer",)
    object: tuple[str, ...] = ("target",)
    subject_is: tuple[str, ...] = tuple(Type)
    object_is: tuple[str, ...] = tuple(Type)
    named: str = ""
    cue: tuple[str, ...] = ()
    no_cue: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    deep: bool = False
    together: bool = False
    state: bool = False
    ends: bool = False
    organ: bool = False
    plain: bool = False
    no_nouns: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    bare: bool = False
    bids: tuple[str, ...] = ()
    ahead: bool = False
    dropped: bool = False
    maybe: bool = False
    league: bool = False
    no_league: bool = False
    by_list: tuple[str, ...] = ()


def find(scene: Scene, clauses: Sequence[Clause], ontology: Ontology) -> Iterator[Fact]:
    """Yield the ties that the sentence's verbs say by some frame."""
    for said in clauses:
        for frame in _frames().get(said.key, ()):
            relation = ontology.enabled(frame.relation)
            if relation is not None:
                yield from _match(scene, said, frame, relation)


def clauses(scene: Scene) -> tuple[Clause, ...]:
    """Return the sentence's verbs with their arguments."""
    return tuple(clause(t) for t in scene.span if _governs(t))


def may_say(said: Clause, relation: str) -> bool:
    """Say whether a verb, with the nouns it has, says a relation of some who need not be named."""
    known = _frames().get(said.key, ())
    frames = [f for f in known if f.relation == relation and not f.ends]
    many = bool(frames) and any(t.tag_ == "NNS" for t in said.targets)
    return any(
        _light_nouns(said, f) if f.nouns or f.by_list else many and not f.cue for f in frames
    )


def doers(scene: Scene, said: Clause, relation: str) -> Iterator[Anchor]:
    """Yield who does what a verb says, a state for its police, if it is a tie of the relation."""
    frames = (f for f in _frames().get(said.key, ()) if f.relation == relation and not f.ends)
    frame = next((f for f in frames if not f.under or _light_nouns(said, f)), None)
    found = (_resolve(scene, t, frame) for t in said.doers) if frame is not None else ()
    yield from (a for a in found if a is not None)


@cache
def _frames() -> dict[str, tuple[Frame, ...]]:
    found: dict[str, tuple[Frame, ...]] = {}
    for relation, rows in table("frames").items():
        for row in rows:
            frame = _frame(relation, row)
            for verb in frame.verbs:
                found[verb] = (*found.get(verb, ()), frame)
    return found


def _frame(relation: str, row: dict[str, Any]) -> Frame:
    if unknown := sorted(row.keys() - {field.name for field in fields(Frame)}):
        raise ValueError(f"frames.toml, {relation}: unknown {unknown}")
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return Frame(relation, **values)


def _governs(token: Token) -> bool:
    if token.pos_ not in VERBAL:
        return is_participle(token)
    return token.dep_ not in {"aux", "auxpass", "amod", "compound"}


def _match(scene: Scene, said: Clause, frame: Frame, relation: Relation) -> Iterator[Fact]:
    nouns = _light_nouns(said, frame)
    if nouns is None or _other_sense(scene, said, frame):
        return
    subjects = _fill(scene, said, frame, frame.subject, nouns)
    objects = _fill(scene, said, frame, frame.object, nouns)
    if not objects and frame.together and len(subjects) < 2:
        subjects = _both(scene, said) or subjects
    if frame.together:
        subjects, objects = _partners(scene, subjects), _partners(scene, objects)
    pairs = product(subjects, objects)
    if not objects and frame.together and len(subjects) > 1 and (frame.nouns or not said.targets):
        pairs = combinations(subjects, 2)  # type: ignore[assignment]
    for number, (subject, object_) in enumerate(pairs):
        if number >= MOST_PAIRS:
            return
        if _fits(scene, frame, relation, subject, object_):
            yield Fact(
                subject,
                relation.name,
                object_,
                said.verb,
                f"verb:{said.key}",
                verb=said.governor,
                ends=frame.ends,
                state=(frame.state and said.past)
                or (relation.name in BYGONE and is_bygone(said.governor))
                or (relation.name == "LIVES_IN" and _was_there(said.verb)),
                status=_status(frame),
                # The model takes what was ordered for what is done.
                implied=bool(frame.by_list) or frame.ahead,
            )


def _was_there(verb: Token) -> bool:
    """Say whether it tells what one then did there: "moved to Oslo, where she ran a bakery"."""
    told = (t for right in verb.rights for t in right.subtree if t.dep_ == "relcl")
    return any(c.lower_ == "where" for t in told if t.tag_ == "VBD" for c in t.children)


def _status(frame: Frame) -> Status:
    """Return what the frame itself makes of a tie."""
    if frame.dropped:
        return Status.DENIED
    if frame.maybe:
        return Status.POSSIBLE
    return Status.PLANNED if frame.ahead else Status.ASSERTED


def _light_nouns(said: Clause, frame: Frame) -> tuple[Token, ...] | None:
    """Return the object nouns the frame asks for; none: it asks for one that is not there."""
    if frame.by_list:
        return tuple(lists((said.verb, *said.targets), frame.by_list)) or None
    if frame.plain:
        nouns = tuple(t for t in said.targets if t.tag_ in {"NN", "NNS"})
        assets = any(lemma(t) in frame.no_nouns for t in nouns)
        return None if assets else nouns[:1] or None
    if frame.under:
        nouns = tuple(o for _, o in said.prepositions() if lemma(o) in frame.under)
        return tuple(t for t in nouns if all(c.lower_ != "attempted" for c in t.children)) or None
    if not frame.nouns:
        return ()
    targets = said.targets
    if said.subjects.passive:  # "was awarded a contract"
        targets = (*targets, *(c for c in said.verb.children if c.dep_ == "dobj"))
    return tuple(t for t in map(_meant, targets) if _is_any(t, frame.nouns))[:4] or None


def _is_any(noun: Token, nouns: Collection[str]) -> bool:
    """Say whether a noun is one of some, alone or with a word before it: "head office"."""
    word = lemma(noun)
    return word in nouns or any(
        f"{c.lower_} {word}" in nouns for c in noun.lefts if c.dep_ in {"compound", "amod"}
    )


def _meant(target: Token) -> Token:
    """Return what a relative pronoun takes up: "sanctions that Peru had imposed on"."""
    verb = target.head
    relative = target.dep_ == "dobj" and target.lower_ in {"that", "which"} and target.i < verb.i
    return verb.head if relative and verb.dep_ == "relcl" else target


def _other_sense(scene: Scene, said: Clause, frame: Frame) -> bool:
    if frame.plain and any(scene.resolve(t) or _is_stake(scene, t) for t in said.targets):
        return True
    if frame.relation == "SPOKE_TO" and any(is_labelled(said.verb, t) for t in said.targets):
        return True
    if frame.bare and said.targets:
        return True
    if frame.bids and not any(clause(t).key in frame.bids for t in _bidden(said)):
        return True
    if frame.cue and not scene.lemmas.intersection(frame.cue):
        return True
    if frame.no_cue and scene.lemmas.intersection(frame.no_cue):
        return True
    if not frame.unless:
        return False
    words = {word for word, o in said.prepositions() if word != "for" or lemma(o) not in _TIMES}
    words |= {c.dep_ for c in said.verb.children}
    words |= {c.lower_ for c in said.verb.children if c.lower_ == "home"}
    words |= {f"{c.lower_} doing" for c in said.verb.children for d in c.children if _pcomp(d)}
    return bool(words.intersection(frame.unless))


def _is_stake(scene: Scene, noun: Token) -> bool:
    """Say whether it is a share of a body that changes hands: "bought a tenth of Acme from"."""
    part = scene.under(noun, "of") if lemma(noun) in _SHARES else None
    return part is not None and scene.type(part) is Type.ORGANIZATION


def _partners(scene: Scene, named: Sequence[Anchor]) -> list[Anchor]:
    """Return who does it together, without what a dateline names and where a body is from.

    The parser joins them: "OSLO, 2 May (News Wire) -- Acme of Lima and Beta of Oslo signed".
    """
    doc, first = scene.span.doc, scene.span.start
    town = scene.starts.get(first)
    if town is not None and scene.type(town) is Type.PLACE and doc[first].is_upper:
        dash = next((t.i for t in scene.span[:_DATELINE] if t.text in _DASHES), first)
        first = dash if all(t.pos_ != "VERB" for t in doc[first:dash]) else first
    return [a for a in named if a.span.start >= first and not _is_where_from(scene, a)]


def _is_where_from(scene: Scene, place: Anchor) -> bool:
    start = place.span.start
    body = scene.ends.get(start - 1) if start > scene.span.start else None
    of = scene.span.doc[start - 1].lower_ == "of" and scene.type(place) is Type.PLACE
    return of and body is not None and scene.type(body) is Type.ORGANIZATION


def _bidden(said: Clause) -> Iterator[Token]:
    """Yield the verbs that somebody is told to do: "called on him to resign"."""
    noun = (o for _, o in said.prepositions())
    above = (said.verb, *said.targets, *noun)
    deps = {"xcomp", "ccomp", "advcl", "relcl", "acl"}
    verbs = (c for t in above for c in t.rights if c.dep_ in deps and c.tag_ == "VB")
    yield from (v for v in verbs if all(c.dep_ != "dobj" for c in v.children))


def _blamed(said: Clause) -> Iterator[Token]:
    """Yield who is said to do something: "complained that Acme had left the gates open"."""
    told = (c for c in said.verb.rights if c.dep_ == "ccomp" and has_that(c))
    yield from (t for verb in told for c in verb.lefts if c.dep_ == "nsubj" for t in conjuncts(c))


def _pcomp(token: Token) -> bool:
    return token.dep_ == "pcomp" and token.tag_ == "VBG"


def _fill(
    scene: Scene, said: Clause, frame: Frame, slots: Sequence[str], nouns: tuple[Token, ...]
) -> list[Anchor]:
    for slot in slots:
        tokens = _slot(scene, said, frame, slot, nouns)
        found = [a for t in tokens if (a := _resolve(scene, t, frame)) is not None]
        found += _strays(scene, tokens)
        found += _included(scene, tokens)
        found += _explained(scene, tokens)
        if frame.relation in OWNED:
            found += _leading(scene, tokens)
        if found:
            return [*found, *companions.of(scene, said, frame.relation, slot, found)]
    return []


def _both(scene: Scene, said: Clause) -> list[Anchor]:
    """Return the two persons that the sentence has named before "as the two leaders met"."""
    both = next(iter(said.subjects.tokens), None)
    if both is None or both.tag_ != "NNS" or lemma(both) not in persons():
        return []
    if not {"the", "two"} <= {c.lower_ for c in both.children}:
        return []
    before = (a for a in scene.anchors if a.span.end <= both.i and a.form is Form.NAME)
    named = {a.referent: a for a in before if scene.type(a) is Type.PERSON}
    return list(named.values()) if len(named) == 2 else []


def _strays(scene: Scene, tokens: Iterable[Token]) -> Iterator[Anchor]:
    """Yield bodies that the parser joins to another's seat: "Acme, Beta of Oslo and Gamma"."""
    for token in tokens:
        seat = scene.under(token, "of")
        if seat is None or scene.type(seat) is not Type.PLACE:
            continue
        joined = (scene.heads.get(t.i) for t in conjuncts(seat.span.root)[1:])
        yield from (a for a in joined if a is not None and scene.type(a) is Type.ORGANIZATION)


def _included(scene: Scene, tokens: Iterable[Token]) -> Iterator[Anchor]:
    """Yield whom "including" names of many: "sanctioned 50 firms, including Acme and Beta"."""
    many = (t for t in tokens if t.tag_ == "NNS" and scene.resolve(t) is None)
    names = (t for noun in many for t in companions.brought(noun, "including"))
    yield from (a for t in names if (a := scene.heads.get(t.i)) is not None)


def _explained(scene: Scene, tokens: Iterable[Token]) -> Iterator[Anchor]:
    """Yield all who are named behind what they are: "met her deputies, Max Orr and Bo Berg".

    The parser ties but one of them to it.
    """
    doc = scene.span.doc
    for token in tokens:
        one = scene.resolve(token) if token.tag_ == "NNS" and token.i not in scene.heads else None
        place = token.i + 1
        if one is None or one.form is not Form.NAME or doc[place : place + 1].text != ",":
            continue
        while place < scene.span.end:
            anchor = scene.starts.get(place)
            if anchor is not None and anchor.form is Form.NAME:
                if scene.type(anchor) is scene.type(one) and anchor != one:
                    yield anchor
                place = anchor.span.end
            elif doc[place].lower_ in LINKS or doc[place].dep_ in {"compound", "nmod"}:
                place += 1
            else:
                break


def _leading(scene: Scene, tokens: Iterable[Token]) -> Iterator[Anchor]:
    """Yield who leads those that do it together: "sold to a consortium led by Ann Lee"."""
    many = (t for t in tokens if lemma(t) in _BUYERS and scene.resolve(t) is None)
    led = (c for t in many for c in t.rights if c.dep_ == "acl" and lemma(c) in _HEADS)
    for verb in led:
        yield from (a for t in clause(verb).doers if (a := scene.resolve(t)) is not None)


def _slot(
    scene: Scene, said: Clause, frame: Frame, slot: str, nouns: tuple[Token, ...]
) -> tuple[Token, ...]:
    if slot == "doer":
        return said.doers
    if slot == "target":
        return said.targets
    if slot == "dative":
        return said.datives
    if slot == "where":
        return _where(scene, said.verb)
    if slot == "blamed":
        return tuple(_blamed(said))
    if slot == "men":
        return tuple(t for t in said.doers if lemma(t) in _LAWMEN)
    if slot == "bidden":
        return tuple(c for t in _bidden(said) for c in t.lefts if c.dep_ == "nsubj")
    if slot == "interview":
        return _interviewers(said)
    if slot == "keeper":
        active = said.targets and not said.subjects.passive  # "the bureau that put it on its list"
        return () if active else tuple(t for noun in nouns for t in keepers(scene, noun))
    if slot == "owner":
        return tuple(c for n in nouns for c in n.children if c.dep_ == "poss")
    made = tuple(c for n in nouns for c in n.rights if c.dep_ == "acl" and lemma(c) in MAKES)
    found = said.after(slot, (*nouns, *made), deep=frame.deep)
    if not frame.plain:
        return found
    again = (o for noun, o in said.gapped(slot) if lemma(noun) not in frame.no_nouns)
    return (*found, *(t for o in again for t in conjuncts(o)))


def _where(scene: Scene, verb: Token) -> tuple[Token, ...]:
    if verb.dep_ != "relcl" or not any(c.lower_ == "where" for c in verb.children):
        return ()
    anchor = scene.place_of(verb.head) or scene.heads.get(verb.head.i)  # "a school where he taught"
    return (anchor.span.root,) if anchor is not None else ()


def _interviewers(said: Clause) -> tuple[Token, ...]:
    return tuple(
        t
        for word, noun in said.prepositions()
        if word in {"in", "during"} and lemma(noun) in {"interview", "call", "conversation"}
        for prep in noun.children
        if prep.lower_ in {"with", "to"}
        for o in prep.children
        if o.dep_ == "pobj"
        for t in conjuncts(o)
    )


def _resolve(scene: Scene, token: Token, frame: Frame) -> Anchor | None:
    anchor = scene.resolve(token)
    if anchor is None and frame.relation == "KILLED" and token.tag_ == "WDT":
        return _claimer(scene, token)
    if anchor is None and frame.relation == "OWNS":
        return _whose_state(scene, token)
    if anchor is not None or not frame.organ:
        return anchor
    return _whose_organ(scene, token) or (
        _whose_men(scene, token) if frame.relation in _VIOLENT else None
    )


def _whose_organ(scene: Scene, token: Token) -> Anchor | None:
    """Return the place for which its organs act: "Canadian police", "Turkey's army"."""
    if lemma(token) not in _ORGANS:
        return None
    for child in token.children:
        owner = scene.heads.get(child.i)
        if owner is not None and child.dep_ in _OWNS:
            acts = scene.type(owner) is Type.PLACE and not is_city(owner.span.text)
            return owner if acts else None  # a Milan court is not Milan
    land = scene.under(token, "in")
    return land if land is not None and state(scene.referents[land.referent].name) else None


def _whose_state(scene: Scene, token: Token) -> Anchor | None:
    """Return the place whose state owns: "the Chadian government", "the government of Chad"."""
    if token.tag_ != "NN" or token.lower_ not in {"government", "state", "treasury"}:
        return None
    before = (scene.heads.get(c.i) for c in token.children if c.dep_ in _OWNS)
    lands = (*before, scene.under(token, "of"))
    return next((a for a in lands if a is not None and scene.type(a) is Type.PLACE), None)


def _whose_men(scene: Scene, token: Token) -> Anchor | None:
    if lemma(token) not in _MEN:
        return None
    before = (scene.heads.get(c.i) for c in token.children if c.dep_ in _OWNS)
    owners = (scene.under(token, "of"), scene.under(token, "from"), *before)
    bodies = (a for a in owners if a is not None and scene.type(a) is Type.ORGANIZATION)
    return next(bodies, None)


def _claimer(scene: Scene, that: Token) -> Anchor | None:
    """Return who owns up to what killed: "claimed responsibility for the raid that killed Orr"."""
    deed = that.head.head
    noun = deed.head.head if deed.dep_ == "pobj" and deed.head.lower_ == "for" else deed
    verb = noun.head
    if that.head.dep_ != "relcl" or lemma(noun) != "responsibility" or noun.dep_ != "dobj":
        return None
    if lemma(verb) not in _OWNS_UP or judge(verb).status is not Status.ASSERTED:
        return None
    found = (scene.resolve(t) for t in subjects(verb).tokens)
    return next((a for a in found if a is not None), None)


def _lies_around(scene: Scene, place: Anchor) -> bool:
    """Say whether it tells where the place before it lies: "moved to Brockton, Massachusetts,"."""
    root = place.span.root
    before = scene.ends.get(place.span.start - 2)
    if root.dep_ != "conj" or root.head.dep_ == "conj" or before is None:
        return False
    more = (c for t in (root.head, root) for c in t.rights if c != root)
    listed = any(c.dep_ in {"cc", "conj"} for c in more)
    comma = root.doc[place.span.start - 1].text == ","
    return comma and not listed and scene.type(before) is Type.PLACE


def _is_counted(scene: Scene, owner: Anchor) -> bool:
    """Say whether a name has a share of its own: "40 per cent of the firm, Acme 27 and Beta 33"."""
    end = owner.span.end
    return end < scene.span.end and scene.span.doc[end].like_num


def _may_join(scene: Scene, one: Anchor, body: Anchor) -> bool:
    """Say whether what "belongs to" a body is a member of it: a state, or one of a league."""
    return is_nation(scene.referents[one.referent].name) or _has_members(scene, body)


def _has_members(scene: Scene, body: Anchor) -> bool:
    """Say whether a body is a league by its name, or called so: "the lobby group Acme"."""
    root = body.span.root
    beside = [c for c in root.children if c.dep_ in {"appos", "compound"}]
    beside += [root.head, *root.head.children] if root.dep_ == "appos" else []
    leagues = words("organization", "leagues") | {"lobby"}
    called = any(lemma(t) in leagues and not t.text.istitle() for t in beside)
    return called or is_league(scene.referents[body.referent].name)


def _fits(scene: Scene, frame: Frame, relation: Relation, subject: Anchor, object_: Anchor) -> bool:
    if subject.referent == object_.referent:
        return False
    if relation.name in OWNED and is_central_bank(scene.referents[object_.referent].name):
        return False
    if relation.name in OWNED and is_town(scene.referents[object_.referent].name):
        return False  # but a port, or a mine
    if relation.name == "OWNS" and frame.nouns and _is_counted(scene, object_):
        return False
    if relation.name == "ACQUIRED" and is_sold(subject, object_):
        return False
    if relation.name == "LEADS" and is_of_team(object_.span.root):
        return False
    if frame.league and not _may_join(scene, subject, object_):
        return False
    if frame.no_league and _has_members(scene, subject):
        return False
    if relation.name in WHEREABOUTS and _lies_around(scene, object_):
        return False
    ends = scene.type(subject), scene.type(object_)
    if (
        not relation.fits(*ends)
        or ends[0] not in frame.subject_is
        or ends[1] not in frame.object_is
    ):
        return False
    return not frame.named or bool(re.search(frame.named, scene.referents[object_.referent].name))
