"""Whose plant is where, who supplies whom, who is with whom: as newspapers tell it of firms."""

import pytest

from tests.extract.stage import told


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names", "tie"),
    [
        pytest.param(
            "Sales rose at Tira Motors, of Pune.",
            "firm Tira Motors, place Pune",
            "Tira Motors HEADQUARTERED_IN Pune",
            id="of a town, behind a comma",
        ),
        pytest.param(
            "Tira Motors and Orbis, both based in Oslo, fell.",
            "firm Tira Motors, firm Orbis, place Oslo",
            "Tira Motors HEADQUARTERED_IN Oslo",
            id="both based in a town",
        ),
        pytest.param(
            "The fund holds stakes in Solar Sahel (Dakar) and others.",
            "firm Solar Sahel, place Dakar",
            "Solar Sahel HEADQUARTERED_IN Dakar",
            id="a town in brackets",
        ),
        pytest.param(
            "Anatol Shipping, a small Piraeus company that Orr is said to control, denied it.",
            "firm Anatol Shipping, place Piraeus",
            "Anatol Shipping HEADQUARTERED_IN Piraeus",
            id="a company of a town",
        ),
        pytest.param(
            "Ann Lee of the London law firm Carrow Steele said so.",
            "firm Carrow Steele, place London",
            "Carrow Steele HEADQUARTERED_IN London",
            id="the firm of a town by name",
        ),
        pytest.param(
            "He runs a Riga company called Balt Trade.",
            "firm Balt Trade, place Riga",
            "Balt Trade HEADQUARTERED_IN Riga",
            id="a company called",
        ),
        pytest.param(
            "She holds a degree from the Norvik University of Science in Trondheim.",
            "firm Norvik University of Science, place Trondheim",
            "Norvik University of Science HEADQUARTERED_IN Trondheim",
            id="a university in a town",
        ),
        pytest.param(
            "A boiler blew up at the Ostrava plant of Kolmar Brakes.",
            "firm Kolmar Brakes, place Ostrava",
            "Kolmar Brakes OPERATES_IN Ostrava",
            id="a town's plant of a firm",
        ),
        pytest.param(
            "Max Orr, once head of Banco Andino's Lima office, declined.",
            "firm Banco Andino, place Lima",
            "Banco Andino OPERATES_IN Lima",
            id="a firm's office of a town",
        ),
        pytest.param(
            "Workers at Kolmar's brake factory near Ostrava walked out on Friday.",
            "firm Kolmar, place Ostrava",
            "Kolmar OPERATES_IN Ostrava",
            id="a firm's factory near a town",
        ),
        pytest.param(
            "Kolmar will have its office in Ostrava.",
            "firm Kolmar|its, place Ostrava",
            "planned: Kolmar OPERATES_IN Ostrava",
            id="an office to come",
        ),
        pytest.param(
            "The Norvane Front has set up a base outside the town of Agadez.",
            "firm Norvane Front, place Agadez",
            "Norvane Front OPERATES_IN Agadez",
            id="the town of",
        ),
        pytest.param(
            "Tira Motors may have to close its plant in Rayong.",
            "firm Tira Motors|its, place Rayong",
            "Tira Motors OPERATES_IN Rayong",
            id="may close a plant",
        ),
        pytest.param(
            "Tira Motors had to shut its mill in Rayong in April.",
            "firm Tira Motors|its, place Rayong",
            "former: Tira Motors OPERATES_IN Rayong",
            id="had to shut a mill",
        ),
        pytest.param(
            "Tira Motors has no plans to shut its mill in Rayong.",
            "firm Tira Motors|its, place Rayong",
            "Tira Motors OPERATES_IN Rayong",
            id="no plans to shut a mill",
        ),
        pytest.param(
            "Tira Motors pulled out of Chile in 2015.",
            "firm Tira Motors, place Chile",
            "former: Tira Motors OPERATES_IN Chile",
            id="pulled out of a country",
        ),
        pytest.param(
            "Tira Motors said its rubber comes from Siam Latex.",
            "firm Tira Motors|its, firm Siam Latex",
            "Siam Latex SUPPLIES Tira Motors",
            id="its goods come from",
        ),
        pytest.param(
            "Most of Corvane Minerals' ore will go to Alcor Rhein.",
            "firm Corvane Minerals, firm Alcor Rhein",
            "planned: Corvane Minerals SUPPLIES Alcor Rhein",
            id="its goods will go to",
        ),
        pytest.param(
            "Alcor Rhein, the smelter that takes a third of Corvane Minerals' ore, said so.",
            "firm Corvane Minerals, firm Alcor Rhein",
            "Corvane Minerals SUPPLIES Alcor Rhein",
            id="takes a share of its goods",
        ),
        pytest.param(
            "Tira Motors has awarded contracts worth $7bn for the expansion of its plant to Orbis.",
            "firm Tira Motors, firm Orbis",
            "planned: Orbis SUPPLIES Tira Motors",
            id="awarded contracts",
        ),
        pytest.param(
            "Orbis has won a contract to supply Tira Motors with pumps.",
            "firm Tira Motors, firm Orbis",
            "planned: Orbis SUPPLIES Tira Motors",
            id="a contract to supply",
        ),
        pytest.param(
            "Brezovec Skis has equipped the Norvik Ski Club since 2009.",
            "firm Brezovec Skis, firm Norvik Ski Club",
            "Brezovec Skis SUPPLIES Norvik Ski Club",
            id="equips a club",
        ),
        pytest.param(
            "Canada put sanctions on Noura Aero, which it says equips the Red Guard.",
            "place Canada|it, firm Noura Aero|which, firm Red Guard",
            "alleged: Noura Aero SUPPLIES Red Guard",
            id="which it says",
        ),
        pytest.param(
            "Tira Motors has ended a research agreement with the Orbis Institute.",
            "firm Tira Motors, firm Orbis Institute",
            "former: Tira Motors PARTNERED_WITH Orbis Institute",
            id="ended an agreement",
        ),
        pytest.param(
            "The bridge was built by a consortium of Peru's Tira Motors and Orbis.",
            "place Peru, firm Tira Motors, firm Orbis",
            "Tira Motors PARTNERED_WITH Orbis",
            id="a consortium that has no name",
        ),
        pytest.param(
            "It owns Ventum, itself a joint venture between Italy's Tira Motors and Orbis.",
            "firm Ventum, place Italy, firm Tira Motors, firm Orbis",
            "Tira Motors PARTNERED_WITH Orbis",
            id="itself a venture",
        ),
        pytest.param(
            "Tira Motors will build engines in cooperation with Orbis.",
            "firm Tira Motors, firm Orbis",
            "planned: Tira Motors PARTNERED_WITH Orbis",
            id="in cooperation with",
        ),
        pytest.param(
            "Tira Motors has pulled out of a joint venture with Orbis.",
            "firm Tira Motors, firm Orbis",
            "former: Tira Motors PARTNERED_WITH Orbis",
            id="pulled out of a venture",
        ),
        pytest.param(
            "Lanting Precision, a maker of chip tools based in Hefei, was put on a list.",
            "firm Lanting Precision, place Hefei",
            "Lanting Precision HEADQUARTERED_IN Hefei",
            id="a maker of something based in a town",
        ),
        pytest.param(
            "The rider lay in hospital in Vitoria, in Spain's Basque Country, on Monday.",
            "place Vitoria, place Spain, place Basque Country",
            "Vitoria LOCATED_IN Basque Country",
            id="in a state's region",
        ),
        pytest.param(
            "She comes from Wayne, Mich., and lives in Oslo.",
            "place Wayne, place Mich.",
            "Wayne LOCATED_IN Mich.",
            id="an American state by its short name",
        ),
        pytest.param(
            "Rebels took Kirumba, in the Congolese province of North Kivu, on Monday.",
            "place Kirumba, place North Kivu",
            "Kirumba LOCATED_IN North Kivu",
            id="in the province of",
        ),
    ],
)
def test_what_a_business_page_tells_is_drawn(text: str, names: str, tie: str) -> None:
    assert tie in told(text, names)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names", "tie"),
    [
        pytest.param(
            "Max Orr wants to set up a Melkum School in Gyumri.",
            "firm Melkum School, place Gyumri",
            "HEADQUARTERED_IN",
            id="a school yet to be",
        ),
        pytest.param(
            "Tira Motors, the US bank, fell.",
            "firm Tira Motors, place US",
            "HEADQUARTERED_IN",
            id="a state's short name as an adjective",
        ),
        pytest.param(
            "The opening of Kolmar's plant in Ostrava was put off.",
            "firm Kolmar, place Ostrava",
            "OPERATES_IN",
            id="a plant yet to open",
        ),
        pytest.param(
            "Kolmar has sold its new plant in Ostrava.",
            "firm Kolmar|its, place Ostrava",
            "OPERATES_IN",
            id="a plant that was sold",
        ),
        pytest.param(
            "Half of Tira Motors' sales come from Orbis.",
            "firm Tira Motors, firm Orbis",
            "SUPPLIES",
            id="sales come from a customer",
        ),
        pytest.param(
            "Tira Motors could take over some of Corvane's factories.",
            "firm Tira Motors, firm Corvane",
            "SUPPLIES",
            id="takes over a share of its factories",
        ),
        pytest.param(
            "Tira Motors was added to the list together with Orbis.",
            "firm Tira Motors, firm Orbis",
            "PARTNERED_WITH",
            id="together on a list",
        ),
        pytest.param(
            "Ann Lee joined Orbis, a rival of Tira Bank in Oslo.",
            "firm Orbis, firm Tira Bank, place Oslo",
            "Orbis HEADQUARTERED_IN",
            id="a rival's town",
        ),
        pytest.param(
            "Orbis bought Tira FC, a football club in Denmark's second tier.",
            "firm Tira FC, firm Orbis, place Denmark",
            "HEADQUARTERED_IN",
            id="a state's league",
        ),
        pytest.param(
            "Orbis, a bank with an office in Oslo, fell.",
            "firm Orbis, place Oslo",
            "Orbis HEADQUARTERED_IN",
            id="one office of many",
        ),
        pytest.param(
            "Plans for a consortium of Tira Motors and Orbis fell through.",
            "firm Tira Motors, firm Orbis",
            "PARTNERED_WITH",
            id="a consortium that is but planned",
        ),
    ],
)
def test_what_is_not_told_is_not_drawn(text: str, names: str, tie: str) -> None:
    assert not any(tie in line for line in told(text, names))
