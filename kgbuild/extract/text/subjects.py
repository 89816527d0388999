"""Who a verb's subject is: its own, or the one it shares with the verb or noun it hangs on."""

from dataclasses import dataclass

from spacy.tokens import Token

from kgbuild.extract.text.coordination import conjuncts
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.tagsets import BEFORE_NOUN, FINITE, SUBJECTS
from kgbuild.extract.text.verbs import VERBAL, is_participle, is_passive, is_told_of

LEAVES = frozenset("depart leave quit resign retire return unite split".split())
"""What one does to do another thing: "left Acme to head Beta"."""
_DEEPEST = 8  # heads climbed for a subject; longer chains are a parser's slip
_NEVER_PASSIVE = frozenset(
    "invest sign play work speak talk partner travel fly live join meet move".split()
)
_TO_THE_OBJECT = frozenset({"of", "for", "from", "with", "into", "as"})


@dataclass(frozen=True, slots=True)
class Subjects:
    """The tokens in a verb's subject, and whether they suffer what it says."""

    tokens: tuple[Token, ...] = ()
    passive: bool = False


def subjects(verb: Token, depth: int = 0) -> Subjects:
    """Return a verb's subjects: its own, or those it shares with the verb it hangs on."""
    own = tuple(c for c in verb.children if c.dep_ in SUBJECTS)
    if len(own) > 1 and _is_explained(own[-1]):
        own = own[-1:]  # "The son of a judge, he was born in Lima"
    if own:
        return Subjects(own, own[0].dep_ == "nsubjpass" or is_passive(verb))
    if depth >= _DEEPEST:
        return Subjects()
    if verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).lower_ in {"re", "co"}:
        return subjects(verb.nbor(-2), depth + 1)  # "re-elected", in three tokens
    if is_participle(verb) or is_told_of(verb):
        return Subjects(subjects(verb.head, depth + 1).tokens, passive=True)
    if verb.dep_ in {"acl", "relcl"}:
        return _of_noun(verb, depth)
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
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
    if noun.dep_ in {"dobj", "attr", "pobj"} and governor.pos_ in VERBAL:
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
    if head.pos_ not in VERBAL | {"ADJ"}:
        return Subjects()
    helped = any(c.dep_ == "aux" for c in verb.children)
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "advcl" and not helped)
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
    if head.pos_ not in VERBAL:
        return Subjects()
    objects = tuple(c for c in head.children if c.dep_ == "dobj")
    if objects and verb.head.lower_ in _TO_THE_OBJECT:  # "accused Huawei of stealing"
        return Subjects(objects, is_passive(verb))
    return Subjects(subjects(head, depth + 1).tokens, is_passive(verb))


def acts_behind(place: Token, noun: Token) -> bool:
    """Say whether who is named behind a place does something: "held in Athens, Turkey said"."""
    while noun.dep_ in {*BEFORE_NOUN, "poss"}:
        noun = noun.head
    if noun.dep_ not in SUBJECTS or place.i > noun.i:
        return False
    above = next((t for t in place.ancestors if t.head == noun.head and t != noun), None)
    return above is not None and above.pos_ in VERBAL | {"ADP"}
