"""What notices of sanctions say in their formulas."""

import pytest

from kgbuild.model import Article
from tests.extract.stage import reader, ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "The Treasury is designating Pavel Orlov pursuant to E.O. 14024.",
            "asserted: Treasury SANCTIONED Pavel Orlov",
        ),
        (
            "Kuzey Shipping is being designated pursuant to E.O. 14024 for being owned or "
            "controlled by, or having acted or purported to act for or on behalf of, directly or "
            "indirectly, Serkan Turanli.",
            "asserted: Serkan Turanli OWNS Kuzey Shipping",
        ),
        (
            "Igor Mechel was designated for being the leader of Tornado Group.",
            "asserted: Igor Mechel LEADS Tornado Group",
        ),
        (
            "Gamma Ltd was designated for having sold pumps to Pars Oil.",
            "asserted: Gamma Ltd SUPPLIES Pars Oil",
        ),
        (
            "Sanctions were applied to Viktor Bondar by Ukraine.",
            "asserted: Ukraine SANCTIONED Viktor Bondar",
        ),
        ("Norvane is majority-owned by Kivuli Holdings.", "asserted: Kivuli Holdings OWNS Norvane"),
        ("Norvane is not majority-owned by Beta Group.", "denied: Beta Group OWNS Norvane"),
        (
            "Minister Takeshi Iwaya held a telephone talk with Mr. Dmytro Kuleba.",
            "asserted: Takeshi Iwaya SPOKE_TO Dmytro Kuleba",
        ),
    ],
)
def test_formulas_are_read(text: str, tie: str) -> None:
    assert any(found.startswith(tie) for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Orr shipped chips to Kursk Radio, which the EU had put on a blacklist.", "Max Orr"),
        ("Brazil, Chile and the ASEAN members Laos and Vietnam signed.", "Brazil MEMBER_OF"),
        ("The NATO members Norway and Canada, as well as Japan, agreed.", "Japan MEMBER_OF"),
        ("Lee and her partner, Max Orr, 39, a citizen of Kazakhstan, left.", "Lee CITIZEN_OF"),
        ("It named firms in Turkey, the United Arab Emirates, and Russia.", "LOCATED_IN"),
        ("OFSI imposed a monetary penalty of £15,000 on Hartwell Concierge.", "SANCTIONED"),
        ("President Joe Biden signed Executive Order 14114.", "LISTED_ON"),
        ("It closed Rift Bank pursuant to section 34 of the Kenya Insurance Act.", "LISTED_ON"),
    ],
)
def test_what_they_do_not_say_is_not_read(text: str, tie: str) -> None:
    unlike = [found for found in ties(text) if "SUPPLIES" not in found]

    assert not any(tie in found for found in unlike)


@pytest.mark.model
def test_an_entry_of_a_register_names_one_person_and_ties_nothing() -> None:
    text = (
        "The following were added to the list on Monday.\n\n"
        "ABERNATHY, Colm Patrick, Limassol, Cyprus; DOB 11 Nov 1958; POB Omsk (individual)."
    )

    reading = reader().read(Article("", text, "2024-02-10"))

    assert "ABERNATHY, Colm Patrick" in {r.name for r in reading.referents}
    assert not reading.statements


@pytest.mark.model
def test_a_malaysian_firm_keeps_its_legal_form() -> None:
    reading = reader().read(Article("", "Penang Optics Sdn. Bhd., in Malaysia, was listed."))

    assert "Penang Optics Sdn. Bhd." in {r.name for r in reading.referents}
