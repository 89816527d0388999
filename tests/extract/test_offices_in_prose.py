"""Offices that one sentence tells: by counterparts, bylines, "of", and nouns of offices."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Foreign Minister Max Orr met his Belgian counterpart, Ann Lee.",
            "Ann Lee WORKS_FOR Belg",
        ),
        (
            "Kenya's president, Max Orr, phoned his Peruvian opposite number, Ann Lee.",
            "Ann Lee LEADS Peru president",
        ),
        (
            "Kenya's president, Max Orr, phoned his Iraqi counterpart, Ann Lee, who agreed.",
            "Ann Lee LEADS Iraq president",
        ),
        ("Kenya's foreign minister, Max Orr, and Ann Lee met.", "Max Orr WORKS_FOR Kenya"),
        ("She blamed Pakistan's railways minister, Max Orr, for it.", "Max Orr WORKS_FOR Pakistan"),
        ("Plant shuts\n\nBy Ann Lee, BBC News, Nairobi\n\nIt shut.", "Ann Lee WORKS_FOR BBC News"),
        (
            "Plant shuts\n\nBy Ann Lee (NORP) and Bo Berg (Norvane TV)\n\nIt shut.",
            "Bo Berg WORKS_FOR Norvane TV",
        ),
        (
            "Plant shuts\n\nBy Ann Lee and Bo Berg, Reuters\n\nIt shut.",
            "Ann Lee WORKS_FOR Reuters",
        ),
        ("The co-owner Max Orr, of Norvane Capital, spoke.", "Max Orr WORKS_FOR Norvane Capital"),
        ("Ann Lee, formerly of Norvane Chemicals, spoke.", "former: Ann Lee WORKS_FOR Norvane"),
        ("He leaves the actress Ann Lee of Vienna's Burg Theatre.", "Ann Lee WORKS_FOR Burg"),
        ("Governor Max Orr of the NNPP disagreed.", "Max Orr MEMBER_OF NNPP"),
        ("Norvane's chief executive, Australian-born Ann Lee, spoke.", "Ann Lee LEADS Norvane"),
        ("The president of Norvane Corp, the Algerian Max Orr, spoke.", "Max Orr LEADS Norvane"),
        ("Max Orr, the editor-in-chief of the Norvane Post, left.", "Max Orr LEADS Norvane Post"),
        ("Max Orr, a senior commander of the Holy Front, fled.", "Max Orr WORKS_FOR Holy Front"),
        ("Ann Lee, a nurse at Norvane Hospital, spoke.", "Ann Lee WORKS_FOR Norvane Hospital"),
        ("He met Lima municipal manager Max Orr.", "Max Orr WORKS_FOR Lima municipal manager"),
    ],
)
def test_an_office_is_read(text: str, tie: str) -> None:
    assert any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Italian minister Ann Lee met Kenya's foreign minister, Max Orr, and his Ugandan "
            "counterpart, Jane Okello.",
            "Max Orr WORKS_FOR Uganda",
        ),
        ("Police accused Max Orr of Norvane fraud.", "Max Orr WORKS_FOR"),
        ("The bus owner Max Orr of Norvane Travels fled.", "Max Orr PLAYS_FOR"),
        ("Reporting by Ann Lee; Editing by Max Orr, Reuters\n\nIt shut.", "WORKS_FOR"),
        ("He is a member of the Sharks, General Max Orr said.", "Max Orr MEMBER_OF"),
    ],
)
def test_no_office_is_read_of_who_has_none(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))
