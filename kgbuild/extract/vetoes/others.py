"""What a sentence says of somebody else than the learned model ties: another does it, or is it."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import takewhile

from spacy.tokens import Span, Token

from kgbuild.extract.neural.scores import Score
from kgbuild.extract.references import kin
from kgbuild.extract.references.referring import persons
from kgbuild.extract.text.clauses import subjects
from kgbuild.extract.text.facts import LASTING, OFFICES, OWNED, SEATS
from kgbuild.extract.text.governors import VERBAL
from kgbuild.extract.text.grammar import SENDS, explained
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor, text_in, text_of
from kgbuild.extract.text.scene import Scene, conjuncts
from kgbuild.extract.text.spans import BEFORE_NOUN, LINKS
from kgbuild.extract.text.vocabulary import CALLS
from kgbuild.extract.vetoes import tellings
from kgbuild.model import Form, Type

_OF_THIRDS = frozenset(
    "FOUNDED INVESTED_IN LISTED_ON MET_WITH SANCTIONED SPOKE_TO SUPPLIES SUPPORTED".split()
)
_DEEDS = frozenset(
    """ARRESTED CHARGED CRITICIZED KILLED MET_WITH SANCTIONED SPOKE_TO SUED SUPPORTED
    VISITED""".split()
)
_TALKS = frozenset({"MET_WITH", "SPOKE_TO"})
_STANDS_IN = frozenset({"be", "do", "have"})
"""For another verb: "Poe had backed her, and so had Berg"."""
_STATES = frozenset({"BORN_IN", "DIED_IN", "LIVES_IN", "EDUCATED_AT", "PLAYS_FOR", "WORKS_FOR"})
_BODILY = OFFICES | {"FOUNDED", "OWNS"}
_OF_FIRMS = OWNED | {"OPERATES_IN", "SUBSIDIARY_OF"}
_MATCH = re.compile(
    r"""(?ix) \b( (in|of)\ the\ (last\ (four|eight|16|sixteen)|((semi|quarter)-?)?finals?)
    (?!\ (hour|day|week|month|year|minute|stage|round|phase|stretch|analysis))
    | (first|second|third|fourth|opening)[ ]round\ of\ the
    | on\ points | straight\ sets | (won|lost|win|lose|beat)\ \d\d?-\d\d? | by\ knockout
    | (heavy|middle|welter|light|cruiser)weight )\b"""
)
_FAMILIES = frozenset("family families clan dynasty relatives heirs relations".split())
_MEMBERS = frozenset("members countries states nations allies".split())
_PAIRS = frozenset("duo foursome pair players quartet teammates trio".split())
_STAFFED = frozenset({"MEMBER_OF", "WORKS_FOR"})
_APPLICANTS = frozenset("candidates applicants hopefuls aspirants".split())
_CITIZENS = frozenset({"citizen", "national", "native", "resident"})
_VEHICLES = frozenset(
    "aircraft boat bus convoy drone helicopter jet missile plane rocket ship tanker vessel".split()
)
_TOLD_OF = frozenset({"appos", "attr", "compound"})
_CLOSE_BY = 6
_DIES = frozenset({"die", "drown", "perish"})
_TIED = frozenset(
    """affiliated aligned allied armed backed close connected funded linked loyal sponsored
    supported tied trained""".split()
)
_SHAPES = frozenset({"JJ", "VBD", "VBN"})
_CLIMBED = 4


def is_of_another(scene: Scene, score: Score, path: Sequence[Token]) -> bool:
    """Say whether a tie that the model holds for likely is told of another by the words."""
    subject, relation, object_ = score.subject, score.relation, score.object
    if relation in kin.RELATIONS:
        return kin.is_anothers(scene, subject, relation, object_)
    if relation in _OF_THIRDS and tellings.is_of_third(scene, score, path):
        return True
    if relation == "SPOKE_TO" and (
        tellings.is_told_to_others(subject.span.root, object_.span.root)
        or tellings.is_told_by_unnamed(object_.span.root)
    ):
        return True
    if relation in _DEEDS and (_is_but_whose(subject, object_) or _is_but_whose(object_, subject)):
        return True
    acts = relation in _DEEDS or (relation == "FOUNDED" and subject.span.root.dep_ == "nsubj")
    if acts and _is_done_by_another(scene, subject, relation, object_):
        return True
    if relation == "MET_WITH" and (
        not CALLS.isdisjoint(scene.lemmas)  # "held a video meeting with"
        or _is_done_by_another(scene, object_, relation, subject)
    ):
        return True
    persons = (a for a in (subject, object_) if scene.type(a) is Type.PERSON)
    if any(map(_is_a_family, persons)) or _is_of_whose_kin(scene, subject, object_):
        return True
    if relation == "WORKS_FOR" and (
        _is_of_kin_of_worker(object_.span.root)
        or tellings.is_beside_doer(subject.span.root, object_.span.root)
    ):
        return True
    if relation == "MEMBER_OF" and (
        _is_of_named_members(scene, subject, object_)
        or _is_of_officials(subject.span.root, object_.span.root)
        or _is_of_which(scene, subject.span.root, object_)
    ):
        return True
    if relation == "CITIZEN_OF" and _is_citizen_beside(scene, subject, object_.span.root):
        return True
    if relation in SEATS and _are_based_there(scene, subject, object_.span.root):
        return True
    if relation in {"VISITED", "EDUCATED_AT"} and _is_sent(object_.span.root, subject.span.root):
        return True
    if relation == "BORN_IN" and _is_of_described(scene, subject, object_.span):
        return True
    if relation == "DIED_IN" and (
        subject.span.root.head.dep_ == "agent"  # "was shot dead by Max Orr in Oslo"
        or _died_elsewhere(scene, subject, object_)
    ):
        return True
    if relation in _STATES | {"MEMBER_OF"} and _is_so_of_another(scene, score):
        return True
    if relation == "PLAYS_FOR" and _is_of_named_pair(scene, subject, object_):
        return True
    if relation in _STAFFED and _is_of_unnamed(scene, subject.span.root, object_.span.root):
        return True
    if relation in _BODILY and (
        tellings.is_of_its_own(scene, subject, object_)
        or tellings.is_in_what_is_told(scene, subject, object_)
        or tellings.is_whose_of_next(scene, subject, object_)
        or tellings.is_made_by(scene, subject.span.root, object_)
    ):
        return True
    if relation == "LEADS" and tellings.is_of_state_dealt_with(scene, subject, object_):
        return True
    told = _STATES | LASTING | {"FOUNDED", "CITIZEN_OF"}
    if relation in told and tellings.is_told_of_who(scene, subject, object_):
        return True
    if relation in _OF_FIRMS and (
        tellings.is_told_of_which(scene, subject, object_)
        or tellings.is_told_of_which(scene, object_, subject)
    ):
        return True
    if relation in LASTING | {"FOUNDED"} and tellings.is_beside_holder(
        scene, subject, object_.span.root, path
    ):
        return True
    return relation in OFFICES and tellings.is_spoken_to(object_)


def is_match(sentence: Span) -> bool:
    """Say whether who "meet" play or box: "met in the final", "met and lost on points"."""
    return _MATCH.search(text_of(sentence)) is not None


def _is_done_by_another(scene: Scene, doer: Anchor, relation: str, other: Anchor) -> bool:
    """Say whether the verb that has the one for its object has another for its subject.

    "His aunt has not applied, Poe told Radio One": his aunt did not tell it. Nor does "France
    condemned it, as did the Union" or "held by Acme, years after Poe was charged by a court".
    """
    suffers, does = tellings.head(other.span.root), tellings.head(doer.span.root)
    if suffers.dep_ == "nsubj" and lemma(suffers.head) in _STANDS_IN and does in suffers.head.sent:
        return suffers.head.dep_ == "advcl" and does not in suffers.head.subtree
    if suffers.dep_ == "nsubjpass":
        by = any(c.dep_ == "agent" for c in suffers.head.children)
        return by and does not in suffers.head.subtree
    verb = _verb_of(suffers)
    own = [c for c in verb.children if c.dep_ == "nsubj"] if verb is not None else []
    if not own or verb in {_verb_of(does), does.head}:
        return False
    if does.dep_ == "nsubj" and lemma(does.head) in _STANDS_IN:
        return False
    doers = [scene.resolve(t) for token in own for t in conjuncts(token)]
    inside = (
        scene.heads.get(t.i)
        for token in own
        for t in _phrase(token)
        if not (relation in _TALKS and t.dep_ == "poss")  # "his son told N1"
    )
    if any(a is not None and a.referent == doer.referent for a in (*doers, *inside)):
        return False
    unnamed = relation in _TALKS and own[0].tag_ in {"NN", "NNS"}
    unnamed = unnamed or (relation == "VISITED" and lemma(own[0]) in _VEHICLES)
    return unnamed or any(a is not None for a in doers)


def _is_but_whose(end: Anchor, other: Anchor) -> bool:
    """Say whether a name only tells of what kind another is: "blamed Serbia-backed gangs".

    So does "gangs loyal to Serbia"; but the deed itself is told in "the US-sanctioned banker Poe".
    """
    doc, after, root = end.span.doc, end.span.end, end.span.root
    shape = root.head.head if root.dep_ == "pobj" else None
    if shape is None or shape.lower_ not in _TIED or shape.dep_ not in {"acl", "amod", "relcl"}:
        if after + 1 >= len(doc) or doc[after].tag_ != "HYPH":
            return False
        shape = doc[after + 1]
    return shape.tag_ in _SHAPES and other.span.root not in _phrase(shape.head)


def _phrase(noun: Token) -> Iterator[Token]:
    """Yield a noun with what belongs to it, the clauses that tell more of it left out."""
    yield noun
    for child in noun.children:
        if child.dep_ != "relcl":
            yield from _phrase(child)


def _verb_of(noun: Token) -> Token | None:
    """Return the verb that a noun is an object of: "told Acme", "brought a suit against Acme"."""
    for _ in range(_CLIMBED):
        if noun.dep_ in {"dobj", "dative"} and noun.head.pos_ in VERBAL:
            return noun.head
        if noun.dep_ == "pobj":
            above = noun.head.head
            if above.pos_ in VERBAL:
                return above
            if noun.head.lower_ not in {"against", "on"} or any(map(_tells_whose, above.children)):
                return None
            noun = above
        elif noun.dep_ in {"conj", "appos"}:
            noun = noun.head
        else:
            return None
    return None


def _tells_whose(child: Token) -> bool:
    """Say whether a word by a noun says whose it is: "the suit filed by Ann Lee against"."""
    return child.dep_ in {"poss", "acl", "relcl"} or child.lower_ in {"by", "of"}


def _is_sent(place: Token, sender: Token) -> bool:
    """Say whether one only sent another there: "Poe sent Max Orr to Oulu"."""
    place = place.head.head if place.tag_ == "WRB" else place  # "to Oulu, where he met"
    verb = next((t for t in place.ancestors if lemma(t) in SENDS | {"bring"}), None)
    if place.head.lower_ != "to" or sender.dep_ != "nsubj" or sender.head != verb:
        return False
    return any(c.dep_ == "dobj" for c in verb.children)


def _is_of_described(scene: Scene, person: Anchor, place: Span) -> bool:
    """Say whether another is said to be born there: "Poe, his coach when the Peru-born forward"."""
    doc = place.doc
    behind = text_in(doc, place.end, place.end + 2).lower()
    if behind != "-born":
        return False
    born = doc[place.end + 1]
    noun = born.head if born.dep_ in BEFORE_NOUN else born
    if 0 <= person.span.start - place.end < _CLOSE_BY:
        return False  # "the Oslo-born lock Max Orr"
    if noun.dep_ in _TOLD_OF or not any(c.lower_ == "the" for c in noun.children):
        return False
    whose = scene.heads.get(noun.i)
    mine = whose is not None and whose.referent == person.referent
    return not mine and noun.pos_ != "PROPN" and person.span.root not in noun.subtree


def _is_so_of_another(scene: Scene, score: Score) -> bool:
    """Say whether a verb with a named subject tells it: "Poe, shot by Max Orr, born in Bar"."""
    object_ = score.object.span.root
    played = score.relation == "PLAYS_FOR" and object_.dep_ == "pobj"
    predicate = played and object_.head.head.dep_ == "attr"  # "was a striker for Senegal"
    verb = object_.head.head.head if predicate else _verb_of(object_)
    if verb is None or (score.relation == "BORN_IN" and lemma(verb) != "bear"):
        return False
    if score.relation == "WORKS_FOR" and verb.dep_ != "relcl":
        return False
    tokens = [t for token in subjects(verb).tokens for t in conjuncts(token)]
    tokens = [
        t.head if t.dep_ == "appos" and t.tag_ == "JJ" else t for t in tokens
    ]  # "30-year-old"
    told = [a for t in tokens if (a := scene.resolve(t)) is not None]
    mine = any(a.referent == score.subject.referent for a in told)
    persons = [a for a in told if scene.type(a) is Type.PERSON]
    named = any(a.form is Form.NAME for a in persons)
    before = {i for t in tokens if t.tag_ == "PRP" for i in explained(t)}
    return not mine and (named or (bool(persons) and score.subject.span.root.i in before))


def _died_elsewhere(scene: Scene, person: Anchor, place: Anchor) -> bool:
    """Say whether it happened there to who died: "was stabbed near Bar and died in Oslo".

    Of "was shot in Oslo and died" he died there; not so of "who died in 2009, saw it in Oslo".
    """
    root = place.span.root
    deaths = [t for t in scene.span if t.pos_ == "VERB" and lemma(t) in _DIES]
    for death in deaths:
        own = {a.referent for t in subjects(death).tokens if (a := scene.resolve(t)) is not None}
        if person.referent not in own or root in death.subtree:
            continue
        apart = any(t.dep_ == "relcl" for t in {*root.ancestors} ^ {death, *death.ancestors})
        inside = (scene.heads.get(t.i) for t in death.subtree)
        if apart or any(a is not None and scene.type(a) is Type.PLACE for a in inside):
            return True
    return False


def _is_a_family(end: Anchor) -> bool:
    """Say whether a name is but that of a family: "the Agnelli family", "relatives of Max Orr"."""
    doc, root = end.span.doc, end.span.root
    behind = doc[end.span.end].lower_ if end.span.end < len(doc) else ""
    if end.form is Form.NAME and behind in _FAMILIES:
        return True
    of = root.dep_ == "pobj" and root.head.lower_ == "of"
    return of and root.head.head.lower_ in _FAMILIES


def _is_of_whose_kin(scene: Scene, person: Anchor, other: Anchor) -> bool:
    """Say whether it is told of one's family: "Ann Lee, whose brother Max sits for the Greens"."""
    for token in scene.whose:
        if token.i >= other.span.start or lemma(token.head) not in kin.ALL | {"family"}:
            continue
        whose = scene.heads.get(token.i)
        if whose is not None and whose.referent == person.referent:
            verb = token.head.head
            inside = verb.pos_ in VERBAL and other.span.root in verb.subtree
            return inside and person.span.root not in verb.subtree
    return False


def _is_of_kin_of_worker(body: Token) -> bool:
    """Say whether another works there: "the husband of a former Acme employee"."""
    noun = body.head
    if body.dep_ not in BEFORE_NOUN or noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    return lemma(noun.head.head) in kin.ALL


def _is_of_named_members(scene: Scene, one: Anchor, body: Anchor) -> bool:
    """Say whether others are called its members: "Brazil and the ASEAN members Laos and Vietnam".

    Candidates are none yet.
    """
    root = body.span.root
    sought = root.dep_ in BEFORE_NOUN and root.head.lower_ in _APPLICANTS
    return sought or _are_others_called(scene, one, body, _MEMBERS)


def _is_of_named_pair(scene: Scene, one: Anchor, team: Anchor) -> bool:
    """Say whether others are called its players: "Max Orr and the Genk pair Ben and Bo Lee"."""
    return _are_others_called(scene, one, team, _PAIRS)


def _are_others_called(scene: Scene, one: Anchor, body: Anchor, nouns: Set[str]) -> bool:
    """Say whether names behind a noun of a body are others': "the Genk pair Ben and Bo Lee"."""
    noun = body.span.root.head
    if body.span.root.dep_ not in BEFORE_NOUN or noun.lower_ not in nouns:
        return False
    listed = scene.listed(noun.i + 1, LINKS)
    called = {a.referent for a in takewhile(lambda a: a.form is Form.NAME, listed)}
    return bool(called) and one.referent not in called


def _is_of_unnamed(scene: Scene, one: Token, body: Token) -> bool:
    """Say whether unnamed ones are of it: "held by agents of the FBI"."""
    while body.dep_ == "conj" or (body.dep_ in BEFORE_NOUN and body.head.dep_ == "pobj"):
        body = body.head
    if body.dep_ != "pobj" or body.head.lower_ not in {"from", "of"} or not body.head.i:
        return False
    noun = body.head.nbor(-1)  # whatever the parse
    if noun.tag_ != "NNS":
        return False
    acts = noun.head.dep_ == "agent" or noun.dep_ in {"dobj", "nsubj", "nsubjpass"}
    if not acts or noun.i in scene.heads or lemma(noun) not in persons():
        return False
    return one not in noun.subtree and not any(c.dep_ == "poss" for c in noun.children)


def _is_of_officials(state: Token, body: Token) -> bool:
    """Say whether its officials are talked to: "told the ministers of Peru and Chile"."""
    while state.dep_ in {"conj", "appos"}:
        state = state.head
    noun = state.head.head
    if state.dep_ != "pobj" or state.head.lower_ != "of" or noun.tag_ != "NNS":
        return False
    if body in noun.subtree:
        return False  # "of Peru and Chile, which joined it last year"
    verb = _verb_of(noun)
    talks = noun.dep_ == "pobj" and noun.head.lower_ in {"with", "to"}
    return talks or (verb is not None and lemma(verb) in tellings.TOLD_TO)


def _is_of_which(scene: Scene, one: Token, body: Anchor) -> bool:
    """Say whether it is told of another body: "NATO, of which Peru is no member, met the EU"."""
    verb = one.head
    if one.dep_ != "nsubj" or verb.dep_ != "relcl" or lemma(verb) not in {"be", "belong"}:
        return False
    which = (scene.resolve(t) for t in verb.subtree if t.lower_ == "which")
    return any(a is not None and a.referent != body.referent for a in which)


def _is_citizen_beside(scene: Scene, person: Anchor, state: Token) -> bool:
    """Say whether it is another's: "Poe and his partner, Max Orr, 39, a citizen of Peru"."""
    noun = state.head.head
    if state.dep_ != "pobj" or lemma(noun) not in _CITIZENS or noun.dep_ != "appos":
        return False
    whose = scene.heads.get(noun.head.i)
    return whose is not None and whose.referent != person.referent


def _are_based_there(scene: Scene, body: Anchor, place: Token) -> bool:
    """Say whether unnamed ones are: "is sanctioning firms based in Oslo"."""
    verb = _verb_of(place)
    if verb is None or lemma(verb) != "base" or verb.dep_ != "acl" or verb.head.tag_ != "NNS":
        return False
    return scene.resolve(verb.head) is None and body.span.root not in verb.head.subtree
