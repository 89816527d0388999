"""Takeovers that come to nothing: "Acme turned down an offer from Beta", "dropped its bid for"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.verbs import VERBAL
from kgbuild.extract.text.vocabulary import BUYS, COMPLETES
from kgbuild.extract.truth.status import judge
from kgbuild.model import FACTUAL, Status, Type
from kgbuild.ontology import Ontology

RULE = "bid"
_RELATION = "ACQUIRED"
_BIDS = frozenset("approach bid offer overture proposal".split())
_REFUSED = frozenset("rebuff reject snub spurn refuse decline dismiss repel".split())
_REFUSED |= {"turn down", "turn away", "brush off", "fend off", "fight off", "knock back"}
_DROPPED = frozenset("abandon drop pull scrap shelve withdraw".split())
_OUTDOES = frozenset("beating outbidding topping trumping".split())
_BOARDS = frozenset({"board", "management", "owner", "shareholder"})
_TAKEOVERS = frozenset({"takeover", "buyout", "acquisition", "buy", "purchase"})
_SIDES = frozenset({"from", "by"})
SALE = "sale"
_FAILS = frozenset(
    """abandon annul block cancel collapse drop fail halt lapse nix oppose
    overturn reject scrap shelve stop veto void""".split()
) | {"call off", "fall through", "rule out"}
_WEIGHS = frozenset(
    """consider contemplate debate demand discuss explore float mull negotiate propose seek study
    suggest urge want weigh""".split()
)
_TALKS = frozenset("idea option possibility proposal prospect report rumour rumor talk".split())
_NOTHING = frozenset({"naught", "nothing", "off", "untrue", "wrong"})


def find(scene: Scene, ontology: Ontology, *, sport: bool) -> Iterator[Fact]:
    """Yield what is not bought; in ``sport`` an offer may be for a player, and must say it."""
    relation = ontology.enabled(_RELATION)
    if relation is None or scene.lemmas.isdisjoint(_BIDS):
        return
    for noun in scene.tokens:
        if lemma(noun) not in _BIDS or noun.tag_ != "NN" or not _is_to_buy(noun, sport=sport):
            continue
        verb = _undoes(noun)
        for bidder, target in _ends(scene, noun, verb) if verb is not None else ():
            ends = scene.type(bidder), scene.type(target)
            firm = ends[0] is Type.ORGANIZATION and bidder.referent != target.referent
            if firm and relation.fits(*ends):
                yield Fact(bidder, _RELATION, target, noun, RULE, verb=verb, status=Status.DENIED)


def sold(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield to whom a body is sold by a noun: "the sale of Acme to Beta", "its sale to Beta"."""
    relation = ontology.enabled(_RELATION)
    if relation is None or SALE not in scene.lemmas:
        return
    for noun in scene.tokens:
        if noun.lower_ != SALE:
            continue
        target = scene.under(noun, "of")
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if target is None and owner is not None:
            target = scene.resolve(owner)
        buyer = _buyer(scene, noun, target) if target is not None else None
        status = _of_sale(noun) if buyer is not None else None
        if target is None or buyer is None or status is None or buyer.referent == target.referent:
            continue
        firm = scene.type(target) is Type.ORGANIZATION
        if firm and relation.fits(scene.type(buyer), scene.type(target)):
            yield Fact(buyer, _RELATION, target, noun, SALE, status=status, implied=True)


def _buyer(scene: Scene, noun: Token, target: Anchor) -> Anchor | None:
    """Return to whom it goes, wherever the parser hangs a "to" right behind."""
    ends = (target.span.end, noun.i + 1)
    behind = (scene.span.doc[i] for i in ends if i < scene.span.end)
    words = (o for to in behind if to.lower_ == "to" for o in to.children if o.dep_ == "pobj")
    found = (scene.resolve(o) for o in words)
    return scene.under(noun, "to") or next((a for a in found if a is not None), None)


def _of_sale(noun: Token) -> Status | None:
    """Return what becomes of a sale; None where that is told of something else's time."""
    above = noun
    while above.head != above and above.head.pos_ not in VERBAL:
        above = above.head
        if lemma(above) in _TALKS:
            return _unless_failed(above.head, Status.POSSIBLE)
    verb = above.head
    if above != noun or verb.pos_ not in VERBAL or verb == noun:
        return None
    told = judge(verb).status
    if lemma(verb) in COMPLETES or told not in FACTUAL:
        return _unless_failed(verb, told)
    loose = clause(verb).key in _WEIGHS or any(c.lower_ in {"a", "any"} for c in noun.children)
    return _unless_failed(verb, Status.POSSIBLE if loose else Status.PLANNED)


def _unless_failed(verb: Token, status: Status) -> Status:
    """Return the status, or denied where a verb lets it fail: "came to nothing", "is off"."""
    verbs = [verb, *(c for c in verb.children if c.dep_ == "conj")]
    failed = any(map(_fails, verbs)) or judge(verb).status is Status.DENIED
    return Status.DENIED if failed else status


def _fails(verb: Token) -> bool:
    words = [*verb.children, *(o for c in verb.children for o in c.children)]
    if lemma(verb) in _FAILS or clause(verb).key in _FAILS:
        return True
    through = lemma(verb) == "fall" and any(t.lower_ == "through" for t in words)
    return through or any(t.lower_ in _NOTHING for t in words)


def outdone(scene: Scene, facts: Iterable[Fact], ontology: Ontology) -> Iterator[Fact]:
    """Yield who did not get what another did: "has bought Acme, beating a bid from Beta"."""
    relation = ontology.enabled(_RELATION)
    if relation is None or _OUTDOES.isdisjoint(scene.words):
        return
    bought = (f for f in facts if f.relation == _RELATION and f.status is Status.ASSERTED)
    fact = next((f for f in bought if f.verb is not None and f.rule != RULE), None)
    if fact is None or judge(fact.verb or fact.word).status not in {*FACTUAL, Status.PLANNED}:
        return
    for bidder, verb in _beaten(scene):
        if bidder.referent not in fact.key:
            yield replace(
                fact, subject=bidder, word=verb, rule=RULE, verb=None, status=Status.DENIED
            )


def _beaten(scene: Scene) -> Iterator[tuple[Anchor, Token]]:
    """Yield who is outbid, with the verb that tells it."""
    for verb in scene.tokens:
        if verb.tag_ != "VBG" or verb.i == scene.span.start or verb.nbor(-1).text != ",":
            continue
        for noun in clause(verb).targets if verb.lower_ in _OUTDOES else ():
            bid = lemma(noun) in _BIDS
            bidder = _by(scene, noun) if bid else scene.resolve(noun)
            firm = bidder is not None and scene.type(bidder) is Type.ORGANIZATION
            if bidder is not None and firm and (bid or verb.lower_ == "outbidding"):
                yield bidder, verb


def _undoes(noun: Token) -> Token | None:
    """Return the verb that plainly makes nothing of a bid."""
    verb = noun.head
    passive = noun.dep_ == "nsubjpass"
    if not (passive or noun.dep_ == "dobj") or verb.pos_ != "VERB":
        return None
    known = clause(verb).key in _REFUSED | _DROPPED
    return verb if known and judge(verb).status is Status.ASSERTED else None


def _is_to_buy(noun: Token, *, sport: bool) -> bool:
    """Say whether a firm is bid for: no "offer to host the games", no "proposal by the union"."""
    words = {c.lower_ for c in noun.lefts}
    takeover = not words.isdisjoint(_TAKEOVERS)
    does = [c for c in noun.rights if c.dep_ in {"acl", "relcl"} and c.tag_ == "VB"]
    if does:
        return all(clause(v).key in BUYS for v in does)
    return takeover or not (sport or noun.lower_ in {"proposal", "overture"})


def _ends(scene: Scene, noun: Token, verb: Token) -> Iterator[tuple[Anchor, Anchor]]:
    """Yield who bid, and for what: what is said so, else who turns it down."""
    said = clause(verb)
    dropped = said.key in _DROPPED
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    bidder = scene.resolve(owner) if owner is not None else _by(scene, noun)
    bidder = bidder or _doer(scene, verb) if dropped else bidder
    target = _target(scene, noun)
    if target is None and not dropped and not _has_aim(noun):
        target = _doer(scene, verb)
    if bidder is not None and target is not None and scene.type(target) is Type.ORGANIZATION:
        yield bidder, target


def _by(scene: Scene, noun: Token) -> Anchor | None:
    """Return from whom it is; the parser may hang that on the verb."""
    preps = (c for t in (noun, noun.head) for c in t.rights if c.lower_ in _SIDES)
    found = (scene.resolve(o) for prep in preps for o in prep.children if o.dep_ == "pobj")
    return next((a for a in found if a is not None), None)


def _has_aim(noun: Token) -> bool:
    return any(c.lower_ == "for" for t in (noun, noun.head) for c in t.rights)


def _target(scene: Scene, noun: Token) -> Anchor | None:
    """Return for what it is: "its bid for Acme", "an offer to buy Acme"."""
    aims = (o for c in noun.rights if c.lower_ == "for" for o in c.children if o.dep_ == "pobj")
    does = (c for c in noun.rights if c.dep_ in {"acl", "relcl"} and c.tag_ == "VB")
    bought = (o for verb in does for o in clause(verb).targets)
    return next((a for t in (*aims, *bought) if (a := scene.resolve(t)) is not None), None)


def _doer(scene: Scene, verb: Token) -> Anchor | None:
    """Return who does it, or the firm whose board does."""
    for token in clause(verb).doers:
        anchor = scene.resolve(token)
        if anchor is None and lemma(token) in _BOARDS:
            owner = next((c for c in token.children if c.dep_ == "poss"), None)
            anchor = scene.resolve(owner) if owner is not None else scene.under(token, "of")
        if anchor is not None and token.tag_ != "NNPS":  # no family, "the Berghs"
            return anchor
    return None
