"""A family name alone is the ledger's only full name with it, where both articles share another."""

import pytest

from kgbuild import build
from kgbuild.judge import act, undo
from kgbuild.ledger import index
from kgbuild.ledger.store import Ledger
from kgbuild.model import (
    Judgement,
    Reading,
    Side,
    Type,
    Verdict,
)
from kgbuild.review import questions
from tests.law.readings import Told, named, telling
from tests.law.test_derived_rows import dump, keep


def article(key: str, *persons: str, bodies: tuple[str, ...] = ()) -> Told:
    """Return an article that speaks of some persons and organisations."""
    found = [(name, Type.PERSON) for name in persons]
    found += [(name, Type.ORGANIZATION) for name in bodies]
    return telling(key, (named(name, type_) for name, type_ in found))


def shown(ledger: Ledger, key: str) -> list[str]:
    """Return the names by which the persons of an article are shown, sorted."""
    query = """SELECT e.name FROM row_mention m JOIN row_entity e ON e.id = m.entity
               JOIN source s USING (article) WHERE s.key = ? AND e.type = 'PERSON' ORDER BY 1"""
    return [name for (name,) in ledger.db.execute(query, (key,))]


FULL = article("full", "Ada Berg", bodies=("Borealis Labs",))
ALONE = article("alone", "Berg", bodies=("Borealis Labs",))
FAR = article("far", "Berg", bodies=("Delta Works",))
SECOND = article("second", "Bo Berg")


@pytest.mark.parametrize("order", [(FULL, ALONE, FAR), (FAR, ALONE, FULL)])
def test_it_joins_where_both_articles_share_another_full_name(
    ledger: Ledger, order: tuple[Told, ...]
) -> None:
    for one in order:
        keep(ledger, one)

    assert shown(ledger, "alone") == ["Ada Berg"]
    assert shown(ledger, "far") == ["Berg"]


def test_a_second_full_name_takes_the_join_back_and_its_removal_restores_it(
    ledger: Ledger,
) -> None:
    for one in (FULL, ALONE):
        keep(ledger, one)
    joined = dump(ledger)

    keep(ledger, SECOND)
    assert shown(ledger, "alone") == ["Berg"]

    build.remove(ledger, "second")
    assert dump(ledger) == joined


def test_what_two_articles_share_goes_with_either(ledger: Ledger) -> None:
    for one in (FULL, ALONE):
        keep(ledger, one)

    keep(ledger, article("full", "Ada Berg"))

    assert shown(ledger, "alone") == ["Berg"]


def test_a_place_that_both_speak_of_is_not_enough(ledger: Ledger) -> None:
    where = named("Oulu", Type.PLACE)
    for told in (article("full", "Ada Berg"), article("alone", "Berg")):
        keep(ledger, Told(told.source, Reading((*told.reading.referents, where))))

    assert shown(ledger, "alone") == ["Berg"]


def test_a_name_with_particles_is_a_family_name(ledger: Ledger) -> None:
    keep(ledger, article("full", "Ada von der Aue", bodies=("Borealis Labs",)))
    keep(ledger, article("alone", "Von der Aue", bodies=("Borealis Labs",)))
    keep(ledger, article("shorter", "Aue", bodies=("Borealis Labs",)))

    assert shown(ledger, "alone") == shown(ledger, "shorter") == ["Ada von der Aue"]


def test_an_article_that_has_the_full_name_too_keeps_both_as_it_was_read(ledger: Ledger) -> None:
    keep(ledger, FULL)
    keep(ledger, article("both", "Ada Berg", "Berg", bodies=("Borealis Labs",)))

    assert shown(ledger, "both") == ["Ada Berg", "Berg"]


def test_the_word_of_the_user_on_a_family_name_is_above_the_rule(ledger: Ledger) -> None:
    for one in (FULL, ALONE, FAR):
        keep(ledger, one)
    joined = dump(ledger)
    family, full = Side("PERSON:berg"), Side("PERSON:ada berg")

    number = act(ledger, [Judgement(Verdict.DIFFERENT, family, full)]).number
    assert index.entity_of(ledger, family.slot) != index.entity_of(ledger, full.slot)
    assert shown(ledger, "alone") == shown(ledger, "far") == ["Berg"]
    undo(ledger, number)
    assert dump(ledger) == joined

    act(ledger, [Judgement(Verdict.SAME, family, full)])
    assert shown(ledger, "alone") == shown(ledger, "far") == ["Ada Berg"]


def test_one_that_joins_nothing_is_a_candidate(ledger: Ledger) -> None:
    for one in (FULL, FAR):
        keep(ledger, one)

    assert {"Ada Berg", "Berg"} in [{one.left.name, one.right.name} for one in questions(ledger)]


def test_two_family_names_of_an_article_lean_each_for_itself(ledger: Ledger) -> None:
    keep(ledger, FULL)
    keep(ledger, article("other", "Cy Cole", bodies=("Borealis Labs",)))
    keep(ledger, article("alone", "Berg", "Cole", bodies=("Borealis Labs",)))
    assert shown(ledger, "alone") == ["Ada Berg", "Cy Cole"]

    keep(ledger, SECOND)
    assert shown(ledger, "alone") == ["Berg", "Cy Cole"]

    build.remove(ledger, "other")
    assert shown(ledger, "alone") == ["Berg", "Cole"]


def test_a_name_goes_on_leaning_when_another_of_its_article_stops(ledger: Ledger) -> None:
    keep(ledger, FULL)
    keep(ledger, article("other", "Cy Aho", bodies=("Borealis Labs",)))
    keep(ledger, article("alone", "Aho", "Berg", bodies=("Borealis Labs",)))

    keep(ledger, article("both", "Cy Aho", "Bo Berg"))

    assert shown(ledger, "alone") == ["Berg", "Cy Aho"]
