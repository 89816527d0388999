"""Who puts money into a firm: "raised $3 million in a round led by Acme, with Beta taking part"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kgbuild.extract.text.clauses import Clause, clause
from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.facts import PLAIN, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import LINKS
from kgbuild.model import Form, Type
from kgbuild.ontology import Ontology

RULE = "round"
_RELATION = "INVESTED_IN"
_RAISES = frozenset("bag close complete finalise finalize land raise secure".split())
_RAISES |= {"bring in", "pull in"}
_ROUNDS = frozenset("financing fundraising funding round".split())
_MONEY = frozenset("$ £ € million billion mln bn dollar euro crore lakh pound".split())
_SERIES = frozenset("ABCDEFGH")
_TELLS = re.compile(
    r"\b[Tt]he (?:round|investment|funding|financing)\b|\balso (?:took part|participat|invest|put)"
    r"|\b(?:[Oo]ther|[Ee]arlier|[Ee]xisting) (?:investors|backers)\b"
)
_JOINS = frozenset("participate join invest".split())
_BACKERS = frozenset("investor backer participant".split())
_INCLUDES = frozenset({"include", "be"})
_PUTS = frozenset("participate join take put chip invest contribute".split())
_LEADS = frozenset({"lead", "co-lead"})
_LINKS = LINKS | {"as", "well"}
_PLAIN = frozenset("DT JJ NN NNS VBG VBN HYPH POS PRP$".split())


def may_join(text: str) -> bool:
    """Say whether somebody may be told to take part in what another sentence tells."""
    return _TELLS.search(text) is not None


def may_be(scene: Scene) -> bool:
    """Say whether a sentence may tell of it that names but one: who takes part, or the firm."""
    return may_join(scene.text) or any(
        lemma(t) in _RAISES or clause(t).key in _RAISES for t in scene.verbs
    )


def taker(scene: Scene, said: Sequence[Clause]) -> tuple[Anchor, Token] | None:
    """Return the firm that a sentence says has raised money, with the verb."""
    for one in said:
        if _RAISES.isdisjoint({lemma(one.verb), one.key}) or not any(map(_is_money, one.targets)):
            continue
        found = (scene.resolve(t) for t in one.doers)
        firms = [a for a in found if a is not None and scene.type(a) is Type.ORGANIZATION]
        if len(firms) == 1:
            return firms[0], one.verb
    return None


def find(
    scene: Scene,
    said: Sequence[Clause],
    raised: tuple[Anchor, Token] | None,
    before: Anchor | None,
    ontology: Ontology,
) -> Iterator[Fact]:
    """Yield who takes part in what the ``taker`` of the sentence has ``raised``.

    Or in the round of the firm ``before``, which the last sentences told of.
    """
    relation = ontology.enabled(_RELATION)
    if relation is None:
        return
    if raised is not None:
        givers = [*_participants(scene), *_with(scene), *_leaders(scene)]
        pairs = [(giver, raised[0], raised[1]) for giver in givers]
        known = {giver.referent for giver in givers}
        joined = ((g, verb) for g, verb in _joined(scene, said) if g.referent not in known)
        pairs += [(giver, raised[0], verb) for giver, verb in joined]
    elif before is not None and may_join(scene.text):
        pairs = [(giver, before, verb) for giver, verb in _joined(scene, said)]
        more = [*_participants(scene), *_with(scene)] if pairs else []
        pairs += [(giver, before, pairs[0][2]) for giver in more]
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
    for verb in scene.tokens:
        if verb.tag_ == "VBG" and lemma(verb) in _PUTS:
            subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
            behind = verb.head.lower_ == "with" or any(c.lower_ == "with" for c in verb.lefts)
            yield from _named(scene, subjects if behind else [])


def _leaders(scene: Scene) -> Iterator[Anchor]:
    """Yield by whom a round or a group of investors is led."""
    for verb in scene.tokens:
        rounds = lemma(verb.head) in _ROUNDS | {"investor"} or verb.head.text in _SERIES
        if rounds and lemma(verb) in _LEADS and verb.dep_ in {"acl", "relcl"}:
            yield from _named(scene, clause(verb).doers)


def _joined(scene: Scene, said: Sequence[Clause]) -> Iterator[tuple[Anchor, Token]]:
    """Yield who "also took part in the round", put in money, led it, or is one of its backers."""
    for one in said:
        if _takes_part(one):
            tokens = list(one.doers)
            tokens += (t for c in one.verb.children if _as_did(c) for t in clause(c).doers)
        elif lemma(one.verb) in _INCLUDES and any(map(_are_others, one.subjects.tokens)):
            tokens = [c for c in one.verb.rights if c.dep_ in {"attr", "dobj"}]
        else:
            continue
        for anchor in _named(scene, tokens):
            if scene.type(anchor) is not Type.PLACE:
                yield anchor, one.verb


def _takes_part(one: Clause) -> bool:
    inside = [o for _, o in one.prepositions()]
    inside += one.after("in", one.targets, deep=False)
    word, targets = lemma(one.verb), {lemma(t) for t in one.targets}
    told = any(map(_is_round, (*one.targets, *inside)))
    also = any(c.lower_ == "also" for c in one.verb.children)
    if word == "put" and "money" in targets | {lemma(o) for o in inside}:
        return also  # "put in money"
    part = (word == "take" and "part" in targets) or word in _JOINS
    alone = part and also and not (inside or targets - {"part"})
    return alone or (told and (part or word in _LEADS))


def _is_round(noun: Token) -> bool:
    """Say whether money is raised in it: no "round of talks"."""
    known = lemma(noun) in _ROUNDS or noun.lower_ == "investment"
    return known and all(c.lower_ != "of" for c in noun.children)


def _as_did(verb: Token) -> bool:
    """Say whether others are told to have done it as well: "as did Acme Capital"."""
    return lemma(verb) == "do" and any(c.lower_ == "as" for c in verb.lefts)


def _are_others(noun: Token) -> bool:
    """Say whether it is who else has put money in: "other investors", "backers of the round"."""
    if lemma(noun) not in _BACKERS:
        return False
    beside = {t.lower_ for t in noun.subtree}
    return not beside.isdisjoint({"other", "earlier", "existing", "round"}) and "its" not in beside


def _named(scene: Scene, tokens: Sequence[Token]) -> Iterator[Anchor]:
    for first in tokens:
        named = [a for t in conjuncts(first) if (a := scene.resolve(t)) is not None]
        roots = dict.fromkeys(t for a in named for t in conjuncts(a.span.root))
        found = (scene.resolve(t) for t in roots)  # "existing backers Acme and Beta"
        yield from (a for a in found if a is not None and a.form is Form.NAME)
