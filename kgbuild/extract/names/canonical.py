"""What a thing is best called of the names that an article has for it."""

from collections import Counter
from collections.abc import Sequence

from kgbuild import names as spelling
from kgbuild.extract.text.lexicon import state, words
from kgbuild.model import Type


def best(type_: Type, printed: Sequence[str]) -> str:
    """Return the fullest name of a person, a state's usual name, else the most frequent name."""
    states = map(state, printed) if type_ is Type.PLACE else ()
    if usual := next(filter(None, states), None):
        return usual
    times = Counter(printed)
    order = {name: i for i, name in reversed(list(enumerate(printed)))}
    mixed = [name for name in order if not _shouts(name)] or list(order)
    if type_ is Type.PERSON:
        return min(mixed, key=lambda n: (-_size(n), -len(n.split()), -times[n], order[n]))
    display = next((d for n in mixed if (d := spelling.display(type_, n))), None)
    full = [name for name in mixed if not name.isupper()] or mixed
    full = [name for name in full if not _is_bare(name, full)]
    return display or min(full, key=lambda n: (-times[n], order[n]))


def _is_bare(name: str, names: Sequence[str]) -> bool:
    """Say whether a body's name is but the kind that ends a longer one: "the Forum"."""
    kind = name.lower() in words("organization", "heads")
    return kind and any(longer.endswith(f" {name}") for longer in names)


def _size(name: str) -> int:
    """Return of how many words a person's name is, a royal title aside."""
    first, *rest = name.lower().split()
    return len(rest) + (first not in words("person", "royal"))


def _shouts(name: str) -> bool:
    return name.isupper() and (len(name) > 5 or " " in name)


def without_capitals(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names without those in capitals that stand there in usual case too."""
    usual = {name.casefold() for name in names if not _shouts(name)}
    return tuple(name for name in names if not _shouts(name) or name.casefold() not in usual)
