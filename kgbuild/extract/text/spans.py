"""What of a span is the name itself, and whether it is one at all."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import state, state_of_people, words
from kgbuild.extract.text.paragraphs import text_in, text_of, words_of
from kgbuild.model import Type

LONGEST = 12
_HONOURS = frozenset({"QC", "KC", "SC", "MP", "MSP", "OBE", "CBE", "MBE", "PhD", "MD", "SAN"})
_DEGREES = frozenset({"M.D.", "Ph.D.", "PhD", "J.D.", "M.B.A.", "MBA", "R.N.", "D.Phil."})
_LEADING_TAGS = frozenset("DT PDT IN CC PRP$ TO POS , . : `` '' -LRB- HYPH".split())
_TRAILING_TAGS = frozenset("POS , : `` '' -LRB- -RRB- CC IN DT HYPH TO _SP".split())
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
PAST = frozenset({"VBD", "VBN"})
PROPER = frozenset({"NNP", "NNPS"})
NOUNS = PROPER | {"NN", "NNS"}
EPITHETS = frozenset({"CD", "HYPH", "JJ", "NN", "VBG", "VBN"})
"""Tags of the common words before the noun that they describe: "the Oslo-born chess champion"."""
DESCRIBING = EPITHETS | NOUNS | {"AFX"}
"""The same where names may be among them: "the former Acme co-founder Ann Lee"."""
POSSESSIVE = frozenset({"POS", "PRP$", "WP$"})
GOES_ON = frozenset({"HYPH", "NN", "NNS", "POS"})
"""Tags behind a name or a noun that only describes what follows: "Acme shares", "chief's"."""
_ENDS = frozenset(
    {
        "(",
        ")",
        "[",
        "/",
        '"',
        ";",
        "|",
        "·",
        "•",
        "to",
        "from",
        "with",
        "by",
        "as",
        "after",
        "over",
        "if",
    }
)
_MONEY = frozenset("rs re inr usd eur gbp chf rm php".split())  # Rs 672
_AIMING = frozenset("Alliance Campaign Coalition Committee Fund League Movement Society".split())
BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})
"""How the parse hangs a word on the noun behind it: "US company", "French city"."""
QUOTES = frozenset({'"', "'"})
"""As paragraphs have them, whatever was printed."""
_YOUNGER = frozenset("jr jr. sr sr. ii iii iv".split())
_POSTS = frozenset(
    """chairman chairwoman director executive manager minister officer president secretary spokesman
    spokeswoman""".split()
)
_KINDS = frozenset("AG Bank Corp Energy Group Holding Holdings Inc Labs Ltd Media".split())
"""What the names of firms end in that are called by no such word alone."""
_POST_OF_TWO = re.compile(r"(?:(?<!the )High|Special) Representative(?: for |$)")
_STATES = frozenset("state nation country republic kingdom emirate monarchy".split())
_STANDS_IN = frozenset({"Acting", "Assistant", "Deputy", "Former", "Interim"})
_ORDERS = frozenset({"Cross", "Legion", "Medal", "Order"})
_DECORATES = frozenset("award bestow confer decorate invest pin present receive".split())
_TIMES = frozenset({"in", "on", "since", "until", "by", "last", "next", "this", "late", "early"})
_ENGLISH = frozenset("bank club credit team".split())
"""Of the first words of bodies in other tongues those that are English, too."""
_RANKING = re.compile(r"(?:[Ww]orld )?[Nn]o\.? ?(?!10\b)\d+")
_RANKS = frozenset({"Fellow", "Junior", "Local", "Senior", "Veteran"})
PARTICLES = frozenset(
    """abu al ben bin bint da das de del della den der di do dos du el ibn la le ten ter van ve von
    wa""".split()
)
"""Small words inside the names of persons, and no names themselves."""
LINKS = frozenset({",", "and", "&"})
"""What stands between the names of a list."""
DASHES = frozenset({"-", "--", "–", "—"})


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``start`` to ``end`` of a paragraph that name something.

    ``weight`` says how sure its type is: 1 by the model, more by a word beside or in it.
    """

    paragraph: int
    start: int
    end: int
    type: Type
    weight: float = 1.0


def text(span: Span) -> str:
    """Return the name as printed, a line break in it as a space."""
    return " ".join(text_of(span).split())


def printed(doc: Doc, name: Name) -> str:
    """Return the same of a name of the document."""
    return " ".join(text_in(doc, name.start, name.end).split())


def trimmed(doc: Doc, start: int, end: int, type_: Type) -> tuple[int, int] | None:
    """Return the tokens of the name without article, title and possessive; None if none."""
    end = _cut_at_break(doc, start, end, type_)
    first = start
    while (
        start < end and _leads(doc[start], type_) and text_in(doc, start, start + 2) != "The Hague"
    ):
        start += 1
    if start >= end:
        return None
    while start < end - 1 and doc[start].text in _STANDS_IN and state(doc[start + 1].text):
        start += 1  # Acting U.S. Attorney
    if start < end - 1 and start and doc[start - 1].lower_ in _TIMES:
        timed = doc[start].lower_ in words("none", "names") and not doc[start].is_upper
        start += timed  # "In February Raimondo left"
    if type_ is Type.ORGANIZATION:
        start -= _has_small_name(doc, first, start, end)
        start = _without_kinds(doc, start, end)
    if type_ is Type.PERSON:
        start += text_in(doc, start, start + 2) == "X." and doc[start - 1].lower_ == "on"  # posted
        while start < end - 2 and state_of_people(doc[start].text):
            start += 1
        start = without_titles(doc, start, end)
    foreign = type_ is Type.ORGANIZATION and is_foreign(doc, start)
    while start < end and _trails(doc[end - 1], type_):
        small = foreign and doc[end - 1].text.replace("'", "").islower()
        if small or text_in(doc, start, end) in words("organization", "names"):
            break
        end -= 1
    if start >= end or end - start > LONGEST or not _is_name(doc, start, end, type_):
        return None
    return start, end


def _has_small_name(doc: Doc, first: int, start: int, end: int) -> bool:
    """Say whether a firm's name in small letters stands before its kind: "edotco Group"."""
    if start == first or end - start > 1 or doc[start].text not in _KINDS:
        return False
    before = doc[start - 1]
    return before.text.islower() and before.text.isalpha() and before.tag_[:2] == "NN"


def _without_kinds(doc: Doc, start: int, end: int) -> int:
    """Return where a body's name begins after what kind of its members is meant.

    "The first Nordic EU country", "Senior UN officials", "a Local Labour councillor", and of the
    one adherent of a party whose he is: "the German Social Democrat".
    """
    last = doc[end - 1]
    alliance = last.is_upper and last.text in words("organization", "names")
    if alliance and all(_is_kind(token) for token in doc[start : end - 1]):
        return end - 1
    parties, whole = words("organization", "parties"), words("organization", "heads")
    party = any(t.lower_ in parties for t in doc[start + 1 : end]) and last.lower_ not in whole
    ranked = party and doc[start].text in _RANKS
    people = last.text == "Democrat" and end - start > 2 and state_of_people(doc[start].text)
    return start + bool(ranked or people)


def _is_kind(token: Token) -> bool:
    """Say whether an adjective tells of where or of what rank one is: "Western", "Senior"."""
    region = token.lower_ in words("none", "regions") or token.lower_ in words("none", "sides")
    return region or token.text in _RANKS or state_of_people(token.text) is not None


def is_title(token: Token) -> bool:
    """Say whether a word is an honorific, a rank or an office."""
    return token.lower_.rstrip(".") in _titles()


@cache
def _titles() -> frozenset[str]:
    return words("person", "honorifics") | words("person", "ranks") | words("person", "offices")


def without_titles(doc: Doc, start: int, end: int) -> int:
    """Return where the name begins after the titles before it.

    A sole first name keeps a royal one: Queen Elizabeth, Pope Francis.
    """
    first = start
    while first < end - 1 and (size := _title_size(doc, first)):
        first = min(first + size, end - 1)
    royal = first > start and doc[first - 1].lower_ in _royal()
    return first - 1 if royal and end - first == 1 else first


def _title_size(doc: Doc, place: int) -> int:
    """Return how many tokens of a title, or of marks beside one, stand here."""
    if text_in(doc, place, place + 2).lower() in words("person", "double"):
        return 2
    personal = doc[place].lower_ in words("person", "personal")
    return int(is_title(doc[place]) or personal or doc[place].is_punct)


def with_royal(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return a sole first name with the royal title before it."""
    royal = start > 0 and doc[start - 1].is_title and doc[start - 1].lower_ in _royal()
    return (start - 1 if royal and end - start == 1 else start), end


def _royal() -> frozenset[str]:
    return words("person", "royal")


def is_capital(token: Token) -> bool:
    """Say whether a word is written as names are, or in mixed case as iPhone is."""
    return token.is_title or any(c.isupper() for c in token.text)


def _leads(token: Token, type_: Type) -> bool:
    if token.tag_ in _LEADING_TAGS and not (is_capital(token) and token.lower_ not in {"the", "a"}):
        return True
    if token.is_punct or token.is_space:
        return True
    if type_ is Type.ORGANIZATION and token.text[0].isdigit():  # the 3rd Battalion
        return False
    return not is_capital(token) and token.lower_ not in PARTICLES and type_ is not Type.LISTING


def _trails(token: Token, type_: Type) -> bool:
    if type_ is Type.LISTING and token.lower_ in words("listing", "heads"):
        return False
    if token.tag_ in _TRAILING_TAGS or token.is_space or token.text in {"'s", "'", "’s"}:
        return True
    if token.is_punct and not token.text.endswith("."):
        return True
    if token.text == "." or (token.text[0].isdigit() and "-" in token.text):
        return True
    if type_ is Type.ORGANIZATION and token.lower_.rstrip(".") in words("person", "offices"):
        return True
    if token.text in words("person", "abbreviated"):
        return True
    if type_ is Type.PERSON and token.text in _HONOURS:
        return True
    hyphened = token.i > 0 and token.nbor(-1).text == "-"  # Lee Cheuk-yan
    return token.lower_ in words("none", "tails") or (token.text.islower() and not hyphened)


def is_foreign(doc: Doc, start: int) -> bool:
    """Say whether a body's name may end in small letters: École normale supérieure."""
    first = doc[start].lower_
    return first in words("organization", "first") and first not in _ENGLISH


def _cut_at_break(doc: Doc, start: int, end: int, type_: Type) -> int:
    """Return where a name ends at the latest: before a bracket, a slash, a quote."""
    called = nicknamed(doc, start, end) if type_ is Type.PERSON else range(0)
    for i in range(start + 1, end):
        if i in called or _is_of_name(doc, i, end) or _is_aim(doc, start, i, end):
            continue
        if doc[i].text in _ENDS or (doc[i].is_space and len(doc[i]) > 2):
            return i
        younger = text_in(doc, i + 1, i + 2).lower() in _YOUNGER
        if type_ is Type.PERSON and doc[i].text == "," and not younger:
            return i  # Ann Lee, M.D.
    return end


def nicknamed(doc: Doc, start: int, end: int) -> range:
    """Return the tokens of the nickname and its quotes within a person's name."""
    opened = next((i for i in range(start + 1, end) if doc[i].text in QUOTES), end)
    closed = next((i for i in range(opened + 2, end - 1) if doc[i].text in QUOTES), None)
    return range(0) if closed is None else range(opened, closed + 1)


def _is_aim(doc: Doc, start: int, i: int, end: int) -> bool:
    """Say whether it is what a body is for: the Committee to Protect Journalists."""
    aims = doc[i].text == "to" and i + 1 < end and doc[i + 1].is_title
    return aims and text_in(doc, start, i).split()[-1] in _AIMING


def _is_of_name(doc: Doc, i: int, end: int) -> bool:
    """Say whether it is a slash within an acronym: Nordsten A/S, RFE/RL."""
    if doc[i].text != "/" or i + 1 >= end or doc[i - 1].whitespace_ or doc[i].whitespace_:
        return False
    return all(t.is_upper and len(t) < 4 for t in (doc[i - 1], doc[i + 1]))


def _is_name(doc: Doc, start: int, end: int, type_: Type) -> bool:
    name = doc[start:end]
    tokens, said = list(name), text_of(name)
    if not any(is_capital(t) for t in tokens):
        return False
    if any(
        (t.like_url and not t.text[0].isupper())
        or t.like_email
        or t.text[0] in "@#"
        or "$" in t.text
        for t in tokens
    ):
        return False
    low = said.lower()
    if said in _HONOURS and start and doc[start - 1].text == "(":
        return False
    if said in _DEGREES:
        return False
    if tokens[0].lower_.rstrip(".") in _MONEY and tokens[-1].text[0].isdigit():
        return False
    if all(t.lower_ in words("none", "names") or t.is_digit for t in tokens):
        return False
    length = end - start - len(nicknamed(doc, start, end))
    if type_ is Type.PERSON and (any(c.isdigit() for c in low) or length > 6):
        return False
    if type_ is Type.PERSON and end - start > 1 and tokens[-1].lower_ in _POSTS:
        return False  # "as Chief Medical Officer"
    if type_ is Type.PERSON and tokens[0].lower_ in {"of", "for"}:
        return False  # the King of Jordan, the Commissioner for Health
    if tokens[0].lower_ in words("none", "first") and end - start > 1:
        return False
    post = re.search(_POST_OF_TWO, said)
    if post or tokens[-1].text == "Famer" or _is_rank(doc, start, end):
        return False
    if type_ is Type.LISTING and said in {"Executive Order", "E.O."}:
        return False  # without its number
    if type_ is Type.PERSON and low in words("person", "personal"):
        return False
    if any(t.text == "Professor" for t in tokens[:-1]) or _is_post_of(doc, start, end, type_):
        return False
    if _is_honour(name):
        return False
    adjective = all(t.lower_ in words("none", "adjectives") for t in tokens)
    if (adjective and _stands_before(doc, end)) or _is_region(doc, start, end):
        return False
    if all(is_title(t) or (is_title(tokens[-1]) and state(t.text)) for t in tokens) or any(
        t.tag_ in FINITE and t.is_lower and t.text not in PARTICLES for t in tokens
    ):
        return False
    return sum(c.isalpha() for c in low) >= 2 or (type_ is Type.ORGANIZATION and len(low) > 1)


def _is_honour(name: Span) -> bool:
    """Say whether it is what one is decorated with: "awarded her the Order of the Lion"."""
    if name[0].text not in _ORDERS or name[1:2].text != "of":
        return False
    above = name.root.head
    above = above.head if name.root.dep_ == "pobj" and above.lower_ == "with" else above
    return name.root.dep_ in {"dobj", "oprd", "pobj"} and lemma(above) in _DECORATES


def _is_rank(doc: Doc, start: int, end: int) -> bool:
    """Say whether it is a place in a ranking: "the world No. 1". No 10 is a house."""
    ranking = _RANKING.match(text_in(doc, start, end + 2))
    return ranking is not None and len(ranking[0]) >= len(text_in(doc, start, end))


def _stands_before(doc: Doc, end: int) -> bool:
    """Say whether a noun follows an adjective: "a Hindu priest", but not "the Hindu reported"."""
    return end < len(doc) and doc[end].tag_[:2] in {"NN", "JJ", "HY"}


def _is_region(doc: Doc, start: int, end: int) -> bool:
    """Say whether it is an adjective of a state that is not named: "the Baltic nation"."""
    followed = text_in(doc, end, end + 1).lower() in _STATES
    return followed and all(t.lower_ in words("none", "regions") for t in doc[start:end])


def _is_post_of(doc: Doc, start: int, end: int, type_: Type) -> bool:
    """Say whether it is but a post: Assistant Secretary of Defense, the Commissioner for Trade."""
    first = doc[start].lower_ in words("person", "subjects_of")
    if first and doc[start + 1 : end][:1].text == "for":
        return True
    said = words_of(doc)[start:end]
    post = any(of == "of" and before in _POSTS for before, of in pairwise(said))
    return type_ is Type.PERSON and post
