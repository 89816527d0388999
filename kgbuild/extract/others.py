"""What a sentence says of somebody else than the learned model ties: another does it, or is it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span, Token

from kgbuild.extract import kin
from kgbuild.extract.clauses import subjects
from kgbuild.extract.facts import OFFICES, Fact
from kgbuild.extract.governors import VERBAL
from kgbuild.extract.lemma import lemma
from kgbuild.extract.paragraphs import Anchor
from kgbuild.extract.scene import Scene, conjuncts
from kgbuild.extract.scores import Score
from kgbuild.extract.spans import BEFORE_NOUN
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
_RIVALLED = frozenset(
    """CAPITAL_OF CHARGED EDUCATED_AT HEADQUARTERED_IN LISTED_ON LOCATED_IN MET_WITH PARENT_OF
    SIBLING_OF SPOKE_TO SPOUSE_OF SUED""".split()
)
"""Of such a tie that a rule reads of another the model was right in none of 29."""
_MADE = frozenset({"FOUNDED", "OWNS"})
"""Not so beside an apposition: "Poe, the founder of Acme, accountant Ann Lee and others"."""
_TOLD_TO = frozenset("address brief greet host meet receive tell thank welcome".split())
_MATCH = re.compile(
    r"""(?ix) \b( (in|of)\ the\ (last\ (four|eight|16|sixteen)|((semi|quarter)-?)?finals?)
    (?!\ (hour|day|week|month|year|minute|stage|round|phase|stretch|analysis))
    | (first|second|third|fourth|opening)[ ]round\ of\ the
    | on\ points | straight\ sets | (won|lost|win|lose|beat)\ \d\d?-\d\d? | by\ knockout
    | (heavy|middle|welter|light|cruiser)weight )\b"""
)
_FAMILIES = frozenset("family families clan dynasty relatives heirs relations".split())
_PLACED = frozenset({"HEADQUARTERED_IN", "OPERATES_IN"})
_MEMBERS = frozenset("members countries states nations allies".split())
_APPLICANTS = frozenset("candidates applicants hopefuls aspirants".split())
_CITIZENS = frozenset({"citizen", "national", "native", "resident"})
_CALLS = frozenset({"telephone", "phone", "video", "videoconference"})
_VEHICLES = frozenset(
    "aircraft boat bus convoy drone helicopter jet missile plane rocket ship tanker vessel".split()
)
_CLIMBED = 4


def is_of_another(scene: Scene, score: Score, path: Sequence[Token]) -> bool:
    """Say whether a tie that the model holds for likely is told of another by the words."""
    subject, relation, object_ = score.subject, score.relation, score.object
    if relation in kin.RELATIONS:
        return kin.is_anothers(scene, subject, relation, object_)
    if relation in _OF_THIRDS and _is_of_third(scene, score, path):
        return True
    acts = relation in _DEEDS or (relation == "FOUNDED" and subject.span.root.dep_ == "nsubj")
    if acts and _is_done_by_another(scene, subject, relation, object_):
        return True
    if relation == "MET_WITH" and (
        _is_done_by_another(scene, object_, relation, subject)
        or not _CALLS.isdisjoint(scene.lemmas)  # "held a video meeting with"
    ):
        return True
    persons = (a for a in (subject, object_) if scene.type(a) is Type.PERSON)
    if any(map(_is_a_family, persons)) or _is_of_whose_kin(scene, subject, object_):
        return True
    if relation == "WORKS_FOR" and _is_of_kin_of_worker(object_.span.root):
        return True
    if relation == "MEMBER_OF" and _is_of_named_members(scene, subject, object_):
        return True
    if relation == "CITIZEN_OF" and _is_citizen_beside(scene, subject, object_.span.root):
        return True
    if relation in _PLACED and _are_based_there(scene, subject, object_.span.root):
        return True
    if relation == "DIED_IN" and subject.span.root.head.dep_ == "agent":
        return True  # "was shot dead by Max Orr in Oslo"
    if relation in _STATES and _is_so_of_another(scene, score):
        return True
    if relation in _BODILY and _is_whose_of_next(scene, subject, object_):
        return True
    return relation in OFFICES and _is_spoken_to(object_)


def is_match(sentence: Span) -> bool:
    """Say whether who "meet" play or box: "met in the final", "met and lost on points"."""
    return _MATCH.search(sentence.text) is not None


def is_read_of_another(scene: Scene, score: Score, read: Sequence[Fact]) -> bool:
    """Say whether what the rules ``read`` in a sentence leaves no room for a tie of the model's."""
    if _is_rivalled(score, read) or _is_founder(score, read):
        return True
    subject, relation, object_ = score.key
    if relation not in kin.RELATIONS:
        return False
    return kin.are_told(scene, relation, read) or kin.is_of_owner(subject, relation, object_, read)


def _is_rivalled(score: Score, read: Iterable[Fact]) -> bool:
    """Say whether a rule reads the tie out of the same words, but of another.

    Not of what lies in that: "Taiyuan, North China's Shanxi Province".
    """
    subject, relation, _ = score.key
    read = [fact for fact in read if fact.relation == relation]
    within = {fact.object.referent for fact in read if fact.subject.referent == subject}
    rivals = [
        fact
        for fact in read
        if fact.object == score.object
        and fact.subject.referent not in within
        and (relation in _RIVALLED or (relation in _MADE and fact.verb is None))
        and not (relation == "FOUNDED" and score.subject.span.root.head.lower_ == "with")
    ]
    return bool(rivals) and all(fact.subject.referent != subject for fact in rivals)


def _is_founder(score: Score, read: Iterable[Fact]) -> bool:
    """Say whether a trade told with the founding is no job: "founded by engineers Poe and Lee"."""
    return score.relation == "WORKS_FOR" and any(
        f.relation == "FOUNDED"
        and f.subject == score.subject
        and f.object.referent == score.object.referent
        for f in read
    )


def _is_of_third(scene: Scene, score: Score, path: Sequence[Token]) -> bool:
    """Say whether it is told of a third: "Poe thanked Berg, who spoke to Lee": not Poe to Lee."""
    above = (t.head for t in path if t.dep_ == "relcl" and t.head in path)
    whose = (scene.heads.get(t.i) for t in above)
    ends = {score.subject.referent, score.object.referent}
    return any(a is not None and a.form is Form.NAME and a.referent not in ends for a in whose)


def _is_done_by_another(scene: Scene, doer: Anchor, relation: str, other: Anchor) -> bool:
    """Say whether the verb that has the one for its object has another for its subject.

    "His aunt has not applied, Poe told Radio One": his aunt did not tell it. Nor does "France
    condemned it, as did the Union" or "held by Acme, years after Poe was charged by a court".
    """
    suffers, does = _head(other.span.root), _head(doer.span.root)
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


def _head(name: Token) -> Token:
    """Return the noun that a name explains: "boss" of "his boss, Max Orr, was charged"."""
    return name.head if name.dep_ == "appos" and name.head.tag_ in {"NN", "NNS"} else name


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
            if noun.head.lower_ != "against" or any(map(_tells_whose, above.children)):
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
    named = any(a.form is Form.NAME and scene.type(a) is Type.PERSON for a in told)
    return named and not mine


def _is_spoken_to(body: Anchor) -> bool:
    """Say whether one but speaks to a body: "briefing the Ghana News Agency, the director said"."""
    root = body.span.root
    return root.dep_ == "dobj" and root.head.tag_ == "VBG" and lemma(root.head) in _TOLD_TO


def _is_a_family(end: Anchor) -> bool:
    """Say whether a name is but that of a family: "the Agnelli family", "relatives of Max Orr"."""
    doc, root = end.span.doc, end.span.root
    behind = doc[end.span.end].lower_ if end.span.end < len(doc) else ""
    if end.form is Form.NAME and behind in _FAMILIES:
        return True
    of = root.dep_ == "pobj" and root.head.lower_ == "of"
    return of and root.head.head.lower_ in _FAMILIES


def _is_whose_of_next(scene: Scene, person: Anchor, body: Anchor) -> bool:
    """Say whether it is the next body's: "Acme and Beta, whose chairman is Ann Lee"."""
    for token in scene.whose:
        if body.span.end <= token.i < person.span.start:
            whose = scene.heads.get(token.i)
            if whose is not None and whose.referent != body.referent:
                return scene.type(whose) is scene.type(body)
    return False


def _is_of_whose_kin(scene: Scene, person: Anchor, other: Anchor) -> bool:
    """Say whether it is told of one's family: "Ann Lee, whose brother Max sits for the Greens"."""
    for token in scene.whose:
        if token.i >= other.span.start or lemma(token.head) not in kin.ALL:
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
    noun = body.span.root.head
    if body.span.root.dep_ not in BEFORE_NOUN or noun.lower_ not in _MEMBERS | _APPLICANTS:
        return False
    if noun.lower_ in _APPLICANTS:
        return True
    place, called = noun.i + 1, set[int]()
    while place < scene.span.end:
        named = scene.starts.get(place)
        if named is not None and named.form is Form.NAME:
            called.add(named.referent)
            place = named.span.end
        elif scene.span.doc[place].lower_ in {",", "and", "&"}:
            place += 1
        else:
            break
    return bool(called) and one.referent not in called


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
