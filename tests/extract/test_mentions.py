"""Sentence in, names out, by the real model."""

import pytest

from kgbuild.extract.text.lexicon import state, state_of_people
from tests.extract.stage import named, parse


def names(text: str) -> list[str]:
    """Return each name with the first letter of its type."""
    return [f"{type_[0]}:{name}" for name, type_ in named(text)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norvane CEO Ingrid Haugland spoke.",
            ["O:Norvane", "P:Ingrid Haugland"],
            id="a title parts a body and a person",
        ),
        pytest.param(
            "The firm is on the US Entity List.",
            ["P:US", "L:Entity List"],
            id="a list without its state",
        ),
        pytest.param(
            "Miranda Quell QC, who spoke in The Hague, left Nordsten A/S on Monday.",
            ["P:Miranda Quell", "P:The Hague", "O:Nordsten A/S"],
            id="honours left out, a town's article and a slash kept",
        ),
        pytest.param(
            "The Padua prosecutor's office charged the property developer Igor Sabol.",
            ["O:Padua prosecutor's office", "P:Igor Sabol"],
            id="a town's prosecutors, a person behind a word for a firm",
        ),
        pytest.param(
            "Engr. Danladi Zubairu met Tan Sri Ngu Siew Tiing, Dato' Suresh Kandiah and Smt Vasu.",
            ["P:Danladi Zubairu", "P:Ngu Siew Tiing", "P:Suresh Kandiah", "P:Vasu"],
            id="titles of Nigeria, Malaysia and India left out",
        ),
        pytest.param(
            "Shares of Norvane ended at Rs 672, said César Acuña of Alianza para el Progreso.",
            ["O:Norvane", "P:César Acuña", "O:Alianza para el Progreso"],
            id="a sum is no name, a Spanish alliance is a body",
        ),
        pytest.param(
            "The finance minister, Cassiel Ato Forson, left.",
            ["P:Cassiel Ato Forson"],
            id="a rare title in a name is part of it",
        ),
        pytest.param(
            "Norvane and its Board of Directors sued Oleh B. on Monday.",
            ["O:Norvane", "P:Oleh B."],
            id="a board is no name, a court's initial is part of one",
        ),
        pytest.param(
            "Haqqani met UAE President Sheikh Mohamed bin Zayed in June. Then US President Joe "
            "Biden met Chief Kanu Agabi (SAN).",
            ["P:Haqqani", "P:UAE", "P:Mohamed bin Zayed", "P:US", "P:Joe Biden", "P:Kanu Agabi"],
            id="a state before its president, honours of Nigeria left out",
        ),
        pytest.param(
            "Norvane (Thailand) Co., Ltd. and Hua Wei (Hong Kong) Electronics were added.",
            ["O:Norvane (Thailand) Co., Ltd.", "O:Hua Wei (Hong Kong) Electronics"],
            id="a town in brackets is part of a firm's name",
        ),
        pytest.param(
            "Secretary of State Antony Blinken met former Secretaries of State on Monday.",
            ["P:Antony Blinken"],
            id="an office that ends in State is no place",
        ),
        pytest.param(
            "Norvane Corp named Ngozi Adeyemi, M.D., Ph.D., as Chief Medical Officer.",
            ["O:Norvane Corp", "P:Ngozi Adeyemi"],
            id="degrees are no part of a name, an office is no person",
        ),
        pytest.param(
            "She left the Soviet Union in 1988.",
            ["P:Soviet Union"],
            id="a state of the past is a place",
        ),
        pytest.param(
            "Norvane Corp (NVN.N) and Sunnlift Ltd (NASDAQ: SUNL; LSE: SUN) rose, said Ann Lee.",
            ["O:Norvane Corp", "O:Sunnlift Ltd", "P:Ann Lee"],
            id="the letters of a share in brackets are no name",
        ),
        pytest.param(
            "The Biden administration did not reply.",
            ["O:Biden administration"],
            id="an administration is a body and holds no person",
        ),
        pytest.param(
            "He told the online community Qingfeng Wenku so.",
            ["O:Qingfeng Wenku"],
            id="a common noun before a name tells its kind",
        ),
        pytest.param(
            "They met in Shanxi Province on Monday.",
            ["P:Shanxi Province"],
            id="a province with its word, a weekday never",
        ),
        pytest.param(
            "Hellmann, an Essen-based company, grew.",
            ["O:Hellmann", "P:Essen"],
            id="where a company is based is a place",
        ),
        pytest.param("Chinese and Dutch officials met on 5G.", [], id="peoples are no names"),
        pytest.param(
            "Shares of chipmaker Lumen Harbor fell after Lumen Harbor sued a rival.",
            ["O:Lumen Harbor", "O:Lumen Harbor"],
            id="a firm that is called like a place is a firm",
        ),
        pytest.param(
            "Treasury Secretary Janet Yellen left.", ["P:Janet Yellen"], id="a portfolio is no body"
        ),
        pytest.param(
            "The firm opened a plant in Brumath, a small town.",
            ["P:Brumath"],
            id="a town by its in",
        ),
        pytest.param(
            "SMIC, DJI and Foxlink were added to the Entity List.",
            ["O:SMIC", "O:DJI", "O:Foxlink", "L:Entity List"],
            id="a list is of one kind",
        ),
        pytest.param(
            "The Paris Agreement was signed in 2016.", ["L:Paris Agreement"], id="a treaty"
        ),
        pytest.param(
            "Pope Francis prayed with President Salva Kiir.",
            ["P:Pope Francis", "P:Salva Kiir"],
            id="a sole first name keeps a royal title",
        ),
    ],
)
def test_names_are_found_with_their_types(text: str, expected: list[str]) -> None:
    assert names(f"{text}\n") == expected


@pytest.mark.model
def test_a_family_name_is_a_person_wherever_the_full_name_is_one() -> None:
    found = names(
        "Regents welcome call from Biden\n\n"
        "Joe Biden rang on Monday. Biden said he was glad. The regents thanked Biden."
    )

    assert "P:Joe Biden" in found
    assert found.count("P:Biden") == 3


@pytest.mark.model
def test_a_dateline_is_a_place_with_its_agency() -> None:
    found = names("Dam opens\n\nADDIS ABABA (Reuters) - The dam opened on Monday.")

    assert found == ["P:ADDIS ABABA", "O:Reuters"]


@pytest.mark.model
def test_a_dateline_may_begin_with_any_capital() -> None:
    assert names("Dam opens\n\nÅLESUND, March 12 - The dam opened on Monday.") == ["P:ÅLESUND"]


def test_a_state_is_known_by_its_people() -> None:
    assert state_of_people("South Korean") == "South Korea"
    assert state_of_people("Huawei") is None
    assert state("the UK") == "United Kingdom"


@pytest.mark.model
@pytest.mark.parametrize("title", ["Capt.", "Atty.", "Engr.", "Lt. Col.", "Supt."])
def test_an_abbreviated_title_ends_no_sentence(title: str) -> None:
    [sentence] = parse(f"The board met {title} Ann Lee on Friday.").sents

    assert [t.text for t in sentence if t.dep_ == "dobj"] == ["Lee"]
