"""Who puts money into a firm: "raised $3 million in a round led by Acme, with Beta taking part"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kgbuild.extract.text.clauses import Clause, clause
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene, conjuncts
from kgbuild.model import Form, Type
from kgbuild.ontology import Ontology

RULE = "round"
_RELATION = "INVESTED_IN"
_RAISES = frozenset("bag close complete finalise finalize land raise secure".split())
_ROUNDS = frozenset("financing fundraising funding round".split())
_MONEY = frozenset("$ £ € million billion mln bn dollar euro crore lakh pound".split())
_SERIES = frozenset("ABCDEFGH")
_JOINS = frozenset("participate join".split())
_PUTS = frozenset("participate join take put chip invest contribute".split())
_LEADS = frozenset({"lead", "co-lead"})
_LINKS = frozenset({",", "and", "&", "as", "well"})
_PLAIN = frozenset("DT JJ NN NNS VBG VBN HYPH POS PRP$".split())


def may_join(text: str) -> bool:
    """Say whether somebody may be told to take part in what another sentence tells."""
    return any(part in text for part in ("the round", "also took part"))


def may_be(scene: Scene) -> bool:
    """Say whether a sentence may tell of it that names but one: who takes part, or the firm."""
    return may_join(scene.text) or any(lemma(t) in _RAISES for t in scene.span if t.pos_ == "VERB")


def taker(scene: Scene, said: Sequence[Clause]) -> tuple[Anchor, Token] | None:
    """Return the firm that a sentence says has raised money, with the verb."""
    for one in said:
        if lemma(one.verb) not in _RAISES or not any(map(_is_money, one.targets)):
            continue
        found = (scene.resolve(t) for t in one.doers)
        firms = [a for a in found if a is not None and scene.type(a) is Type.ORGANIZATION]
        if len(firms) == 1:
            return firms[0], one.verb
    return None


def find(
    scene: Scene, said: Sequence[Clause], before: Anchor | None, ontology: Ontology
) -> Iterator[Fact]:
    """Yield who takes part; ``before`` is the firm whose round the last sentences told of."""
    relation = ontology.enabled(_RELATION)
    if relation is None:
        return
    raised = taker(scene, said)
    if raised is not None:
        givers = [*_participants(scene), *_with(scene), *_leaders(scene)]
        pairs = [(giver, raised[0], raised[1]) for giver in givers]
    elif before is not None and not scene.lemmas.isdisjoint({"round", "part"}):
        pairs = [(giver, before, verb) for giver, verb in _joined(scene, said)]
    else:
        return
    for giver, firm, verb in pairs:
        if giver.referent != firm.referent and relation.fits(scene.type(giver), scene.type(firm)):
            yield Fact(
                giver, _RELATION, firm, verb, RULE, verb=verb,
                implied=raised is None, confidence=PLAIN,
            )  # fmt: skip


def _is_money(noun: Token) -> bool:
    """Say whether it is a sum or a round: "$3 million", "a Series B"."""
    inside = [noun, *noun.subtree]
    return lemma(noun) in _ROUNDS | _MONEY or any(
        t.lower_ in _MONEY or (t.text in _SERIES and t.i and t.nbor(-1).lower_ == "series")
        for t in inside
        if t.i <= noun.i + 1
    )


def _participants(scene: Scene) -> Iterator[Anchor]:
    """Yield who is named behind "participation from" or "by"."""
    for noun in scene.span[:-2]:
        if noun.lower_ == "participation" and noun.nbor(1).lower_ in {"from", "by", "of"}:
            yield from _listed(scene, noun.i + 2)


def _listed(scene: Scene, place: int) -> Iterator[Anchor]:
    """Yield the names of a list, what they are told to be aside: "from existing backers Acme"."""
    doc, last = scene.span.doc, False
    while place < scene.span.end:
        anchor = scene.starts.get(place)
        if anchor is not None and anchor.form is Form.NAME:
            owner = anchor.span.end < scene.span.end and doc[anchor.span.end].tag_ == "POS"
            if not owner and scene.type(anchor) is not Type.PLACE:
                yield anchor
                if last:
                    return
            place = anchor.span.end
        elif doc[place].lower_ in _LINKS:
            last = last or doc[place].lower_ in {"and", "&"}
            place += 1
        elif doc[place].tag_ in _PLAIN:
            place += 1
        else:
            return


def _with(scene: Scene) -> Iterator[Anchor]:
    """Yield who does so in "with Acme also putting in money"."""
    for verb in scene.span:
        if verb.tag_ == "VBG" and lemma(verb) in _PUTS:
            subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
            behind = verb.head.lower_ == "with" or any(c.lower_ == "with" for c in verb.lefts)
            yield from _named(scene, subjects if behind else [])


def _leaders(scene: Scene) -> Iterator[Anchor]:
    """Yield by whom a round or a group of investors is led."""
    for verb in scene.span:
        rounds = lemma(verb.head) in _ROUNDS | {"investor"} or verb.head.text in _SERIES
        if rounds and lemma(verb) in _LEADS and verb.dep_ in {"acl", "relcl"}:
            yield from _named(scene, clause(verb).doers)


def _joined(scene: Scene, said: Sequence[Clause]) -> Iterator[tuple[Anchor, Token]]:
    """Yield who "also took part in the round", or led it."""
    for one in said:
        inside = [o for _, o in one.prepositions()]
        inside += one.after("in", one.targets, deep=False)
        part = lemma(one.verb) == "take" and any(t.lower_ == "part" for t in one.targets)
        part = part or lemma(one.verb) in _JOINS
        told = any(lemma(t) in _ROUNDS for t in (*one.targets, *inside))
        also = not inside and any(c.lower_ == "also" for c in one.verb.children)
        if (part or lemma(one.verb) in _LEADS) and (told or (part and also)):
            for anchor in _named(scene, one.doers):
                yield anchor, one.verb


def _named(scene: Scene, tokens: Sequence[Token]) -> Iterator[Anchor]:
    for token in tokens:
        names = (scene.resolve(t) for t in conjuncts(token))
        yield from (a for a in names if a is not None and a.form is Form.NAME)
