"""How alike two names are, and by what a name that is like another can be found.

Nothing is joined by this: it only ranks what a person is asked.
"""

from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from kgbuild import names
from kgbuild.model import Type

SMALL = frozenset("of the and for de la le da di du del der den van von zu al el bin ibn".split())
"""Words that say little: not looked up by, and little missed."""
TELLING = frozenset(
    """central north south east west northern southern eastern western jr sr senior junior ii iii
    university college school bank bahn mobile marine insurance airlines motors foods pharma
    ministry army navy police party union league court holding international""".split()
)
"""Words that tell one thing from another: where one of two names lacks them, it lacks much."""
_SOUNDS = (
    *(("ph", "f"), ("ck", "k"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "h"), ("zh", "s")),
    *(("th", "t"), ("w", "v"), ("q", "k"), ("c", "k"), ("z", "s"), ("x", "ks"), ("j", "i")),
)
_INITIAL, _LIKE, _SHORT = 0.8, 0.75, 5
"""What an initial counts for its name; under what likeness two words are strangers; and under
how many letters a word is too short to share a beginning by more than chance."""


@lru_cache(maxsize=200_000)
def words(type_: Type, name: str) -> tuple[str, ...]:
    """Return a name's words in Latin letters, without what does not count.

    >>> words(Type.PERSON, "Mr. Владимир Путин")
    ('vladimir', 'putin')
    """
    latin = name if name.isascii() else anyascii(name)
    return tuple(names.normalise(type_, latin).split())


@lru_cache(maxsize=200_000)
def keys(type_: Type, name: str) -> frozenset[str]:
    """Return what a name can be found by: its words, how they sound, its initials, its letters.

    >>> sorted(keys(Type.ORGANIZATION, "Delta Works"))
    ['#dltv', '=deltaw', 'del', 'delta', 'dlt', 'dw', 'vrk', 'wor', 'works']
    """
    found = words(type_, name)
    telling = [word for word in found if word not in SMALL] or found
    every: set[str] = set()
    for word in telling:
        every |= {word, word[:3], _sound(word)[:3]}
    if len(telling) > 1:
        every.add("".join(word[0] for word in telling))
    every |= {"#" + _sound("".join(sorted(telling)))[:4], "=" + "".join(telling)[:6]}
    return frozenset(every - {""})


@lru_cache(maxsize=500_000)
def likeness(type_: Type, one: str, other: str) -> float:
    """Return how alike two names of one type are: 0 to 1.

    >>> likeness(Type.PERSON, "Olaf Scholz", "Scholz, Olaf")
    1.0
    """
    ours, theirs = sorted((words(type_, one), words(type_, other)), key=lambda w: (len(w), w))
    if not ours:
        return float(one == other)
    glued = ratio("".join(ours), "".join(theirs)) / 100
    if _is_short_for(ours, theirs):
        return max(0.85, glued)
    if glued == 1 or TELLING & (set(ours) ^ set(theirs)):
        return float(glued == 1) or _aligned(ours, theirs)
    return max(glued * 0.97, _aligned(ours, theirs))


def _is_short_for(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Say whether one word is made of the initials of the others."""
    telling = [word for word in theirs if word not in SMALL]
    initials = {"".join(w[0] for w in some) for some in (theirs, telling) if len(some) > 1}
    return len(ours) == 1 and len(ours[0]) > 1 and ours[0] in initials


def _aligned(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Return the share of letters whose words find their like in the other name, each once."""
    pairs = sorted(
        (
            (_word_likeness(a, b), -abs(i - j), i, j)
            for i, a in enumerate(ours)
            for j, b in enumerate(theirs)
        ),
        reverse=True,
    )
    left, right = set(range(len(ours))), set(range(len(theirs)))
    agreed = compared = 0.0
    for like, _, i, j in pairs:
        if like >= _LIKE and i in left and j in right:
            left.remove(i)
            right.remove(j)
            both = _weight(ours[i]) + _weight(theirs[j])
            agreed, compared = agreed + like * both, compared + both
    strangers = [ours[i] for i in left] + [theirs[j] for j in right]
    missed = sum(_missed(word) for word in strangers)
    if left and right:  # each has a word that the other lacks
        missed *= 1.6
    return agreed / (compared + missed) if compared else 0.0


def _word_likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if one in TELLING or other in TELLING:
        return 0.0
    if 1 in (len(one), len(other)):
        return _INITIAL if one[0] == other[0] else 0.0
    sounds = _sound(one), _sound(other)
    heard = 0.9 if sounds[0] == sounds[1] and len(sounds[0]) > 1 else 0.0
    if min(len(one), len(other)) < _SHORT:
        return max(ratio(one, other) / 100 * 0.9, heard)
    return max(float(JaroWinkler.similarity(one, other)), heard)


def _weight(word: str) -> float:
    return 1.0 if word in SMALL else 2.0 + min(len(word), 8)


def _missed(word: str) -> float:
    return 12.0 if word in TELLING or word.isdigit() else 0.7 * _weight(word)


@lru_cache(maxsize=200_000)
def _sound(word: str) -> str:
    """Return a word's consonants as they sound in most languages, doubles once."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    kept = [
        c for i, c in enumerate(word) if (c not in "aeiouyh" or i == 0) and word[i - 1 : i] != c
    ]
    return "".join(kept)
