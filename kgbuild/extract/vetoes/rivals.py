"""What the rules read in a sentence that leaves no room for a tie of the model's."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from kgbuild.extract.neural.scores import Score, between
from kgbuild.extract.references import kin
from kgbuild.extract.relations import goods, peers, stakes
from kgbuild.extract.relations.arguments import MAKES
from kgbuild.extract.text import roles
from kgbuild.extract.text.facts import DWELLS, TITULAR, Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.vocabulary import SELLS
from kgbuild.model import Form

_RIVALLED = frozenset(
    """CAPITAL_OF CHARGED EDUCATED_AT HEADQUARTERED_IN LISTED_ON LOCATED_IN MET_WITH PARENT_OF
    SIBLING_OF SPOKE_TO SPOUSE_OF SUED""".split()
)
"""Of such a tie that a rule reads of another the model was right in none of 29."""
_MADE = frozenset({"FOUNDED", "OWNS"})
"""Not so beside an apposition: "Poe, the founder of Acme, accountant Ann Lee and others"."""
_HEADS = frozenset(
    [
        "director",
        "general secretary",
        "prime minister",
        "secretary general",
        "secretary-general",
        "vice chancellor",
        "vice-chancellor",
    ]
)
_TRADES = SELLS | {"provide", "send", "smuggle"}
ONCE = frozenset({"BORN_IN", "DIED_IN"})
_TITLES = peers.RULES | {"title", "apposition"}


def is_read_of_another(scene: Scene, score: Score, read: Sequence[Fact]) -> bool:
    """Say whether what the rules ``read`` in a sentence leaves no room for a tie of the model's."""
    rules = (
        _is_rivalled,
        _is_founder,
        _is_lesser,
        _is_head,
        _has_only_made,
        _supply_the_same,
        _is_beside_unit,
    )
    if any(rule(score, read) for rule in rules):
        return True
    subject, relation, object_ = score.key
    if relation not in kin.RELATIONS:
        return False
    return kin.are_told(scene, relation, read) or kin.is_of_owner(subject, relation, object_, read)


def is_of_another(score: Score, held: Iterable[Fact]) -> bool:
    """Say whether another is called by an office of it.

    So in "Acme head Ann Lee and Beta head Bo Berg" and in "Ann Lee and Bo Berg, head of Beta".
    """
    if score.relation not in TITULAR:
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


def is_anothers_place(score: Score, facts: Sequence[Fact]) -> bool:
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
            (f.relation == score.relation and f.relation in ONCE)
            or (score.relation in DWELLS and f.rule == "place:based")
        )
    }
    return bool(told) and score.subject.referent not in told


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
        and fact.rule != stakes.RULE
        and not (relation == "FOUNDED" and score.subject.span.root.head.lower_ == "with")
    ]
    return bool(rivals) and all(fact.subject.referent != subject for fact in rivals)


def _supply_the_same(score: Score, read: Iterable[Fact]) -> bool:
    """Say whether both are read to sell to one, or to buy of one: "its oil from Poe, meal from"."""
    if score.relation != "SUPPLIES":
        return False
    sold = {f.key[::2] for f in read if f.relation == "SUPPLIES"}
    one, _, other = score.key
    return any(
        {(one, third), (other, third)} <= sold or {(third, one), (third, other)} <= sold
        for pair in sold
        for third in pair
    )


def _is_beside_unit(score: Score, read: Iterable[Fact]) -> bool:
    """Say whether it is no parent's, or no unit, that "its" tells: "sued Acme, its unit Beta"."""
    told = [f for f in read if f.relation == "SUBSIDIARY_OF" and f.rule == "title"]
    if score.relation != "SUBSIDIARY_OF" or score.key in {f.key for f in told}:
        return False
    subject, _, parent = score.key
    return any(
        (f.object.form is Form.PRONOUN and f.subject.referent == subject)
        or (f.subject.form is Form.PRONOUN and f.object.referent == parent)
        or (f.key[2] == parent and between(f.subject, score.subject).text in {"and", ","})
        for f in told
    )


def _is_head(score: Score, read: Iterable[Fact]) -> bool:
    """Say whether a title that sounds like a lesser one makes somebody head of a body."""
    return score.relation == "WORKS_FOR" and any(
        f.relation == "LEADS" and f.role in _HEADS and f.key[::2] == score.key[::2] for f in read
    )


def _has_only_made(score: Score, read: Iterable[Fact]) -> bool:
    """Say whether another sells what it makes: "Acme sold Beta chips made by Intel"."""
    root = score.subject.span.root
    if score.relation != "SUPPLIES" or root.dep_ != "pobj" or root.head.dep_ != "agent":
        return False
    noun = root.head.head.head
    if lemma(root.head.head) not in MAKES:
        return False
    sold = (
        f
        for f in read
        if f.relation == "SUPPLIES" and f.rule != goods.RULE and f.subject.referent != score.key[0]
    )
    trade = noun.dep_ == "dobj" and lemma(noun.head) in _TRADES
    return trade or any(f.key[2] == score.key[2] for f in sold)


def _is_founder(score: Score, read: Iterable[Fact]) -> bool:
    """Say whether a trade told with the founding is no job: "founded by engineers Poe and Lee"."""
    return score.relation == "WORKS_FOR" and any(
        f.relation == "FOUNDED"
        and f.subject == score.subject
        and f.object.referent == score.object.referent
        for f in read
    )


def _is_lesser(score: Score, read: Iterable[Fact]) -> bool:
    """Say whether but a part of a body is read to be led: "Acme's Senegal head, Ann Lee"."""
    return score.relation == "LEADS" and any(
        f.relation == "WORKS_FOR"
        and _is_of_branch((f.role or "").split(" "))
        and f.key[::2] == score.key[::2]
        for f in read
        if not f.unsaid
    )


def _is_of_branch(role: Sequence[str]) -> bool:
    """Say whether who heads something, but works for the body, heads a branch; no ruler does."""
    return role[-1] in roles.of_heads() and not (len(role) > 1 and role[-1] in {"leader", "ruler"})
