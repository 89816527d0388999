"""What a verb's arguments are: who does it, to whom, where, whatever the voice."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from spacy.tokens import Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.scene import conjuncts
from kgbuild.extract.text.spans import BEFORE_NOUN, FINITE

LEAVES = frozenset("depart leave quit resign retire return unite split".split())
"""What one does to do another thing: "left Acme to head Beta"."""
DEEPEST = 8  # heads climbed for a subject; longer chains are a parser's slip
_PARTICLES = frozenset("apart aside away down off out over through up".split())
_ENDS = frozenset({"dead", "private"})
"""What something is made: "shot dead", "took Acme private"."""
_NEVER_PASSIVE = frozenset(
    "invest sign play work speak talk partner travel fly live join meet move".split()
)
_PARTICIPLES = MappingProxyType(
    {
        "married": "marry",
        "based": "base",
        "headquartered": "headquarter",
        "located": "locate",
        "situated": "situate",
        "born": "bear",
        "allied": "ally",
    }
)
ONCE = frozenset({"once", "formerly", "previously"})
_TO_THE_OBJECT = frozenset({"of", "for", "from", "with", "into", "as"})


@dataclass(frozen=True, slots=True)
class Subjects:
    """The tokens in a verb's subject, and whether they suffer what it says."""

    tokens: tuple[Token, ...] = ()
    passive: bool = False


@dataclass(frozen=True)
class Clause:
    """A verb with its arguments: ``doers`` and ``targets`` whatever the voice."""

    verb: Token
    key: str

    @property
    def governor(self) -> Token:
        """The word that the clause's truth hangs on: "is" in "is married to"."""
        told = self.verb.pos_ == "ADJ" or _is_told_of(self.verb)
        return self.verb.head if told else self.verb

    @cached_property
    def subjects(self) -> Subjects:
        """The grammatical subjects, found through control and conjunction.

        Of "Acme, led by Poe, and Beta" Beta is none of "led".
        """
        found, place = subjects(self.verb), self.verb.i
        pairs = ((token, t) for token in found.tokens for t in conjuncts(token))
        spread = [t for token, t in pairs if not token.i < place < t.i]
        return Subjects(tuple(spread), found.passive)

    @cached_property
    def doers(self) -> tuple[Token, ...]:
        """Who does it."""
        if not self.subjects.passive:
            return self.subjects.tokens
        agents = (c for c in self.verb.children if c.dep_ in {"agent", "prep"})
        return tuple(
            token
            for agent in agents
            if agent.dep_ == "agent" or agent.lower_ == "by"
            for child in agent.children
            if child.dep_ == "pobj"
            for token in conjuncts(child)
        )

    @cached_property
    def targets(self) -> tuple[Token, ...]:
        """Whom or what it is done to."""
        if self.subjects.passive:
            return self.subjects.tokens
        direct = [c for c in self.verb.children if c.dep_ == "dobj"]
        if not direct and self.verb.dep_ == "conj" and self.verb.head.pos_ == "VERB":
            return self._shared
        if not direct and (noun := self._contact) is not None:
            return (noun,)
        return tuple(t for child in direct for t in conjuncts(child))

    @property
    def _shared(self) -> tuple[Token, ...]:
        """What it shares with the verb it is joined to: "which she founded and still runs"."""
        first = self.verb.head
        before = (c for c in first.children if c.dep_ == "dobj" and c.i < first.i)
        return tuple(c for c in before if c.tag_ in {"WDT", "WP"})

    @property
    def _contact(self) -> Token | None:
        """The noun before it that is its object: "a firm she founded", "a bank he used to own"."""
        used = self.verb.dep_ == "xcomp" and lemma(self.verb.head) == "use"
        verb = self.verb.head if used else self.verb
        if verb.dep_ != "relcl" or not self.subjects.tokens:
            return None
        own = [t for t in verb.subtree if t.i < verb.i]
        plain = all(t.tag_[:1] != "W" and t.lower_ != "that" for t in own)
        return verb.head if plain else None

    @cached_property
    def datives(self) -> tuple[Token, ...]:
        """To whom it is given or said, where no preposition says so."""
        found = [c for c in self.verb.children if c.dep_ == "dative" and c.tag_[0] in "NP"]
        return tuple(t for child in found for t in conjuncts(child))

    def after(self, word: str, nouns: tuple[Token, ...], *, deep: bool) -> tuple[Token, ...]:
        """Return what follows a preposition of the verb or of its noun.

        ``deep`` looks once more inside: "was born to a family in Guizhou".
        """
        holders = [self.verb, *nouns]
        if deep:
            holders += [o for h in (self.verb, *nouns) for _, o in _prepositions(h)]
        found = [o for h in holders for key, o in _prepositions(h) if key == word]
        return tuple(t for o in found for t in conjuncts(o))

    def gapped(self, word: str) -> Iterator[tuple[Token, Token]]:
        """Yield what a preposition brings once more, with its noun: "and its meal from Beta".

        Of "its oil from Acme and its meal from Beta" the parser joins the meal to Acme.
        """
        for key, first in _prepositions(self.verb):
            named = (first, *(c for c in first.children if c.dep_ == "appos"))
            nouns = (t for name in named for t in conjuncts(name)[1:] if t.tag_ in {"NN", "NNS"})
            for noun in nouns if key == word else ():
                yield from ((noun, o) for again, o in _prepositions(noun) if again == word)

    def prepositions(self) -> tuple[tuple[str, Token], ...]:
        """Return the verb's own prepositions with what follows each."""
        return tuple(_prepositions(self.verb))

    @cached_property
    def past(self) -> bool:
        """Whether it is told of the past, and not as lasting ("has worked since")."""
        if _is_told_of(self.verb):
            return self.verb.head.tag_ == "VBD"
        tense = {c.lower_ for c in self.verb.children if c.dep_ in {"aux", "auxpass"}}
        if tense & {"has", "have", "is", "are", "'s", "being"}:
            return False
        return self.verb.tag_ == "VBD" or bool(tense & {"was", "were", "had"})


def clause(verb: Token) -> Clause:
    """Return the verb with its arguments; its key holds its particle: ``take over``."""
    if verb.pos_ == "ADJ":
        return Clause(verb, _PARTICIPLES.get(verb.lower_, verb.lower_))
    return Clause(verb, f"{lemma(verb)} {particle(verb)}".strip())


def is_bygone(verb: Token) -> bool:
    """Say whether it was so "once": "formerly owned by her", "then run by her"."""
    if verb.dep_ == "acl" and verb.i > 2:
        before = text_in(verb.doc, verb.i - 3, verb.i).lower()
        if before == "at the time" or before.endswith(" then"):
            return True  # even a participle that is taken for a verb in the present, "run"
    once = any(c.lower_ in ONCE and c.dep_ == "advmod" for c in verb.children)
    return once and verb.tag_ in {"VBD", "VBN"}


def particle(verb: Token) -> str:
    """Return the second word of a verb in two, or nothing: "over" of "took over"."""
    found = ""
    for child in verb.children:
        if _is_particle(child, verb):
            return child.lower_
        if child.lower_ == "to" and any(o.lower_ == "death" for o in child.children):
            found = "to death"
    return found


def _is_particle(child: Token, verb: Token) -> bool:
    if child.dep_ == "prt" or (child.lower_ in _ENDS and child.dep_ in {"oprd", "acomp"}):
        return True
    alone = child.dep_ == "prep" and not any(child.children)  # "fell through in May"
    beside = child.i == verb.i + 1 and child.lower_ in _PARTICLES
    return beside and (alone or child.dep_ == "advmod")


def is_participle(token: Token) -> bool:
    """Say whether the tagger took a participle for an adjective: "is married to"."""
    return token.dep_ == "acomp" and token.pos_ == "ADJ" and token.lower_ in _PARTICIPLES


def _is_told_of(verb: Token) -> bool:
    """Say whether "is" says it of its subject: "is majority-owned by"."""
    return verb.dep_ == "acomp" and verb.tag_ == "VBN"


def subjects(verb: Token, depth: int = 0) -> Subjects:
    """Return a verb's subjects: its own, or those it shares with the verb it hangs on."""
    own = tuple(c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"})
    if len(own) > 1 and _is_explained(own[-1]):
        own = own[-1:]  # "The son of a judge, he was born in Lima"
    if own:
        return Subjects(own, own[0].dep_ == "nsubjpass" or is_passive(verb))
    if depth >= DEEPEST:
        return Subjects()
    if verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).lower_ in {"re", "co"}:
        return subjects(verb.nbor(-2), depth + 1)  # "re-elected", in three tokens
    if is_participle(verb) or _is_told_of(verb):
        return Subjects(subjects(verb.head, depth + 1).tokens, passive=True)
    if verb.dep_ in {"acl", "relcl"}:
        return _of_noun(verb, depth)
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return _of_conjunct(verb, depth)
    if verb.dep_ in {"xcomp", "advcl"}:
        return _controlled(verb, verb.head, depth)
    if verb.dep_ == "pcomp":
        return _after_preposition(verb, depth)
    return Subjects()


def _is_explained(subject: Token) -> bool:
    """Say whether what stands before a second subject, and a comma, tells more of it."""
    first = subject.left_edge
    return subject.tag_ in {"NNP", "PRP"} and first.i > 0 and first.nbor(-1).text == ","


def is_passive(verb: Token) -> bool:
    """Say whether the verb stands in the passive voice."""
    return any(c.dep_ == "auxpass" for c in verb.children)


def _of_noun(verb: Token, depth: int) -> Subjects:
    noun = verb.head
    if verb.tag_ in {"VBN", "VBD"}:
        return Subjects((_nearest(noun, verb),), passive=not _takes_no_verb(verb, noun))
    if verb.tag_ == "VBG":
        return Subjects((noun,))
    holder = next((c for c in noun.children if c.dep_ == "poss"), None)
    if holder is not None:  # "Huawei's plan to buy"
        return Subjects((holder,), is_passive(verb))
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head  # "is in talks to buy"
    given = [c for c in governor.children if c.dep_ == "dative" and c.tag_[0] in "NP"]
    if noun.dep_ == "dobj" and given:  # "gave her an invitation to visit"
        return Subjects(tuple(given), is_passive(verb))
    if noun.dep_ in {"dobj", "attr", "pobj"} and governor.pos_ in {"VERB", "AUX"}:
        return Subjects(subjects(governor, depth + 1).tokens, is_passive(verb))
    return Subjects()


def _nearest(noun: Token, participle: Token) -> Token:
    """Return of which noun of a list it is told: "Poe, wanted by Acme, and Lee, tipped to win".

    Of "Acme and its partner Beta, led by Poe," it is Beta.
    """
    start = participle.left_edge.i
    joined = conjuncts(noun)[1:]
    explained = (t for t in joined for c in t.children if c.dep_ == "appos" and c.i == start - 2)
    last = next(explained, next((t for t in joined if t.i == start - 2), noun))
    parted = participle.doc[start - 1].text == ","
    own = any(c.dep_ in {"acl", "relcl", "appos"} and c.i < last.i for c in noun.children)
    own = own or noun.i < last.i < start - 2
    return last if parted and own else noun


def _takes_no_verb(verb: Token, noun: Token) -> bool:
    """Say whether the parser took a plain past tense for a participle.

    A name that is the head of its sentence has no other verb: "Foxconn invested in it". Nor has
    one that explains the head: "The director, Ann Lee, graduated from it", or the noun that it
    explains, which the parser takes for the subject: "The director, Ann Lee, handed in his notice".
    """
    if noun.pos_ == "PROPN":
        explains = noun.dep_ == "appos" and noun.head.dep_ == "ROOT" and noun.head.tag_ == "NN"
        alone = explains or noun.dep_ == "ROOT"
    else:
        named = (c for c in noun.children if c.dep_ == "appos" and c.i < verb.i)
        head = noun.dep_ == "ROOT" and noun.tag_ == "NN" and verb.tag_ == "VBN"
        alone = head and any(c.tag_ == "NNP" for c in named)
    if not alone:
        return False
    return lemma(verb) in _NEVER_PASSIVE or any(c.dep_ == "dobj" for c in verb.children)


def _of_conjunct(verb: Token, depth: int) -> Subjects:
    if _is_main(verb):
        return Subjects((verb.head.head,), is_passive(verb))
    found = subjects(verb.head, depth + 1)
    objects = any(c.dep_ == "dobj" for c in verb.children)
    passive = is_passive(verb) or (found.passive and verb.tag_ == "VBN" and not objects)
    if found.passive and not passive and verb.tag_ == "VBN":
        return Subjects()
    return Subjects(found.tokens, passive)


def _is_main(verb: Token) -> bool:
    """Say whether it is the verb of its sentence: "Poe, whose wife, Ann, is ill, lives in Oslo"."""
    aside = verb.head
    noun = aside.head
    if aside.dep_ != "relcl" or noun.dep_ != "ROOT" or noun.pos_ != "PROPN":
        return False
    helpers = (c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < verb.i)
    first = min(helpers, default=verb.i)
    return verb.doc[first].tag_ in FINITE and verb.doc[first - 1].text == ","


def _controlled(verb: Token, head: Token, depth: int) -> Subjects:
    if head.pos_ not in {"VERB", "AUX", "ADJ"}:
        return Subjects()
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "advcl" and not _aux(verb))
    objects = tuple(c for c in head.children if c.dep_ == "dobj" or _is_chosen(c))
    if objects and verb.dep_ == "xcomp" and lemma(head) not in LEAVES:
        return Subjects(objects, passive)
    if passive and (beside := _beside(verb, objects)):
        return Subjects(beside, passive)
    if head.pos_ == "ADJ":  # "is ready to buy"
        head = head.head
    return Subjects(subjects(head, depth + 1).tokens, passive)


def _beside(participle: Token, objects: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the name right before a participle: "Acme met Beta, coached by Lee"."""
    start = participle.left_edge.i
    by = any(c.dep_ == "agent" for c in participle.children)
    parted = start > 1 and participle.doc[start - 1].text == ","
    return tuple(o for o in objects if by and parted and o.i == start - 2 and o.pos_ == "PROPN")


def _is_chosen(token: Token) -> bool:
    """Say whether the parser took whom somebody named for what: "named Ann Lee to replace"."""
    return token.dep_ == "oprd" and token.tag_ == "NNP"


def _after_preposition(verb: Token, depth: int) -> Subjects:
    head = verb.head.head
    if head.lower_ == "guilty":  # "was found guilty of killing him"
        own = tuple(c for c in head.children if c.dep_ == "nsubj")
        objects = own or tuple(c for c in head.head.children if c.dep_ == "dobj")
        return Subjects(objects or subjects(head.head, depth + 1).tokens, is_passive(verb))
    if head.lower_ == "short" and head.dep_ == "advmod":
        head = head.head  # "stopped short of blaming"
    if head.pos_ not in {"VERB", "AUX"}:
        return Subjects()
    objects = tuple(c for c in head.children if c.dep_ == "dobj")
    if objects and verb.head.lower_ in _TO_THE_OBJECT:  # "accused Huawei of stealing"
        return Subjects(objects, is_passive(verb))
    return Subjects(subjects(head, depth + 1).tokens, is_passive(verb))


def _aux(verb: Token) -> bool:
    return any(c.dep_ == "aux" for c in verb.children)


def _prepositions(holder: Token) -> Iterator[tuple[str, Token]]:
    for prep in holder.children:
        if prep.dep_ not in {"prep", "dative", "agent"} or prep.tag_[0] not in "ITR":
            continue
        for child in prep.children:
            if child.dep_ == "pobj":
                yield prep.lower_, child
            elif child.dep_ == "conj" and child.tag_ == "IN":  # "at Basel and at Zurich"
                yield from ((child.lower_, o) for o in child.children if o.dep_ == "pobj")
            elif child.dep_ == "prep":  # "out of the list"
                yield from (
                    (f"{prep.lower_} {child.lower_}", o) for o in child.children if o.dep_ == "pobj"
                )


def acts_behind(place: Token, noun: Token) -> bool:
    """Say whether who is named behind a place does something: "held in Athens, Turkey said"."""
    while noun.dep_ in {*BEFORE_NOUN, "poss"}:
        noun = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or place.i > noun.i:
        return False
    above = next((t for t in place.ancestors if t.head == noun.head and t != noun), None)
    return above is not None and above.pos_ in {"ADP", "AUX", "VERB"}


def is_now(body: Token) -> bool:
    """Say whether it is told of as today's: "a former Acme analyst now at Beta"."""
    return body.dep_ == "pobj" and body.head.i > 0 and body.head.nbor(-1).lower_ == "now"
