"""Whether one only has to do with a body, and is not of it: "covers Acme", "a rival of Acme"."""

from collections.abc import Sequence

from spacy.tokens import Token

from kgbuild.extract.references.referring import persons
from kgbuild.extract.text.facts import Fact
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import state, state_by_capital, state_of_people, words
from kgbuild.extract.text.papers import paper
from kgbuild.extract.text.status_words import words as status_words
from kgbuild.extract.text.tagsets import BEFORE_NOUN
from kgbuild.extract.text.verbs import VERBAL
from kgbuild.extract.text.vocabulary import HEADS_OF_STATE, HOUSES, LEADS
from kgbuild.extract.vetoes.whereabouts import CONTINENTS

_RIVALS = frozenset("adversary competitor enemy foe opponent rival".split())
_WATCHES = frozenset(
    """analyse analyze blog compete cover follow monitor publish rate report research review short
    study track watch""".split()
)
"""What one does with a body that one is no part of."""
_INSIDE = frozenset({"as", "at", "for", "from", "inside", "within"})
_NOUNS = frozenset("appos compound conj dobj pobj poss prep".split())
_STAFF = frozenset("colleague employee nurse staff staffer worker".split())
_TEAMS = frozenset("desk group panel team unit".split())
_THANKS = frozenset("congratulate greet interview meet praise represent thank".split())
_COLLABORATES = frozenset("collaborate cooperate partner team work".split())
_PARTS = frozenset("arm branch bureau department desk division office outpost section unit".split())
_FORERUNNERS = frozenset("forerunner offshoot predecessor successor".split())
_SERVANTS = frozenset(
    "adviser advisor aide ambassador assistant envoy lawyer spokesman spokeswoman".split()
)
"""They head nothing, whatever the model holds for likely."""
_SENT = frozenset(
    """adviser advisor analyst boss chief coordinator correspondent director economist envoy
    executive head manager president rapporteur representative""".split()
)
_VOTES = frozenset(
    """acquit appoint approve censure choose confirm convict depose dismiss elect fire impeach
    nominate oust reject remove sack strip topple unseat vote""".split()
)
"""What a parliament does to who need not sit there."""
_GIVES = frozenset("bequeath donate give leave lend".split())
_HONOURS = frozenset("homage memorial monument obituary plaque statue tribute vigil".split())
_ENTRIES = frozenset({"accession", "admission", "entry", "membership"})


def is_watched(body: Token) -> bool:
    """Say whether one only looks at a body: "an analyst who covers Acme", "rivals of Acme"."""
    while body.dep_ in _NOUNS and body.pos_ not in VERBAL:
        if body.lower_ in _INSIDE:
            return False
        if lemma(body) in _RIVALS:
            return True
        body = body.head
    return body.pos_ in VERBAL and lemma(body) in _WATCHES


def is_rival(_: Fact, path: Sequence[Token]) -> bool:
    """Say whether one is called a rival of the other: "a rival of Acme", "Acme's opponent"."""
    rivals = (t for t in path if t.tag_ in {"NN", "NNS"} and lemma(t) in _RIVALS)
    return any(c.lower_ == "of" or c.dep_ == "poss" for t in rivals for c in t.children)


def is_of_others_there(body: Token) -> bool:
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


def is_of_team(body: Token) -> bool:
    """Say whether some of its people are led, not it: "analysts at Acme led by Ann Lee"."""
    noun = body.head.head
    if body.dep_ != "pobj" or body.head.lower_ not in {"at", "from"}:
        return False
    led = body.doc[body.i + 1 : body.i + 2]
    several = noun.tag_ == "NNS" or lemma(noun) in _TEAMS
    return several and bool(led) and led[0].tag_ == "VBN" and lemma(led[0]) in LEADS


def is_of_part(fact: Fact, path: Sequence[Token]) -> bool:
    """Say whether but a part is led, or is there: "heads a unit of Acme", "the Oslo office of"."""
    parts = (t for t in path if t.tag_ in {"NN", "NNS"} and lemma(t) in _PARTS)
    of = [t for t in parts if any(c.lower_ == "of" for c in t.children)]
    if fact.role is not None:
        return False
    if fact.relation == "LEADS":
        return any(t.dep_ == "dobj" for t in of)
    place = fact.object.span.root
    return place.dep_ in {"compound", "amod"} and place.head in of


def is_heir(body: Token) -> bool:
    """Say whether it is of the body before or after it: "the founder of Acme's predecessor"."""
    noun = body.head.head if body.dep_ == "pobj" and body.head.lower_ == "of" else body.head
    return body.dep_ in {"poss", "pobj"} and lemma(noun) in _FORERUNNERS


def is_servant(fact: Fact) -> bool:
    """Say whether it is the office of one who heads nothing, as Britain's chancellor does."""
    of, role = fact.object.span.text, fact.role or ""
    kingdom = "United Kingdom" in {state(of), state_of_people(of)}
    return role.split(" ")[-1] in _SERVANTS or (kingdom and role.startswith("chancellor"))


def is_counterpart(name: Token) -> bool:
    """Say whether it is another's counterpart, but no president's: "her Spanish counterpart"."""
    beside = {name.head, *name.children}
    before = {t.lower_ for t in name.doc[name.sent.start : name.i]}
    return any(t.lower_ == "counterpart" for t in beside) and before.isdisjoint(HEADS_OF_STATE)


def is_of_other_minister(fact: Fact) -> bool:
    """Say whether a minister is of no such body: "although Cairo's relations with Doha"."""
    body = fact.object.span
    if not (fact.role or "").endswith("minister"):
        return False
    if state_by_capital(body.text) is not None:
        return True
    named = {t.lower_ for t in body}
    government = words("organization", "government")
    return body.root.ent_type_ == "ORG" and named.isdisjoint(government)


def is_epithet(body: Token) -> bool:
    """Say whether it tells of what kind another is: "chief writer at a Chinese website"."""
    before = body.dep_ in BEFORE_NOUN and body.head.tag_ in {"NN", "NNS"}
    if not before or not (body.tag_ == "JJ" or state(body.text) is not None):
        return False
    noun = lemma(body.head)
    return noun not in words("organization", "government") and noun not in persons()


def is_aim(place: Token) -> bool:
    """Say whether one is but sent there: "the UN envoy for Syria", "sales chief for Europe"."""
    field = state(place.text) or place.text in CONTINENTS
    sent = place.head.lower_ == "for" and lemma(place.head.head) in _SENT
    return sent and bool(field)


def is_house(body: Token) -> bool:
    """Say whether a parliament but votes on somebody: "was ousted by the Senate"."""
    verb = body.head.head if body.head.dep_ == "agent" else body.head
    votes = body.head.dep_ == "agent" or body.dep_ == "nsubj"
    named = {t.lower_ for t in (body, *body.children)}
    return votes and lemma(verb) in _VOTES and not HOUSES.isdisjoint(named)


def is_given(fact: Fact) -> bool:
    """Say whether one gives something to it: "left her house to the University of Hull"."""
    to, verb = fact.object.span.root.head, fact.verb
    gives = verb is not None and lemma(verb) in _GIVES
    return gives and to.lower_ == "to" and to.head == verb


def is_left_to(firm: Token) -> bool:
    """Say whether others get it: "left Acme to his two children"."""
    verb = firm.head
    given = firm.dep_ == "dobj" and lemma(verb) in _GIVES
    return given and any(c.lower_ == "to" and c.dep_ in {"prep", "dative"} for c in verb.children)


def is_remembered(person: Token) -> bool:
    """Say whether one is but honoured there: "a tribute to Ann Lee at the University of Oslo"."""
    above = person.head.head
    nouns = (above, *(c for c in above.children if c.dep_ == "dobj"))  # "paid a tribute to"
    return person.dep_ == "pobj" and any(lemma(noun) in _HONOURS for noun in nouns)


def stays_out(fact: Fact, path: Sequence[Token]) -> bool:
    """Say whether one is no member: "remains outside the alliance", "will keep out of it".

    Nor does one who "opposed Peru's accession to the treaty" or "voted against" it say so.
    """
    opposed = (t for t in path if t.dep_ == "dobj" and lemma(t) in _ENTRIES)
    if any(t.lower_ == "against" for t in path) or any(lemma(t.head) == "oppose" for t in opposed):
        return True
    stays = fact.verb is not None and lemma(fact.verb) in {"keep", "remain", "stay"}
    return any(t.lower_ == "outside" or (stays and t.lower_ == "out") for t in path)


def has_but_a_fake(people: Token) -> bool:
    """Say whether one has no such paper in truth: "a fake Cypriot passport"."""
    noun = paper(people)
    return noun is not None and any(
        c.lower_ in status_words("unnamed", "false") for c in noun.children
    )
