"""Who holds an office: the name after it, before it, its verb's subject, or the phrase itself."""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kgbuild.extract.relations.phrases import Body
from kgbuild.extract.text.clauses import Clause, clause
from kgbuild.extract.text.governors import VERBAL
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import state, state_of_people
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene, conjuncts
from kgbuild.extract.text.spans import DASHES, EPITHETS, is_title
from kgbuild.extract.text.vocabulary import APPOINTS, DISMISSES, FOLLOWS, PARLIAMENTS, RESIGNS
from kgbuild.model import Form, Type

_HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir gen. general lt. col. sen. prof.".split()
)
_BREAKS = frozenset(", . : -RRB- '' `` _SP -LRB- HYPH".split())
_RELATIVE = frozenset({"WP", "WP$"})
LONGEST = 6  # tokens before a name that describe it
_TIMES = re.compile(r"long|now|presently|currently|today", re.IGNORECASE)
_BYGONE = re.compile(
    r"(?:un)?till? (?:now|then|recently|lately|(?:last |this |the |early |late )?\w+(?: \d{4})?)"
    r"|at (?:one|the|that) time|in (?:his|her) (?:youth|day|time)|back then"
    r"|formerly|previously|once|then|hitherto|lately",
    re.IGNORECASE,
)
_DASHES = DASHES | {",", "("}
_IS = frozenset({"be", "become", "remain"})
_IS_OR_STAYS = frozenset({"be", "remain"})
_AS = frozenset({"serve", "work", "act", "continue", "return", "operate"})
_APPOINTS = APPOINTS | {"confirm", "lure", "poach", "re-elect", "reelect"}
"""Those, too, that bring nobody new, and those that tell of two bodies."""
_JOINS = frozenset({"join", "move", "rejoin"})
HOUSES = PARLIAMENTS | {"council"}
_RULERS = frozenset(
    "president premier minister chancellor leader governor judge justice ombudsman".split()
)
_STARTS = frozenset({"appointment", "election", "promotion"})
_STOPS = frozenset(
    "departure dismissal firing ouster removal resignation retirement sacking".split()
)
_DONE_AFTER = frozenset({"after", "at", "following", "on", "since", "upon", "with"})
_SHOWS_DONE = frozenset(
    """anger announce cause come confirm draw follow leave make mark prompt shock spark surprise
    take trigger""".split()
)
"""An appointment does so that has been made, not one that is hoped for."""
_OF_PARTS = frozenset({"governor", "mayor", "leader", "ruler"})
_ENDINGS = RESIGNS | DISMISSES | {"depart", "leave"}


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office, by which rule; ``verb`` is what the tie's truth hangs on.

    ``close``: the name stands right after the noun. ``lasts``: in the past tense the office
    is over; ``over``: it is, whatever the tense. ``body`` is set where the verb names it:
    "Huawei appointed Ren as CEO".
    """

    anchor: Anchor
    rule: str
    close: bool = False
    verb: Token | None = None
    lasts: bool = False
    ends: bool = False
    over: bool = False
    body: Body | None = None
    others: tuple[Anchor, ...] = ()

    @property
    def all(self) -> tuple[Anchor, ...]:
        """Every holder."""
        return (self.anchor, *self.others)


def after(
    scene: Scene, place: int, fits: frozenset[Type], *, definite: bool, several: bool = False
) -> Holder | None:
    """Return the name after a title, or after a comma where the title is definite.

    With ``several`` it may be the first of some.
    """
    doc, end = scene.span.doc, scene.span.end
    while place < end and doc[place].lower_ in _HONORIFICS:
        place += 1
    anchor = scene.starts.get(place)
    if _is_name(scene, anchor, fits):
        return Holder(anchor, "title", close=True)  # type: ignore[arg-type]
    if not definite or place >= end - 1 or doc[place].text not in {",", ":"}:
        return None
    anchor = scene.starts.get(_past_description(scene, place + 1, fits))
    if anchor is not None and scene.type(anchor) is Type.PLACE and Type.PLACE not in fits:
        named = scene.past_genitive(anchor)  # ", Peru's Acme"
        anchor = scene.starts.get(named) if named is not None else None
    if anchor is None or not _is_name(scene, anchor, fits):
        return None
    if not several and not _closed(scene, anchor.span.end):
        return None
    return Holder(anchor, "apposition")


def _past_description(scene: Scene, place: int, fits: frozenset[Type]) -> int:
    """Return where the name begins behind what describes it: "the Dane", "the bank", "Sister"."""
    doc, first, end = scene.span.doc, place, scene.span.end
    the = doc[first].lower_ == "the"
    place += the
    while place < min(end, first + LONGEST):
        anchor = scene.starts.get(place)
        named = anchor is not None and anchor.form is Form.NAME
        if named and anchor is not None and scene.type(anchor) in fits | {Type.PERSON}:
            return place
        savings = doc[place].tag_ == "NNS" and doc[place].dep_ == "compound"
        if the and (savings or doc[place].tag_ in EPITHETS) and doc[place].lower_ != "late":
            place += 1
        elif doc[place + 1 : place + 3].text.lower() == "-born":
            place += 3
        elif is_title(doc[place]) or state_of_people(doc[place].text) is not None:
            place += 1
        else:
            break
    return first


def before(scene: Scene, start: int, end: int, head: Token, fits: frozenset[Type]) -> Holder | None:
    """Return the name before an apposition: "Ren Zhengfei, founder of Huawei,"."""
    doc, place = scene.span.doc, start - 1
    if place > scene.span.start and doc[place].tag_ in {"DT", "RB"}:
        place -= 1
    if place > scene.span.start and doc[place].text not in _DASHES:
        place = _past_time(doc, place, scene.span.start)
    if place <= scene.span.start or doc[place].text not in _DASHES:
        return None
    if doc[place - 1].tag_ == "CD" and place - 2 > scene.span.start and doc[place - 2].text == ",":
        place -= 2  # "Ren, 76, founder"
    anchor = scene.ends.get(scene.before_aside(place - 1))
    if anchor is None or not _is_name(scene, anchor, fits):
        return None
    one = doc[start - 1].lower_ in {"a", "an"}
    if one and (made := _made_over(scene, anchor, fits)) is not None:
        return made
    parsed = head.dep_ == "appos" and head.head.i == anchor.span.root.i
    broken = end >= scene.span.end or doc[end].tag_ in _BREAKS or doc[end].tag_[0] in "VMW"
    return Holder(anchor, "apposition") if parsed or broken else None


def _past_time(doc: Doc, place: int, first: int) -> int:
    """Return the comma before words that say when one held it: "Ann Lee, until May a judge"."""
    comma = _comma(doc, place, first)
    said = doc[comma + 1 : place + 1].text
    return comma if _TIMES.fullmatch(said) or _BYGONE.fullmatch(said) else place


def _comma(doc: Doc, place: int, first: int) -> int:
    least = max(first, place - LONGEST - 2)
    return next((i for i in range(place, least, -1) if doc[i].text in _DASHES), place)


def is_bygone(doc: Doc, start: int, first: int) -> bool:
    """Say whether words before an office put it behind: "until May a judge", "once the coach"."""
    place = start - 1 - (doc[start - 1].tag_ == "DT") if start > first else first
    comma = _comma(doc, place, first)
    ends = [place + 1, *(i for i in range(place, comma, -1) if doc[i].tag_ in {"DT", "NNP"})]
    return comma < place and any(_BYGONE.fullmatch(doc[comma + 1 : i].text) for i in ends)


def together(scene: Scene, holder: Holder, fits: frozenset[Type]) -> Holder | None:
    """Return the holder with the names that it is joined to; None where there are none.

    "Larry Page and Sergey Brin, the founders of Google": a plural has several holders.
    """
    if holder.others:
        return holder
    first = holder.anchor.span.root
    while first.dep_ == "conj":
        first = first.head
    names = [a for t in conjuncts(first) if _is_name(scene, a := scene.heads.get(t.i), fits)]
    others = tuple(a for a in names if a is not None and a.referent != holder.anchor.referent)
    joined = holder.anchor.referent in {a.referent for a in names if a is not None}
    return replace(holder, others=others) if others and joined else None


def governed(scene: Scene, head: Token, fits: frozenset[Type]) -> Holder | None:
    """Return who is, becomes, is named or resigns as what the noun says."""
    while head.dep_ == "conj" and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    verb, as_ = head.head, False
    if head.dep_ == "nsubj" and lemma(verb) in _IS_OR_STAYS:
        return _by_verb(scene, clause(verb), _complement(verb), fits, lasts=True)
    at_head = verb.lower_ == "at" and head.lower_ == "head"  # "replaced Poe at the head of Acme"
    if head.dep_ == "pobj" and (verb.lower_ == "as" or at_head):
        verb, as_ = verb.head, True
    elif head.dep_ not in {"attr", "oprd", "dobj", "xcomp", "acomp"}:
        return None
    if as_ and verb.tag_ == "NN":
        return _by_noun(scene, verb, fits)
    if verb.pos_ not in VERBAL:
        return None
    said = clause(verb)
    if said.key in _IS and head.dep_ in {"attr", "xcomp", "acomp", "oprd", "dobj"}:
        return _by_verb(scene, said, said.doers, fits, lasts=said.key != "become")
    starts = said.key == "take" and any(t.lower_ in {"oath", "office"} for t in said.targets)
    if as_ and said.key in _JOINS:
        return _by_verb(scene, said, said.doers, fits, body=_joined_body(scene, said))
    if as_ and (said.key == "take over" or starts):
        return _by_verb(scene, said, said.doers, fits)
    if said.key in _AS and as_:
        return _by_verb(scene, said, said.doers, fits, lasts=True)
    if said.key in _APPOINTS and (as_ or head.dep_ in {"oprd", "dobj"}):
        chosen = said.targets if as_ or head.dep_ == "oprd" else said.datives
        if not chosen and not as_:  # "named Ann Lee chief executive", which the parser joins
            chosen = tuple(c for c in head.lefts if c.dep_ in {"nmod", "compound"})
        return _by_verb(scene, said, chosen, fits, body=_appointer(scene, said, head))
    if said.key in _ENDINGS and as_:
        suffers = said.subjects.passive or said.targets
        return _by_verb(scene, said, said.targets if suffers else said.doers, fits, ends=True)
    if said.key in FOLLOWS and as_:
        above = clause(said.verb.head)  # "Acme picked her to succeed Poe as chief"
        chosen_to = said.verb.dep_ == "xcomp" and above.key in _APPOINTS
        body = _appointer(scene, above if chosen_to else said, head)
        gone = said.targets if said.subjects.passive else ()  # "was replaced as chairman"
        new = said.after("with", (), deep=False)  # "replaced him with her as its chief"
        return (
            _by_verb(scene, said, said.doers, fits, body=body)
            or _by_verb(scene, said, new, fits, body=body)
            or _by_verb(scene, said, gone, fits, ends=True)
        )
    return None


def _by_noun(scene: Scene, noun: Token, fits: frozenset[Type]) -> Holder | None:
    """Return whose start or end as what follows a noun tells: "since his resignation as chief".

    Of what is not told as done, "called for his resignation as", nothing is known.
    """
    starts, ends = noun.lower_ in _STARTS, noun.lower_ in _STOPS
    after = noun.dep_ == "pobj" and noun.head.lower_ in _DONE_AFTER
    came = noun.dep_ in {"nsubj", "nsubjpass"} and lemma(noun.head) in _SHOWS_DONE
    if not (starts or ends) or not (after or came):
        return None
    whose = next((c for c in noun.children if c.dep_ == "poss"), None)
    anchor = scene.heads.get(whose.i) if whose is not None else scene.under(noun, "of")
    if anchor is None or scene.type(anchor) not in fits:
        return None
    return Holder(anchor, f"noun:{noun.lower_}", over=ends)


def _complement(verb: Token) -> tuple[Token, ...]:
    """Return who somebody is said to be: "its owners are Ann Lee and his ex-wife, Eva Orr"."""
    return tuple(t for c in verb.rights if c.dep_ == "attr" for t in conjuncts(c))


def named_for(scene: Scene, start: int, head: Token, fits: frozenset[Type]) -> Holder | None:
    """Return whom one makes what a noun right behind the name says: "made Ann Lee his envoy"."""
    anchor = scene.ends.get(start - 1)
    if anchor is None or head.dep_ != "appos" or not _is_name(scene, anchor, fits):
        return None
    verb = anchor.span.root.head
    made = head.head == anchor.span.root and anchor.span.root.dep_ == "dobj"
    if not made or lemma(verb) not in _APPOINTS | {"make"}:
        return None
    return Holder(anchor, f"verb:{lemma(verb)}", verb=verb)


def _made_over(scene: Scene, beside: Anchor, fits: frozenset[Type]) -> Holder | None:
    """Return whom one makes it, not who was told of: "made Ann Lee, a friend of Poe, a judge"."""
    noun = beside.span.root.head.head
    if beside.span.root.dep_ != "pobj" or noun.dep_ != "appos":
        return None
    anchor, verb = scene.heads.get(noun.head.i), noun.head.head
    made = noun.head.dep_ in {"dobj", "oprd"} and lemma(verb) in _APPOINTS | {"make"}
    if anchor is None or not made or not _is_name(scene, anchor, fits):
        return None
    return Holder(anchor, f"verb:{lemma(verb)}", verb=verb)


def itself(scene: Scene, head: Token, fits: frozenset[Type]) -> Holder | None:
    """Return whom the phrase means by itself: "the US President" in an article on Biden.

    "The Norwegian state in Oslo" is nowhere.
    """
    anchor = scene.heads.get(head.i)
    if anchor is None or anchor.form is not Form.NOMINAL or scene.type(anchor) not in fits:
        return None
    if head.lower_ == "state" and state_of_people(anchor.span[0].text):
        return None
    return Holder(anchor, "description")


def _is_name(scene: Scene, anchor: Anchor | None, fits: frozenset[Type]) -> bool:
    if anchor is None or anchor.form is not Form.NAME or anchor.span.text[:1].islower():
        return False
    return scene.type(anchor) in fits


def _closed(scene: Scene, end: int) -> bool:
    """Say whether an apposition ends here, and is no member of a list."""
    doc = scene.span.doc
    if end >= scene.span.end:
        return True
    if doc[end].tag_[0] in "VM" or doc[end].text in {".", ")", ";"}:
        return True
    if doc[end].text != ",":
        return False
    follows = end + 1
    return follows not in scene.starts or doc[follows].tag_ in _RELATIVE


def _by_verb(
    scene: Scene,
    said: Clause,
    tokens: tuple[Token, ...],
    fits: frozenset[Type],
    *,
    lasts: bool = False,
    ends: bool = False,
    body: Body | None = None,
) -> Holder | None:
    found = [a for t in tokens if (a := scene.resolve(t)) is not None and scene.type(a) in fits]
    if not found:
        return None
    return Holder(
        found[0],
        f"verb:{said.key}",
        verb=said.verb,
        lasts=lasts,
        ends=ends,
        body=body,
        others=tuple(found[1:]),
    )


def _joined_body(scene: Scene, said: Clause) -> Body | None:
    """Return whom one joins, which is the body of the office: "joined Acme as chief executive"."""
    # Or "moved to Acme as its head of sales".
    joined = said.targets or said.after("to", (), deep=False)
    found = (a for token in joined if (a := scene.resolve(token)) is not None)
    bodies = (a for a in found if scene.type(a) is Type.ORGANIZATION)
    return next(map(_as_body, bodies), None)


def _appointer(scene: Scene, said: Clause, office: Token) -> Body | None:
    """Return the body that appoints, which is the body of the office unless one is named.

    A parliament elects its speaker, but also who rules its state. A state has many governors.
    """
    for token in said.doers:
        anchor = scene.resolve(token)
        if anchor is not None and scene.type(anchor) is Type.PLACE:
            if office.lower_ in _OF_PARTS or state(scene.referents[anchor.referent].name) is None:
                return None
            return _as_body(anchor)
        if anchor is not None and scene.type(anchor) is Type.ORGANIZATION:
            name = scene.referents[anchor.referent].name.lower().split()
            if not HOUSES.isdisjoint(name) and office.lower_ in _RULERS:
                return None
            return _as_body(anchor)
    return None


def _as_body(anchor: Anchor) -> Body:
    """Return what the verb of an office names as its body."""
    return Body(anchor, anchor.span.start, anchor.span.end, word="by")
