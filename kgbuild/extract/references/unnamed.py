"""What is of a body that stands elsewhere: "will join the board", "holds 40% of the shares"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references.traits import name_words
from kgbuild.extract.relations.departures import is_time
from kgbuild.extract.relations.stakes import OTHERS
from kgbuild.extract.text.clauses import Clause, clause
from kgbuild.extract.text.facts import UNSAID, Fact
from kgbuild.extract.text.governors import VERBAL
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_force, is_party, words
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.spans import BEFORE_NOUN, DESCRIBING
from kgbuild.extract.text.vocabulary import FRACTIONS, LEADS, PERCENT, STAYS
from kgbuild.ontology import Ontology

SURE = 0.9
"""So many of those that all is about are rightly taken for the body in our items."""
FARTHEST = 2
"""So many sentences back it was told of."""
_BOARD = "board"
_ROLES = {"WORKS_FOR": "board member", "LEADS": "chair"}
_OF_FIRMS = frozenset("executive management supervisory".split())
_JOINS, _LEAVES = frozenset({"join"}), frozenset({"leave", "quit"})
_SEATS = frozenset({"seat", "place"})
_TAKES = frozenset("fill gain get have hold keep occupy take win".split())
_LOSES = frozenset({"give up", "lose", "vacate"})
_SITS = frozenset("remain serve sit stay".split())
_GOES = frozenset({"resign", "retire", "stand down", "step down", "withdraw"})
_ELECTS = frozenset("add appoint co-opt elect name re-elect reelect".split())
_REMOVES = frozenset("dismiss drop oust remove vote".split())
_CHAIRS = LEADS - {"direct", "run"}
"""Who runs "the board" may run an authority."""
_PARTS = PERCENT | FRACTIONS | frozenset("fifths majority quarters tenths thirds".split())
_STAKES = frozenset("stake shareholding share shares".split())
_STOCK = frozenset("capital equity share stock".split())
_OWNS = frozenset("control have hold keep own retain".split())
_OF_OWNERS = frozenset(
    """capital holder holders investor investors owned owner owners share shareholder shareholders
    shares stake stakes stock""".split()
)
_LIES = frozenset("be lie rest stay".split())
_IN_TEAMS = frozenset(
    """captain coach defender forward goalkeeper keeper midfielder skipper striker trainer
    winger""".split()
)
_NARROWS = frozenset("acting assistant caretaker head interim left new right star team".split())
_OWNERS = frozenset({"holder", "owner", "shareholder"})
_GREAT = frozenset(
    """biggest controlling dominant individual institutional largest main majority minority outside
    principal second single sole third""".split()
)
_OWN = frozenset("a an former her his its my our their whose".split())
_BEFORE = DESCRIBING | {"JJS", "POS"}
HEADS = _PARTS | _STAKES | {_BOARD}
"""Words that may be of a body which is not named beside them."""
CUES = HEADS | _IN_TEAMS | _OWNERS
"""Without one of these in a sentence nothing of it is."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a verb tells of somebody and a body: a tie, and whether it ends or was."""

    relation: str
    said: Clause
    ends: bool = False
    suffers: bool = False
    owners: tuple[Token, ...] = ()

    @property
    def persons(self) -> tuple[Token, ...]:
        """The words for whom it is told of."""
        return self.owners or (self.said.targets if self.suffers else self.said.doers)

    @property
    def governor(self) -> Token | None:
        """The verb, if there is one: none in "Acme, with 9 per cent, agreed"."""
        return self.said.governor if self.said.verb.pos_ in VERBAL else None

    @property
    def state(self) -> bool:
        """Whether it is over, since told in the past: "sat on the board", but "kept a third"."""
        told = self.relation != "WORKS_FOR" or lemma(self.said.verb) in _SITS | {"have", "hold"}
        return told and self.said.past and lemma(self.said.verb) not in STAYS


@dataclass(frozen=True, slots=True)
class Asked:
    """A board or shares of a body that is asked for, with the number of who has them."""

    holder: int
    of_owners: bool


def asked(token: Token, at: Mapping[int, int]) -> Asked | None:
    """Return the question of which body something is; ``at`` are the known heads by their places.

    It is none if nobody known is told to have it.
    """
    told = _told(token) if token.lower_ in HEADS else None
    holder = next((at[t.i] for t in told.persons if t.i in at), None) if told else None
    return Asked(holder, token.lower_ != _BOARD) if holder is not None else None


def is_of_team(token: Token, names: Mapping[int, Anchor], at: Mapping[int, int]) -> bool:
    """Say whether it is what one of a team is called by, the team aside: "captain Bo Berg".

    ``names`` are the persons' names of the paragraph by each of their tokens.
    """
    if token.lower_ not in _IN_TEAMS:
        return False
    doc, start, end = token.doc, token.i, token.i + 1
    while start and doc[start - 1].lower_ in _NARROWS:
        start -= 1
    before = doc[max(0, start - 1)]
    if start and (before.lower_ in _OWN or before.tag_ in _BEFORE or before.i in at):
        return False
    named = end if text_in(doc, end, end + 1) != "," else end + 1
    parted = named > end and before.lower_ != "the"
    return named in names and not parted


def is_owner(token: Token) -> bool:
    """Say whether it is what an owner of an unnamed body is: "the second-largest shareholder"."""
    doc, start, end = token.doc, token.i, token.i + 1
    if token.lower_ not in _OWNERS or text_in(doc, end, end + 1).lower() in {"of", "in"}:
        return False
    while start and (doc[start - 1].lower_ in _GREAT or doc[start - 1].text == "-"):
        start -= 1
    return 0 < start < token.i and doc[start - 1].lower_ == "the"


def may_be_of(body: Cluster) -> bool:
    """Say whether a body may have a board or owners: no ministry has, nor has a party."""
    state = not words("organization", "government").isdisjoint(name_words(body))
    return not (state or is_force(body.name) or is_party(body.printed))


def find(
    scene: Scene, bodies: Mapping[tuple[Doc, int], Anchor], ontology: Ontology
) -> Iterator[Fact]:
    """Yield who sits on the board of a body, or has shares of it, that the sentence leaves out."""
    for token in scene.span if bodies else ():
        known = token.lower_ in HEADS or token.lower_ in _OWNERS
        body = bodies.get((token.doc, token.i)) if known else None
        if body is None:
            continue
        for fact in _facts(scene, token, body):
            relation = ontology.enabled(fact.relation)
            ends = scene.type(fact.subject), scene.type(body)
            if relation is not None and relation.fits(*ends):
                yield fact


def _facts(scene: Scene, token: Token, body: Anchor) -> Iterator[Fact]:
    told = _told(token)
    if told is None:
        owner = _owner(scene, token)
        if owner is not None and owner.referent != body.referent:
            yield Fact(owner, "OWNS", body, token, UNSAID, confidence=body.sure)
        return
    for word in told.persons:
        holder = scene.resolve(word)
        if holder is not None and holder.referent != body.referent:
            yield Fact(
                holder, told.relation, body, told.said.verb, UNSAID,
                verb=told.governor, ends=told.ends, state=told.state,
                role=_ROLES[told.relation] if token.lower_ == _BOARD else None,
                confidence=body.sure,
            )  # fmt: skip


def _owner(scene: Scene, noun: Token) -> Anchor | None:
    """Return who is the owner: "Acme, the biggest shareholder", "the sole shareholder is Acme"."""
    if noun.dep_ == "appos":
        return scene.resolve(noun.head)
    if lemma(noun.head) == "be" and noun.dep_ in {"attr", "nsubj"}:
        other = "nsubj" if noun.dep_ == "attr" else "attr"
        ends = (c for c in noun.head.children if c.dep_ == other)
        found = next((scene.resolve(c) for c in ends), None)
        return found if noun.head.tag_ in {"VBZ", "VBP"} else None
    return None


def _told(token: Token) -> _Told | None:
    if token.lower_ in _OWNERS:
        return None
    return _seat(token) if token.lower_ == _BOARD else _share(token)


def _seat(board: Token) -> _Told | None:
    """Return who gets on "the board" or off it: "took a seat on the board", "left the board"."""
    beside = list(board.children)
    if not any(c.lower_ == "the" for c in beside) or any(c.lower_ == "of" for c in beside):
        return None
    if any(c.dep_ in BEFORE_NOUN and c.lower_ not in _OF_FIRMS for c in beside):
        return None  # "the parole board"
    chaired = next((c for c in board.rights if c.dep_ == "acl" and lemma(c) in _CHAIRS), None)
    if chaired is not None:
        return _Told("LEADS", clause(chaired))
    if board.dep_ == "dobj":
        said = clause(board.head)
        if said.key in _CHAIRS and said.verb.tag_ != "VB":  # "will chair it": of what two found
            return _Told("LEADS", said)
        joins, leaves = said.key in _JOINS, said.key in _LEAVES
        return _Told("WORKS_FOR", said, ends=leaves) if joins or leaves else None
    if board.dep_ != "pobj":
        return None
    word, above = board.head.lower_, board.head.head
    if above.lower_ in _SEATS and above.dep_ == "dobj":
        above = above.head
    if above.pos_ != "VERB":
        return None
    said = clause(above)
    if any(t.lower_ in _SEATS for t in said.targets):
        takes, loses = said.key in _TAKES, said.key in _LOSES
        return _Told("WORKS_FOR", said, ends=loses) if takes or loses else None
    if word in {"on", "from"} and said.key in (_SITS if word == "on" else _GOES):
        return _Told("WORKS_FOR", said, ends=word == "from")
    if word in {"to", "onto"} and said.key in _ELECTS:
        return _Told("WORKS_FOR", said, suffers=True)
    if word in {"from", "off"} and lemma(above) in _REMOVES:
        return _Told("WORKS_FOR", said, ends=True, suffers=True)
    return None


def _share(part: Token) -> _Told | None:
    """Return who has a part of what is not named: "keeps a third of the shares", "owns 40%"."""
    if _is_of_other(part):
        return None
    if part.dep_ == "pobj":
        return _with(part)
    said = clause(part.head)
    if part.dep_ in {"nsubj", "nsubjpass"}:
        return _belongs(part, said)
    if part.dep_ != "dobj" or said.key not in _OWNS:
        return None
    if any(word in {"in", "of"} and not is_time(o) for word, o in said.prepositions()):
        return None  # "in which it holds 40%", "holds a stake in Acme"
    return _Told("OWNS", said) if said.key in {"hold", "own"} or _is_of_owners(part.doc) else None


def _is_of_owners(words: Iterable[Token]) -> bool:
    return not _OF_OWNERS.isdisjoint(t.lower_ for t in words)


def _with(part: Token) -> _Told | None:
    """Return who has it by the way: "The Orr Fund, with 9 per cent, is against it"."""
    doc, with_ = part.doc, part.head
    parted = with_.i > 1 and doc[with_.i - 1].text == ","
    behind = doc[part.right_edge.i + 1 : part.right_edge.i + 2]
    if with_.lower_ != "with" or not parted or not all(t.is_punct for t in behind):
        return None
    return _Told("OWNS", clause(part), owners=(doc[with_.i - 2],)) if _is_of_owners(doc) else None


def _belongs(part: Token, said: Clause) -> _Told | None:
    """Return whose a part of the shares is: "a third of the shares belong to the Orr Fund"."""
    of = (o for c in part.children if c.lower_ == "of" for o in c.children)
    if not any(lemma(o) in _STOCK for o in of):
        return None
    if said.key in {"hold", "own"} and said.subjects.passive:
        return _Told("OWNS", said, owners=said.doers)
    if said.key == "belong":
        return _Told("OWNS", said, owners=said.after("to", (), deep=False))
    if said.key not in _LIES:
        return None
    hands = tuple(h for h in said.after("in", (), deep=False) if h.lower_ == "hands")
    owners = said.after("with", (), deep=False) or said.after("of", hands, deep=False)
    return _Told("OWNS", said, owners=owners)


def _is_of_other(part: Token) -> bool:
    """Say whether it is a part of something else, or no part: "41% of the market", "its shares"."""
    if any(t.lower_ in OTHERS for t in part.lefts):
        return True  # "Acme owns 60 per cent of Beta. Gamma has the other 40 per cent"
    whole = part.lower_ in _STAKES
    if whole and not any(t.lower_ in _PARTS or t.like_num for t in part.lefts):
        return True
    behind = [o for c in part.children if c.dep_ == "prep" for o in c.children if not is_time(o)]
    return any(lemma(o) not in _STOCK or _has_owner(o) for o in behind)


def _has_owner(noun: Token) -> bool:
    return any(c.dep_ in {*BEFORE_NOUN, "poss"} for c in noun.lefts)
