"""Names that the model left out or mistook, where a word in or beside them tells."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from kgbuild.extract.neural import encoder
from kgbuild.extract.text.lexicon import (
    NATIONS,
    is_given,
    is_place,
    is_town,
    sex_of_given,
    state,
    state_by_capital,
    state_of_people,
    words,
)
from kgbuild.extract.text.paragraphs import text_in, vocabulary, words_of
from kgbuild.extract.text.spans import LONGEST, PROPER, Name, is_capital, is_title, trimmed
from kgbuild.model import Type

_PROPER_OR_JOINED = PROPER | {"HYPH"}
_INITIAL = re.compile(r"[^\W\d_]\.")
_COURTS = frozenset("Chief Circuit County District Federal High Magistrate State Superior".split())
_SIDES = frozenset({"left", "right", "west"})
"""Of a river; the South Bank may be a bank."""
_JOINED = frozenset({"join", "joined", "joining", "joins"})
_BESIDE = (["outside"], ["inside"], ["onstage"], ["backstage"])
_RUN = frozenset({"led", "headed", "chaired"})
_SPOUSES = (["wife"], ["husband"], ["widow"], ["widower"])
ADHERENTS = frozenset({"democrat", "democrats"})
"""Who is one may be told as persons are, "a Christian Democrat who", and bears a party's name."""
SURE = 3.0
PARTISANS = frozenset(
    "Communist Conservative Democrat Democratic Green Republican Socialist Tory".split()
)
"""Called so, one bears a party's name: "Ann Lee, a Republican,", "Republican Senator Ann Lee"."""
_ADHERENT = frozenset(map(str.lower, PARTISANS))
_OF_PARTISANS = frozenset({"Christian", "Free", "Liberal", "Social"})
SEATED = frozenset(
    """congressman congresswoman gov gov. governor mayor mp rep rep. representative sen sen.
    senator""".split()
)
"""Between the party and the name of who sits for it."""
_SITTING = frozenset("lawmaker mep mp politician senator".split())
_CLOCKS = frozenset("BST CEST CET EDT EST ET GMT IST PDT PST UTC".split())
_SEVERAL = frozenset(
    """accountants architects auditors bankers brewers brokers builders champions consultants
    contractors engineers hauliers lawyers makers merchants publishers rivals shippers solicitors
    sponsors surveyors traders""".split()
)
"""Right before the name of the one firm or team that they are."""
_WHENCE = frozenset({"at", "from", "in", "near", "outside"})
_ARMIES = frozenset({"army", "gendarmerie", "navy"})
_OF_HEADS = frozenset({"administration", "cabinet", "clan"})
_GOES_ON = frozenset({"who", "from", "on", "whose", "and", ")"})


def listings(doc: Doc, index: int) -> Iterator[Name]:
    """Yield names of lists, laws and agreements, without the state they are of."""
    if words("listing", "heads").isdisjoint(vocabulary(doc)):
        return
    for token in doc:
        if not (token.text[0].isupper() and token.lower_ in words("listing", "heads")):
            continue
        if _is_sure(doc, token):
            continue
        start = _run_start(doc, token.i)
        while start < token.i and (state(doc[start].text) or doc[start].tag_ == "POS"):
            start += 1
        before = doc[start : token.i]
        if not before or all(t.lower_ in words("listing", "not") for t in before[-1:]):
            continue
        if token.lower_ in words("listing", "weak") and not any(t.is_alpha for t in before):
            continue
        if len(before) == 1 and state_of_people(before.text):
            continue
        yield Name(index, start, token.i + 1, Type.LISTING, SURE)


def partisans(doc: Doc, index: int) -> Iterator[Name]:
    """Yield parties by the word for one of them, put to a name."""
    if _ADHERENT.isdisjoint(vocabulary(doc)):
        return
    for token in doc[:-1]:
        if token.text not in PARTISANS:
            continue
        start = token.i - (token.i > 0 and doc[token.i - 1].text in _OF_PARTISANS)
        if _is_one(doc, start, token.i + 1) or _is_seated(doc, token.i + 1):
            yield Name(index, start, token.i + 1, Type.ORGANIZATION, SURE)


def _is_one(doc: Doc, start: int, end: int) -> bool:
    """Say whether somebody is told to be one: "Ann Lee, a Democrat,", "a Socialist who"."""
    start -= start > 1 and state_of_people(doc[start - 1].text) is not None  # a Belgian Green
    before = doc[max(0, start - 2) : start]
    put = len(before) == 2 and before[0].text == "," and before[1].lower_ in {"a", "an"}
    return put and (doc[end].lower_ in _GOES_ON or doc[end].is_punct) and doc[end].text != "-"


def _is_seated(doc: Doc, place: int) -> bool:
    """Say whether a title or a given name follows: "Republican Rep. Max Orr", "Tory Ann Lee".

    Of the Greens alone a noun is enough, "the Green lawmaker": no other word is a colour.
    """
    titled = place
    while titled + 1 < len(doc) and doc[titled].lower_ in SEATED and doc[titled].is_title:
        titled += 1
    if titled > place:
        return is_capital(doc[titled])
    if doc[place - 1].text == "Green":
        return doc[place].lower_ in _SITTING
    return sex_of_given(doc[place].text) is not None and doc[place].tag_ in PROPER


def _is_sure(doc: Doc, token: Token) -> bool:
    """Say whether the encoder is sure of the name that the word is in, and so needs no help."""
    name = next((e for e in doc.ents if e.start <= token.i < e.end), None)
    return name is not None and encoder.is_sure(name)


def armies(doc: Doc, index: int) -> Iterator[Name]:
    """Yield the forces that are called by their people: "the Iraqi army", "a Chilean navy ship"."""
    if _ARMIES.isdisjoint(vocabulary(doc)):
        return
    for token in doc[1:]:
        if token.text not in _ARMIES:
            continue
        for size in (2, 1):  # "South Korean" before "Korean"
            start = max(0, token.i - size)
            if state_of_people(text_in(doc, start, token.i)) is not None:
                yield Name(index, start, token.i + 1, Type.ORGANIZATION, SURE)
                break


def administrations(doc: Doc, index: int) -> Iterator[Name]:
    """Yield governments and clans by the name of who heads them: the Biden administration."""
    if _OF_HEADS.isdisjoint(vocabulary(doc)):
        return
    for token in doc[1:]:
        if token.lower_ not in _OF_HEADS:
            continue
        start = _run_start(doc, token.i)
        start -= 2 * (doc[max(0, start - 1)].text == "-" and is_capital(doc[start - 2]))
        before = doc[start : token.i]
        if text_in(doc, token.i + 1, token.i + 2) in {"secretary", "secretaries", "minister"}:
            continue  # the Treasury cabinet secretary
        if not before or len(before) > 3 or not all(t.tag_ in _PROPER_OR_JOINED for t in before):
            continue
        bodies = token.lower_ != "clan" and any(
            e.label_ in {"GPE", "LOC", "ORG"} and len(e) > 1 for e in before.ents
        )
        if token.is_lower and not bodies and all(state(t.text) is None for t in before):
            yield Name(index, start, token.i + 1, Type.ORGANIZATION, SURE)


def is_portfolio(doc: Doc, start: int, end: int) -> bool:
    """Say whether a word is part of an office: Commerce Secretary, District Judge."""
    after = doc[end].text if end < len(doc) else ""
    if end - start == 1 and doc[start].text in _COURTS:
        return after in {"Attorney", "Judge", "Magistrate"}
    body = doc[start].is_upper or state(doc[start].text)  # NATO Secretary General
    return end - start == 1 and after in {"Secretary", "Minister"} and not body


def is_person_by_first(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name begins as persons' do: with an honorific or a common given name."""
    name = text_in(doc, start, end)
    if name in words("organization", "personal") or any(t.is_lower for t in doc[start:end]):
        return False
    start += bool(state_of_people(doc[start].text))
    if not 2 <= end - start <= 4:
        return False
    first = doc[start].lower_.rstrip(".")
    if first in words("person", "honorifics") and first != "st":
        return True
    given = is_given(first)
    return given and end - start <= 3 and doc[end - 1].is_alpha


def is_called_like_person(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name is a rarer given name and one or two others: "Nevzat Salim"."""
    name = doc[start:end]
    if not 2 <= len(name) <= 3 or name.text in words("organization", "personal"):
        return False
    plain = all(t.is_title and t.text.replace("-", "").isalpha() for t in name)
    first, last = name[0], name[-1].lower_
    if not plain or sex_of_given(first.text) is None or is_town(first.text):
        return False
    others = words("organization", "parties") | words("place", "heads") | {"fort"}
    if not others.isdisjoint(t.lower_ for t in name) or last in words("place", "taken_up"):
        return False
    return state_of_people(first.text) is None


def is_called_several(doc: Doc, start: int, end: int) -> bool:
    """Say whether one name is of several, as a firm's is: "the solicitors Deacon Wray"."""
    if not start or doc[start - 1].lower_ not in _SEVERAL:
        return False
    behind = [t.text for t in doc[end : end + 2]]
    listed = behind[:1] == [","] and behind[-1].istitle()
    return behind[:1] not in (["and"], ["or"], ["&"]) and not listed


def is_titled(doc: Doc, start: int, end: int) -> bool:
    """Say whether a given name stands behind an honorific: "Cr Bob Moss"."""
    first = doc[start].lower_.rstrip(".")
    title = first in words("person", "honorifics") and first != "st"
    return title and end - start > 2 and sex_of_given(doc[start + 1].text) is not None


def is_only_of_persons(doc: Doc, start: int, end: int) -> bool:
    """Say whether only a person has what a name has, or is joined so.

    "Lee, whose wife"; "Ann Lee, whose empire"; "joined Ann Lee outside".
    """
    behind = [t.lower_ for t in doc[end : end + 4]]
    if start and doc[start - 1].lower_ in _WHENCE:
        return False  # "Ann Lee from Oulu, whose husband"
    given = end - start in {2, 3} and sex_of_given(doc[start].text) is not None
    if behind[:2] == [",", "whose"]:
        return (behind[2:3] == ["empire"] and given) or behind[2:3] in _SPOUSES
    firm = text_in(doc, start, end) in words("organization", "personal")
    joined = start > 0 and doc[start - 1].lower_ in _JOINED and given and not firm
    return joined and (behind[:1] in _BESIDE or (behind[:1] == ["at"] and doc[end + 1].is_title))


def told_by_words(doc: Doc, start: int, end: int) -> Type | None:
    """Return what a name of several words is by its own first or last one."""
    name = text_in(doc, start, end)
    if name.removeprefix("the ") in words("organization", "names"):
        return Type.ORGANIZATION
    if state(name):
        return Type.PLACE
    if name in words("place", "cities") or (end - start > 1 and state_by_capital(name)):
        return Type.PLACE
    if end - start < 2:
        return Type.ORGANIZATION if _is_acronym(doc, start, end) else None
    if end - start == 2 and _INITIAL.fullmatch(doc[end - 1].text) and doc[start].is_title:
        return Type.PERSON  # as courts name the accused: "Oleh B."
    if is_title(doc[start]) and doc[start + 1].lower_ == "of":
        return None  # Secretary of State
    last = doc[end - 1].lower_.rstrip(".,")
    if end - start == 2 and last == "bank" and doc[start].lower_ in _SIDES:
        return Type.PLACE
    lists = (words("organization", "heads"), words("organization", "trades"), ADHERENTS)
    if any(last in listed for listed in lists):
        return Type.ORGANIZATION
    if doc[start].lower_ in words("organization", "first"):
        return Type.ORGANIZATION
    first_of = doc[start].lower_ in words("organization", "heads")
    if first_of and doc[start + 1].lower_ in {"of", "for"}:
        return Type.ORGANIZATION
    if last in words("place", "heads"):
        return Type.PLACE
    quarter = last in words("place", "quarters") and start > 1 and doc[start - 1].text == ","
    return Type.PLACE if quarter and doc[start - 2].ent_type_ == "ORG" else None


def by_cue(doc: Doc, index: int, names: Sequence[Name]) -> Iterator[Name]:
    """Yield runs of proper nouns that no name covers and whose kind a word tells."""
    taken = {i for name in names for i in range(name.start, name.end)}
    taken.update(i for e in doc.ents if not _is_free(e) for i in range(e.start, e.end))
    ends = {name.end: name.type for name in names}
    starts = {name.start: name.type for name in names}
    shouted = all(t.is_upper for t in doc if t.is_alpha)  # "WHO IS NEXT?"
    for start, end in _runs(doc, taken):
        if shouted and _is_acronym(doc, start, end):
            continue
        if end - start > 1 and state(doc[start].text) and is_title(doc[start + 1]):
            end = start + 1  # US President
        type_ = told_by_words(doc, start, end) or told_before(doc, start, end)
        if type_ is None and start and doc[start - 1].lower_ in {"and", ","}:
            type_ = ends.get(start - 1) if _conjoined(doc, start, end) else None
        if type_ is None and end < len(doc) and doc[end].lower_ in {"and", ","}:
            type_ = starts.get(end + 1) if _conjoined(doc, start, end) else None
        if type_ is None and _is_acronym(doc, start, end) and _conjoined(doc, start, end):
            type_ = Type.ORGANIZATION
        tokens = type_ and trimmed(doc, start, end, type_)
        if type_ and tokens and not is_clock(doc, start, end):
            yield Name(index, *tokens, type_, 2.0)


def is_clock(doc: Doc, start: int, end: int) -> bool:
    """Say whether it tells by which clock a time is: "0812 GMT"."""
    return text_in(doc, start, end) in _CLOCKS and start > 0 and doc[start - 1].like_num


def _is_free(ent: Span) -> bool:
    """Say whether what the model takes it for is no reason not to look closer."""
    if ent.label_ == "NORP":  # Tunis, taken for a people
        return len(ent) == 1 and ent[0].tag_ == "NNP" and is_place(ent.text)
    return ent.label_ in {"PRODUCT", "WORK_OF_ART", "EVENT"}


def _runs(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Yield maximal runs of proper nouns, "of" and the like between them."""
    i, size = 0, len(doc)
    while i < size:
        if not _is_proper(doc[i]) or i in taken:
            i += 1
            continue
        start = i
        while i < size and i not in taken and (_is_proper(doc[i]) or _joins(doc, i, taken)):
            i += 1
        yield start, i


def _conjoined(doc: Doc, start: int, end: int) -> bool:
    """Say whether the parse joins the run to another name by "and" or a comma."""
    root = doc[start:end].root
    joined = [c for c in root.children if c.dep_ == "conj"]
    if root.dep_ == "conj":
        joined.append(root.head)
    return any(t.tag_ in PROPER for t in joined)


def _is_acronym(doc: Doc, start: int, end: int) -> bool:
    word = doc[start].text
    return end - start == 1 and word.isupper() and word.isalpha() and 3 <= len(word) <= 6


def _is_proper(token: Token) -> bool:
    return token.tag_ in PROPER and is_capital(token)


def _joins(doc: Doc, i: int, taken: set[int]) -> bool:
    after = i + 1
    if doc[i].lower_ not in {"of", "for", "&"} or after >= len(doc) or after in taken:
        return False
    return _is_proper(doc[after])


def told_before(doc: Doc, start: int, end: int) -> Type | None:
    """Return what the word before a run, or its own first word, says of it."""
    if is_title(doc[start]) and end - start > 1:
        return Type.PERSON if doc[start + 1].lower_ != "of" else None
    after = [doc[i] for i in range(end, min(end + 2, len(doc)))]
    if [t.text for t in after] == ["-", "based"]:
        return Type.PLACE
    if len(after) == 2 and after[0].tag_ == "POS" and after[1].lower_ in _owned():
        return None if end - start > 1 or state(doc[start].text) else Type.ORGANIZATION
    if _is_run_by(doc, start, end):
        return Type.ORGANIZATION
    if _bears(doc, start, end) and not _is_land(text_in(doc, start, end)):
        return Type.ORGANIZATION
    if not start:
        return None
    before = doc[start - 1]
    if start > 1 and before.lower_ == "of" and doc[start - 2].lower_ in words("place", "of"):
        return Type.PLACE
    if start > 1 and before.text == "," and end - start > 1 and _is_role(doc[start - 2]):
        return Type.PERSON if not is_title(doc[start]) and end < len(doc) else None
    if _is_explained(doc, start, end):
        return Type.ORGANIZATION
    if is_origin(doc, start) and not told_by_words(doc, start, end):
        sure = encoder.is_sure(doc[start:end])  # "Ann Lee, 52, from Shell"
        if not sure or before.nbor(-1).lower_ == "old":
            return Type.PLACE
    word = before.lower_.rstrip(".")
    if is_title(before) or (word in words("person", "roles") and end - start > 1):
        return Type.PERSON
    if word in words("organization", "cues") and not before.is_title:
        return Type.ORGANIZATION
    return None


def _is_run_by(doc: Doc, start: int, end: int) -> bool:
    """Say whether it is told who heads it: "their ally Chega, led by Ann Lee"."""
    if not start or end + 4 > len(doc) or doc[start - 1].tag_ != "NN":
        return False
    comma, run, by = words_of(doc)[end : end + 3]
    return comma == "," and run in _RUN and by == "by" and is_capital(doc[end + 3])


def _is_explained(doc: Doc, start: int, end: int) -> bool:
    """Say whether a noun for a body stands before between commas: "its parent, Norvane, said"."""
    before, behind = doc[max(0, start - 2) : start], doc[end : end + 1].text
    if len(before) < 2 or before[1].text != "," or behind not in {",", ".", ";"}:
        return False
    noun = before[0]
    known = noun.tag_ == "NN" and noun.lower_ in words("organization", "explained")
    plain = noun.dep_ != "pobj" and noun.i > 0 and doc[noun.i - 1].tag_ not in {"NN", "NNP"}
    return known and plain and sex_of_given(doc[start].text) is None


def is_origin(doc: Doc, start: int) -> bool:
    """Say whether one of an age is from there: "Ann Lee, 19, from Uvira", "a 24-year-old from".

    Not whence a player came: "signed Max Orr, 24, from Porto".
    """
    if start < 4 or doc[start - 1].lower_ != "from":
        return False
    old = text_in(doc, start - 4, start - 1).lower() == "year-old"
    parted = doc[start - 2].text == "," and doc[start - 4].text == ","
    aged = parted and doc[start - 3].text.isdigit() and len(doc[start - 3]) == 2
    if not (old or aged):
        return False
    sport = words("sport", "words") | words("sport", "hires")
    return sport.isdisjoint(t.lower_ for t in doc)


def _bears(doc: Doc, start: int, end: int) -> bool:
    """Say whether what only companies have follows: Norvane shares, Norvane spokeswoman."""
    if end >= len(doc) or end - start > 2 or not doc[end].is_lower:
        return False
    return doc[end].lower_ in words("organization", "bearing")


def _is_land(name: str) -> bool:
    """Say whether a national team may be meant, or a people: Wales coach, Danish midfielder."""
    home = name in NATIONS
    return home or is_place(name) or state_of_people(name) is not None


def _owned() -> frozenset[str]:
    return words("organization", "owned")


def is_role_of(doc: Doc, start: int) -> bool:
    """Say whether a common noun for one person stands right before: lawyer Femi Falana."""
    before = doc[start - 1] if start else None
    also_of_teams = {"rival", "champion", "star", "colleague", "counterpart", "investor", "trader"}
    return before is not None and _is_role(before) and before.lower_ not in also_of_teams


def _is_role(token: Token) -> bool:
    """Say whether a common noun says what a person is or does."""
    word = token.lower_
    return token.tag_ == "NN" and (
        word in words("person", "roles")
        or word in words("person", "nominal")
        or word in words("person", "offices")
    )


def _run_start(doc: Doc, end: int) -> int:
    """Return where the capitalised run that ends before ``end`` begins."""
    start = end
    while start > max(0, end - LONGEST) and (
        is_capital(doc[start - 1])
        and not doc[start - 1].is_punct
        and not (doc[start - 1].is_sent_start and doc[start - 1].tag_ not in PROPER)
        and doc[start - 1].tag_ not in {"DT", "IN", "PRP", "PRP$", "CC"}
    ):
        start -= 1
    return start
