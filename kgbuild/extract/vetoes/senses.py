"""Ties that the model guesses though the words between two are of another sense."""

from collections.abc import Sequence

from spacy.tokens import Token

from kgbuild.extract.references.referring import persons
from kgbuild.extract.text.clauses import is_passive
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.governors import VERBAL
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.spans import BEFORE_NOUN
from kgbuild.extract.text.vocabulary import LEADS

RIVALS = frozenset("adversary competitor enemy foe opponent rival".split())
QUOTED = frozenset({"list", "quote", "float", "trade"})
ORDERS = frozenset("contract deal job mandate order tender work".split())
_WATCHES = frozenset(
    """analyse analyze blog compete cover follow monitor publish rate report research review short
    study track watch""".split()
)
"""What one does with a body that one is no part of."""
_INSIDE = frozenset({"as", "at", "for", "from", "inside", "within"})
_NOUNS = frozenset("appos compound conj dobj pobj poss prep".split())
_OTHER = {
    "SUPPORTED": frozenset("oppose reject resist rebuff spurn".split()),
    "EDUCATED_AT": frozenset({"ordain", "bury"}),
    "SUBSIDIARY_OF": QUOTED,
    "HEADQUARTERED_IN": frozenset("aid assist help".split()),
    "OPERATES_IN": frozenset("aid assist help return repatriate restitute".split()),
}
"""Verbs that tell something else of two."""
AWARDS = frozenset("award grant give hand".split())
_GIVEN = frozenset({"SUPPLIES", "SUPPORTED", "SANCTIONED"})
_SPARED = frozenset({"CRITICIZED", "SANCTIONED"})
_TEACHES = frozenset("coach instruct teach train tutor".split())
_LECTURES = frozenset("lecture supervise teach tutor".split())
_LESSONS = frozenset("class course lecture lesson masterclass seminar workshop".split())
_URGES = frozenset({"urge", "implore", "exhort"})
_APPEALED = frozenset({"CRITICIZED", "SPOKE_TO", "SUPPORTED"})
_ON_NETWORKS = _APPEALED | {"MET_WITH"}
_THANKS = frozenset("congratulate greet interview meet praise represent thank".split())
_COLLABORATES = frozenset("collaborate cooperate partner team work".split())
_DIRECTIONS = frozenset("across down in out over up".split())
"""With "from": who "flew in from Lima" did not fly there."""
_COMES = frozenset("arrive come drive fly hail move sail travel walk".split())
_HITS = frozenset({"ARRESTED", "CHARGED", "KILLED", "SANCTIONED"})
_REGISTERS = frozenset("domicile incorporate register".split())
_CLOSE = frozenset("close dear old personal".split())
_RUNS = frozenset("base headquarter manage run".split())
_STAFF = frozenset("colleague employee nurse staff staffer worker".split())
_TEAMS = frozenset("desk group panel team unit".split())
_SELLS = frozenset({"divest", "offload", "sell", "shed"})
_ARTICLES = frozenset({"a", "an", "the"})
_QUOTES = frozenset(['"', "“", "‘", "'", "``"])
_SPARES = frozenset("carve except exclude exempt exemption omit shield spare".split())


def is_of_other_sense(fact: Fact, path: Sequence[Token]) -> bool:
    """Say whether the words tell something else: one "opposed by Acme" is not backed by it."""
    relation, object_ = fact.relation, fact.object.span.root
    verb = fact.verb
    verbs = (verb,) if verb is not None else ()
    if verb is not None and lemma(verb) in _OTHER.get(relation, ()):
        return True
    if relation in _GIVEN and verb is not None and _is_awarded(fact.subject.span.root, verb):
        return True
    if relation in _ON_NETWORKS and _is_on_network(fact):
        return True
    if relation == "SPOKE_TO" and verb is not None and is_labelled(verb, object_):
        return True
    if relation == "SPOKE_TO" and verb is not None and lemma(verb) == "advise":
        return all(c.dep_ not in {"ccomp", "xcomp"} for c in verb.children)
    if relation == "EDUCATED_AT":
        return any(map(_teaches, path)) or _is_taught_at(object_)
    if relation == "WORKS_FOR":
        return is_watched(object_) or _is_of_others_there(object_)
    if relation in _APPEALED and _is_urged(object_):
        return True
    if relation == "VISITED" and object_.head.lower_ == "from":
        return _is_left_for_here(object_.head.head)
    if relation == "ACQUIRED" and is_sold(fact.subject, fact.object):
        return True
    if relation == "LEADS" and is_of_team(object_):
        return True
    if relation in _SPARED and any(lemma(t) in _SPARES for t in (*path, *verbs)):
        return True
    if relation in _HITS and _is_one_of(object_):
        return True
    if relation == "SANCTIONED":
        return verb is not None and lemma(verb) == "list" and _is_called(verb)
    if relation == "SUPPLIES" and verb is None and _is_winner(object_):
        return True
    if relation == "SUPPLIES":
        return object_.head.lower_ == "to" and object_.head.head.lower_ == "from"
    if relation == "HEADQUARTERED_IN":
        return verb is not None and _is_registered(verb)
    return relation in {"SUPPORTED", "CRITICIZED"} and _is_friendly(object_)


def is_labelled(verb: Token, called: Token) -> bool:
    """Say whether it is said what one is: "called Ann Lee, his boss, a liar", "called her mad"."""
    if lemma(verb) != "call" or verb.i > called.i or called.head != verb:
        return False
    doc, end = called.doc, called.i + 1
    behind = doc[end : end + 1].text
    if behind in _QUOTES or behind.lower() in _ARTICLES:
        return True
    explained = [t for t in called.subtree if t.dep_ == "appos"]
    told = (t for t in explained[1:] if t.left_edge.lower_ in _ARTICLES)
    adjective = any(c.dep_ == "amod" and c.i > end for c in called.rights)
    return adjective or next(told, None) is not None


def is_of_team(body: Token) -> bool:
    """Say whether some of its people are led, not it: "analysts at Acme led by Ann Lee"."""
    noun = body.head.head
    if body.dep_ != "pobj" or body.head.lower_ not in {"at", "from"}:
        return False
    led = body.doc[body.i + 1 : body.i + 2]
    several = noun.tag_ == "NNS" or lemma(noun) in _TEAMS
    return several and bool(led) and led[0].tag_ == "VBN" and lemma(led[0]) in LEADS


def is_sold(owner: Anchor, firm: Anchor) -> bool:
    """Say whether an owner sells it, by the verb before it: "to buy Acme and divest Beta"."""
    start = firm.span.start
    before = firm.span.doc[max(0, start - 2) : start]
    words = [t.lower_ for t in before if t.tag_ not in {"DT", "PRP$"}]
    return owner.span.start < start and bool(words) and words[-1] in _SELLS


def is_watched(body: Token) -> bool:
    """Say whether one only looks at a body: "an analyst who covers Acme", "rivals of Acme"."""
    while body.dep_ in _NOUNS and body.pos_ not in VERBAL:
        if body.lower_ in _INSIDE:
            return False
        if lemma(body) in RIVALS:
            return True
        body = body.head
    return body.pos_ in VERBAL and lemma(body) in _WATCHES


def _is_left_for_here(verb: Token) -> bool:
    """Say whether one comes from there: "arrived from Lima"; not "came back from Lima"."""
    beside = {c.lower_ for c in verb.children}
    comes = lemma(verb) in _COMES or not beside.isdisjoint(_DIRECTIONS)
    return comes and beside.isdisjoint({"back", "home", "to"})  # "flew from Lima to Oslo"


def _is_awarded(giver: Token, verb: Token) -> bool:
    """Say whether it is he who orders: "awarded Acme a contract", "placed an order with Acme"."""
    ordered = any(c.dep_ == "dobj" and lemma(c) in ORDERS for c in verb.children)
    gives = lemma(verb) in AWARDS or (lemma(verb) == "place" and giver.dep_ == "nsubj")
    return ordered and gives


def _is_winner(winner: Token) -> bool:
    """Say whether it gets a contract: "awarded a contract for its plant to Acme"."""
    verb = next((t for t in winner.ancestors if t.pos_ == "VERB"), None)
    while winner.dep_ == "conj":
        winner = winner.head
    return verb is not None and winner.head.lower_ == "to" and _is_awarded(winner, verb)


def _is_on_network(fact: Fact) -> bool:
    """Say whether a network is but where one says it: "praised her on Facebook"."""
    name = fact.object.span.text.rstrip(".")
    return fact.object.span.root.head.lower_ == "on" and name in words("organization", "networks")


def _teaches(word: Token) -> bool:
    """Say whether one teaches there: "trained apprentices at Acme", "gave classes at"."""
    if word.pos_ != "VERB" or is_passive(word):
        return False
    taught = [c for c in word.children if c.dep_ == "dobj"]
    if lemma(word) in _TEACHES:
        return any(c.tag_ in {"NN", "NNS"} for c in taught)
    return lemma(word) == "give" and any(lemma(c) in _LESSONS for c in taught)


def _is_taught_at(school: Token) -> bool:
    """Say whether one teaches there: "taught at Oslo University", "supervised her thesis at"."""
    verb = school.head.head
    verb = verb.head if verb.dep_ == "dobj" else verb
    teaches = lemma(verb) in _LECTURES and not is_passive(verb)
    return school.dep_ == "pobj" and school.head.lower_ in {"at", "in"} and teaches


def _is_of_others_there(body: Token) -> bool:
    """Say whether others are of it: "works with scientists at Acme", "thanked staff at Acme"."""
    while body.dep_ == "conj":
        body = body.head
    preposition = body.head
    if body.dep_ != "pobj" or preposition.lower_ not in {"at", "from", "of"}:
        return False
    noun = preposition.nbor(-1) if preposition.i else preposition
    if noun.tag_ != "NNS" and lemma(noun) not in _STAFF:
        return False
    if any(c.dep_ == "poss" for c in noun.children):
        return False
    if noun.dep_ == "dobj":
        return lemma(noun.head) in _THANKS
    return noun.head.lower_ == "with" and lemma(noun.head.head) in _COLLABORATES


def _is_urged(one: Token) -> bool:
    """Say whether one is but asked for something: "urged Acme to pay", "called on Acme to pay"."""
    verb = one.head
    if verb.dep_ in {"ccomp", "xcomp"} and one.dep_ == "nsubj":
        verb = verb.head
    if one.dep_ == "pobj":
        return verb.lower_ == "on" and lemma(verb.head) == "call"
    return one.dep_ in {"dobj", "nsubj"} and lemma(verb) in _URGES


def _is_one_of(body: Token) -> bool:
    """Say whether it is one of its people: "an executive of Acme", "sanctions Acme boss"."""
    noun = body.head.head if body.head.lower_ == "of" else body.head
    return (body.dep_ in BEFORE_NOUN or body.dep_ == "pobj") and lemma(noun) in persons()


def _is_called(verb: Token) -> bool:
    """Say whether one is but said to be something, no terrorist: "listed Poe as a communist"."""
    return _has_child(verb, "as") and not any("terror" in t.lower_ for t in verb.subtree)


def _is_registered(verb: Token) -> bool:
    """Say whether it is run from elsewhere: "registered in Malta but based in Oslo"."""
    others = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    run = any(lemma(c) in _RUNS for c in others)
    return lemma(verb) in _REGISTERS and (run or (bool(others) and _has_child(verb, "but")))


def _is_friendly(one: Token) -> bool:
    """Say whether one is called somebody's friend: "called Poe a personal friend"."""
    friends = [t for t in (*one.children, *one.head.children) if lemma(t) == "friend"]
    own = any(c.tag_ == "PRP$" or c.lower_ in _CLOSE for t in friends for c in t.children)
    return lemma(one.head) == "call" and own


def _has_child(word: Token, said: str) -> bool:
    return any(c.lower_ == said for c in word.children)
