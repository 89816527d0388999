"""Whose a tie is among those who stand side by side: kin, lists, appositions."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Orr believed that Bo Berg was in love with his wife, Ida.", "SPOUSE_OF"),
        ("Max Orr accused Bo Berg of seducing his wife, Ida.", "SPOUSE_OF"),
        (
            "The miner Josef Kral has died. He is survived by Ida, two daughters and a son, "
            "the painter Karel Kral.",
            "PARENT_OF Ida",
        ),
        ("The miner Max Kral has died. He leaves Ida, two sons and a daughter.", "OF Ida"),
        ("The parties are Unitas, a party led by Ivo Marek, and Dawn, a club.", "LEADS Dawn"),
        ("It joined Acme Corp, founded by Max Orr, and Beta Group, which is new.", "FOUNDED Beta"),
        ("Police held Max Orr, born in Lima, and Ann Lee, born in Oslo.", "Ann Lee BORN_IN Lima"),
        ("The jury has the German critic Max Orr, the Swedish poet Ann Lee.", "Orr CITIZEN_OF Sw"),
        (
            "The film was made by Israeli journalist Dan Abraham and Palestinian activist "
            "Basel Ada.",
            "Ada CITIZEN_OF Israel",
        ),
        ("Acme Corp, set up by three banks and led by Ann Lee, lost its case.", "Lee FOUNDED"),
        ("Ann Lee, heir of the founding family and chief executive of Gommaro, left.", "FOUNDED"),
        ("Acme Corp is a venture in which Beta Group owns 51% and Orr Bank 49%.", "FOUNDED"),
        (
            "One of his sons, Max Varga, was held with the president's chief of staff, Pal Orr, "
            "and Bo Orr, his brother.",
            "Bo Orr SIBLING_OF Max Varga",
        ),
        ("Rita Lee started Tembo with Max Orr, a baker, after a stint at Acme Corp.", "Orr WORKS"),
        ("Max Orr, Bo Berg and EU negotiator Ann Lee signed.", "Max Orr WORKS_FOR"),
        ("Ann Lee, founder of Acme Corp's successor, Beta Group, left.", "Ann Lee FOUNDED Acme"),
        (
            "NATO, of which Peru is not a member, met European Commission President Ann Lee.",
            "MEMBER_OF European Commission",
        ),
        (
            "Max Orr, a cousin of the Duke of Wellington, is separated from Ida Cook, with whom he "
            "has a son, Barnaby.",
            "Duke of Wellington PARENT_OF",
        ),
        ("Max Orr, who met Ann Lee's parents on Sunday, said so.", "MET_WITH Ann Lee"),
        ("EU leaders met the presidents of Serbia, Albania and Kosovo in Tirana.", "MEMBER_OF"),
        ("Max Orr said neither he nor DICS had acted for Bo Berg.", "WORKS_FOR DICS"),
        (
            "Jonas Brandt left. Brandt's father, also named Jonas, founded Acme Corp.",
            "Jonas Brandt F",
        ),
        ("Paul Rey and the Algiers-born senator Nadia Ferhat left.", "Rey BORN_IN"),
        ("Bo Berg was joined by a Lima-born former minister, Ann Paz, and others.", "Berg BORN"),
        ("The Lima-born forward, Bo Berg said, left.", "Berg BORN"),
        ("Acme's head Max Orr and its Lima-born planning chief Ann Paz left.", "Orr BORN_IN"),
        (
            "Among them are Pavel Orlov, who holds a French passport, and, according to Forbes, "
            "the magnate Andrei Belov, who was born in Belarus.",
            "Belov CITIZEN_OF",
        ),
        ("Max Orr is married to the sister of Mayor Bo Berg's driver, Tomas Paz.", "OF Tomas Paz"),
        ("Ana Orr is survived by a daughter and by a grandson, the baker Bo Orr.", "PARENT_OF Bo"),
        (
            "Canada imposed sanctions on the general Min Oo, and Peru imposed sanctions on Tarvex.",
            "Canada SANCTIONED Tarvex",
        ),
        (
            "Canada imposed sanctions on the general Min Oo, and Peru imposed sanctions on Tarvex.",
            "Peru SANCTIONED Min Oo",
        ),
        ("Israel's Mossad chief Max Orr met Bo Berg.", "LEADS Israel"),
        (
            "Peru returned five prisoners on Tuesday, Chile's deputy prime minister, Max Orr, "
            "told Reuters.",
            "Max Orr WORKS_FOR Peru",
        ),
        ("India's Reserve Bank governor Ravi Rao left.", "OF India"),
        (
            "Hungary will quit the International Criminal Court (ICC), Max Orr, the head of "
            "Lorinc's office, said. Prime Minister Viktor Lorinc agreed.",
            "Max Orr LEADS",
        ),
        ("The Liberals and their ally Chega, led by Bo Berg, agreed.", "LEADS Liberals"),
    ],
)
def test_what_is_told_of_one_is_not_drawn_of_whom_it_stands_beside(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Prosecutors allege that Max Orr killed his wife, Ida.", "Ida SPOUSE_OF Max Orr"),
        ("Max Orr feared that Bo Berg would sack his son, Tim Orr.", "Max Orr PARENT_OF Tim Orr"),
        (
            "NATO chief Max Orr met the ministers of Finland and Sweden, which joined the "
            "alliance last year.",
            "Finland MEMBER_OF NATO",
        ),
        (
            "The miner Josef Kral has died. He is survived by Ann and Max Kral, his children.",
            "asserted: Josef Kral PARENT_OF Max Kral",
        ),
        ("Acme Corp, founded and led by Ann Lee, lost.", "Ann Lee FOUNDED Acme Corp"),
        ("Max Orr, the founder of Acme Corp's predecessor, Beta Group, left.", "FOUNDED Beta"),
        ("Police held the mayor, Max Orr, and Bo Orr, his brother.", "Bo Orr SIBLING_OF Max Orr"),
        ("Max Orr is divorced from the actress Ann Lee.", "former: Max Orr SPOUSE_OF Ann Lee"),
        ("Max Orr's first wife, Ida, lives in Minsk.", "former: Ida SPOUSE_OF Max Orr"),
        (
            "Ann Lee, whose first husband, Max Orr, sold the plant, lives in London.",
            "asserted: Ann Lee LIVES_IN London",
        ),
        ("Max Orr and the Lima-born senator Ann Paz left.", "Ann Paz BORN_IN Lima"),
        ("Ann Lee met the Kenya-born British author Max Orr.", "Max Orr BORN_IN Kenya"),
        ("Bo Berg was joined by a Lima-born former minister, Ann Paz.", "Ann Paz BORN_IN Lima"),
        ("Max Orr leaves a nephew, the poet Bo Orr, and a son, the baker Tom Orr.", "OF Tom Orr"),
        (
            "Max Orr, who is married to the president's niece, the painter Ann Lee, left.",
            "Max Orr SPOUSE_OF Ann Lee",
        ),
        ("Max Orr, husband of the band's singer, Ida Berg, left.", "Max Orr SPOUSE_OF Ida Berg"),
        ("Israel's Mossad chief Max Orr met Bo Berg.", "Max Orr LEADS Mossad"),
        ("Canada said France had imposed sanctions on Tarvex.", "France SANCTIONED Tarvex"),
        ("Olena Koval buried her husband, Andriy, a soldier.", "former: Andriy SPOUSE_OF Olena"),
        ("Ann Lee, who lost her husband, Max Orr, in 2019, left.", "former: Max Orr SPOUSE_OF Ann"),
    ],
)
def test_what_is_told_is_drawn_of_who_it_is_told_of(text: str, tie: str) -> None:
    assert any(tie in found for found in ties(text))
