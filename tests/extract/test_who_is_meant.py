"""Whom pronouns, descriptions and bare titles mean."""

import pytest

from tests.extract.stage import described, ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Orr sent his envoy Bo Berg to Oslo, where he met Kai Moe.", "Max Orr MET_WITH Kai"),
        ("Max Orr sent Bo Berg to Oslo, where he met Kai Moe.", "Max Orr VISITED"),
        ("The Senate's trade panel voted. Max Orr chairs the panel.", "LEADS"),
        ("The University of Porto spoke. The panel, led by Ann Lee, met.", "LEADS"),
        ("The Knesset sat. The committee, chaired by Ann Lee, did not.", "LEADS"),
        ("The report was in the Argus. Max Orr blamed the department.", "CRITICIZED"),
        ("He spoke to the Standard. Ann Lee accused the ministry of fraud.", "CRITICIZED Standard"),
        ("The Oslo Museum is shut. Ann Lee heads the Bergen museum.", "LEADS Oslo Museum"),
        (
            "Max Orr, who was an assistant to Bo Berg when the Peru-born forward won titles, left.",
            "Max Orr BORN_IN",
        ),
        (
            "Payments startup Zuri has raised $38 million. Marlin Capital, which had signed a term "
            "sheet in May, pulled out in June, co-founder and CEO Ann Lee told Reuters.",
            "Ann Lee FOUNDED Marlin",
        ),
        (
            "Lumo lost its biggest client. Telia had left, managing director Ida Holm told Metro.",
            "LEADS Telia",
        ),
        (
            "Kenya has said it will send no police to Haiti, a day after Prime Minister Ann Lee "
            "said she would resign.",
            "LEADS Kenya",
        ),
        ("Austria votes. Provincial Governor Max Orr spoke. Austria waits.", "LEADS Austria"),
        (
            "Irish Prime Minister Max Orr and his Spanish counterpart Bo Berg met. Berg spoke to "
            "parliament.\n\nAnn Lee accused the prime minister of hiding.",
            "CRITICIZED Max Orr",
        ),
        (
            "CTB was put under the control of the Savings Corporation of Nigeria, three weeks "
            "after its managing director, Max Orr, fled.",
            "LEADS Savings",
        ),
    ],
)
def test_a_tie_is_not_drawn_of_who_is_not_meant(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Orr sent Bo Berg to Oslo, where he met Kai Moe.", "Bo Berg MET_WITH Kai Moe"),
        ("The IPCC met. The panel, chaired by Ann Lee, wrote a report.", "Ann Lee LEADS IPCC"),
        ("The Senate passed it. The chamber, led by Max Orr, sat.", "Max Orr LEADS Senate"),
        ("The Home Office said so. Ann Lee criticised the ministry.", "Lee CRITICIZED Home Office"),
        ("The Vienna State Opera is shut. Ann Lee runs the Vienna opera.", "Lee LEADS Vienna"),
        ("Acme will open a plant, chief executive Ann Lee said.", "Ann Lee LEADS Acme"),
        (
            "Tereza Orr learnt of it last year.\n\n"
            '"My mother, Jana, cried when she read it," she said.',
            "Jana PARENT_OF Tereza Orr",
        ),
        (
            "The men who ran it are gone.\n\nMAX ORR\nMayor of Nis. He left in 1995.\n\n"
            "BO BERG\nArmy chief until he was dismissed. His daughter Ida is married to Kai Moe.",
            "BO BERG PARENT_OF Ida",
        ),
    ],
)
def test_a_tie_is_drawn_of_who_is_meant(text: str, tie: str) -> None:
    assert any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "The US Agency for International Trade sent a team to Oslo. The head of the civil "
            "protection agency, Ann Lee, said so.",
            "LEADS US Agency",
        ),
        (
            "Austin-based Silvaron rose 4%. Nanotek gained 3%. The Portland company is led by Ann "
            "Lee.",
            "LEADS Silvaron",
        ),
        (
            "Max Orr, chairman of Renault, spoke. Bo Berg was arrested in 2018. The former "
            "chairman accused Nissan of fraud.",
            "Max Orr CRITICIZED",
        ),
        (
            "Rio Tinto gave its stake to the Autonomous Buka Government. In 2024 the company "
            "signed a deal with Norvik Metals.",
            "Autonomous Buka Government PARTNERED_WITH",
        ),
        ("Ida Falk, an aide to Ann Lee who now heads the Ulm Institute, spoke.", "Ann Lee LEADS"),
        ("A former aide to Ann Lee who now heads the Ulm Institute spoke.", "Ann Lee LEADS"),
        ("Ida Falk, a pupil of Max Orr who founded the publisher Mizu, died.", "Max Orr FOUNDED"),
        (
            "Among the dead was Ann Lee, the mayor of Ulm, who was on her way home from a party, "
            "her brother, Max Lee, told the radio station DZMM.",
            "Ann Lee SPOKE_TO",
        ),
        (
            "Canadian Prime Minister Max Orr spoke. His industry minister, Ida Falk, said Ottawa "
            "was consulting its partners.",
            "WORKS_FOR Ottawa",
        ),
        ("Manila's former president, Max Orr, was held.", "LEADS Manila"),
        (
            "Lille coach Max Orr met Ann Lee. The striker joined Leeds United.",
            "Max Orr PLAYS_FOR Lee",
        ),
    ],
)
def test_a_tie_is_not_drawn_of_who_stands_near(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Central Intelligence Agency is in turmoil. The spy agency is led by Ann Lee.",
         "Ann Lee LEADS Central"),
        ("Ida Falk, an aide to Ann Lee who now heads the Ulm Institute, spoke.",
         "Ida Falk LEADS Ulm Institute"),
        ("Ida Falk, a pupil of Max Orr who founded the publisher Mizu, died.",
         "Ida Falk FOUNDED Mizu"),
        ("Max Orr is the son of Bo Orr who founded Acme Corp.", "Bo Orr FOUNDED Acme"),
        ("Sharif's elder brother Nawaz left, his daughter Maryam Nawaz told Ann Lee.",
         "Nawaz PARENT_OF Maryam Nawaz"),
        ("Among those held is Max Orr, the head of Acme Corp, his lawyer, Bo Berg, told Reuters.",
         "Bo Berg SPOKE_TO Reuters"),
        ("Manila's former president, Max Orr, was held in the Philippines.",
         "former: Max Orr LEADS Philippines president"),
        ("Ottawa's mayor, Ida Falk, was held in Canada.", "Ida Falk LEADS Ottawa"),
        ("Ann Lee sacked the minister, Max Orr. The former minister told Radio One it was a shame.",
         "Max Orr SPOKE_TO Radio One"),
        ("Max Orr, mayor of Ulm from 2011 to 2020, met Ann Lee. The former mayor founded Acme.",
         "Max Orr FOUNDED Acme"),
        ("Austin-based Silvaron hired Ann Lee. The Texas company is led by Max Orr.",
         "Max Orr LEADS Silvaron"),
    ],
)  # fmt: skip
def test_a_tie_is_drawn_of_who_stands_farther(text: str, tie: str) -> None:
    assert any(tie in found for found in ties(text))


@pytest.mark.model
def test_what_is_called_by_a_firm_is_another() -> None:
    text = "Tesla hired Ann Lee. The Tesla supplier is owned by Max Orr."

    assert not described(text, "Tesla")
