"""Acronyms and bare names: whose they are, and whose they are not."""

import pytest

from kgbuild.model import Type
from kgbuild.names import key
from tests.extract.stage import ties
from tests.extract.test_one_thing import things


def are_one(text: str, one: str, other: str) -> bool:
    """Say whether two names are one thing's; both have to be found."""
    found = things(text)
    assert all(any(name in names for names in found) for name in (one, other)), found
    return any({one, other} <= names for names in found)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Norvik National Rail Company hired Ann Lee. NNRC is in Oslo.",
         "Norvik National Rail Company", "NNRC"),
        ("The Bank of Norvik raised rates. BoN Governor Ann Lee spoke.", "Bank of Norvik", "BoN"),
        ("The Bank of Tarn raised rates. BOT Governor Ann Lee spoke.", "Bank of Tarn", "BOT"),
        ("The U.S. Department of Ports sued Acme Corp. The DOP said so.",
         "U.S. Department of Ports", "DOP"),
        ("The Ministry of Ports, Trade and Fisheries met Ann Lee. MPTF is in Oslo.",
         "Ministry of Ports, Trade and Fisheries", "MPTF"),
        ("The Norvik Democrats (SVD) lost. Ann Lee left the party.", "Norvik Democrats", "SVD"),
        ("Spain's Socialists (PSNV) lost. Ann Lee left PSNV.", "Socialists", "PSNV"),
        ("The New Tarn Alliance (N-TA) won. Ann Lee leads N-TA.", "New Tarn Alliance", "N-TA"),
        ("Ann Lee led the UN Mission in Chad (UNMIC). UNMIC left.", "UN Mission in Chad", "UNMIC"),
        ("The State Oil Company of Chad Republic, SOCCR, hired Ann Lee.",
         "State Oil Company of Chad Republic", "SOCCR"),
        ("The Revolutionary Guard Corps Aerospace Force (RGC ASF) held Ann Lee.",
         "Revolutionary Guard Corps Aerospace Force", "RGC ASF"),
        ("The U.S. Department of Ports met Ann Lee. The Department of Ports sued Acme Corp.",
         "U.S. Department of Ports", "Department of Ports"),
        ("Norvik Munich won the cup. The striker Ann Lee scored two goals in the second half. "
         "Norvik are led by the coach Max Orr.", "Norvik Munich", "Norvik"),
        ("Orvik Metal CJSC was fined. Orvik Metal hired Ann Lee.", "Orvik Metal CJSC",
         "Orvik Metal"),
    ],
)  # fmt: skip
def test_an_acronym_is_of_the_one_body_that_it_fits(text: str, full: str, short: str) -> None:
    assert are_one(text, full, short)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Norvik National Rail Company sued the Norvik News Review Club. NNRC won.",
         "Norvik National Rail Company", "NNRC"),
        ("The U.S. Department of Ports met Ann Lee. Chad's Department of Ports did not.",
         "U.S. Department of Ports", "Department of Ports"),
        ("Ann Lee works for the FBI, Leeds Field Office (FBI).", "Leeds Field Office", "FBI"),
        ("The Bank of Norvik sued the Tarn Development Agency. The BDA won.", "Bank of Norvik",
         "BDA"),
        ("The Ben Norr Rail Authority (XRA) met Ann Lee. The Xanten Rail Authority did not.",
         "Xanten Rail Authority", "XRA"),
    ],
)  # fmt: skip
def test_an_acronym_that_fits_two_or_none_is_neither(text: str, full: str, short: str) -> None:
    assert not are_one(text, full, short)


def test_the_fed_is_the_federal_reserve() -> None:
    assert key(Type.ORGANIZATION, "the Fed") == key(Type.ORGANIZATION, "U.S. Federal Reserve")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Ida Orr, whose husband Max Orr is held in Chad, fled. Orr met Ann Lee.", "Ida Orr",
         "Orr"),
        ("Max Orr is a son of Otto Orr, who led Chad. Orr met Ann Lee.", "Max Orr", "Orr"),
        ("The victim was Max Berg-Orr.\n\nOrr's sister, Ann Orr, wept. Orr led Acme Corp.",
         "Max Berg-Orr", "Orr"),
        ("Luiz Inácio Lula da Silva won. Lula met Ann Lee.", "Luiz Inácio Lula da Silva", "Lula"),
        ("Chris Orvik is ill. Coun Orvik met Ann Lee.", "Chris Orvik", "Orvik"),
        ("Max Orr promoted his nephew Goran. Goran Vukov leads Acme Corp.", "Goran Vukov",
         "Goran"),
        ("Oleg Dorsky died. His wife, Yulia, a singer, fled. In May Yulia Dorskaya met Ann Lee.",
         "Yulia Dorskaya", "Yulia"),
    ],
)  # fmt: skip
def test_one_of_a_family_is_whom_the_text_is_on(text: str, full: str, short: str) -> None:
    assert are_one(text, full, short)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Orr's wife, Ida Orr, fled. Orr met Ann Lee.", "Ida Orr", "Orr"),
        ("Ana Maria de Souza met Ann Lee. Maria left.", "Ana Maria de Souza", "Maria"),
        ("Ida Orr, wife of President Max Orr, was ill. Orr met Ann Lee.", "Ida Orr", "Orr"),
        ("Max de Wit and Bo de Wit founded Acme Corp. De Wit met Ann Lee.", "Max de Wit", "De Wit"),
        ("Max Orr's son Otto Orr was held. Orr met Ann Lee.", "Otto Orr", "Orr"),
        ("Ida Orr and her husband Max Orr were held. Orr met Ann Lee.", "Ida Orr", "Orr"),
        ("Max Orr and his daughter Maria left. Minister Maria Vukova stayed.", "Maria Vukova",
         "Maria"),
    ],
)  # fmt: skip
def test_of_two_of_a_family_neither_is_taken(text: str, full: str, short: str) -> None:
    assert not are_one(text, full, short)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Chad bombed the Norvik Workers' Party, or PKN, in May. Ann Lee leads the PKN.",
         "Norvik Workers' Party", "PKN"),
        ("The Office for Ports and Rail, the OPR, hired Ann Lee.", "Office for Ports and Rail",
         "OPR"),
        ("Max Orr leads the Union of Free Farmers, known as Wolnica. Wolnica won.",
         "Union of Free Farmers", "Wolnica"),
        ("Sultan Ibrahim Orr met Ann Lee. Sultan Ibrahim left.", "Ibrahim Orr", "Sultan Ibrahim"),
        ("Norvane Ports, a unit of Acme Corp, hired Ann Lee. Norvane is in Oslo.",
         "Norvane Ports", "Norvane"),
    ],
)  # fmt: skip
def test_another_name_is_the_same_one(text: str, full: str, short: str) -> None:
    assert are_one(text, full, short)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Sharif's elder brother Nawaz left, his daughter Maryam Nawaz told Ann Lee.",
         "Maryam Nawaz", "Nawaz"),
        ("Perera's brother Ruwan was held, his wife Anjali Ruwan told Ann Lee.", "Anjali Ruwan",
         "Ruwan"),
        ("Siemens Mobility, the train arm of Siemens, hired Ann Lee.", "Siemens Mobility",
         "Siemens"),
        ("Airbus Helicopters, a lending unit of the carmaker Airbus, hired Ann Lee.",
         "Airbus Helicopters", "Airbus"),
        ("Airbus said its unit Airbus Helicopters hired Ann Lee.", "Airbus Helicopters", "Airbus"),
        ("Ford Credit, Ford's lending arm, hired Ann Lee.", "Ford Credit", "Ford"),
        ("Renault Trucks is a part of France's Renault.", "Renault Trucks", "Renault"),
        ("Money came from the Red Cross, the Norvik Food Fund, or NRC, he said.",
         "Norvik Food Fund", "NRC"),
        ("Queen Elizabeth met Elizabeth Warren.", "Elizabeth Warren", "Queen Elizabeth"),
    ],
)  # fmt: skip
def test_a_like_name_is_not_the_same_one(text: str, full: str, short: str) -> None:
    assert not are_one(text, full, short)


@pytest.mark.parametrize(
    "text", ["Ann Lee had been to Oslo, where his", "Max Orr met her deputies"]
)
def test_a_text_may_end_within_a_phrase(text: str) -> None:
    assert isinstance(ties(f"It is over.\n\n{text}"), set)
