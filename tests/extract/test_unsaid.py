"""Offices whose body the text leaves unsaid, by the real model on whole articles."""

import pytest

from kgbuild.extract.text.lexicon import state, state_by_capital
from kgbuild.extract.words import table
from kgbuild.model import Article, Form
from tests.extract.stage import reader, ties

pytestmark = pytest.mark.model

PHONES = """Norvane unveils a phone

CUPERTINO, California - Norvane Corp on Tuesday showed its newest phone. Chief Executive Tim Berg
said that it was the best yet. Finance chief Luca Maestri warned of weak demand in China.
"""
PLANTS = """Germany to keep two plants running

German Chancellor Olaf Berg has decided. Economy Minister Robert Haber said two plants would stay
online. France, said President Emmanuel Macaron, would deliver gas in return.
"""


def test_an_office_without_its_body_is_of_the_firm_that_the_article_is_on() -> None:
    found = ties(PHONES)

    assert "asserted: Tim Berg LEADS Norvane chief executive" in found
    assert "asserted: Luca Maestri WORKS_FOR Norvane finance chief" in found


def test_of_two_states_an_office_is_of_the_one_at_hand() -> None:
    found = ties(PLANTS)

    assert "asserted: Robert Haber WORKS_FOR Germany economy minister" in found
    assert "asserted: Emmanuel Macaron LEADS France president" in found
    assert not any("Haber" in tie and "France" in tie for tie in found)


def test_an_office_that_is_said_to_be_of_a_body_is_of_no_other() -> None:
    found = ties(PHONES + "\nChief executive Ann Poe of Sunnlift called the phone dull.\n")

    assert not any("Ann Poe" in tie and "Norvane" in tie and "LEADS" in tie for tie in found)


def test_an_article_that_names_no_body_gets_none() -> None:
    assert (
        ties("It is over.\n\nPresident Ann Poe slept. Finance Minister Max Roe did, too.") == set()
    )


def test_an_office_that_another_holds_is_not_given_away() -> None:
    text = "It is over.\n\nPresident Donald Poe called Xi Li, the president of China, in May."

    assert not any("Poe LEADS China" in tie for tie in ties(text))


def test_the_ruler_of_a_state_that_is_not_named_gets_no_other() -> None:
    text = """It is over.

Ed Bastian met President Juan Poe in Panmunjom. Norvane Corp said China was glad. Prime Minister
Shinzo Poe hoped for more.
"""

    assert not any("LEADS China" in tie for tie in ties(text))


def test_where_a_body_hides_another_state_its_ruler_may_be_meant() -> None:
    text = """It is over.

The US Commerce Department punished Norvane over sales to China. President Donald Poe said so.
"""

    assert not any("Poe LEADS" in tie for tie in ties(text))


def test_a_president_is_not_given_to_a_firm_or_an_agency() -> None:
    text = """NEW ORLEANS - Acme Corp sued the Federal Radio Commission (FRC) on Monday.

The FRC ruled under its former chairman, Ajit Rao. President Joe Poe appointed Jessica Rosen as
acting chairwoman of the FRC.
"""

    assert not any("Poe LEADS" in tie for tie in ties(text))


def test_an_office_whose_body_is_unsaid_is_no_mention_of_it() -> None:
    [norvane] = [r for r in reader().read(Article("", PHONES)).referents if r.name == "Norvane"]
    forms = [mention.form for mention in norvane.mentions]

    assert Form.NOMINAL not in forms


def test_every_capital_is_that_of_a_known_state() -> None:
    for name, city in table("capitals").items():
        assert state(name) == name
        assert state_by_capital(city.upper()) == name


def test_who_rules_by_the_dateline_alone_is_its_state_s() -> None:
    found = ties(
        "ZAGREB, Croatia (Dalma News) - Ferries stayed in port on Monday. Transport Minister Oleg"
        " Radic flew to the island of Vis and said that fares would fall."
    )
    assert "asserted: Oleg Radic WORKS_FOR Croatia transport minister" in found


def test_what_a_people_s_adjective_tells_is_not_asked_for() -> None:
    found = ties(
        "Thailand's government met on Monday. Thailand will vote in May, and the Greek public order"
        " minister, Stavros Lekas, cancelled a trip there."
    )
    assert not any("Lekas WORKS_FOR Thailand" in tie for tie in found)
