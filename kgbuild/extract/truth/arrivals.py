"""Who takes an office only later: "Acme named Berg its chief. She will start on May 1."."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from spacy.tokens import Token

from kgbuild.extract.text import dating
from kgbuild.extract.text.clauses import clause
from kgbuild.extract.text.facts import POSTS
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.tagsets import SUBJECTS
from kgbuild.extract.text.verbs import has_subject
from kgbuild.extract.text.vocabulary import APPOINTS
from kgbuild.extract.truth.confidence import MODEL
from kgbuild.extract.truth.status import judge
from kgbuild.model import Statement, Status

_STARTS = frozenset(
    [
        "start",
        "begin",
        "take over",
        "take up",
        "assume",
        "succeed",
        "replace",
        "arrive",
        "join",
        "swear in",
        "inaugurate",
        "install",
    ]
)
_NEW = frozenset({"new", "next"})


def planned(
    found: Sequence[Statement], anchors: Iterable[Anchor], published: str | None
) -> list[Statement]:
    """Return the statements; who was appointed, and is yet to start, holds no office.

    Nor does "the new president, Ann Lee," who will be sworn in.
    """
    chosen = {one.subject for one in found if one.relation in POSTS}
    coming = [
        a
        for a in anchors
        if a.referent in chosen and any(_is_ahead(verb, published) for verb in _verbs(a.span.root))
    ]
    starting = {a.referent for a in coming}
    new = {(a.referent, noun.lower_) for a in coming for noun in _offices(a.span.root)}
    ahead = [
        one
        for one in found
        if (one.subject in starting and _is_appointment(one)) or _is_new(one, new)
    ]
    kept = {_office(one) for one in ahead if one.rule != MODEL}
    return [
        replace(one, status=Status.PLANNED)
        if one in ahead
        else replace(one, status=Status.ASSERTED)  # whom she is to replace holds it yet
        if one.status is Status.FORMER and _office(one) in kept
        else one
        for one in found
    ]


def _office(one: Statement) -> tuple[object, ...]:
    """Return which office a statement tells of, and by which words."""
    return one.start, one.rule, one.relation, one.object, one.role


def _is_new(one: Statement, offices: Set[tuple[int, str]]) -> bool:
    if one.role is None or one.relation not in POSTS or one.status is not Status.ASSERTED:
        return False
    return (one.subject, one.role.rpartition(" ")[2]) in offices


def _offices(name: Token) -> Iterator[Token]:
    """Yield the nouns beside a name that are called new: "the new president, Ann Lee,"."""
    beside = [name.head] if name.dep_ == "appos" else []
    beside += [c for c in name.children if c.dep_ == "appos"]
    yield from (n for n in beside if any(c.lower_ in _NEW for c in n.children))


def _is_appointment(one: Statement) -> bool:
    """Say whether it says that someone got an office; of the model's ties only that they lead."""
    if one.rule == MODEL:
        read = one.relation == "LEADS"
    else:
        read = one.relation in POSTS and one.rule.removeprefix("verb:") in APPOINTS
    return read and one.status is Status.ASSERTED


def _verbs(subject: Token) -> Iterator[Token]:
    """Yield what the subject does: "will start", "is due to start", "be succeeded by"."""
    if subject.dep_ == "appos":
        subject = subject.head
    if subject.dep_ == "pobj" and subject.head.dep_ == "agent":
        yield subject.head.head
    if subject.dep_ in SUBJECTS:
        verb = subject.head
        yield verb
        yield from (c for c in verb.rights if c.dep_ == "conj" and not has_subject(c))
        yield from (c for t in (verb, *verb.rights) for c in t.rights if c.dep_ == "xcomp")


def _is_ahead(verb: Token, published: str | None) -> bool:
    office = any(c.dep_ == "dobj" and c.lower_ == "office" for c in verb.children)
    if clause(verb).key not in _STARTS and not office:
        return False
    if judge(verb).status is Status.PLANNED:
        return True
    return verb.tag_ in {"VBZ", "VBP"} and dating.to_come(verb, verb.sent, published)
