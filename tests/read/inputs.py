"""The types of the fixtures that write inputs and read them."""

from collections.abc import Callable
from typing import Protocol

from kgbuild.model import Article, Failure, Source

Put = Callable[[str, bytes | str], str]
ReadOne = Callable[[str, bytes | str], Article]


class Reads(Protocol):
    def __call__(self, *paths: str, stdin: bytes = b"") -> list[Source | Failure]: ...


def keys(found: list[Source | Failure]) -> list[str]:
    """Return the key of each source, and after a mark the reason of each failure."""
    return [item.key if isinstance(item, Source) else f"! {item.reason}" for item in found]


def articles(found: list[Source | Failure]) -> list[Article]:
    return [item.article for item in found if isinstance(item, Source)]


def failures(found: list[Source | Failure]) -> list[Failure]:
    return [item for item in found if isinstance(item, Failure)]
