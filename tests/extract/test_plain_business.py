"""Plain ties of business and sanctions: who follows whom, whose a firm is, who supplies whom."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Velsted picked Mette Orland to succeed Jens Rask as chief executive.",
            "planned: Mette Orland LEADS Velsted",
        ),
        (
            "Velsted picked Mette Orland to succeed Jens Rask as chief executive.",
            "asserted: Jens Rask LEADS Velsted",
        ),
        (
            "Acme Steel named Ann Lee to replace Max Orr as finance chief.",
            "planned: Ann Lee WORKS_FOR Acme Steel",
        ),
        (
            "Ann Lee took over from Bo Berg as chief executive of Norvane in 2020.",
            "former: Bo Berg LEADS Norvane",
        ),
        (
            "Norvane Foods appointed Jane Carver as its new chair, replacing Tom Stokes.",
            "former: Tom Stokes LEADS Norvane Foods",
        ),
        (
            "Norvane Foods has appointed Jane Carver as chief executive, replacing Tom Stokes. "
            "She will start in July.",
            "asserted: Tom Stokes LEADS Norvane Foods",
        ),
        (
            "Jane Carver will become chief executive of Norvane Foods, taking over from "
            "Tom Stokes.",
            "asserted: Tom Stokes LEADS Norvane Foods",
        ),
        (
            "Norvane named Ann Lee chief executive, succeeding Bo Berg.",
            "asserted: Ann Lee LEADS Norvane",
        ),
        (
            "Ann Lee replaced Norvane chief executive Bo Berg in 2019.",
            "asserted: Ann Lee LEADS Norvane",
        ),
        (
            "Ann Lee replaced Norvane chief executive Bo Berg in 2019.",
            "former: Bo Berg LEADS Norvane",
        ),
        (
            "Mayor Tom Stokes of Lima was replaced by Jane Carver.",
            "asserted: Jane Carver LEADS Lima",
        ),
        (
            "Ann Lee replaces Bo Berg, who was dismissed as chief executive of Norvane last month.",
            "former: Bo Berg LEADS Norvane",
        ),
        (
            "Bo Berg resigned as chief executive of Norvane. His successor will be Karen Toft.",
            "planned: Karen Toft LEADS Norvane",
        ),
        (
            "Norvane Foods named Ann Lee as chief executive. Her predecessor, Bo Berg, left.",
            "former: Bo Berg LEADS Norvane Foods",
        ),
        ("Ann Lee took the helm of Norvane from Bo Berg.", "asserted: Ann Lee LEADS Norvane"),
        (
            "Norvane Foods has named Ann Lee chief executive. She comes from Acme and will take "
            "over in March.",
            "planned: Ann Lee LEADS Norvane Foods",
        ),
        (
            "Norvane Foods replaced Bo Berg with Ann Lee as chief executive.",
            "asserted: Ann Lee LEADS Norvane Foods",
        ),
        (
            "Bo Berg was replaced as chairman of Norvane Foods in 2019.",
            "former: Bo Berg LEADS Norvane Foods",
        ),
        (
            "Kate O'Brien, vice-chancellor of the University of Otago, said so.",
            "asserted: Kate O'Brien LEADS University of Otago",
        ),
    ],
)
def test_who_follows_whom_in_an_office_is_read_of_both(text: str, tie: str) -> None:
    assert any(found.startswith(tie) for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Marek Dolny's Polsat Holding sold shares.", "asserted: Marek Dolny OWNS Polsat"),
        ("Oleg Brandt's Basic Element bought the firm.", "asserted: Oleg Brandt OWNS Basic Elem"),
        (
            "Germany will buy gas, Redwood's Priya Nandakumar said.",
            "asserted: Priya Nandakumar WORKS_FOR Redwood",
        ),
        ("The Green Party's Ann Lee said so.", "asserted: Ann Lee MEMBER_OF Green Party"),
        (
            "The CEO of Unilever, Ann Lee, met Nestlé's Mark Schneider.",
            "asserted: Mark Schneider WORKS_FOR Nestlé",
        ),
        (
            "Helix, a 50-50 venture between BASF and Sabic, will build it.",
            "asserted: Sabic OWNS Helix",
        ),
        (
            "Altaqocha, a venture of Glencore (60 percent) and Vale (40 percent), said so.",
            "asserted: Glencore PARTNERED_WITH Vale",
        ),
        ("Bo Berg, the late founder of Acme Corp, was kind.", "asserted: Bo Berg FOUNDED Acme"),
        (
            "Ann Lee founded Umut Eli. Her co-founders are Bo Berg and Max Orr.",
            "asserted: Max Orr FOUNDED Umut Eli",
        ),
        (
            "Elsevier Norvik, whose papers include the Oslo Post and the Bergen Times, fell.",
            "asserted: Elsevier Norvik OWNS Bergen Times",
        ),
        ("Acme Corp bought a 30% holding in Beta Group.", "asserted: Acme Corp OWNS Beta Group"),
        (
            "Acme Corp plans to raise its stake in Beta Group to 30%.",
            "asserted: Acme Corp OWNS Beta Group",
        ),
        ("Carlsberg bought Britvic from PepsiCo.", "former: PepsiCo OWNS Britvic"),
        (
            "Karin Dahl was hired from Scania as finance chief.",
            "former: Karin Dahl WORKS_FOR Scania",
        ),
        (
            "Volta Trucks poached Karin Dahl from Scania last year.",
            "asserted: Karin Dahl WORKS_FOR Volta Trucks",
        ),
    ],
)
def test_whose_a_body_is_and_who_is_with_it_is_read(text: str, tie: str) -> None:
    assert any(found.startswith(tie) for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Norway imposed sanctions on Merex Trading. Iceland and Switzerland followed suit.",
            "asserted: Switzerland SANCTIONED Merex Trading",
        ),
        (
            "Canada blacklisted Merex Trading last week. Japan has not followed suit.",
            "denied: Japan SANCTIONED Merex Trading",
        ),
        (
            "Britain imposed sanctions on eleven people. Those hit include Zaza Kobalia and "
            "Pavlos Ioannides.",
            "asserted: United Kingdom SANCTIONED Pavlos Ioannides",
        ),
        (
            "Britain imposed sanctions on 20 firms. Among those targeted are Merex Trading and "
            "Orlan Shipping.",
            "asserted: United Kingdom SANCTIONED Orlan Shipping",
        ),
        (
            "The EU blacklisted Servo, Lumotek of Shenzhen and Boda Optics.",
            "asserted: European Union SANCTIONED Boda Optics",
        ),
        ("Kolten Pharma faces a lawsuit from Beta Group.", "asserted: Beta Group SUED Kolten"),
        ("Max Orr urged Ann Lee to step down.", "asserted: Max Orr CRITICIZED Ann Lee"),
        ("Bo Berg called for Ann Lee to resign.", "asserted: Bo Berg CRITICIZED Ann Lee"),
        ("Cordaid cut off funding to Hearth Africa.", "former: Cordaid INVESTED_IN Hearth Africa"),
        (
            "Kwai Fung Trading sold chips made by Intel to Alabuga Machinery.",
            "asserted: Kwai Fung Trading SUPPLIES Alabuga Machinery",
        ),
        (
            "Norvik Foods buys its wheat from the Canadian trader Richardson and its palm oil from "
            "Sime Darby.",
            "asserted: Sime Darby SUPPLIES Norvik Foods",
        ),
        (
            "Rio Tinto sued Vale, its subsidiary Samarco and BHP.",
            "asserted: Samarco SUBSIDIARY_OF Vale",
        ),
        (
            "The United States imposed sanctions on Rusal in 2018 and lifted them a year later.",
            "former: United States SANCTIONED Rusal",
        ),
        (
            "Britain sanctioned Oleg Tinkov but took him off the list in 2023.",
            "former: United Kingdom SANCTIONED Oleg Tinkov",
        ),
        (
            "Ann Lee became a Russian citizen in 2014 and renounced it in 2022.",
            "former: Ann Lee CITIZEN_OF Russia",
        ),
        (
            "Caio Moura was tipped to head Eletrobras but turned the job down.",
            "denied: Caio Moura LEADS Eletrobras",
        ),
        (
            "Petrovale said its former sales director, Caio Moura, would replace Adriana Lins as "
            "chief executive.",
            "asserted: Adriana Lins LEADS Petrovale",
        ),
        (
            "Britain imposed sanctions on 50 people, including Arkady Gostev and Max Orr.",
            "asserted: United Kingdom SANCTIONED Arkady Gostev",
        ),
        (
            "Norvane Group bought Lindal, a maker of lifts. The lift maker's chairman is Max Orr.",
            "asserted: Max Orr LEADS Lindal",
        ),
        (
            "Kofi Mensah's start-up Paylane grew.",
            "asserted: Kofi Mensah FOUNDED Paylane",
        ),
        (
            "Police in Lyon, France said so.",
            "asserted: Lyon LOCATED_IN France",
        ),
        (
            "Sun Ship Management was sanctioned by Britain. Sun Ship is based in Dubai.",
            "asserted: Sun Ship Management HEADQUARTERED_IN Dubai",
        ),
        (
            "The Federal Tax Service, the FNS, said so. The FNS sued Acme Corp.",
            "asserted: Federal Tax Service SUED Acme Corp",
        ),
        (
            "It names Dongguan Ruifeng Optics. Ruifeng's chairman, Li Wei, denied it.",
            "asserted: Li Wei LEADS Dongguan Ruifeng Optics",
        ),
        (
            "The U.S. Treasury Department said so. The Treasury sued Acme Corp.",
            "asserted: U.S. Treasury Department SUED Acme Corp",
        ),
        (
            "The register lists the buyers.\n\nVALORIA BANK (Milan).\n\nFERROCORP (Linz).",
            "asserted: VALORIA BANK HEADQUARTERED_IN Milan",
        ),
    ],
)
def test_who_does_what_to_whom_is_read(text: str, tie: str) -> None:
    assert any(found.startswith(tie) for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Jane Carver replaced Mayor Tom Stokes as party leader.", "Jane Carver LEADS"),
        ("Ann Lee succeeded Bo Berg, a former mayor of Lima.", "Ann Lee LEADS Lima"),
        ("Blokland's National Renewal has 24 of the 51 seats in the house.", "OWNS"),
        ("Volta Trucks poached Karin Dahl from Scania last year.", "KILLED"),
        ("Acme Corp cut prices. Beta Group followed suit.", "SANCTIONED"),
        ("Canada said it would sanction Merex Trading. Japan did likewise.", "Japan SANCTIONED"),
        ("Merex Trading shipped engines built by Rotax to Qods Aviation.", "Rotax SUPPLIES"),
        ("Norvik Foods sells its oil to Beta Group and its meal to Acme Corp.", "Beta Group SUPP"),
        ("The writer Jean Desmarais sued Paragon Films.", "Jean Desmarais WORKS_FOR"),
        ("In that year she launched it with the money of a broker, Ann Lee.", "Ann Lee FOUNDED"),
        ("Ann Lee will replace Bo Berg as mayor of Lima.", "former: Bo Berg LEADS"),
        ("Siemens's Roland Busch was there.", "PLAYS_FOR"),
        (
            "Helix, a planned joint venture of Beta Group and Gamma Holdings, left.",
            "asserted: Beta",
        ),
        ("Acme Corp is not a joint venture of Beta Group and Gamma Holdings.", "asserted: Beta"),
        (
            "Norvane named Ann Lee chair, succeeding Bo Berg as its head of sales.",
            "former: Bo Berg",
        ),
        ("London's newspapers include the Daily Star and the Norvik Times.", "London OWNS"),
        ("Ann Lee set up Norvane Foods with Bo Berg as its chief executive.", "Bo Berg FOUNDED"),
        ("Tim Cook, the chief executive of Apple, spoke. Apple's Tim Cook left.", "Cook WORKS_FOR"),
    ],
)
def test_what_only_looks_like_such_a_tie_is_not_drawn(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Norvane agreed to buy Germany's Acme Steel.", "Acme Steel HEADQUARTERED_IN Germany"),
        ("Shares of Brazil's Minera Sul rose.", "Minera Sul HEADQUARTERED_IN Brazil"),
    ],
)
def test_a_firm_behind_a_lands_genitive_has_its_seat_there(text: str, tie: str) -> None:
    assert f"asserted: {tie}" in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chile's Supreme Court freed Max Orr.",
        "Russia's FSB held Max Orr.",
        "Peru's National Police held Max Orr.",
        "France's Foreign Ministry thanked Max Orr.",
    ],
)
def test_what_each_state_has_gets_no_seat_by_a_genitive(text: str) -> None:
    assert not any("HEADQUARTERED_IN" in line for line in ties(text))
