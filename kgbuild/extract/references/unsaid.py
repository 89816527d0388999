"""Offices whose body is left unsaid: "Chief Executive Ann Lee" in an article on Acme.

The body is asked for as that of "its" is, and by the same scorer.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references import people
from kgbuild.extract.references.clues import rules
from kgbuild.extract.references.referring import OFFICE, Reference
from kgbuild.extract.references.traits import SAME_OFFICE
from kgbuild.extract.relations.departures import is_time
from kgbuild.extract.text import roles
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import OFFICES, UNSAID
from kgbuild.extract.text.grammar import told_by
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import is_nation, state, state_by_capital, state_of_people
from kgbuild.extract.text.paragraphs import Anchor, Paragraph, text_in
from kgbuild.extract.text.roles import OF_WHOM, office_at, past_subject
from kgbuild.extract.text.spans import (
    BEFORE_NOUN,
    DESCRIBING,
    FINITE,
    GOES_ON,
    POSSESSIVE,
    is_title,
)
from kgbuild.extract.text.vocabulary import MONARCHS
from kgbuild.extract.truth.confidence import MODEL
from kgbuild.model import FACTUAL, Form, Referent, Statement, Status, Type

TRADES = frozenset(
    """aide archbishop bishop broker chemist designer engineer general geologist historian
    journalist lawyer photographer physicist pilot producer prosecutor surgeon teacher
    trader writer""".split()
)
"""Of such, "the lawyer Ann Lee", 146 of 204 in our training items are of no body that is told."""
_WRITERS = frozenset({"columnist", "correspondent", "reporter"})
_RULERS = MONARCHS | frozenset("ambassador chancellor minister premier secretary state".split())
_SAME = {
    **SAME_OFFICE,
    **dict.fromkeys(["chancellor", "taoiseach"], "prime minister"),
    **dict.fromkeys(["king", "queen", "emperor", "emir", "sultan", "head of state"], "president"),
    "governor": "mayor",
    "chief": "ceo",
    **dict.fromkeys(["chair", "chairwoman"], "chairman"),
}
"""Offices that are one and the same, or of which a body has one."""
_REGIONAL = frozenset(
    "cantonal county departmental local municipal provincial regional state".split()
)
_OF_PLACES = MONARCHS | {"ambassador", "mayor", "minister", "premier"}
_RECEIVES = frozenset({"greet", "host", "receive", "welcome"})
_OF_UNIONS = frozenset({"Belgium", "Ethiopia"})
"""In their capitals the presidents of unions of states receive, too."""
LEAST, SURE = 0.5, 0.75
"""Probabilities of a body: the least that is taken, and the least where nothing else speaks for it.

Of those from LEAST to 0.6 62 of 100 are right in our items, of those from SURE on 90.
"""
HOME = 0.9
"""How probable it is that a ruler who is told of is the dateline's."""
LONGEST = 8
"""Words before an office that narrow it, "senior vice president", and titles behind it."""
_AWAY = frozenset("against at from to with".split())
_OF = OF_WHOM - {"from"}
"""None is told by "the first head from outside"."""
_WHILES = frozenset(
    "decade end meeting moment now past place rest start stead term time while".split()
)
"""Beside dates, what tells when or for whom one gets an office: "chairman at the time"."""


def office(
    paragraph: int, token: Token, names: Mapping[int, Anchor], at: Mapping[int, int]
) -> Reference | None:
    """Return the question of whom the office is that a word ends, if its body is not said.

    ``names`` are the persons' names of the paragraph by each of their tokens; ``at`` what its
    heads mean so far, by their places.
    """
    size, types = office_at(token)
    if not size or (size == 1 and token.lower_ in TRADES):
        return None
    doc, end = token.doc, token.i + 1
    start = end - size
    if token.lower_ in _WRITERS and all(t.tag_ not in FINITE for t in token.sent):
        return None  # "Ann Lee, Chief Reporter" above an article
    if token.text == "Chief" and size == 1 and doc[max(0, start - 1)].tag_ not in DESCRIBING:
        return None  # "Chief Tony Anyanwu" bears a title
    if token.lower_ in _OF_PLACES or text_in(doc, start, end).lower() == "attorney general":
        types &= {Type.PLACE}
    behind = past_subject(doc, end)
    if behind < len(doc) and (doc[behind].tag_ in GOES_ON or _says_of_what(doc[behind])):
        return None
    first = max(0, start - LONGEST)
    while start > first and _narrows(doc[start - 1]):
        before = doc[start - 1]
        if start - 1 in at or before.ent_type_ or state_of_people(before.text):
            return None
        if before.is_sent_start is True:
            break
        start -= 1
    if start and (doc[start - 1].tag_ in POSSESSIVE or start - 1 in at or doc[start - 1].ent_type_):
        return None
    start += doc[start].tag_ == "HYPH"  # "then-President"
    holder = _beside(token, start, names)
    if holder is None:  # of "minister of finance" the minister
        inside = token.head.lower_ == "of" and token.head.i > token.i - size
        holder = _told(token.head.head if inside else token, names, at)
    if holder is None:
        return None
    return Reference(paragraph, doc[start:end], token, Form.NOMINAL, OFFICE, types, holder=holder)


def _narrows(word: Token) -> bool:
    """Say whether it is part of an office: "acting head", but not "leaving Chief Executive Lee"."""
    return word.tag_ in DESCRIBING and (word.tag_ != "VBG" or word.dep_ == "amod")


def _beside(token: Token, start: int, names: Mapping[int, Anchor]) -> int | None:
    """Return the number of the person right behind the office, or before it."""
    doc, place = token.doc, token.i + 1
    if place < len(doc) and doc[place].text == ",":
        place += 1
    last = min(len(doc), place + LONGEST)
    while place < last and place not in names and is_title(doc[place]):
        place += 1
    if place in names:
        return names[place].referent
    place = start - 1
    if place > 0 and doc[place].tag_ in {"DT", "RB"}:
        place -= 1
    if place > 0 and doc[place].text in {",", "("}:
        place -= 1
        if place > 1 and doc[place].tag_ == "CD" and doc[place - 1].text == ",":
            place -= 2
        if place in names:
            return names[place].referent
    return None


def _told(office: Token, names: Mapping[int, Anchor], at: Mapping[int, int]) -> int | None:
    """Return the number of who is told to have it: "was named chairman", "the head is Ann Lee"."""
    if office.dep_ == "nsubj" and lemma(office.head) == "be":
        who = (t for c in office.head.rights if c.dep_ == "attr" for t in (c, *c.rights))
        return next((names[t.i].referent for t in who if t.i in names), None)
    if office.dep_ not in {"attr", "oprd", "pobj"}:
        return None
    verb = office.head.head if office.head.lower_ == "as" else office.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    said = clause(verb)
    chosen = [names[t.i].referent for t in said.targets if t.i in names]
    held = (*chosen, *(at[t.i] for t in said.subjects.tokens if t.i in at))
    return next(iter(held), None)


def _says_of_what(word: Token) -> bool:
    """Say whether a word behind an office brings what it is of: "head of", no "head in 2019"."""
    if word.lower_ not in _OF:
        return False
    behind = [c for c in word.children if c.dep_ == "pobj"]
    return word.lower_ == "of" or not any(o.lower_ in _WHILES or is_time(o) for o in behind)


def is_of(asked: Reference, body: Cluster, chance: float, told: "States") -> bool:
    """Say whether an office is taken to be of a body that the scorer holds for so probable.

    Below SURE it must fit. "President Ann Lee" is a state's: so it is of 103 of 110 in our items, a
    club's stands there by its name. Whose a ruler is the world knows better than the text: the
    state must be in the sentence or, where that names none, be told of twice, or be one whose other
    officials are told of, and twice as often as any other. No town has a minister.
    """
    if told.is_another(asked, body.name) or (_is_regional(asked) and is_nation(body.name)):
        return False
    title = asked.head.lower_ == "president" and asked.head.is_title
    if body.type is Type.PLACE and is_nation(body.name):
        fits = not told.hidden and told.is_meant(asked, body.name)
    elif body.type is Type.PLACE:
        return chance >= LEAST and not (title or asked.head.lower_ in _RULERS)
    else:
        fits = not title
    return chance >= (LEAST if fits else SURE)


def ruled(asked: Reference, at: Mapping[int, int], things: Sequence[Cluster]) -> int | None:
    """Return the number of the state whose office it plainly is.

    "The Serbian government of Prime Minister Ann Lee"; "flew to Oslo, where President Poe received
    him", if the article names Norway: one receives guests at home.
    """
    governed = _government(asked)
    if _is_regional(asked):
        return None
    if governed is not None:
        numbers = (at[c.i] for c in governed.lefts if c.i in at)
        return next((n for n in numbers if is_nation(things[n].name)), None)
    seats = (things[at[place.i]].name for place in _receives_in(asked, at, things) if place.i in at)
    home = next((found for seat in seats if (found := state_by_capital(seat))), None)
    if home is None or home in _OF_UNIONS:
        return None
    return next((n for n, thing in enumerate(things) if thing.name == home), None)


def explained(asked: Reference) -> Token | None:
    """Return the word that "where" explains, if it is there: "left Acme, where she was treasurer".

    It may be the town or the parent of the body that is meant.
    """
    clause = next((t for t in asked.head.ancestors if t.dep_ == "relcl"), None)
    where = clause is not None and any(c.lower_ == "where" for c in clause.lefts)
    beside = asked.head.dep_ in {"attr", "oprd", "pobj"}
    return clause.head if clause is not None and where and beside else None


def there(place: Token, at: Mapping[int, int], things: Sequence[Cluster]) -> int | None:
    """Return the number of the body that "where" takes up: "Acme, a unit of Beta, where she"."""
    above = place.head.head if place.dep_ == "pobj" else place
    outer = above.head if above.dep_ == "appos" else above
    numbers = (at[token.i] for token in (outer, place) if token.i in at)
    return next((n for n in numbers if things[n].type is Type.ORGANIZATION), None)


def at_home(
    asked: Reference, told: Iterable[int], datelines: Set[int], things: Sequence[Cluster]
) -> int | None:
    """Return the number of the state that the dateline names, where nothing else names one.

    "BANGUI, Central African Republic (AP) - Prime Minister Ann Lee said": 14 of 15 in our items.
    ``told`` are the things that the office may else be of.
    """
    head = asked.head
    if head.lower_ not in _RULERS and not (head.lower_ == "president" and head.is_title):
        return None
    homes = [n for n in sorted(datelines) if is_nation(things[n].name)]
    alone = len(homes) == 1 and not any(is_nation(things[n].name) for n in told)
    return homes[0] if alone and not _is_regional(asked) else None


def _holder_of(asked: Reference) -> Token:
    """Return the name behind an office, or the office itself where none is."""
    return asked.head.head if asked.head.dep_ in BEFORE_NOUN else asked.head


def _government(asked: Reference) -> Token | None:
    """Return the government whose head it is: "the government of", "a cabinet led by"."""
    name = _holder_of(asked)
    noun = name.head.head
    if name.dep_ != "pobj" or name.head.lower_ not in {"by", "of", "under"}:
        return None
    if name.head.lower_ == "by":
        noun = noun.head if lemma(noun) in {"head", "lead"} else name
    return noun if noun.lower_ in people.GOVERNMENTS else None


def _receives_in(
    asked: Reference, at: Mapping[int, int], things: Sequence[Cluster]
) -> Iterator[Token]:
    """Yield where the holder receives a person: "to Oslo, where he", "was in Oslo and was"."""
    name = _holder_of(asked)
    verb = name.head.head if name.head.dep_ == "agent" else name.head
    received = clause(verb)
    if lemma(verb) not in _RECEIVES or name not in received.doers:
        return
    explained = (c for t in received.targets for c in t.children if c.dep_ == "appos")
    guests = (*received.targets, *explained)
    if all(things[at[t.i]].type is not Type.PERSON for t in guests if t.i in at):
        return
    above = [verb.head] if verb.dep_ == "conj" else []
    if any(c.lower_ == "where" for c in verb.lefts):  # "flew to Oslo for talks, where he was"
        yield verb.head
        above = [t for t in verb.ancestors if t.pos_ == "VERB"][:1]
    for told in (verb, *above):
        where = (c for c in told.children if c.lower_ in {"in", "to"})
        yield from (o for to in where for o in to.children if o.dep_ == "pobj")


def is_told_of(asked: Reference, body: int, given: Mapping[int, Anchor]) -> bool:
    """Say whether who holds the office but tells of a body: "Tiger left, founder Ann Lee said".

    Their own they call "the firm"; ``given`` are the names of the paragraph by their heads.
    """
    holders = (t for t in asked.head.sent if t.i in given and given[t.i].referent == asked.holder)
    named = (given[t.i] for name in holders for t in told_by(name) if t.i in given)
    return any(one.referent == body and one.form is Form.NAME for one in named)


@dataclass(frozen=True)
class States:
    """The states that an article tells of: how many ``times``, by their names.

    ``mentioned`` are places (paragraph, token) with the state that is named there, by its capital
    or its people too. ``ruled`` are those of which an office is named, ``hidden`` those that only
    bodies are called by.
    """

    times: Mapping[str, int]
    mentioned: Mapping[tuple[int, int], str]
    ruled: frozenset[str]
    hidden: frozenset[str]

    @classmethod
    def of(
        cls, paragraphs: Sequence[Paragraph], things: Sequence[Cluster], anchors: Sequence[Anchor]
    ) -> "States":
        """Gather them from the names and adjectives of the article."""
        words = [(i, word[-1], name) for i, word, name in people.named(paragraphs)]
        for anchor in anchors:
            thing = things[anchor.referent]
            if anchor.form is Form.NAME and thing.type is Type.PLACE:
                name = thing.name if is_nation(thing.name) else state_by_capital(thing.name)
                if name is not None:
                    words.append((anchor.paragraph, anchor.span[-1], name))
        return cls(
            Counter(name for _, _, name in words),
            {(index, token.i): name for index, token, name in words},
            frozenset(name for _, token, name in words if rules(token)),
            hidden_states(things),
        )

    def is_another(self, asked: Reference, name: str) -> bool:
        """Say whether a state is one that the office's holder deals with: "thanked Egypt".

        Of "her French counterpart" it is the other's, and of two presidents that a sentence names
        it is the first's.
        """
        sentence, head = asked.head.sent, asked.head
        if any(
            t.lower_ == head.lower_ and t.dep_ in BEFORE_NOUN
            for t in head.doc[sentence.start : head.i]
        ):
            return True
        places = (t for t in sentence if self.mentioned.get((asked.paragraph, t.i)) == name)
        return any(_is_dealt_with(place, head) for place in places)

    def is_meant(self, asked: Reference, name: str) -> bool:
        """Say whether it is one of the sentence, or told of most by far."""
        sentence = asked.head.sent
        places = ((asked.paragraph, i) for i in range(sentence.start, sentence.end))
        here = {self.mentioned[place] for place in places if place in self.mentioned}
        others = max((n for other, n in self.times.items() if other != name), default=0)
        least = 2 * others if name in self.ruled else max(2, 2 * others)
        return name in here if here else self.times[name] >= least


def _is_dealt_with(place: Token, office: Token) -> bool:
    """Say whether a state is another's than the office: "she flew to it", "he was sent there"."""
    if place.head.lower_ == "counterpart":
        return True
    while place.dep_ == "conj":
        place = place.head
    verb = place.head
    if place.dep_ == "pobj" and verb.lower_ in _AWAY:
        verb = verb.head
    elif place.dep_ not in {"dobj", "dative"}:
        return False
    ends = (c for c in verb.children if c.dep_ in {"nsubj", "dobj"} and c != place)
    return any(office in end.subtree for end in ends)


def _is_regional(asked: Reference) -> bool:
    """Say whether no state has such an office: "State Premier", "the state government of Lee"."""
    head, governed = asked.head, _government(asked)
    before = {head.nbor(-1).lower_} if head.i else set[str]()
    before |= {c.lower_ for c in governed.lefts} if governed is not None else set()
    return head.lower_ in {"governor", "mayor"} or not before.isdisjoint(_REGIONAL)


def hidden_states(things: Sequence[Cluster]) -> frozenset[str]:
    """Return states that are named within bodies' names alone: the US Commerce Department."""
    bodies = (t.name.split() for t in things if t.type is Type.ORGANIZATION)
    words = {word for name in bodies for word in (*name, " ".join(name[:2]), " ".join(name[-2:]))}
    named = {found for word in words if (found := state(word) or state_of_people(word))}
    return frozenset(named - {t.name for t in things})


def without_rivals(found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements without offices that are somebody else's by the article.

    "President Poe called Xi Jinping, the president of China": Poe is not. Of two who are both
    gathered to hold one, the likelier does; one who is denied to join a body holds none there, nor
    does one who is told to have held it.
    """
    held: dict[tuple[str, int], tuple[bool, float, int]] = {}
    said = [s for s in found if s.rule != UNSAID]
    unsure = {(s.subject, s.object) for s in said if s.status not in FACTUAL}
    over = {(s.subject, _office(s)) for s in said if s.status is Status.FORMER}
    for one in found:
        if one.status is Status.ASSERTED and (office := _office(one)) is not None:
            rank = one.rule != UNSAID, one.confidence, one.subject
            held[office] = max(rank, held.get(office, rank))
    for one in found:
        gathered = one.rule == UNSAID and one.status is Status.ASSERTED
        office = _office(one) if gathered else None
        is_over = office is not None and (one.subject, office) in over
        if gathered and (is_over or (one.subject, one.object) in unsure):
            continue
        if office is None or held[office][2] == one.subject:
            yield one


def of_states(found: Sequence[Statement], referents: Sequence[Referent]) -> Iterator[Statement]:
    """Yield the statements, an office that only states have as the state's: "Manila's president".

    Where the article does not name the state, or no rule reads it, nothing is left of it.
    """
    states = {r.name: n for n, r in enumerate(referents) if r.type is Type.PLACE}
    known = {(s.subject, s.object, s.start) for s in found if s.relation in OFFICES}
    for one in found:
        name = referents[one.object].name
        of_state = (one.role or "").rpartition(" ")[2] in roles.words("of_states")
        ruled = state_by_capital(name) if of_state and one.relation in OFFICES else None
        if ruled is None or is_nation(name) or referents[one.object].type is not Type.PLACE:
            yield one
            continue
        held = (one.subject, states.get(ruled, -1), one.start)
        if ruled in states and one.rule != MODEL and held not in known:
            yield replace(one, object=states[ruled])


def _office(one: Statement) -> tuple[str, int] | None:
    """Return an office that only one holds at a time, and of what: president, finance minister."""
    role = _SAME.get(one.role or "", one.role or "")
    sole = one.relation == "LEADS" or role.endswith((" minister", " secretary"))
    return (role, one.object) if role and sole and one.relation in OFFICES else None
