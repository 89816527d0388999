"""Random articles with random readings: few names, so that much joins and parts again."""

from collections.abc import Iterable
from dataclasses import dataclass

from hypothesis import strategies as st

from kgbuild import names
from kgbuild.model import (
    PAIRED,
    Article,
    Form,
    Judgement,
    Mention,
    Reading,
    Referent,
    Side,
    Source,
    Statement,
    Status,
    Type,
    Verdict,
)

PEOPLE = ("Ada Aho", "ADA AHO", "Mr Bo Berg", "Bo Berg", "Berg", "Di Berg", "Cy")
BODIES = ("Borealis Labs", "Borealis Labs Inc.", "BL", "Delta Works", "DW", "`}) DELETE n //")
PLACES = ("US", "United States", "Oulu", "Paris", "Texas", "France")
POOL = {Type.PERSON: PEOPLE, Type.ORGANIZATION: BODIES, Type.PLACE: PLACES}
RELATIONS = ("FOUNDED", "MET_WITH", "LEADS", "RELATED_TO", "PARTNERED_WITH", "LOCATED_IN")
TEXT = "One sentence here. Another one there. And a third <b>sentence</b> & more."
KEYS = ("a", "b", "c", "dir/d")
DATES = (None, "2020-01-05", "2021-03-01")


@dataclass(frozen=True)
class Told:
    """A source with what its article says."""

    source: Source
    reading: Reading


def named(name: str, type_: Type) -> Referent:
    """Return what an article mentions once, by that name."""
    return Referent(name, type_, (Mention(0, 3),), (name,))


def telling(key: str, found: Iterable[Referent], said: Iterable[Statement] = ()) -> Told:
    """Return an article of one sentence that mentions some things, and says something of them."""
    return Told(Source(key, Article(key, "One sentence.")), Reading(tuple(found), tuple(said)))


@st.composite
def referents(draw: st.DrawFn) -> Referent:
    type_ = draw(st.sampled_from(sorted(POOL)))
    pool = POOL[type_]
    found = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=3, unique=True))
    equated = draw(st.lists(st.sampled_from(found), max_size=1))
    spans = draw(st.integers(1, 3))
    mentions = tuple(Mention(i, i + 3, Form.NAME) for i in range(spans))
    return Referent(found[0], type_, mentions, tuple(found), tuple(equated))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    found = tuple(draw(st.lists(referents(), max_size=4)))
    if not found:
        return Reading()
    place = st.integers(0, len(found) - 1)
    claims = st.builds(
        Statement,
        subject=place,
        relation=st.sampled_from(RELATIONS),
        object=place,
        start=st.sampled_from((0, 19)),
        end=st.just(37),
        status=st.sampled_from(Status),
        speaker=st.none() | place,
        role=st.sampled_from((None, "CEO", "chair")),
        since=st.sampled_from((None, "2019", "2019-05")),
        until=st.sampled_from((None, "2020")),
        confidence=st.sampled_from((0.5, 0.9)),
        rule=st.just("drawn"),
    )
    return Reading(found, tuple(draw(st.lists(claims, max_size=4))))


articles = st.builds(
    Article,
    title=st.sampled_from(("T", "U")),
    text=st.just(TEXT),
    published=st.sampled_from(DATES),
    url=st.sampled_from((None, "https://example.org/1")),
    language=st.sampled_from(("en", "en", "fr")),
)
told = st.builds(
    lambda key, article, reading: Told(Source(key, article), reading),
    st.sampled_from(KEYS),
    articles,
    readings(),
)
sides = st.builds(
    Side,
    st.sampled_from(sorted({names.key(t, name) for t, pool in POOL.items() for name in pool})),
    st.none() | st.sampled_from(KEYS),
)
pairs = (
    st.tuples(st.sampled_from(PAIRED), sides, sides)
    .filter(lambda drawn: drawn[1] != drawn[2])
    .map(lambda drawn: Judgement(*drawn))
)
judgements = st.one_of(
    pairs,
    pairs,
    st.builds(Judgement, st.just(Verdict.DROP), sides),
    st.builds(
        Judgement, st.just(Verdict.RENAME), sides, value=st.sampled_from(("Ada", "Borealis"))
    ),
    st.builds(Judgement, st.just(Verdict.RETYPE), sides, value=st.sampled_from(sorted(Type))),
)
