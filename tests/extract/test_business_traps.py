"""What business and sanctions news only seems to say: who is meant, what is undone or spared."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The cash was held in Athens, Turkey said on Monday.", "Athens LOCATED_IN Turkey"),
        ("He used a bank in Vienna, Hungary's central bank said.", "Vienna LOCATED_IN Hungary"),
        ("It went through a firm in Istanbul, U.S. prosecutors say.", "Istanbul LOCATED_IN"),
        ("Rio Tinto sued Vale, its subsidiary Samarco and BHP.", "SUBSIDIARY_OF Rio Tinto"),
        ("Rio Tinto sued Vale, its subsidiary Samarco and BHP.", "BHP SUBSIDIARY_OF"),
        ("France and Italy shielded Enimpex from the sanctions.", "France SANCTIONED"),
        ("Washington exempted Paks and its builder Rosatom from the sanctions.", "SANCTIONED"),
        ("Kofi Mensah, who runs the Accra start-up Paylane, left.", "Kofi Mensah FOUNDED"),
        (
            "The bidders are DP World and Singapore's PSA, which owns 20 percent of Lindal Ports.",
            "DP World OWNS",
        ),
        ("A team at Barclays led by Priya Menon said so.", "Priya Menon LEADS"),
        ("Researchers at Citizen Lab headed by Bill Marczak found it.", "Bill Marczak LEADS"),
        (
            "Petra Olsen, the founder of Nordlys, left. Diego Aponte, MSC's president and the son "
            "of its founder, Gianluigi Aponte, stayed.",
            "Petra Olsen PARENT_OF",
        ),
        ("Unilever plans to acquire Wild Foods and divest Elida Beauty.", "ACQUIRED Elida"),
        (
            "Norvik agreed to buy California's Infiniti and to sell Delta to Acme.",
            "Nokia ACQUIRED ASN",
        ),
        ("They heard Peleng's agent and the Voentelecom engineer Igor Makushev.", "FOR Peleng"),
        (
            "Litasco, which moved its main desk from Geneva to Dubai, left.",
            "asserted: Litasco HEAD",
        ),
        (
            "Ann Lee, a former Acme Corp analyst now at Kroll, left.",
            "former: Ann Lee WORKS_FOR Kroll",
        ),
        ("Caio Moura was tipped to head Eletrobras but turned the job down.", "possible: Caio"),
        ("The Central Bank of Kenya said so. The bank was founded by Harun Oloo.", "FOUNDED"),
        ("The Arakan Army took Ann. Min Aung Hlaing leads the army.", "LEADS Arakan Army"),
        (
            "Mohamed Dagalo leads the Rapid Support Forces. Abdel al-Burhan commands the army.",
            "Abdel al-Burhan LEADS",
        ),
        (
            "Norvane Group has agreed to acquire Lindal. It will offer 62 euros a share. The paint "
            "maker's chairman, Max Orr, will stay on.",
            "Max Orr LEADS Norvane",
        ),
        (
            "Sahel Group will buy Kinara Bank. The Nairobi lender will keep its chairman, Max Orr.",
            "Max Orr LEADS Sahel Group",
        ),
        (
            "Norvane Energia said Caio Moura would be its CEO. Moura was once tipped to head "
            "Eletrobras. The company is being sued by Acme Corp.",
            "SUED Eletrobras",
        ),
        (
            "Bayer fell. Elm Ridge Partners, which owns 3.2% of the Leverkusen firm, sold.",
            "Elm Ridge Partners HEADQUARTERED_IN",
        ),
        ("Covestro rose. Perella Weinberg are working for it.", "WORKS_FOR"),
        ("Acme Corp chairman Max Orr spoke. Evercore advised Nokia.", "SPOKE_TO"),
    ],
)
def test_what_business_news_only_seems_to_say_is_not_drawn(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))
