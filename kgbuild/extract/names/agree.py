"""Hold one article to one opinion: the same name is the same kind of thing throughout."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile

from spacy.tokens import Doc

from kgbuild.extract.names import context, nations
from kgbuild.extract.names.fills import ADHERENTS, is_person_by_first
from kgbuild.extract.neural import encoder
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.lexicon import is_given, is_place, is_town, sex_of_given
from kgbuild.extract.text.lexicon import words as listed
from kgbuild.extract.text.paragraphs import Paragraph, text_in
from kgbuild.extract.text.spans import LINKS, NOUNS, PROPER, Name, is_capital, is_title
from kgbuild.model import Type
from kgbuild.names import LEGAL_FORMS, normalise

MOST_ALIKE = 50
"""Of the names that begin alike only so many are looked for: a page of them is a list."""

_HEADLINE = 0.3
_TOLD = 3.0
"""What the words around a name weigh, where a mention that the model is sure of weighs 1."""
_SURE = 0.9
"""What a mention weighs that is a place beyond doubt."""
_UNKNOWN = 0.7
"""What a name weighs that the encoder did not find, or that another model did."""
_LINKS = LINKS | {", and"}
_OF_TWO = frozenset(
    """alliance agreement bout clash deal derby dispute feud fight final match meeting merger
    pact partnership rivalry rumour rumor rumours rumors summit swap talks ticket venture""".split()
)
"""What two are named before: "the Renault-Fiat merger"."""
_CLUBS = frozenset(
    """athletic atletico atlético club deportivo dinamo dynamo fc independiente lokomotiv olympique
    racing rapid real sporting spartak unión vitória""".split()
)
"""Before the name of a town or quarter, by which alone the club is called."""
Words = tuple[str, ...]


def agreed(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names with one type for one spelling, and those that were overlooked."""
    national = [name for name in names if name.weight == nations.TEAM]
    names = _completed(paragraphs, [name for name in names if name.weight != nations.TEAM])
    votes = _votes(paragraphs, names)
    types = {words: _winner(found) for words, found in votes.items()}
    first = _first(paragraphs, names)
    persons, bodies = _family_names(types, votes, first), _short_bodies(types, votes, first)
    types |= persons | bodies
    both = persons.keys() & bodies.keys()
    types |= _listed_together(paragraphs, names, types, votes)
    bound = _bound(paragraphs, names)
    names = [part for name in names for part in _split(paragraphs, name, types, bound)]
    names = [n for n in names if not _only_shouted(paragraphs, n, votes)]
    kept = [*(_retyped(paragraphs, name, types, both) for name in names), *national]
    overlooked = _overlooked(paragraphs, kept, types)
    return tuple(sorted([*kept, *overlooked], key=lambda n: (n.paragraph, n.start)))


def _completed(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> list[Name]:
    """Return the names, those of bodies that were broken off as long as they are elsewhere.

    "SK hynix Inc." tells that "SK" of "SK hynix's" is not all.
    """
    whole: dict[str, set[Words]] = defaultdict(set)
    for name in names:
        if name.type is not Type.ORGANIZATION or name.end - name.start < 2:
            continue
        words = tuple(t.text for t in paragraphs[name.paragraph].doc[name.start : name.end])
        while len(words) > 1 and words[-1].casefold().rstrip(".") in LEGAL_FORMS:
            words = words[:-1]
        if len(words) > 1:
            whole[words[0]].add(words)
    taken = {(n.paragraph, i) for n in names for i in range(n.start, n.end)}
    return [_whole(paragraphs[n.paragraph].doc, n, whole, taken) for n in names]


def _whole(
    doc: Doc, name: Name, whole: Mapping[str, Set[Words]], taken: Set[tuple[int, int]]
) -> Name:
    if name.type is not Type.ORGANIZATION:
        return name
    size = name.end - name.start
    for words in sorted(whole.get(doc[name.start].text, ()), key=lambda w: (-len(w), w)):
        end = name.start + _shared(doc, name.start, words)
        if end - name.start <= size or any(
            (name.paragraph, i) in taken for i in range(name.end, end)
        ):
            continue
        if end - name.start == len(words) or is_capital(doc[end - 1]):
            return replace(name, end=end)
    return name


def _shared(doc: Doc, start: int, words: Words) -> int:
    """Return how many words of a name stand at a token: two of "Nile Crown Refinery"."""
    pairs = zip(doc[start : start + len(words)], words, strict=False)
    return len([*takewhile(lambda pair: pair[0].text == pair[1], pairs)])


def _words(paragraphs: Sequence[Paragraph], name: Name) -> Words:
    """Return the name's words, those in capitals as they are written elsewhere."""
    doc = paragraphs[name.paragraph].doc
    tokens = [doc[i] for i in range(name.start, name.end)]
    return tuple([t.text.title() if t.is_upper and len(t) > 4 else t.text for t in tokens])


def _votes(
    paragraphs: Sequence[Paragraph], names: Sequence[Name]
) -> dict[Words, dict[Type, float]]:
    votes: dict[Words, dict[Type, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        paragraph = paragraphs[name.paragraph]
        span = paragraph.doc[name.start : name.end]
        share = _HEADLINE if paragraph.kind is Kind.HEADLINE else 1.0
        sure = encoder.sure(span) or _UNKNOWN
        own = votes[_words(paragraphs, name)]
        own[name.type] += share * name.weight * sure
        doubted = name.weight < _TOLD and sure < encoder.SURE
        if share == 1.0 and doubted and span[-1].lower_ not in ADHERENTS:
            by_first = is_person_by_first(paragraph.doc, name.start, name.end)
            told = context.told(span, name.type, person_by_first=by_first)
            if told is not None:
                own[told] += _TOLD
    return votes


def _first(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> dict[Words, int]:
    """Return where each name first comes, a headline aside."""
    found: dict[Words, int] = {}
    for i, name in enumerate(names):
        if paragraphs[name.paragraph].kind is not Kind.HEADLINE:
            found.setdefault(_words(paragraphs, name), i)
    return found


def _winner(votes: Mapping[Type, float]) -> Type:
    """Return the type with most votes; the first in the order of ``Type`` on a tie."""
    return max(Type, key=lambda type_: votes.get(type_, 0.0))


def _family_names(
    types: Mapping[Words, Type],
    votes: Mapping[Words, Mapping[Type, float]],
    first: Mapping[Words, int],
) -> dict[Words, Type]:
    """Return one-word names that are a part of exactly one full name of a person.

    A state stays a state; a name that was used before the full one, and more often taken
    for something else, stays that: Ericsson, founded by Lars Magnus Ericsson.
    """
    owners: dict[Words, list[Words]] = defaultdict(list)
    for full, type_ in types.items():
        if type_ is Type.PERSON and len(full) > 1:
            hyphened = full[-3:] if len(full) > 3 and full[-2] == "-" else full[-1:]
            for part in dict.fromkeys((full[:1], full[-1:], hyphened, _with_particles(full))):
                owners[part].append(full)
    found: dict[Words, Type] = {}
    for part, full_names in owners.items():
        bare = votes.get(part, {})
        persons = sum(votes[full][Type.PERSON] for full in full_names)
        others = sum(share for type_, share in bare.items() if type_ is not Type.PERSON)
        last = [full for full in full_names if full[-len(part) :] == part]
        known = persons + bare.get(Type.PERSON, 0.0)
        taken_up = any(first.get(full, 0) < first.get(part, -1) for full in last)
        too_many = others > (2 * known + 1 if last else known)
        if is_place(part[0]) or (too_many and not taken_up):
            continue
        if len(part[0]) > 1 and part[0][0].isupper():
            found[part] = Type.PERSON
    return found


def _with_particles(full: Words) -> Words:
    """Return a family name with its particles, as it begins a sentence: De Wit, Van der Moe."""
    start = len(full) - 1
    while start > 1 and full[start - 1].islower():
        start -= 1
    return (full[start].capitalize(), *full[start + 1 :]) if full[start].islower() else full[-1:]


def _short_bodies(
    types: Mapping[Words, Type],
    votes: Mapping[Words, Mapping[Type, float]],
    first: Mapping[Words, int],
) -> dict[Words, Type]:
    """Return one-word names that are a body's in short: Zephyr of Zephyr Inc.

    A body that a place or its kind names is not called by its first word: Oxford University.
    """
    found = {}
    for full, type_ in types.items():
        short = full[:1]
        if type_ is not Type.ORGANIZATION or len(full) < 2 or short not in types:
            continue
        legal = all(word.casefold().rstrip(".") in LEGAL_FORMS for word in full[1:])
        taken_up = len(full) < 4 and first.get(full, 0) < first.get(short, -1)
        seat = is_place(short[0]) or full[-1].casefold() in listed("organization", "seated")
        town = votes.get(short, {}).get(Type.PLACE, 0.0) >= _SURE  # Dili, of the Dili Tribune
        if legal or (taken_up and not (seat or town)):
            found[short] = Type.ORGANIZATION
    return found | _runs_of_bodies(types, first)


def _runs_of_bodies(types: Mapping[Words, Type], first: Mapping[Words, int]) -> dict[Words, Type]:
    """Return names taken for persons that are what is proper in a body's name before them.

    Vale Azul of Construtora Vale Azul, Dafang of Zhejiang Dafang Shipping, Sado of Real Sado.
    """
    found = {}
    for full, type_ in types.items():
        if type_ is not Type.ORGANIZATION or len(full) < 2:
            continue
        for run in _runs(full):
            person = types.get(run) is Type.PERSON and _is_no_person(run, full)
            if person and first.get(full, 0) < first.get(run, -1):
                found[run] = Type.ORGANIZATION
    return found


def _runs(full: Words) -> Iterator[Words]:
    """Yield the parts of a body's name by which it may be called."""
    if len(full) == 2:
        if full[0].casefold() in _CLUBS:
            yield full[1:]
        return
    yield from (full[:size] for size in range(2, len(full)))
    yield full[-2:]
    if is_town(full[0]):
        yield full[1:2]


def _is_no_person(run: Words, full: Words) -> bool:
    """Say whether a part of a body's name begins as no person's does: Sable of Sable Crest Capital.

    A name that a few people bear is a firm's, too, where only its kind is left out.
    """
    if sex_of_given(full[0]) is None and sex_of_given(run[0]) is None:
        return True
    kind = full[-1].casefold() in listed("organization", "heads")
    return kind and run == full[:-1] and len(run) > 1 and not is_given(run[0])


def _listed_together(
    paragraphs: Sequence[Paragraph],
    names: Sequence[Name],
    types: Mapping[Words, Type],
    votes: Mapping[Words, Mapping[Type, float]],
) -> dict[Words, Type]:
    """Return names that the model alone takes for persons in a list of bodies."""
    found: dict[Words, Type] = {}
    for left, right in pairwise(names):
        if left.paragraph != right.paragraph or left.end >= right.start:
            continue
        doc = paragraphs[left.paragraph].doc
        if text_in(doc, left.end, right.start) not in _LINKS or not _joined(doc, left, right):
            continue
        pair = [_words(paragraphs, name) for name in (left, right)]
        for (one, other), name in ((pair, left), (pair[::-1], right)):
            kinds = found.get(one, types[one]), found.get(other, types[other])
            sure = votes[other].get(Type.ORGANIZATION, 0.0) >= 2.0
            weak = sum(votes[one].values()) <= 2.0 or len(one) == 1
            given = is_person_by_first(doc, name.start, name.end)
            given = given or (len(one) > 1 and encoder.is_sure(doc[name.start : name.end]))
            if kinds == (Type.PERSON, Type.ORGANIZATION) and sure and weak and not given:
                found[one] = Type.ORGANIZATION
    return found


def _joined(doc: Doc, left: Name, right: Name) -> bool:
    """Say whether the parse puts two names into one list."""
    one, other = doc[left.start : left.end].root, doc[right.start : right.end].root
    if other.dep_ not in {"conj", "appos"}:
        return False
    return other.head == one or (one.dep_ == other.dep_ and one.head == other.head)


def _split(
    paragraphs: Sequence[Paragraph],
    name: Name,
    types: Mapping[Words, Type],
    bound: Set[Words],
) -> Iterator[Name]:
    """Yield the two names in "Kiir and Machar" and in "the Renault-Fiat merger"."""
    words = _words(paragraphs, name)
    place = name.type is Type.PLACE and len(words) > 1 and is_town(words[0])
    if place and types.get(words[1:]) is Type.PERSON:  # "During his stay in Nairobi Al Omari met"
        yield Name(name.paragraph, name.start, name.start + 1, Type.PLACE)
        yield Name(name.paragraph, name.start + 1, name.end, Type.PERSON)
        return
    link = next((word for word in ("and", "-") if word in words[1:-1]), None)
    joint = words.index(link, 1) if link else 0
    if not joint or (link == "-" and words in bound):
        yield name
        return
    left, right = words[:joint], words[joint + 1 :]
    kinds = _kind(left, types), _kind(right, types)
    if link == "and" and len(right) == 1 and right[0].isupper():
        kinds = kinds[0] or kinds[1], kinds[1] or kinds[0]
    if kinds[0] and kinds[1]:
        yield Name(name.paragraph, name.start, name.start + joint, kinds[0])
        yield Name(name.paragraph, name.start + joint + 1, name.end, kinds[1])
    else:
        yield name


def _kind(words: Words, types: Mapping[Words, Type]) -> Type | None:
    """Return what a name is known for in this article, or everywhere: al Qaeda."""
    known = normalise(Type.ORGANIZATION, " ".join(words)) in _great_bodies()
    return types.get(words, Type.ORGANIZATION if known else None)


@cache
def _great_bodies() -> frozenset[str]:
    names = listed("organization", "names")
    return frozenset(normalise(Type.ORGANIZATION, name) for name in names)


def _bound(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> frozenset[Words]:
    """Return the names with a hyphen that are one thing's: those that make no deal of two."""
    return frozenset(
        words
        for name in names
        if "-" in (words := _words(paragraphs, name))
        and (len(words) != 3 or not _is_of_two(paragraphs[name.paragraph].doc, name.end))
    )


def _is_of_two(doc: Doc, place: int) -> bool:
    """Say whether what follows takes two: "merger", "joint venture", "tie-up"."""
    behind = doc[place : place + 2]
    return any(t.lower_ in _OF_TWO for t in behind) or text_in(doc, place, place + 3) == "tie-up"


def _only_shouted(
    paragraphs: Sequence[Paragraph], name: Name, votes: Mapping[Words, Mapping[Type, float]]
) -> bool:
    """Say whether a name stands in a headline whose every word has a capital, and only there."""
    paragraph = paragraphs[name.paragraph]
    if paragraph.kind is not Kind.HEADLINE or not _all_capitalised(paragraph.doc):
        return False
    return sum(votes[_words(paragraphs, name)].values()) < 1.0


def _all_capitalised(doc: Doc) -> bool:
    long = [t for t in doc if t.is_alpha and len(t) > 4]
    return sum(not t.is_lower for t in long) > 0.8 * len(long)


def _retyped(
    paragraphs: Sequence[Paragraph], name: Name, types: Mapping[Words, Type], both: Set[Words]
) -> Name:
    """Return the name with its spelling's type.

    Where that may be short for a person and for a body, Aydın for Cem Aydın and Aydın Holding, it
    keeps its own that the model is sure of.
    """
    doc, words = paragraphs[name.paragraph].doc, _words(paragraphs, name)
    either = words in both and name.type in {Type.PERSON, Type.ORGANIZATION}
    if either and encoder.is_sure(doc[name.start : name.end]):
        return name
    type_ = types.get(words, name.type)
    return name if type_ is name.type else Name(name.paragraph, name.start, name.end, type_)


def _overlooked(
    paragraphs: Sequence[Paragraph], names: Sequence[Name], types: Mapping[Words, Type]
) -> Iterator[Name]:
    """Yield where a known name stands and no name was found."""
    taken = {(n.paragraph, i) for n in names for i in range(n.start, n.end)}
    known: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(types, key=lambda w: (-len(w), w)):
        if len(known[words[0]]) < MOST_ALIKE:
            known[words[0]].append(words)
    for index, paragraph in enumerate(paragraphs):
        doc, i = paragraph.doc, 0
        while i < len(doc):
            token = doc[i].text
            found = token in known and next(
                (w for w in known[token] if _stands(doc, index, i, w, taken)), None
            )
            if found:
                yield Name(index, i, i + len(found), types[found])
            i += len(found) if found else 1


def _stands(doc: Doc, index: int, i: int, words: Words, taken: set[tuple[int, int]]) -> bool:
    end = i + len(words)
    if end > len(doc) or any((index, j) in taken for j in range(i, end)):
        return False
    if any(doc[i + j].text != word for j, word in enumerate(words)):
        return False
    noun = doc[i].tag_ in NOUNS  # "Tavares denied it": taken for a plural
    return len(words) > 1 or (noun and _stands_alone(doc, i))


def _stands_alone(doc: Doc, i: int) -> bool:
    """Say whether a word is no part of a longer run of proper nouns, titles aside."""
    for j in (i - 1, i + 1):
        if 0 <= j < len(doc) and doc[j].tag_ in PROPER and not is_title(doc[j]):
            return False
    return True
