"""Which name is short for which: family names, acronyms, firms without their legal form."""

from kgbuild import names as spelling
from kgbuild.extract.text import lexicon
from kgbuild.model import Type

Key = tuple[Type, tuple[str, ...]]

_PROVINCES = frozenset({"province", "prefecture", "oblast", "governorate", "krai"})
_GENERIC = spelling.LEGAL_FORMS | frozenset(
    """technologies technology department ministry holdings holding group motors motor industries
    international electronics pharmaceuticals pharma airlines bank energy systems foods cement
    brewery breweries shipyard shipyards mills textiles software semiconductor semiconductors
    biotech therapeutics cosmetics ceramics optics robotics precision""".split()
)
_AFFILIATES = frozenset(
    """academy association charity college council foundation fund funds insurance management press
    trust union women youth""".split()
)
"""What a body's name with a word more may name besides it: the Real Madrid Foundation."""
_OF = frozenset("de del della di do du of for von".split())
_PORTUGUESE = frozenset("da das de do dos".split())
SPANISH = 3
"""Words of a name with two family names; letters of such a one, which is no "de" and no initial."""
_TITLES = {"mr": "male", "ms": "female", "mrs": "female", "miss": "female"}


def is_short(short: Key, full: Key) -> bool:
    """Say whether a name can be short for another of its type, by their words."""
    type_, few = short
    many = full[1]
    if len(few) >= len(many):
        return False
    rest = many[len(few) :]
    if type_ is Type.PERSON:
        family = many[-len(few) :] == few or few == father_name(many)
        return family or many[:1] == few or _without_middle(few, many)
    if type_ is Type.ORGANIZATION:
        if len(few) == 1 and len(few[0]) > 2 and few[0] == initials(many):
            return True
        state = next((n for n in (2, 1) if spelling.display(Type.PLACE, " ".join(many[:n]))), 0)
        if len(many) > len(few) + state:
            many = many[state:]
        rest = many[len(few) :]
        if many[: len(few)] == few and all(word in _GENERIC for word in rest):
            return True
        heads = lexicon.words("organization", "heads")
        return len(few) == 1 and many[-1:] == few and few[0] not in heads
    if type_ is Type.PLACE:
        return many[: len(few)] == few and len(rest) == 1 and rest[0] in _PROVINCES
    return False


def father_name(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first of two family names, by which alone one is called in Spanish.

    Or what stands before the "da" of a Portuguese one: Luiz Inácio Lula da Silva.

    >>> father_name(("liz", "yegros", "ocampos")), father_name(("anna", "maria", "berg"))
    (('yegros',), ())
    >>> father_name(("luiz", "lula", "da", "silva"))
    ('lula',)
    """
    if len(words) > SPANISH and words[-2] in _PORTUGUESE:
        return () if lexicon.is_given(words[-3]) else words[-3:-2]
    if len(words) < SPANISH or lexicon.sex_of_given(words[-2]) or len(words[-2]) < SPANISH:
        return ()
    return words[-2:-1]


def takes_up(short: Key, full: Key, *, sport: bool = False) -> bool:
    """Say whether a body may be called so after its full name: Norvane of Norvane Optics.

    So may "the Front" be short for the Islamic Action Front, Minera Andina for Minera Andina del
    Centro, FT for the Financial Times, Lanjing for Shenzhen Lanjing Technology.
    """
    type_, few = short
    many = full[1]
    if type_ is not Type.ORGANIZATION or not len(few) < len(many):
        return False
    if many[: len(few)] == few and _is_land(many[len(few) :]):
        return sport  # Bayern of Bayern Munich; but Amnesty International Kenya
    if len(few) > 1:
        return is_without_state(few, many) or _is_run(few, many)
    if many[-1:] == few and few[0] in lexicon.words("organization", "heads"):
        return True
    if few[0] == initials(many):
        return True
    town = len(many) > 2 and lexicon.is_town(many[0].capitalize())
    plain = few[0] not in lexicon.words("organization", "heads")
    if town and plain and many[1:2] == few:
        return True
    if plain and len(many) > 2 and many[1:2] == few and many[-1] in _GENERIC:
        return True  # Ruifeng of Dongguan Ruifeng Optics
    if len(initials(many)) > 3:
        return False
    return many[0] == few[0] and not lexicon.is_town(few[0].capitalize())


def _is_land(words: tuple[str, ...]) -> bool:
    name = " ".join(words).title()
    return lexicon.state(name) is not None or lexicon.is_place(name)


def is_without_state(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Say whether a name is another's without its state: the Department of Ports, of the U.S."""
    return (
        many[-len(few) :] == few and lexicon.state(" ".join(many[: -len(few)]).title()) is not None
    )


def _is_run(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Say whether some words are what is proper in a body's name: Al Rawda of Al Rawda Medical."""
    begins = many[: len(few)] == few
    if begins and many[len(few)] in _OF:
        return True
    kinds = lexicon.words("organization", "heads")
    if not kinds.isdisjoint({few[0], few[-1]}) or lexicon.is_place(" ".join(few).title()):
        return False
    managed = begins and many[len(few) :] == ("management",)  # Sun Ship of Sun Ship Management
    if begins:
        return managed or many[-1] not in _AFFILIATES
    return many[-len(few) :] == few


def sex_of_title(word: str) -> str | None:
    """Return whom a title before a name is for.

    >>> sex_of_title("Ms."), sex_of_title("Dr")
    ('female', None)
    """
    return _TITLES.get(word.lower().rstrip("."))


def is_of_sex(full: Key, sex: str) -> bool:
    """Say whether a person's given name is not known as one of the other sex."""
    return lexicon.sex_of_given(full[1][0]) in {sex, None}


def is_introduced(short: str, full: str) -> bool:
    """Say whether the capitals of a short name come in the full one, the first at its start.

    Or in any order, as of another tongue: PDG of the Gabonese Democratic Party.
    """
    letters = [c.lower() for c in short if c.isalnum()]
    if len(letters) < 2 or len(short) >= len(full):
        return False
    same = sorted(letters) == sorted(word[0].lower() for word in full.split())
    if letters[0] != full[:1].lower():
        return same and len(letters) > 2
    if same:
        return True
    rest = iter(full.lower())
    return short[0].isupper() and all(letter in rest for letter in letters)


def is_acronym(text: str) -> bool:
    """Say whether a name is a few letters, nearly all of them capitals: SPD, PiS, AfD, N-VA."""
    if not (text[:1].isupper() and text[-1:].isupper()):
        return False
    text = text.replace("-", "")
    if not (text.isalpha() and 2 <= len(text) < 7):
        return False
    return sum(c.islower() for c in text) < len(text) / 2


def initials(words: tuple[str, ...]) -> str:
    """Return the first letters of a name's words, small words aside."""
    return "".join(w[0] for w in words if w not in {"of", "the", "for", "and", "in", "&"})


def _without_middle(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Say whether a person's name is another's without middle names or initials."""
    family = few[1:]
    return bool(family) and few[0] == many[0] and many[-len(family) :] == family
