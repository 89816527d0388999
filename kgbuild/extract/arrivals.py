"""Who takes an office only later: "Acme named Berg its chief. She will start on May 1."."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract import dates
from kgbuild.extract.clauses import clause
from kgbuild.extract.confidence import MODEL
from kgbuild.extract.paragraphs import Anchor
from kgbuild.extract.status import judge
from kgbuild.model import Statement, Status

APPOINTS = frozenset(
    "appoint name elect pick choose promote hire select tap install designate recruit".split()
)
_STARTS = frozenset(
    ["start", "begin", "take over", "take up", "assume", "succeed", "replace", "arrive", "join"]
)
OFFICES = frozenset({"LEADS", "WORKS_FOR", "PLAYS_FOR"})


def planned(
    found: Sequence[Statement], anchors: Iterable[Anchor], published: str | None
) -> list[Statement]:
    """Return the statements; who was appointed, and is yet to start, holds no office."""
    chosen = {one.subject for one in found if _is_appointment(one)}
    coming = {
        a.referent
        for a in anchors
        if a.referent in chosen and any(_is_ahead(verb, published) for verb in _verbs(a.span.root))
    }
    return [
        replace(one, status=Status.PLANNED)
        if one.subject in coming and _is_appointment(one)
        else one
        for one in found
    ]


def _is_appointment(one: Statement) -> bool:
    """Say whether it says that someone got an office; of the model's ties only that they lead."""
    if one.rule == MODEL:
        read = one.relation == "LEADS"
    else:
        read = one.relation in OFFICES and one.rule.removeprefix("verb:") in APPOINTS
    return read and one.status is Status.ASSERTED


def _verbs(subject: Token) -> Iterator[Token]:
    """Yield what the subject does: "will start", "is due to start", "be succeeded by"."""
    if subject.dep_ == "pobj" and subject.head.dep_ == "agent":
        yield subject.head.head
    if subject.dep_ in {"nsubj", "nsubjpass"}:
        verb = subject.head
        yield verb
        yield from (c for t in (verb, *verb.rights) for c in t.rights if c.dep_ == "xcomp")


def _is_ahead(verb: Token, published: str | None) -> bool:
    if clause(verb).key not in _STARTS:
        return False
    if judge(verb).status is Status.PLANNED:
        return True
    return verb.tag_ in {"VBZ", "VBP"} and dates.to_come(verb, verb.sent, published)
