"""What one calls another: "called him a liar", "described her as the best pilot in Chad"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgbuild.extract.text.clauses import Clause, clause
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.vocabulary import LABELS
from kgbuild.ontology import Ontology

RULE = "label"
_CALLS_AS = frozenset({"denounce", "describe"})
_CALLS = LABELS | _CALLS_AS
_INSULTS = frozenset(
    """amateur arrogant autocrat bandit bigot brigand bully butcher charlatan cheat childish clown
    clueless conman corrupt coward cowardly criminal crook cynic cynical deceitful delusional
    demagogue despot dictator disgrace disgraceful dishonest disloyal embarrassment extremist
    failure fascist fool fraud gangster heartless hypocrite hypocritical idiot ignorant immoral
    incompetent inept insulting irresponsible killer liability liar lunatic madman madwoman
    mercenary monster murderer naive opportunist parasite pathetic pirate profiteer puppet racist
    reckless saboteur savage scoundrel selfish sexist shameful shameless stooge stupid terrorist
    thief thug toothless traitor tyrant unfit untrustworthy usurper vandal vengeful warmonger
    worst""".split()
)
_PRAISES = frozenset(
    """ablest best bravest brightest calmest cleverest finest greatest kindest noblest smartest
    wisest brave brilliant courageous decent exemplary fair fearless genius hero heroine honest
    honorable honourable incorruptible innocent inspiration inspirational invaluable irreplaceable
    legend outstanding patient patriot reasonable selfless superb talented treasure trustworthy
    visionary wise wonderful""".split()
)
_TURNED = frozenset({"never", "no", "not", "n't"})


def find(scene: Scene, ontology: Ontology) -> Iterator[Fact]:
    """Yield who runs down or praises whom by what he calls him."""
    for verb in scene.verbs:
        if lemma(verb) in _CALLS:
            said = clause(verb)
            for token in said.targets:
                relation = ontology.enabled(_means(_label(verb, token)))
                if relation is not None:
                    yield from _facts(scene, said, token, relation.name)


def _facts(scene: Scene, said: Clause, token: Token, relation: str) -> Iterator[Fact]:
    """Yield who calls whom so."""
    called = scene.resolve(token)
    for who in (scene.resolve(doer) for doer in said.doers):
        if who is not None and called is not None and who.referent != called.referent:
            yield Fact(who, relation, called, said.verb, RULE, verb=said.governor)


def _label(verb: Token, object_: Token) -> Token | None:
    """Return the noun or adjective that somebody is called."""
    if lemma(verb) in _CALLS_AS:
        preps = (c for c in verb.rights if c.lower_ == "as")
        return next((o for prep in preps for o in prep.children if o.tag_[0] in "NJ"), None)
    own = (c for c in verb.rights if c.dep_ == "oprd")
    beside = (c for c in object_.rights if c.dep_ == "appos" and c.tag_ in {"NN", "NNS"})
    found = next(own, None) or next(beside, None)
    return found if found is not None and found.tag_[0] in "NJ" else None


def _means(label: Token | None) -> str:
    """Return the relation that a label tells; none: it neither praises nor runs down."""
    if label is None:
        return ""
    before = [t for t in label.lefts if t.dep_ in {"amod", "compound", "advmod", "det", "neg"}]
    said = [label, *before, *(c for t in before for c in t.children)]
    if any(t.lower_ in _TURNED for t in said):
        return ""
    words = {lemma(t) for t in said} | {t.lower_ for t in said}
    if words & _INSULTS:
        return "CRITICIZED"
    owned = any(c.dep_ == "poss" for c in label.children)  # "the bidder's best friend"
    return "SUPPORTED" if words & _PRAISES and not owned else ""
