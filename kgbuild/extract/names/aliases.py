"""Names that a text says are one thing's: "X, also known as Y", "X (né Y)", "X, formerly Y"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from kgbuild import names as spelling
from kgbuild.extract.names import renamings
from kgbuild.extract.text.lexicon import is_place, state, state_of_people
from kgbuild.extract.text.paragraphs import Paragraph, text_in, vocabulary
from kgbuild.extract.text.spans import QUOTES, Name, printed
from kgbuild.model import Type

LONGEST, LONGEST_PHRASE, LONGEST_TICKER = 5, 60, 16
"""Tokens of an alias in quotes that nobody took for a name; characters between two names; tokens of
"(New York Stock Exchange: ACM)"."""
_OFTEN = """also|better|commonly|more commonly|popularly|widely|otherwise|sometimes|locally
|professionally|formerly|previously|originally"""
_KNOWN = rf"""(?:(?:{_OFTEN}|once|then|now|later|today) )?(?:known|billed|styled)
(?: (?:to|in|among|by|on|as) (?:\w+ ){{1,3}}?as| as)"""
_ANYHOW = rf"[afn]\.?k\.?a\.?|alias|{_KNOWN}"
_PERSONS = rf"""{_ANYHOW}|née?|nee
|(?:(?:\w+ing )?(?:with|under) the |(?:his|her|whose) )?(?:(?:real|birth|full|family|legal|given
|stage|ring|pen|code|war) ?name|nom de (?:guerre|plume)|call ?sign|pseudonym|nickname)
(?: (?:is|was|of))?
|(?:known )?(?:by|under) (?:the|his|her) (?:stage |ring |pen )?name(?: of)?
|(?:known )?by (?:the|his|her) nom de guerre|(?:who )?took the name(?: of)?
|who (?:also |now |sometimes |mostly )?goes by
|(?:who )?(?:also |now )?(?:goes|went|going) by the names?(?: of)?
|who (?:records|performs|writes|wrote|raps|fights|fought) as"""
_OTHERS = rf"""{_ANYHOW}|whose (?:full|legal|official|registered|corporate) name (?:is|was)
|trading as|doing business as|d/b/a|dba|(?:since |later )?rebranded as
|(?:which )?operat(?:es|ing) (?:as|under the (?:brand|name)(?: of)?)"""
_SET_OFF_ANY = rf"(?:{_OFTEN}|now) (?:called|named)|or(?= (?:the )?[\"'])"
_SET_OFF_PERSONS = rf"{_SET_OFF_ANY}|nicknamed|born|born as"
_SET_OFF_OTHERS = rf"{_SET_OFF_ANY}|formerly|previously|now|(?:since |later )?(?:renamed|rebranded)"
"""Only behind a comma, a bracket or a dash, and before one: "the FCC also named ZTE a threat"."""
_IN_TONGUE = re.compile(r"\((?:in )?(\w+)(?: (?:Cyrillic|script|name|spelling))?: ?", re.I)
_TICKERS = re.compile(r"[(<]([A-Z0-9][\w .,:;-]{1,60})[)>]")
_TICKER = re.compile(
    r"[;,(<] ?(?:[A-Z][\w ]+: ?|(?=\w+\.[A-Z]{1,2}[)>;,]))([A-Z0-9][A-Z0-9.-]{0,11})(?=[)>;,])"
)
_DEFINED = re.compile(
    r"""(?:,?\ ?(?:plc|ltd|inc|corp|llc|asa|sa|ag|nv)\.?)?\)?\ ?\(
    (?:hereinafter,?\ )?(?:referred\ to\ as\ )?(?:the\ ["']|["']the\ )""",
    re.I | re.X,
)
"""What defines a word for the name before it: "Acme Foods plc (the "Issuer")"."""
_INNER_BRACKET = re.compile(r"(.+ )\(([A-Z]\w+)\) (.+)")
EXCHANGES = frozenset("AMEX ASX BSE HKEX JSE LSE NASDAQ NSE NYSE OTC SGX TSE TSX".split())
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_GOES_ON = frozenset("in by after since".split())
_POSSESSIVES = frozenset({"'s", "'"})


def _between(phrases: str, opened: str) -> re.Pattern[str]:
    """Return what stands between two names where one of the phrases does."""
    plain = phrases.replace("\n", "")
    no = "(?!(?:and|at|by|for|from|in|of|to|who|whose|with) )"
    clause = rf"(?:(?:the|an?) (?:{no}(?-i:[a-z])[\w-]* ){{1,5}}?)?"
    clause += r"(?:(?:who|which|that) (?:is|was|are|were) )?"
    return re.compile(
        rf"""(?:,\ ?\d\d)?[,(–—-]{opened}\s?{clause}(?:{plain})[,:]? (?:the )?["']?""", re.I
    )


_PERSON, _OTHER = _between(_PERSONS, "?"), _between(_OTHERS, "?")
_PERSON_SET_OFF, _OTHER_SET_OFF = _between(_SET_OFF_PERSONS, ""), _between(_SET_OFF_OTHERS, "")


def typed(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> list[Name]:
    """Return the names, a person's alias a person's: Jimmy Chérizard, known as Barbecue.

    And a body's a body's: the United Indigenous Party, known as Bersatu.
    """
    persons, bodies = set[str](), set[str]()
    for left, right in pairwise(names):
        doc = paragraphs[left.paragraph].doc
        if left.paragraph != right.paragraph:
            continue
        if left.type is not Type.PERSON:
            between = doc[left.end : right.start].text_with_ws
            of_person = _PERSON.fullmatch(between) and not _OTHER.fullmatch(between)
            if of_person and right.type is Type.PERSON:
                persons.add(text_in(doc, left.start, left.end))
            elif _is_of_body(doc, left, right):
                bodies.add(text_in(doc, right.start, right.end))
            continue
        if right.type is Type.PERSON or _is_born(doc, right):
            continue
        if _in_another_script(doc, left).start == right.start or _equates(doc, left, right):
            persons.add(text_in(doc, right.start, right.end))
    types = dict.fromkeys(bodies, Type.ORGANIZATION) | dict.fromkeys(persons, Type.PERSON)
    if not types:
        return list(names)
    return [
        replace(n, type=types.get(text_in(paragraphs[n.paragraph].doc, n.start, n.end), n.type))
        for n in names
    ]


def _is_of_body(doc: Doc, body: Name, name: Name) -> bool:
    """Say whether a name that was taken for a person's or a town's is another of a body's."""
    if body.type is not Type.ORGANIZATION or name.type not in {Type.PERSON, Type.PLACE}:
        return False
    return not is_place(text_in(doc, name.start, name.end)) and _equates(doc, body, name)


def pairs(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Yield the places of two names that the text calls one thing by, the usual name first."""
    for i, (left, right) in enumerate(pairwise(names)):
        if left.paragraph == right.paragraph and left.type is right.type:
            doc = paragraphs[left.paragraph].doc
            if _is_bracketed(doc, left, right):
                yield i, i + 1
            elif _equates(doc, left, right):
                yield from ((i, j) for j in _listed(doc, names, i + 1))
    yield from _nicknames(paragraphs, names)
    yield from _birth_names(paragraphs, names)
    yield from _tickers(paragraphs, names)
    yield from _with_inner_bracket(paragraphs, names)


def _listed(doc: Doc, names: Sequence[Name], i: int) -> Iterator[int]:
    """Yield an alias and the one joined to it: "who goes by Victor Grinko and Vik Green"."""
    yield i
    if i + 1 == len(names) or names[i + 1].paragraph != names[i].paragraph:
        return
    one, other = names[i], names[i + 1]
    between = text_in(doc, one.end, other.start)
    if between in {"and", "or"} and {one.type, other.type} == {Type.PERSON}:
        yield i + 1


def untagged(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[Name]:
    """Yield aliases in quotes that were not found as names themselves: alias "Barbecue"."""
    taken = {(n.paragraph, i) for n in names for i in range(n.start, n.end)}
    for name in names:
        doc = paragraphs[name.paragraph].doc
        if QUOTES.isdisjoint(vocabulary(doc)):
            continue
        last = min(len(doc), name.end + 12)
        start = next((i for i in range(name.end, last) if doc[i].text in QUOTES), None)
        end = next((i for i in range((start or last) + 1, last) if doc[i].text in QUOTES), None)
        if start is None or end is None or not _words_equate(doc, name, start + 1, end):
            continue
        inner = range(start + 1, end)
        free = all((name.paragraph, i) not in taken for i in range(name.end, end + 1))
        if free and 0 < len(inner) <= LONGEST and any(doc[i].is_title for i in inner):
            yield Name(name.paragraph, start + 1, inner.stop, name.type)
    for name in names:
        doc = paragraphs[name.paragraph].doc
        inner = _in_another_script(doc, name)
        if inner and all((name.paragraph, i) not in taken for i in inner):
            yield Name(name.paragraph, inner.start, inner.stop, name.type)


def _in_another_script(doc: Doc, name: Name) -> range:
    """Return the tokens of the name in brackets behind it in letters of another script."""
    if text_in(doc, name.end, name.end + 1) != "(":
        return range(0)
    start = end = name.end + 1
    while end < len(doc) and doc[end].is_alpha and not _LATIN.search(doc[end].text):
        end += 1
    closed = end < len(doc) and doc[end].text in {")", ",", ";"}
    return range(start, end) if closed and end - start <= LONGEST else range(0)


def _is_born(doc: Doc, name: Name) -> bool:
    """Say whether "born" stands before: a place may follow, "Ann Lee, born Lima 1950"."""
    return doc[max(0, name.start - 1)].lower_ == "born"


def _equates(doc: Doc, left: Name, right: Name) -> bool:
    behind = text_in(doc, right.end, right.end + 1)
    if behind in _POSSESSIVES and doc[right.start - 1].text not in QUOTES:
        return False  # "Ann Lee, formerly Acme's head"
    if left.type is Type.PLACE and state(text_in(doc, right.start, right.end)):
        return False
    if behind == "of" and doc[right.start - 1].lower_ == "the":
        return False  # "known as the Messi of Leeds"
    return _words_equate(doc, left, right.start, right.end)


def _words_equate(doc: Doc, left: Name, start: int, end: int) -> bool:
    """Say whether the words from a name to a token say that another name of it follows."""
    between = doc[left.end : start].text_with_ws
    if len(between) > LONGEST_PHRASE:
        return False
    if tongue := _IN_TONGUE.fullmatch(between):
        return state_of_people(tongue[1].title()) is not None or tongue[1].lower() == "cyrillic"
    before = text_in(doc, max(left.start - 2, 0), left.start).lower().split()
    if not {"of", "'s"}.isdisjoint(before):
        return False  # "a suburb of Lagos, also known as Ajegunle"
    if left.type is Type.PLACE and (
        state(text_in(doc, left.start, left.end)) or _is_listed(doc, left)
    ):
        return False  # "Persia (now Iran)" is another state, of "Dux, Bohemia, now Duchcov" Dux
    quoted = end < len(doc) and doc[end].text in QUOTES
    if left.type is Type.ORGANIZATION and quoted and _DEFINED.fullmatch(between):
        return True
    if left.type is not Type.PLACE and renamings.told(doc, left, between):
        return True
    person = left.type is Type.PERSON
    if (_PERSON if person else _OTHER).fullmatch(between):
        return True
    closed = end >= len(doc) or doc[end].is_punct or doc[end].lower_ in _GOES_ON
    return closed and bool((_PERSON_SET_OFF if person else _OTHER_SET_OFF).fullmatch(between))


def _is_listed(doc: Doc, name: Name) -> bool:
    return name.start > 1 and doc[name.start - 1].text == ","


def _is_bracketed(doc: Doc, left: Name, right: Name) -> bool:
    """Say whether the name stands in brackets in another script or the other way round."""
    inner = _in_another_script(doc, left)
    if inner and inner.start == right.start:
        return True
    between = doc[left.end : right.start]
    if left.type is not Type.PERSON or not between or between[0].text != "(":
        return False
    here, there = (_key(doc, name).split() for name in (left, right))
    return len(here) > 1 and sorted(here) == sorted(there)


def _nicknames(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Yield each name with a nickname in quotes, and each name that is the nickname."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        places[_key(paragraphs[name.paragraph].doc, name)].append(i)
    for i, name in enumerate(names):
        if name.type is not Type.PERSON:
            continue
        nickname = spelling.nickname(printed(paragraphs[name.paragraph].doc, name))
        alone = places[spelling.normalise(Type.PERSON, nickname)] if nickname else ()
        yield from ((i, j) for j in alone if names[j].type is Type.PERSON)


def _with_inner_bracket(
    paragraphs: Sequence[Paragraph], names: Sequence[Name]
) -> Iterator[tuple[int, int]]:
    """Yield "the Justice and Development (AK) Party" with its names with and without the bracket.

    That is "the AK Party" and "the Justice and Development Party".
    """
    places: dict[tuple[Type, str], list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        places[name.type, _key(paragraphs[name.paragraph].doc, name)].append(i)
    for i, name in enumerate(names):
        bracket = _INNER_BRACKET.fullmatch(printed(paragraphs[name.paragraph].doc, name))
        for short in (bracket.expand(r"\1\3"), bracket.expand(r"\2 \3")) if bracket else ():
            yield from ((i, j) for j in places[name.type, spelling.normalise(name.type, short)])


def _birth_names(
    paragraphs: Sequence[Paragraph], names: Sequence[Name]
) -> Iterator[tuple[int, int]]:
    """Yield each name right behind "born" with the one it was given to.

    It is the one of the same given name before it, "She was born Ann Berg", or else the subject:
    "Born Reg Dole in Oslo, John left".
    """
    given: dict[str, dict[str, int]] = defaultdict(dict)
    for i, name in enumerate(names):
        doc = paragraphs[name.paragraph].doc
        key = _key(doc, name)
        first, *rest = key.split()
        if name.type is not Type.PERSON or not rest:
            continue
        if _tells_birth(doc, name.start):
            others = [j for other, j in given[first].items() if other != key]
            begins = doc[name.start - 1].text == "Born"
            subject = _subject(doc, names, i) if begins and not others else None
            if len(others) == 1 or subject is not None:
                yield (others[0] if subject is None else subject), i
        given[first].setdefault(key, i)


def _tells_birth(doc: Doc, place: int) -> bool:
    """Say whether a name at the token is somebody's at birth: "Born Ann", "she was born Ann"."""
    before = [t.lower_ for t in doc[max(0, place - 3) : place]]
    if before[-1:] != ["born"]:
        return False
    whose = before[:2] in ([p, "was"] for p in ("he", "she", "who"))
    return whose or place == 1 or doc[place - 2].is_punct or bool(doc[place - 1].is_sent_start)


def _subject(doc: Doc, names: Sequence[Name], i: int) -> int | None:
    """Return the place of the person of whom the sentence tells that begins "Born Reg Dole"."""
    sentence = doc[names[i].start].sent
    for j in range(i + 1, len(names)):
        name = names[j]
        if name.paragraph != names[i].paragraph or name.start >= sentence.end:
            return None
        root = doc[name.start : name.end].root
        if name.type is Type.PERSON and root.dep_ == "nsubj" and root.head == sentence.root:
            return j
    return None


def _tickers(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Yield each firm with the letters that its shares are traded by: "Acme Corp (NYSE: ACM)"."""
    places = {(name.paragraph, name.start): i for i, name in enumerate(names)}
    for i, name in enumerate(names):
        doc = paragraphs[name.paragraph].doc
        if name.type is not Type.ORGANIZATION:
            continue
        if text_in(doc, name.end, name.end + 1) not in {"(", "<"}:
            continue
        last = min(name.end + LONGEST_TICKER, len(doc))
        bracket = _TICKERS.match(text_in(doc, name.end, last))
        found = _TICKER.finditer(bracket[0]) if bracket else ()
        starts = {doc[name.end].idx + ticker.start(1) for ticker in found}
        yield from (
            (i, places[name.paragraph, token.i])
            for token in doc[name.end : last]
            if token.idx in starts
            and (name.paragraph, token.i) in places
            and token.text not in EXCHANGES
        )


def _key(doc: Doc, name: Name) -> str:
    return spelling.normalise(name.type, printed(doc, name))
