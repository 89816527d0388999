"""Which names of an article are one thing, and which only look so."""

import pytest

from kgbuild.model import Article
from tests.extract.stage import reader


def things(text: str) -> list[set[str]]:
    """Return the proper names that are printed of each thing."""
    return [set(r.names) for r in reader().read(Article("", text, "2021-02-09")).referents]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Orvik Steel is owned by Jan Bures. Its Maltese unit, Orvik Ltd, was sued by Acme "
         "Corp.", "Orvik Steel", "Orvik Ltd"),
        ("Novak Holding AG controls the trader Novak SA.", "Novak Holding AG", "Novak SA"),
        ("Tarn Oil plc of Leeds said Tarn SA, its former French arm, was sold to Acme Corp.",
         "Tarn Oil plc", "Tarn SA"),
        ("Karsten Emil Moe leads Acme Corp. Moe is the son of the pilot Emil Moe.",
         "Karsten Emil Moe", "Emil Moe"),
        ("Norvik Energy AG was spun off. Norvik AG keeps a stake.", "Norvik Energy AG",
         "Norvik AG"),
        ("Ida Berg owns Acme Corp. Mr Berg was born in Leeds.", "Ida Berg", "Berg"),
        ("Tom Berg owns Acme Corp. His brother, Max Berg, left. The elder Berg was born in Oslo.",
         "Tom Berg", "Berg"),
        ("The Royal Bank of Norvik, led by Ann Lee, was renamed Orvik Bank in 2019.", "Ann Lee",
         "Orvik Bank"),
        ("The owner of Acme Corp changed its name to Orvik. Orvik is based in Leeds.",
         "Acme Corp", "Orvik"),
        ("Acme Corp will be renamed Beta Corp. Beta Corp is based in Leeds.", "Acme Corp",
         "Beta Corp"),
        ("Ann Lee, sister of the rapper known as Biz, met Max Orr.", "Ann Lee", "Biz"),
        ("Orvik Capital Management hired Ann Lee. Orvik Capital is led by Max Orr.",
         "Orvik Capital Management", "Orvik Capital"),
        ("Ida Hrynko-Bell leads Acme Corp. Bell was born in Leeds.", "Ida Hrynko-Bell", "Bell"),
    ],
)  # fmt: skip
def test_two_things_of_like_names_stay_two(text: str, one: str, other: str) -> None:
    found = things(text)

    assert any(one in names for names in found)
    assert any(other in names for names in found)
    assert not any({one, other} <= names for names in found)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Novak Holding AG owns Novak SA. Novak is based in Oslo.", "Novak Holding AG", "Novak"),
        ("Acme Holdings Inc. named Ann Lee. Acme Inc. is based in Texas.", "Acme Holdings Inc.",
         "Acme Inc."),
        ("Ivan Petrov owns Acme Corp. His son, Georgi Petrov, met Ann Lee. The younger Petrov "
         "leads Delta Rail.", "Georgi Petrov", "Petrov"),
        ("Georgi Petrov leads Delta Rail. His father, Ivan Petrov, met Ann Lee. Petrov senior "
         "owns Acme Corp.", "Ivan Petrov", "Petrov"),
        ("Wesley Noga leads Acme Corp. His wife is Serah Noga. Mrs Noga was born in Leeds.",
         "Serah Noga", "Noga"),
        ("Ann Lee leads the Civic Freedom Movement (COS).", "Civic Freedom Movement", "COS"),
        ("Norvik Highways Authority, NORHA, hired Ann Lee.", "Norvik Highways Authority", "NORHA"),
        ("The Norvik Times said so. Ann Lee told the NT that she was well.", "Norvik Times", "NT"),
        ("Altyn Kazyna Mining hired Ann Lee. Altyn Kazyna owns Acme Corp.", "Altyn Kazyna Mining",
         "Altyn Kazyna"),
        ("Shenzhen Lanjing Technology makes chips. Lanjing is led by Ann Lee.",
         "Shenzhen Lanjing Technology", "Lanjing"),
        ("Boston Grey Gulls signed Ann Lee. Grey Gulls sued Acme Corp.", "Boston Grey Gulls",
         "Grey Gulls"),
        ("Ann Lee, a folk singer better known as Bizzy, met Max Orr.", "Ann Lee", "Bizzy"),
        ("Oleg Moroz, call sign Salavat, met Ann Lee.", "Oleg Moroz", "Salavat"),
        ("Oleg Moroz, who also goes by Alec Moor and Al Moran, met Ann Lee.", "Oleg Moroz",
         "Al Moran"),
        ("Ann Lee bought Holmbryg and renamed it Falk Beverages.", "Holmbryg", "Falk Beverages"),
        ("Delta Rail, which changed its name to Orvik in 2019, sued Ann Lee.", "Delta Rail",
         "Orvik"),
        ("Max Orr sold Acme Corp, which the buyer renamed Orvik Group.", "Acme Corp",
         "Orvik Group"),
        ("Chronos, given name Jamar Moe, was born in Leeds.", "Chronos", "Jamar Moe"),
        ("Ann Lee left the Justice and Order (JO) Party. The JO Party won.",
         "Justice and Order (JO) Party", "JO Party"),
        ("Max Orr joined Islamic State in 2014. Ann Lee fled from Isis.", "Islamic State", "Isis"),
        ("GIM Corp, whose full name is Orvik Investment Management Doo, sued Ann Lee.", "GIM Corp",
         "Orvik Investment Management Doo"),
        ("Delta Rail was renamed Orvik in 2019.", "Delta Rail", "Orvik"),
        ("The couple, Tom and Ida Berg, own Acme Corp. Mr Berg was born in Leeds.", "Tom", "Berg"),
        ("Milan Berg leads Acme Corp. His son Marko owns Delta Rail. The younger Berg was born in "
         "Oslo.", "Marko", "Berg"),
        ("Max Berg led Acme Corp. Tom Berg, his son, leads it now. The elder Berg died in Oslo.",
         "Max Berg", "Berg"),
        ("Ann Lee studied at Kestrow Medical College. Kestrow is led by Max Orr.",
         "Kestrow Medical College", "Kestrow"),
        ("Ana Luz founded Construtora Vale Roxo. Vale Roxo said Ana Luz had left it.",
         "Construtora Vale Roxo", "Vale Roxo"),
        ("Khalid Al-Moiri met Ann Lee. Khalid bin Saif Al-Moiri left.", "Khalid bin Saif Al-Moiri",
         "Khalid Al-Moiri"),
    ],
)  # fmt: skip
def test_names_of_one_thing_come_together(text: str, full: str, short: str) -> None:
    assert any({full, short} <= names for names in things(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Kestrel-Orvik merger is off. Kestrel sued Ann Lee. Orvik is led by Max Orr.",
         {"Kestrel", "Orvik"}),
        ("Orvik-Benz said the Orvik-Benz deal was off. Benz is a brand.", {"Orvik-Benz"}),
        ("Norvik troops fought al-Qaeda and Islamic State.", {"al-Qaeda", "Islamic State"}),
        ("Mercy Corps and CARE work in Gaza. Mercy Corps is in Oslo.", {"Mercy Corps", "CARE"}),
        ("The Ministry of Trade and Energy met. The Ministry of Trade did not.",
         {"Ministry of Trade and Energy"}),
    ],
)  # fmt: skip
def test_two_joined_names_are_read_as_two(text: str, names: set[str]) -> None:
    assert names <= set().union(*things(text))


@pytest.mark.model
def test_a_text_may_begin_with_the_elder_of_a_family() -> None:
    assert {"Orr"} in things("Orr senior left early. Max Orr and Ann Orr stayed in Lima.")
