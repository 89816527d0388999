"""Ties that the model guesses from words of another sense: nobody has said them."""

import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from kgbuild.extract.references import kin
from kgbuild.extract.references.referring import persons
from kgbuild.extract.relations.holders import HOUSES
from kgbuild.extract.text.facts import SEATS, TITULAR, Fact
from kgbuild.extract.text.governors import words as status_words
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import (
    state,
    state_by_capital,
    state_of_people,
    words,
)
from kgbuild.extract.text.paragraphs import Anchor, text_in
from kgbuild.extract.text.spans import BEFORE_NOUN
from kgbuild.extract.text.vocabulary import LEADS, PAPERS, RULERS
from kgbuild.extract.vetoes.senses import ORDERS, QUOTED, RIVALS
from kgbuild.extract.vetoes.whereabouts import CONTINENTS

_ORIGINS = kin.NEAR | frozenset("couple family immigrant emigrant migrant refugee".split())
_PARTS = frozenset("arm branch bureau department desk division office outpost section unit".split())
_FORERUNNERS = frozenset("forerunner offshoot predecessor successor".split())
_SENT = frozenset(
    """adviser advisor analyst boss chief coordinator correspondent director economist envoy
    executive head manager president rapporteur representative""".split()
)
_CLOSE = frozenset(
    "ALLIED_WITH LEADS MEMBER_OF OWNS PARTNERED_WITH SUBSIDIARY_OF WORKS_FOR".split()
)
"""Rivals are not tied so, but for other words."""
_BELONGS = frozenset({"EDUCATED_AT", "WORKS_FOR"})
"""Not so for who gives something: "left her house to the University of Hull"."""
_GIVES = frozenset("bequeath donate give leave lend".split())
_HIRES = frozenset({"hire", "lure", "poach", "recruit"})
_FIRES = frozenset("fire sack dismiss suspend expel".split())
_VOTES = frozenset(
    """acquit appoint approve censure choose confirm convict depose dismiss elect fire impeach
    nominate oust reject remove sack strip topple unseat vote""".split()
)
"""What a parliament does to who need not sit there."""
_LEAVES = frozenset("depart escape flee leave quit".split())
_ACQUITS = frozenset("absolve acquit clear exonerate free pardon release".split())
_LET_GO = frozenset({"ARRESTED", "CHARGED"})
_DWELLS = frozenset("bear dwell live reside retire".split())
_DWELT = frozenset({"LIVES_IN", "VISITED"})
_LIVES = frozenset({"recover", "survive"})
_HONOURS = frozenset("homage memorial monument obituary plaque statue tribute vigil".split())
_HONOURED = frozenset({"honor", "honour", "memory", "name"})
_LEARNS = frozenset({"learn", "train", "qualify", "apprentice"})
_TRADES = frozenset("trade business craft ropes profession".split())
_SCHOOL = re.compile(
    r"(?i)universi|colleg|school|academ|institut|conservator|polytech|seminar|facult|lyc|gymnas|hochsch"
)
_SERVANTS = frozenset(
    "adviser advisor aide ambassador assistant envoy lawyer spokesman spokeswoman".split()
)
"""They head nothing, whatever the model holds for likely."""
_FINES = frozenset({"fine", "penalty"})
_BANS = frozenset(
    """asset ban bar blacklist block designate designation embargo freeze list sanction
    suspend""".split()
)
_SIGNS = frozenset({"sign", "enact", "issue", "promulgate"})
_FAR = 8
"""Tokens before a law's name in which "pursuant to section 3 of" may stand."""
_PARENTAL = frozenset({"SUBSIDIARY_OF", "HEADQUARTERED_IN"})
_DEALS = frozenset("blacklist charge designate fine list name punish sanction sue target".split())
_ABOUT = frozenset("about over regarding concerning".split())
FOUNDS = frozenset("found establish create start launch set".split())
_SURE = 0.95
_AT_HELM = frozenset(
    "chair chairman chairwoman charge command direct head helm lead preside run".split()
)
_FOUNDERS, _CLOSE_BY = ("founder", "founding", "co-founder", "cofounder"), 4
_MAKES = FOUNDS | frozenset({"build", "founder", "form"})
RUNS = LEADS | {"control", "manage", "own", "preside"}
_FAMILIES = kin.ALL | frozenset("clan descendant dynasty family heir".split())
_ENTRIES = frozenset({"accession", "admission", "entry", "membership"})
_PLACES = frozenset("first second third fourth fifth last top".split())


def is_guess(fact: Fact) -> bool:
    """Say whether nobody said it: who founded a firm leads it, talks "about" it are with it.

    Nor did who met Berg's wife or lawyer meet Berg.
    """
    ends = fact.subject.span.root, fact.object.span.root
    verb = None if fact.verb is None else lemma(fact.verb)
    if _acts_on_other(*ends) or _acts_on_other(*reversed(ends)):
        return True
    if _is_of_kin(*ends) or _is_of_kin(*reversed(ends)):
        if fact.relation not in kin.RELATIONS:
            return True
        return _is_of_far_kin(*ends) or _is_of_far_kin(*reversed(ends))
    if fact.relation == "LISTED_ON":
        # "is deemed independent under the Dutch Code"
        under = ends[1].head.lower_ == "under" and verb not in _BANS
        return (
            under
            or verb in _SIGNS
            or _is_by_law(fact.object)
            or _is_listed_by_another(*ends)
            or _is_placed(ends[1])
        )
    if fact.relation == "BORN_IN" and _is_born_elsewhere(fact.object):
        return True
    if fact.relation == "KILLED" and verb in _HIRES:
        return True
    if fact.relation == "FOUNDED" and (
        _is_run_by(ends[0])
        or _is_founded_by_kin(fact.subject)
        or _is_of_founders(ends[0])
        or _is_made(ends[0])
        or _is_shared_out(ends[0].sent)
        or _is_but_young(fact.object)
    ):
        return True
    if fact.relation == "LEADS" and _is_servant(fact):
        return True
    if fact.relation == "CITIZEN_OF" and _is_but_a_fake(ends[1]):
        return True
    if fact.relation in _BELONGS and _is_remembered(ends[0]):
        return True
    if fact.relation in _DWELT and _is_of_family(*ends):
        return True
    if fact.relation == "WORKS_FOR" and _is_left_to(ends[1]):
        return True
    if fact.relation == "EDUCATED_AT" and _learns_a_trade(fact):
        return True
    if fact.relation == "SANCTIONED" and _is_fined(fact.object.span.sent):
        return True
    if fact.relation in _LET_GO and verb in _ACQUITS:
        return fact.verb in (ends[0].head, ends[0].head.head)  # "a Maltese court acquitted him"
    if fact.relation in SEATS and _is_home(ends[1]):
        return True
    if fact.relation == "KILLED" and any(lemma(t) in _LIVES for t in ends[1].subtree):
        return True  # "stabbed Poe, who is recovering"
    if fact.relation == "SUPPLIES" and _is_ordered_from(fact):
        return True
    if fact.relation in _PARENTAL and _is_dealt_with(fact.object):
        return True
    if fact.relation == "HEADQUARTERED_IN" and verb in QUOTED and ends[1].head.head == fact.verb:
        return True  # "Acme, which is listed in London"
    if fact.relation in {"SPOKE_TO", "MET_WITH"}:
        above = [end.span.root.head.lower_ for end in (fact.subject, fact.object)]
        return not _ABOUT.isdisjoint(above)
    bare = fact.role is None or ends[0].head.dep_ == "agent"  # "set up by Chief Max Orr"
    guessed = fact.relation in {"LEADS", "OWNS"} and bare
    return guessed and verb in FOUNDS and not _is_run_too(fact)


def _is_run_too(fact: Fact) -> bool:
    """Say whether one is told to run what one founded: "founded it and ran it until 1989"."""
    if fact.relation != "LEADS" or fact.confidence < _SURE:
        return False
    return any(lemma(t) in _AT_HELM for t in fact.object.span.sent)


def _is_servant(fact: Fact) -> bool:
    """Say whether it is the office of one who heads nothing, as Britain's chancellor does."""
    of, role = fact.object.span.text, fact.role or ""
    kingdom = "United Kingdom" in {state(of), state_of_people(of)}
    return role.split(" ")[-1] in _SERVANTS or (kingdom and role.startswith("chancellor"))


def _is_run_by(person: Token) -> bool:
    """Say whether one but runs it: "a body set up by Acme and led by Ann Lee"."""
    verb = person.head.head
    if person.head.dep_ != "agent" or lemma(verb) not in RUNS:
        return False
    shares = verb.dep_ == "conj" and all(c.dep_ != "agent" for c in verb.head.children)
    titled = any(t.lower_.startswith(_FOUNDERS) for t in person.lefts)
    return not (shares or titled)  # "founded and led by Ann Lee"


def _is_but_young(firm: Anchor) -> bool:
    """Say whether but its kind tells that it was founded: "who runs the Accra start-up Acme"."""
    doc, start = firm.span.doc, firm.span.start
    kind = 3 if text_in(doc, max(0, start - 3), start).lower() == "start-up" else 1
    if kind == 1 and doc[max(0, start - 1)].lower_ not in {"startup", "startups"}:
        return False
    whose = {c.dep_ for t in doc[start - kind : firm.span.end] for c in t.children}
    words = [t for t in firm.span.sent if not start - kind <= t.i < start]
    founded = any(lemma(t) in _MAKES or t.lower_.startswith(_FOUNDERS) for t in words)
    return not founded and "poss" not in whose


def _is_founded_by_kin(person: Anchor) -> bool:
    """Say whether only kin are told to have founded it: "the founder's son", "founding family"."""
    doc, place = person.span.doc, person.span.start
    founders = [t for t in person.span.sent if t.lower_.startswith(_FOUNDERS)]
    beside = any(t in founders for t in doc[max(0, place - 2) : place])
    return bool(founders) and not beside and all(map(_is_ancestor, founders))


def _is_of_founders(person: Token) -> bool:
    """Say whether others founded it, for one or in one's name: "set up by allies of Max Orr"."""
    while person.dep_ == "appos":
        person = person.head  # "by allies of the late president, Max Orr"
    noun = person.head.head
    of = person.dep_ == "pobj" and person.head.lower_ == "of"
    return (
        of and (noun.tag_ == "NNS" or lemma(noun) in _HONOURED) and noun.head.lower_ in {"by", "in"}
    )


def _is_made(person: Token) -> bool:
    """Say whether one but gets an office: "set up Acme with Max Orr as its chief"."""
    return person.head.lower_ == "with" and any(
        c.lower_ == "as" for t in (person, person.head, person.head.head) for c in t.children
    )


def _is_ancestor(founder: Token) -> bool:
    """Say whether it is the founder, or the founding, of a family."""
    before = [lemma(t) for t in founder.doc[max(0, founder.i - _CLOSE_BY) : founder.i]]
    if "of" in before[1:]:
        return before[before.index("of") - 1] in _FAMILIES
    return founder.dep_ in {*BEFORE_NOUN, "poss"} and lemma(founder.head) in _FAMILIES


def _is_shared_out(sentence: Span) -> bool:
    """Say whether but stakes are told: "a venture in which Acme owns 60% and Beta 40%"."""
    words = {lemma(t) for t in sentence}
    return not words.isdisjoint({"own", "hold"}) and "%" in words and words.isdisjoint(_MAKES)


def _is_by_law(listing: Anchor) -> bool:
    """Say whether a law but allows what is done: "pursuant to section 34 of the Banking Act"."""
    doc, start = listing.span.doc, listing.span.start
    before = {t.lower_ for t in doc[max(0, start - _FAR) : start]}
    order = any(t.lower_ in {"order", "e.o", "e.o."} for t in listing.span)
    return not order and not before.isdisjoint({"pursuant", "accordance"})


def _is_born_elsewhere(place: Anchor) -> bool:
    """Say whether one works there, born somewhere else: "a Russian-born London banker"."""
    before = [t.lower_ for t in place.span.doc[max(0, place.span.start - 2) : place.span.start]]
    return before == ["-", "born"]


def _is_of_family(person: Token, place: Token) -> bool:
    """Say whether one's family is there: "his family flew to Oslo"."""
    noun = person.head
    family = person.dep_ == "poss" and noun.lower_ == "family" and noun.dep_ == "nsubj"
    return family and noun.head in place.ancestors


def _is_left_to(firm: Token) -> bool:
    """Say whether others get it: "left Acme to his two children"."""
    verb = firm.head
    given = firm.dep_ == "dobj" and lemma(verb) in _GIVES
    return given and any(c.lower_ == "to" and c.dep_ in {"prep", "dative"} for c in verb.children)


def _is_home(place: Token) -> bool:
    """Say whether somebody lives there: "lives in Lima and runs Acme"."""
    return place.head.lower_ == "in" and lemma(place.head.head) in _DWELLS


def _is_remembered(person: Token) -> bool:
    """Say whether one is but honoured there: "a tribute to Ann Lee at the University of Oslo"."""
    above = person.head.head
    nouns = (above, *(c for c in above.children if c.dep_ == "dobj"))  # "paid a tribute to"
    return person.dep_ == "pobj" and any(lemma(noun) in _HONOURS for noun in nouns)


def _learns_a_trade(fact: Fact) -> bool:
    """Say whether one learns at work: "learned his trade at Acme", "trained as an auditor with"."""
    verb, span = fact.verb, fact.object.span
    name = text_in(span.doc, max(0, span.start - 2), span.end)  # "at the film school INSAS"
    if verb is None or lemma(verb) not in _LEARNS or _SCHOOL.search(name):
        return False
    trade = any(c.dep_ == "dobj" and lemma(c) in _TRADES for c in verb.children)
    return trade or any(c.lower_ == "as" for c in verb.children)


def _is_fined(sentence: Span) -> bool:
    """Say whether it is a fine that is told, no ban or list: "imposed a monetary penalty on"."""
    said = {lemma(t) for t in sentence if t.tag_[:2] in {"NN", "VB"}}
    return not said.isdisjoint(_FINES) and said.isdisjoint(_BANS)


def _is_ordered_from(fact: Fact) -> bool:
    """Say whether the one who gives is he who orders: "won a contract from Acme"."""
    verb, giver = fact.verb, fact.subject.span.root
    ordered = verb is not None and any(
        c.dep_ == "dobj" and lemma(c) in ORDERS for c in verb.children
    )
    return ordered and giver.head.lower_ == "from"


def _is_dealt_with(body: Anchor) -> bool:
    """Say whether it is the one that does something to a firm: "a firm OFAC designated in May"."""
    behind = body.span.doc[body.span.end : body.span.end + 1]
    return bool(behind) and behind[0].tag_ in {"VBD", "VBN"} and lemma(behind[0]) in _DEALS


def _is_counterpart(name: Token) -> bool:
    """Say whether it is another's counterpart, but no president's: "her Spanish counterpart"."""
    beside = {name.head, *name.children}
    before = {t.lower_ for t in name.doc[name.sent.start : name.i]}
    return any(t.lower_ == "counterpart" for t in beside) and before.isdisjoint(RULERS)


def is_belied(fact: Fact, path: Sequence[Token]) -> bool:
    """Say whether the nouns between two tell another tie than the model does.

    "Her cousin Rima Lee" is no parent of hers, "a rival of Acme" no part of it; who heads "the
    Delhi office of Acme" does not head Acme, which has no seat there.
    """
    object_ = fact.object.span.root
    nouns = [t for t in path if t.tag_ in {"NN", "NNS"}]
    if fact.relation in kin.RELATIONS:
        told = sorted((t for t in nouns if lemma(t) in kin.ALL), key=_depth)
        owned = {end.span.root.head for end in (fact.subject, fact.object) if _owns(end)}
        if told[1:] and told[-1] in owned and told[-1].head.head == told[-2]:
            return True  # "Ann Lee, the mother of his children"
        return bool(told) and (lemma(told[-1]) in kin.FAR or _is_in_law(told[-1]))
    if fact.relation == "BORN_IN" and object_.head.lower_ == "from":
        origin = object_.head.head  # "born to a father from Peru"
        return lemma(origin) in _ORIGINS and origin.head.lower_ == "to"
    if fact.relation in {"FOUNDED", "LEADS"} and _is_heir(object_):
        return True
    if fact.relation == "LEADS" and _is_counterpart(fact.subject.span.root):
        return True
    if fact.relation in {"LEADS", "HEADQUARTERED_IN"} and fact.role is None:
        parts = [t for t in nouns if lemma(t) in _PARTS]
        of = [t for t in parts if any(c.lower_ == "of" for c in t.children)]
        seat = object_.head if object_.dep_ in {"compound", "amod"} else None
        return any(t.dep_ == "dobj" if fact.relation == "LEADS" else t == seat for t in of)
    if fact.relation == "VISITED" and fact.verb is not None and lemma(fact.verb) in _LEAVES:
        return object_.head == fact.verb or object_.head.lower_ == "from"
    if fact.relation in TITULAR and _is_voted_on(object_):
        return True
    if fact.relation == "ARRESTED" and _fires(fact.subject.span.root, fact.verb):
        return True
    if fact.relation in _BELONGS and fact.verb is not None:
        to = object_.head
        return to.lower_ == "to" and to.head == fact.verb and lemma(fact.verb) in _GIVES
    if fact.relation == "MEMBER_OF" and _stays_out(fact, path):
        return True
    if fact.relation == "WORKS_FOR" and (fact.role or "").endswith("minister"):
        if state_by_capital(fact.object.span.text) is not None:
            return True  # "although Cairo's relations with Doha"
        named = {t.lower_ for t in fact.object.span}
        return object_.ent_type_ == "ORG" and named.isdisjoint(words("organization", "government"))
    before = object_.dep_ in BEFORE_NOUN and object_.head.tag_ in {"NN", "NNS"}
    people = object_.tag_ == "JJ" or state(object_.text) is not None
    if fact.relation in {"LEADS", "WORKS_FOR"} and before and people:
        noun = lemma(object_.head)  # "chief writer at a Chinese website", "no US company, he said"
        return noun not in words("organization", "government") and noun not in persons()
    field = state(object_.text) or object_.text in CONTINENTS
    if fact.relation == "WORKS_FOR" and object_.head.lower_ == "for" and field:
        return lemma(object_.head.head) in _SENT  # "the UN envoy for Syria", "sales chief for"
    rivals = [t for t in nouns if lemma(t) in RIVALS]
    whose = any(c.lower_ == "of" or c.dep_ == "poss" for t in rivals for c in t.children)
    return fact.relation in _CLOSE and whose


def _is_heir(body: Token) -> bool:
    """Say whether it is of the body before or after it: "the founder of Acme's predecessor"."""
    noun = body.head.head if body.dep_ == "pobj" and body.head.lower_ == "of" else body.head
    return body.dep_ in {"poss", "pobj"} and lemma(noun) in _FORERUNNERS


def _is_but_a_fake(people: Token) -> bool:
    """Say whether one has no such paper in truth: "a fake Cypriot passport"."""
    noun = paper(people)
    return noun is not None and any(
        c.lower_ in status_words("unnamed", "false") for c in noun.children
    )


def paper(people: Token) -> Token | None:
    """Return the noun that makes a citizen of one: "a Cypriot passport"."""
    return next((t for t in people.ancestors if lemma(t) in PAPERS), None)


def _fires(doer: Token, verb: Token | None) -> bool:
    """Say whether one sends away, not arrests: "a day after the university fired him"."""
    told = [t for t in (verb, doer.head if doer.dep_ == "nsubj" else None) if t is not None]
    return any(lemma(t) in _FIRES for t in told)


def _is_voted_on(body: Token) -> bool:
    """Say whether a parliament but votes on somebody: "was ousted by the Senate"."""
    verb = body.head.head if body.head.dep_ == "agent" else body.head
    votes = body.head.dep_ == "agent" or body.dep_ == "nsubj"
    named = {t.lower_ for t in (body, *body.children)}
    return votes and lemma(verb) in _VOTES and not HOUSES.isdisjoint(named)


def _owns(end: Anchor) -> bool:
    return end.span.root.dep_ == "poss"


def _stays_out(fact: Fact, path: Sequence[Token]) -> bool:
    """Say whether one is no member: "remains outside the alliance", "will keep out of it".

    Nor does one who "opposed Peru's accession to the treaty" or "voted against" it say so.
    """
    opposed = (t for t in path if t.dep_ == "dobj" and lemma(t) in _ENTRIES)
    if any(t.lower_ == "against" for t in path) or any(lemma(t.head) == "oppose" for t in opposed):
        return True
    stays = fact.verb is not None and lemma(fact.verb) in {"keep", "remain", "stay"}
    return any(t.lower_ == "outside" or (stays and t.lower_ == "out") for t in path)


def _is_in_law(noun: Token) -> bool:
    return any(c.lower_ == "law" for t in noun.children if t.lower_ == "in" for c in t.children)


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _acts_on_other(actor: Token, owner: Token) -> bool:
    """Say whether one does something to a person of the other's: "Poe met Berg's wife"."""
    noun = owner.head
    if owner.dep_ != "poss" or noun.dep_ not in {"dobj", "pobj"}:
        return False
    if lemma(noun) not in persons() | kin.NEAR:
        return False
    while actor.dep_ == "appos":
        actor = actor.head  # "The owner, Ann Lee, met"
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    if verb.dep_ == "relcl" and verb.head == actor:
        return any(c.lower_ == "who" and c.dep_ == "nsubj" for c in verb.children)
    return actor.dep_ in {"nsubj", "nsubjpass"} and actor.head == verb and lemma(verb) != "have"


def _is_of_kin(owner: Token, end: Token) -> bool:
    """Say whether it is one of the family of whom it is told.

    "His wife died in Oslo"; "Ann Lee, wife of Max Lee, was put on the list".
    """
    if owner.dep_ == "pobj" and owner in end.ancestors:
        return False  # "a daughter of Max Lee, once Peru's minister"
    while owner.dep_ == "appos" and owner.head.tag_ == "NN":
        owner = owner.head  # "wife of the billionaire, Max Lee"
    if owner.tag_ == "WP$" and owner.i < end.i and lemma(owner.nbor(1)) in kin.ALL:
        return all(t.text != "," for t in owner.doc[owner.i : end.i])  # whatever the parse
    noun = owner.head
    if owner.dep_ == "pobj" and noun.lower_ == "of":
        return lemma(noun.head) in kin.FAMILY and noun.head not in end.ancestors
    if owner.dep_ != "poss" or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if noun.head.dep_ == "relcl" and noun.head.head == end:
        return lemma(noun) in kin.FAMILY  # "Acme, which his wife opened"
    verb = next((t for t in end.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    of_kin = lemma(noun) in kin.FAMILY or (noun.lower_ == "law" and noun.i > 3)  # "father-in-law"
    return of_kin and verb == noun.head and noun not in end.ancestors


def _is_of_far_kin(owner: Token, end: Token) -> bool:
    """Say whether another is of the family: "Poe, a cousin of Max Orr, has a son, Ben"."""
    noun = owner.head.head
    told = owner.dep_ == "pobj" and owner.head.lower_ == "of" and lemma(noun) in kin.FAR
    return told and noun.head != end


def _is_listed_by_another(listed: Token, listing: Token) -> bool:
    """Say whether another clause tells of it: "listed Acme, cutting it off from Beta"."""
    own = next((t for t in listed.ancestors if t.pos_ == "VERB"), None)
    put = next((t for t in listing.ancestors if t.pos_ == "VERB"), None)
    if own is None or put is None or own == put or listed in listing.ancestors:
        return False
    return own.dep_ in {"advcl", "relcl", "ccomp"} and put in own.ancestors


def _is_placed(listing: Token) -> bool:
    """Say whether it is a list of candidates: "is second on the Greens list"."""
    verb = listing.head.head
    placed = any(c.dep_ in {"acomp", "advmod"} and c.lower_ in _PLACES for c in verb.children)
    return listing.dep_ == "pobj" and placed
