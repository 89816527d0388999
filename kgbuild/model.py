"""The words that every stage speaks: Article, Mention, Referent, Statement, Reading.

A value is never changed, only made anew. Offsets count Unicode code points of
``Article.text``, which is kept as it was read.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields, replace
from enum import StrEnum
from functools import cached_property
from typing import Any


class Type(StrEnum):
    """What an entity is."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"
    PLACE = "PLACE"
    LISTING = "LISTING"

    @property
    def label(self) -> str:
        """The Neo4j label: ``Person`` for PERSON."""
        return self.value.capitalize()


class Form(StrEnum):
    """How a mention refers: by a proper name, a description, or a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Status(StrEnum):
    """Whether a statement says that a tie is so."""

    ASSERTED = "asserted"
    FORMER = "former"
    PLANNED = "planned"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    DENIED = "denied"


FACTUAL = (Status.ASSERTED, Status.FORMER)
"""The statuses that are drawn as a plain tie."""


def content_id(*parts: object) -> str:
    """Return 24 hexadecimal digits that depend on the parts and nothing else.

    >>> content_id("PERSON", "ren zhengfei") == content_id("PERSON", "ren zhengfei")
    True
    """
    text = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Article:
    """One news item. ``published`` is an ISO date; ``language`` an ISO 639-1 code."""

    title: str
    text: str
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"

    @cached_property
    def id(self) -> str:
        """The id made of all fields: other text, other article."""
        return content_id(*astuple(self))

    @property
    def source(self) -> str:
        """What a reader is pointed to: the url, else the title."""
        return self.url or self.title


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch ``text[start:end]`` of one article that refers to something."""

    start: int
    end: int
    form: Form = Form.NAME

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"{self.start}:{self.end} is no span")


@dataclass(frozen=True, slots=True)
class Referent:
    """What the mentions of one article that mean one thing refer to.

    ``names`` are the proper names it goes by here, ``name`` among them; ``equated``
    are those of them that the article itself puts on a par with ``name``, as in
    "Semiconductor Manufacturing International Corp (SMIC)".
    """

    name: str
    type: Type
    mentions: tuple[Mention, ...]
    names: tuple[str, ...]
    equated: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.name not in self.names or not set(self.equated) <= set(self.names):
            raise ValueError(f"{self.name!r} and {self.equated} are not in {self.names}")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence's claim that ``subject`` stands in ``relation`` to ``object``.

    Subject, object and speaker are places in ``Reading.referents``; the sentence is
    ``text[start:end]``. ``since`` and ``until`` are ISO dates to the year, month or day;
    an event has its date in ``since``. ``rule`` names what found it.
    """

    subject: int
    relation: str
    object: int
    start: int
    end: int
    status: Status = Status.ASSERTED
    speaker: int | None = None
    role: str | None = None
    verb: str | None = None
    since: str | None = None
    until: str | None = None
    confidence: float = 0.5
    rule: str = ""


class Reason(StrEnum):
    """Why a stretch of an article tells the graph nothing."""

    NO_STATEMENT = "no statement"
    """A sentence that names two things or more, and no tie was read in it."""
    NOT_PROSE = "not prose"
    """A date, a credit, a label: a line that no sentence is sought in."""
    CUT = "cut"
    """A sentence too long, or with too many names, to be read whole."""
    LANGUAGE = "language"
    """The text is not English."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch ``text[start:end]`` that was not read, and why."""

    start: int
    end: int
    reason: Reason


def gaps(rows: Iterable[Sequence[Any]]) -> tuple[Gap, ...]:
    """Return the gaps that are written as ``[start, end, reason]``."""
    return tuple(Gap(start, end, Reason(reason)) for start, end, reason in rows)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says, as found by one model, ontology and program.

    ``unread`` is what it may say besides, in the order of the text.
    """

    referents: tuple[Referent, ...] = ()
    statements: tuple[Statement, ...] = ()
    unread: tuple[Gap, ...] = ()

    def to_json(self) -> str:
        """Return the reading as one line of JSON; mentions as ``[start, end, form]``."""
        referents = [
            (r.name, r.type, [(m.start, m.end, m.form) for m in r.mentions], r.names, r.equated)
            for r in self.referents
        ]
        statements = [[getattr(s, name) for name in _CLAIM] for s in self.statements]
        unread = [astuple(gap) for gap in self.unread]
        whole = [referents, statements, unread]
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, line: str) -> "Reading":
        """Return the reading that ``to_json`` wrote."""
        referents, statements, *more = json.loads(line)  # an older ledger's had no third
        made = (Statement(**dict(zip(_CLAIM, row, strict=True))) for row in statements)
        return cls(
            tuple(_referent(*row) for row in referents),
            tuple(replace(one, status=Status(one.status)) for one in made),
            gaps(more[0] if more else ()),
        )


_CLAIM = tuple(field.name for field in fields(Statement))


def _referent(
    name: str, type_: str, mentions: list[list[Any]], names: list[str], equated: list[str]
) -> Referent:
    found = tuple(Mention(start, end, Form(form)) for start, end, form in mentions)
    return Referent(name, Type(type_), found, tuple(names), tuple(equated))


class Verdict(StrEnum):
    """What a judgement says of names."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    """The user was asked and can't tell; changes nothing, and is not asked again."""
    RENAME = "rename"
    RETYPE = "retype"
    DROP = "drop"
    """It is no entity at all."""


PAIRED = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)
"""The verdicts on two names."""


@dataclass(frozen=True, slots=True)
class Side:
    """What a judgement speaks of: a referent key, in one article (by its key) or in all."""

    key: str
    article: str | None = None

    @property
    def slot(self) -> str:
        """The side as one string: what entities are joined of.

        >>> Side("PERSON:biden").slot
        'PERSON:biden'
        """
        return self.key if self.article is None else f"{self.key}\n{self.article}"

    def __lt__(self, other: "Side") -> bool:
        return self.slot < other.slot

    @classmethod
    def of(cls, slot: str) -> "Side":
        """Return the side that has a slot; a referent key holds no line break."""
        key, _, article = slot.partition("\n")
        return cls(key, article or None)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The user's word on a name, or on whether two names mean one thing.

    ``right`` is the other side of a paired verdict; ``value`` the new name of a rename,
    the new type of a retype. The order of two sides does not matter.
    """

    verdict: Verdict
    left: Side
    right: Side | None = None
    value: str = ""

    def __post_init__(self) -> None:
        if (self.right is not None) != (self.verdict in PAIRED) or self.left == self.right:
            raise ValueError(f"{self.verdict} does not speak of {self.left} and {self.right}")
        if bool(self.value) != (self.verdict in (Verdict.RENAME, Verdict.RETYPE)):
            raise ValueError(f"{self.verdict} does not go with {self.value!r}")
        if self.right is not None and self.right.slot < self.left.slot:
            left, right = self.right, self.left
            object.__setattr__(self, "left", left)
            object.__setattr__(self, "right", right)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The one or two sides."""
        return (self.left,) if self.right is None else (self.left, self.right)

    @property
    def row(self) -> tuple[str, str, str]:
        """The judgement as three strings: verdict, left slot, right slot or value."""
        right = self.value if self.right is None else self.right.slot
        return self.verdict.value, self.left.slot, right

    def __lt__(self, other: "Judgement") -> bool:
        return self.row < other.row

    @classmethod
    def of(cls, verdict: str, left: str, right: str) -> "Judgement":
        """Return the judgement that has a row."""
        if verdict in PAIRED:
            return cls(Verdict(verdict), Side.of(left), Side.of(right))
        return cls(Verdict(verdict), Side.of(left), value=right)


@dataclass(frozen=True, slots=True)
class Source:
    """An article under the key that the ledger files it by; ``given`` is its own id."""

    key: str
    article: Article
    given: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no article, and why."""

    input: str
    reason: str


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Return the items without repeats, in the order in which they first come."""
    return tuple(dict.fromkeys(items))
