"""Who supplies whom, by the way of goods: "its steel comes from Acme", "whose ore goes to Beta"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.references.referring import persons
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.subjects import subjects
from kgbuild.extract.text.vocabulary import FRACTIONS, PERCENT, SELLS
from kgbuild.extract.vetoes.orders import AWARDS
from kgbuild.model import Status, Type
from kgbuild.ontology import Ontology

RULE, AWARD = "goods", "verb:award"
_PARTS = "all bulk lot majority most much none part percentage portion remainder rest some"
_SHARES = PERCENT | FRACTIONS | frozenset(_PARTS.split())
_NO_GOODS = frozenset(
    """aid answer approval asset attack backing blame board bond business call capital case chief
    claim complaint contract control credit criticism deal debt decision demand donation
    earnings factory fortune fund funding gain growth help idea income information inspiration
    interest investment job lead letter licence license loan loss losses management money name
    news offer operation order ownership permission plant pressure prize profit proof proposal
    reply report request rescue result revenue right rise role salary sale seat share staff
    stake statement stock strength subsidy success support team threat title trouble turnover
    unit vote warning win word work worker workforce""".split()
)
"""What comes from somebody and is no ware; of what sales come from, the other is the customer."""

_BUYS = frozenset({"buy", "take"})
_NO_WARES = frozenset(
    """airline arm bank brand chain club company division firm group holding land mine network
    portfolio property shareholding site store terminal""".split()
)
"""What is bought for good: "sells a third of the chain to"."""
_VERBS = _BUYS | SELLS | AWARDS | {"come", "go"}
_CONTRACTS = frozenset({"contract", "tender"})


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield who supplies whom with what is one's own."""
    known = ontology.enabled("SUPPLIES")
    if known is None:
        return
    for verb in scene.verbs:
        if lemma(verb) not in _VERBS:
            continue
        for giver, taker in _ends(scene, verb):
            types = scene.type(giver), scene.type(taker)
            if giver.referent != taker.referent and types == (Type.ORGANIZATION,) * 2:
                yield Fact(
                    giver, known.name, taker, verb, RULE, verb=verb, state=_is_over(verb),
                )  # fmt: skip
        for giver, taker in _awarded(scene, verb):
            if giver.referent != taker.referent and known.fits(*map(scene.type, (giver, taker))):
                yield Fact(
                    giver, known.name, taker, verb, AWARD,
                    verb=verb, status=Status.PLANNED, implied=True,
                )  # fmt: skip


def _ends(scene: Scene, verb: Token) -> Iterator[tuple[Anchor, Anchor]]:
    """Yield who gives and who takes."""
    said = clause(verb).key
    if said in {"come", "go"}:
        word = "from" if said == "come" else "to"
        owners = [a for t in subjects(verb).tokens if (a := _owner(scene, t)) is not None]
        others = [scene.heads.get(t.i) for t in clause(verb).after(word, (), deep=False)]
        pairs = [(owner, other) for owner in owners for other in others if other is not None]
        yield from (((b, a) if said == "come" else (a, b)) for a, b in pairs)
    elif said in _BUYS:
        shares = [t for t in clause(verb).targets if lemma(t) in _SHARES]
        takers = [a for t in subjects(verb).tokens if (a := scene.resolve(t)) is not None]
        givers = [a for t in shares if (a := _owner(scene, t)) is not None]
        yield from ((giver, taker) for giver in givers for taker in takers)
    elif said in SELLS:
        told = clause(verb).targets
        wares = tuple(t for t in told if lemma(t) in _SHARES and _is_ware(scene, t))
        givers = [a for t in subjects(verb).tokens if (a := scene.resolve(t)) is not None]
        others = [scene.heads.get(t.i) for t in clause(verb).after("to", wares, deep=False)]
        takers = [a for a in others if a is not None] if wares else []
        yield from ((giver, taker) for giver in givers for taker in takers)


def _is_ware(scene: Scene, share: Token) -> bool:
    """Say whether a share is of wares: "most of its catch", not "a third of the company"."""
    noun = _parted(share)
    if noun is None or noun.i in scene.heads or noun.tag_ not in {"NN", "NNS"}:
        return False
    return lemma(noun) not in _NO_GOODS | _NO_WARES and lemma(noun) not in persons()


def _parted(share: Token) -> Token | None:
    """Return of what it is a share: the "ore" of "most of its ore"."""
    preps = (c for c in share.children if c.lower_ == "of")
    return next((o for prep in preps for o in prep.children if o.dep_ == "pobj"), None)


def _is_over(verb: Token) -> bool:
    """Say whether somebody used to buy: "took a third of its output"."""
    return lemma(verb) in _BUYS and clause(verb).past


def _awarded(scene: Scene, verb: Token) -> Iterator[tuple[Anchor, Anchor]]:
    """Yield who is to supply whom: "awarded contracts for the expansion of its plant to Acme"."""
    nouns = [t for t in clause(verb).targets if lemma(t) in _CONTRACTS]
    if lemma(verb) not in AWARDS or not nouns:
        return
    buyers = [a for t in clause(verb).doers if (a := scene.resolve(t)) is not None]
    to = [t for t in verb.subtree if t.lower_ == "to" and t.i > nouns[-1].i and t.dep_ == "prep"]
    for winner in (
        t for prep in to for o in prep.children if o.dep_ == "pobj" for t in conjuncts(o)
    ):
        named = scene.heads.get(winner.i)
        if named is not None and scene.type(named) is Type.ORGANIZATION:
            yield from ((named, buyer) for buyer in buyers)


def _owner(scene: Scene, noun: Token) -> Anchor | None:
    """Return whose goods they are: "Acme's ore", "Acme lenses", "most of its ore", "whose ore"."""
    if lemma(noun) in _SHARES:
        noun = _parted(noun) or noun
    word = lemma(noun)
    if noun.tag_ not in {"NN", "NNS"} or word in _NO_GOODS | _SHARES or word in persons():
        return None
    for child in noun.children:
        if child.tag_ == "WP$" and noun.head.dep_ == "relcl":
            return scene.resolve(noun.head.head)
        if child.dep_ in {"poss", "compound", "nmod"} and child.i in scene.heads:
            return scene.heads[child.i]
    return None
