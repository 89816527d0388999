"""What the grammar of its sentence alone tells of a pronoun: "Win Myint, who is with his son"."""

from collections.abc import Mapping, Sequence, Set

from spacy.tokens import Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import text_in
from kgbuild.extract.text.vocabulary import BUYS, SPOUSES, UNITS

_SELF = frozenset({"himself", "herself"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OF = frozenset({"at", "for", "in", "of"})
_CAUSES = frozenset({"after", "as", "because", "when"})
_TIMES = frozenset({"after", "before"})
_HOLD = frozenset(
    "acquire back buy control finance fund hold invest own purchase sell take".split()
)
SENDS = frozenset("deploy deport despatch dispatch extradite fly post return send transfer".split())
ACCUSED = frozenset("accused convict defendant fugitive inmate suspect".split())
_ANY = frozenset("a an another my our".split())
_WOMEN = frozenset("aunt daughter girl grandmother lady mother sister wife widow woman".split())
_MEN = frozenset("boy brother father gentleman grandfather husband man son uncle widower".split())
_OTHER_KIN = frozenset(
    """aide child cousin disciple friend grandchild granddaughter grandson heir nephew niece partner
    protege protégé pupil sibling student twin""".split()
)
_BEFORE_KIN = frozenset({"CD", "DT", "HYPH", "JJ", "JJR", "JJS"})
_ORDER = frozenset({"half", "only", "step"})
_UNNAMED = {
    **dict.fromkeys(["she", "her", "hers", "herself"], _WOMEN),
    **dict.fromkeys(["he", "him", "his", "himself"], _MEN),
}
_BLAME = frozenset(
    "accuse arrest catch charge convict detain find fine indict jail sentence suspect".split()
)
_SUSPECTS = frozenset("accuse allege believe complain fear suspect think worry".split())
_TELLS = frozenset("add explain recall say tell".split())
_CONJOINED = 3
_TAKES_ON = frozenset(
    """acquire build buy create establish form found inherit join launch open purchase set start
    take""".split()
)
_NAMED = 4
"""Tokens from "its" to behind "subsidiary" in "its Polish subsidiary Acme"."""
_EX = 4
"""Tokens from "his" to behind "wife" in "his ex-wife"."""
_SPOUSES = SPOUSES | {"widow"}
PUNISH = frozenset(
    """arrest ban bar charge dismiss drop expel fire jail oust remove sack suspend""".split()
)


def meant(pronoun: Token, at: Mapping[int, int], persons: Set[int]) -> int | None:
    """Return the number of what a pronoun means, where its sentence leaves no choice.

    ``at`` are the numbers of what heads mean, ``persons`` the places of those of persons.
    """
    ways = _OF_BODIES.get(pronoun.lower_, _OF_PERSONS)
    found = (way(pronoun, persons) for way in ways)
    return next((at[place] for place in found if place is not None and place in at), None)


def _who(pronoun: Token, persons: Set[int]) -> int | None:
    """Return the "who" of the clause of "his": "who was freed with his daughter"."""
    if pronoun.dep_ != "poss" and pronoun.lower_ not in _SELF:
        return None
    for verb in pronoun.ancestors:
        subject = _subject(verb)
        if subject is not None and subject.i < pronoun.i:
            alone = persons.isdisjoint(range(subject.i + 1, pronoun.i)) and verb.i < pronoun.i
            return subject.i if subject.lower_ == "who" and alone else None
    return None


def _fronted(pronoun: Token, persons: Set[int]) -> int | None:
    """Return the subject before which "his" stands in a phrase: "During his stay, Ding met"."""
    if pronoun.tag_ != "PRP$" or pronoun.head.dep_ != "pobj":
        return None
    preposition = pronoun.head.head
    subject = _subject(preposition.head) if preposition.dep_ == "prep" else None
    fronted = subject is not None and subject.i > pronoun.i and subject.i in persons
    return subject.i if fronted and subject is not None else None


def _punished(pronoun: Token, persons: Set[int]) -> int | None:
    """Return who was punished for what "he" did: "sacked Ann Lee after she was charged"."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubjpass" or verb.dep_ != "advcl" or lemma(verb.head) not in PUNISH:
        return None
    if lemma(verb) not in _BLAME or _CAUSES.isdisjoint(c.lower_ for c in verb.children):
        return None
    return _object(verb.head)


def _sent(pronoun: Token, persons: Set[int]) -> int | None:
    """Return who was sent to where "he" acts: "Macron sent Ann Lee to Beirut, where she met"."""
    verb = pronoun.head
    if pronoun.dep_ not in _SUBJECTS or verb.dep_ != "relcl" or verb.head.dep_ != "pobj":
        return None
    if verb.head.head.lower_ != "to" or "where" not in {t.lower_ for t in verb.children}:
        return None
    sends = next((t for t in verb.head.ancestors if lemma(t) in SENDS), None)
    sent = None if sends is None else _object(sends)
    if sent is None or sent in persons:
        return sent
    named = (child.i for child in pronoun.doc[sent].children if child.dep_ == "appos")
    return next((place for place in named if place in persons), None)  # "his envoy Ann Lee"


def _answering(pronoun: Token, persons: Set[int]) -> int | None:
    """Return who was talked to by several: "Croft and Low questioned Sharp. He told them"."""
    start, verb = pronoun.sent.start, pronoun.head
    if not start or pronoun.dep_ != "nsubj" or "them" not in {t.lower_ for t in verb.children}:
        return None
    before = pronoun.doc[start - 1].sent.root
    subject = _subject(before)
    if subject is None or (subject.i in persons and not subject.n_rights):
        return None
    return _object(before)


def is_of_stranger(pronoun: Token, at: Mapping[int, int]) -> bool:
    """Say whether an unnamed man or woman is the subject before "she": "My wife said she left".

    It is theirs where they are the subject above the pronoun, or else of the sentence before.
    """
    above, start = subject_above(pronoun), pronoun.sent.start
    if above is None and start:
        above = _subject(pronoun.doc[start - 1].sent.root)
    if above is None or above.i in at or _is_named(above, at) or explained(pronoun):
        return False
    unnamed = above.lower_ in _UNNAMED[pronoun.lower_]
    return above.lower_ in ACCUSED or (unnamed and any(c.lower_ in _ANY for c in above.children))


def explained(pronoun: Token) -> range:
    """Return the places in front of "she" that say whose kin or pupil she is: none of them is she.

    "A daughter of the novelist Ann Lee, she was born in Lima"; "Married to Max Orr, she".
    """
    doc, start, end = pronoun.doc, pronoun.sent.start, pronoun.i - 1
    if pronoun.dep_ not in _SUBJECTS or end <= start or doc[end].text != ",":
        return range(0)
    if doc[start : start + 2].text.lower() == "married to":
        return range(start, end)
    place = start
    while place < end and (doc[place].tag_ in _BEFORE_KIN or doc[place].lower_ in _ORDER):
        place += 1
    kin = lemma(doc[place]) in _WOMEN | _MEN | _OTHER_KIN
    of = kin and doc[place + 1].lower_ in {"of", "to"}
    return range(start, end) if of else range(0)


def subject_above(pronoun: Token) -> Token | None:
    """Return the subject before a pronoun of the nearest clause around it that has one."""
    subjects = (_subject(verb) for verb in pronoun.ancestors)
    return next((one for one in subjects if one is not None and one.i < pronoun.i), None)


def _is_named(noun: Token, at: Mapping[int, int]) -> bool:
    """Say whether a name says who it is: "a man, Max Orr", "a woman named Ann Lee"."""
    behind = (c for c in noun.children if c.dep_ in {"appos", "acl"})
    return any(word.i in at for c in behind for word in (c, *c.children))


def suspected(pronoun: Token) -> tuple[int, int] | None:
    """Return the places of who suspects and who is suspected: "feared Orr would hurt his wife".

    So, too, of "accused Orr of hurting his wife": the kin may be of either.
    """
    if pronoun.tag_ != "PRP$" or lemma(pronoun.head) not in _WOMEN | _MEN:
        return None
    clause = next((t for t in pronoun.ancestors if t.dep_ in {"ccomp", "pcomp"}), None)
    if clause is None:
        return None
    verb = clause.head if clause.dep_ == "ccomp" else clause.head.head
    doer = _subject(clause)
    inner = _object(verb) if doer is None else doer.i
    outer = _subject(verb)
    if lemma(verb) not in _SUSPECTS or inner is None or outer is None:
        return None
    return (outer.i, inner) if inner < pronoun.i else None


def told_by(name: Token) -> Sequence[Token]:
    """Return the words of what one is named for having told: "Acme shut it, Ann Lee said"."""
    if name.dep_ == "appos" and name.head.tag_ == "NN":
        name = name.head  # "the founder, Ann Lee, said"
    verb = name.head
    if name.dep_ == "pobj" and verb.head.lower_ == "according":
        return [token for token in name.sent if token not in name.subtree]
    if name.dep_ != "nsubj" or lemma(verb) not in _TELLS:
        return []
    beside = verb.dep_ == "conj" and not any(c.dep_ == "cc" for c in verb.head.children)
    if beside or verb.dep_ in {"ccomp", "parataxis"}:
        return [token for token in verb.head.subtree if token not in verb.subtree]
    told = (child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i)
    return [token for clause in told for token in clause.subtree]


def holder(noun: Token) -> int | None:
    """Return the place of who holds what a noun means: "Lakes holds 5% of the drugmaker"."""
    while noun.dep_ == "pobj" and noun.head.lower_ in {"in", "of"}:
        noun = noun.head.head
    verb = noun.head if noun.dep_ == "dobj" else noun
    if lemma(verb) not in _HOLD:
        return None
    while _subject(verb) is None and verb.dep_ in {"conj", "xcomp"}:
        verb = verb.head
    subject = _subject(verb)
    return None if subject is None or subject.dep_ == "nsubjpass" else subject.i


def buyer(noun: Token) -> int | None:
    """Return the place of who buys what a noun means: "Acme has agreed to buy Beta"."""
    bought = noun.dep_ == "dobj" and lemma(noun.head) in BUYS
    return holder(noun) if bought else None


def _joined(pronoun: Token, persons: Set[int]) -> int | None:
    """Return the body of the first of two offices: "chairman of Amal and nephew of its leader"."""
    noun = pronoun.head
    if noun.dep_ == "pobj":
        noun = noun.head.head
    first = noun.head
    if noun.dep_ != "conj" or first.pos_ not in _NOUNS:
        return None
    of = (word for child in first.children if child.lower_ in _OF for word in child.children)
    return next((word.i for word in of if word.dep_ == "pobj" and word.i < pronoun.i), first.i)


def _listed(pronoun: Token, persons: Set[int]) -> int | None:
    """Return the body before it in a list: "sued Acme, its unit Beta and Gamma"."""
    doc, place = pronoun.doc, pronoun.i - 2
    if place <= pronoun.sent.start or doc[place + 1].text != ",":
        return None
    noun = next((t for t in doc[pronoun.i + 1 : pronoun.i + _NAMED] if t.lower_ in UNITS), None)
    end = noun.i + 1 if noun is not None else len(doc)
    while end < pronoun.sent.end and doc[end].pos_ == "PROPN":
        end += 1
    listed = noun is not None and end > noun.i + 1 and text_in(doc, end, end + 1) == "and"
    return place if listed and doc[place].dep_ not in _SUBJECTS else None


def _befallen(pronoun: Token, persons: Set[int]) -> int | None:
    """Return to what it was done after "its" chief left: "Acme was put under Beta after its"."""
    noun, above = pronoun.head, pronoun.head.head
    clause = noun.dep_ in _SUBJECTS and above.dep_ == "advcl"
    times = {child.lower_ for child in above.children} if clause else {above.lower_}
    if _TIMES.isdisjoint(times) or not (clause or noun.dep_ == "pobj"):
        return None
    subject = _subject(above.head)
    suffers = subject is not None and subject.dep_ == "nsubjpass" and subject.i < pronoun.i
    return subject.i if suffers and subject is not None else None


def _taken_on(pronoun: Token, persons: Set[int]) -> int | None:
    """Return what one founded or got and then did something with: "founded Acme and runs it"."""
    verb = pronoun.head
    if pronoun.dep_ != "dobj" or verb.dep_ != "conj" or _subject(verb) is not None:
        return None
    for _ in range(_CONJOINED):
        verb = verb.head
        place = _object(verb) if lemma(verb) in _TAKES_ON else None
        if place is not None:
            beside = (c for c in pronoun.doc[place].children if c.dep_ == "appos")
            named = next((c.i for c in beside if c.pos_ == "PROPN"), place)
            return None if pronoun.doc[place].tag_ == "PRP" else named
        if verb.dep_ != "conj":
            break
    return None


def _parallel(pronoun: Token, persons: Set[int]) -> int | None:
    """Return the first "her" of "her coach, Max Orr, and her mother": both are hers."""
    if pronoun.tag_ != "PRP$" or pronoun.head.dep_ != "conj":
        return None
    first = pronoun.head.head
    for _ in range(_CONJOINED):
        own = (c.i for c in first.children if c.tag_ == "PRP$" and c.lower_ == pronoun.lower_)
        place = next(own, None)
        if place is not None or first.dep_ not in {"conj", "appos"}:
            return place
        first = first.head
    return None


def _beside(pronoun: Token, persons: Set[int]) -> int | None:
    """Return of whom more kin is told behind a comma: "Orr is the son of Max, and his wife"."""
    start = pronoun.i - 1
    doc, kin = pronoun.doc, _WOMEN | _MEN
    if pronoun.tag_ != "PRP$" or pronoun.head.dep_ not in _SUBJECTS:
        return None
    if text_in(doc, max(0, start - 1), start + 1).lower() != ", and":
        return None
    if all(lemma(t) not in kin for t in doc[pronoun.i + 1 : pronoun.i + _EX]):
        return None
    for verb in pronoun.ancestors:
        told = (c for c in verb.children if c.dep_ == "attr" and c.i < start)
        subject = _subject(verb)
        if subject is not None and subject.i in persons and verb.i < start:
            return subject.i if any(lemma(c) in kin for c in told) else None
    return None


def _next(pronoun: Token, persons: Set[int]) -> int | None:
    """Return the one right before "and his wife": "the son of Max Orr and his wife, Ann"."""
    place, noun = pronoun.i - 1, pronoun.head
    if pronoun.tag_ != "PRP$" or noun.dep_ != "conj" or lemma(noun) not in _SPOUSES:
        return None
    if pronoun.nbor(-1).lower_ != "and" or noun.head.pos_ != "PROPN":
        return None
    place -= pronoun.doc[place - 1].text == ","
    return noun.head.i if noun.head.i in persons and noun.head.i == place - 1 else None


def _of_namesake(pronoun: Token, persons: Set[int]) -> int | None:
    """Return the one by whom kin is called: "Nawaz may return, his daughter Maryam Nawaz said"."""
    noun = pronoun.head
    if pronoun.tag_ != "PRP$" or lemma(noun) not in _WOMEN | _MEN:
        return None
    kin = next((i for i in range(noun.i + 1, noun.i + _EX) if i in persons), None)
    if kin is None:
        return None
    same = [i for i in persons if pronoun.sent.start <= i < pronoun.i]
    same = [i for i in same if pronoun.doc[i].text == pronoun.doc[kin].text]
    return same[0] if len(same) == 1 else None


def _of_family(pronoun: Token, persons: Set[int]) -> int | None:
    """Return the other of a family: "Max Orr, its head, and Bo Orr, his brother"."""
    place = pronoun.i - 2
    if pronoun.tag_ != "PRP$" or pronoun.head.dep_ != "appos" or place not in persons:
        return None
    doc = pronoun.doc
    if doc[place + 1].text != "," or lemma(pronoun.head) not in _WOMEN | _MEN:
        return None
    return next(
        (
            i
            for i in range(place - 1, pronoun.sent.start, -1)
            if i in persons and doc[i].text == doc[place].text
        ),
        None,
    )


_OF_PERSONS = (
    _who, _of_namesake, _parallel, _beside, _next, _of_family, _fronted, _punished, _sent,
    _answering,
)  # fmt: skip


_OF_BODIES = {"its": (_listed, _joined, _befallen), "it": (_taken_on,)}


def _object(verb: Token) -> int | None:
    return next((child.i for child in verb.children if child.dep_ == "dobj"), None)


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
