"""Ties of bodies and acts in the turns of phrase that papers use."""

import pytest

from tests.extract.stage import told


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names", "tie"),
    [
        pytest.param(
            "Volta Bank's biggest shareholder is Kuma Holdings.",
            "firm Volta Bank, firm Kuma Holdings",
            "Kuma Holdings OWNS Volta Bank",
            id="whose shareholder one is",
        ),
        pytest.param(
            "Its sole owner is his ex-wife, Dilek Aksoy.",
            "firm Norlift|Its, person Dilek Aksoy",
            "Dilek Aksoy OWNS Norlift",
            id="an owner behind a description",
        ),
        pytest.param(
            "The owner of Volta Bank is not Kuma Holdings.",
            "firm Volta Bank, firm Kuma Holdings",
            "denied: Kuma Holdings OWNS Volta Bank",
            id="whose owner one is not",
        ),
        pytest.param(
            "Baltic Foods said its main shareholder, the savings bank Norbank, had cut off credit.",
            "firm Baltic Foods|its, firm Norbank",
            "Norbank OWNS Baltic Foods",
            id="a described body beside its noun",
        ),
        pytest.param(
            "Kettle Hall, the property of the brewer Lasko Wari, will close.",
            "firm Kettle Hall, firm Lasko Wari",
            "Lasko Wari OWNS Kettle Hall",
            id="property",
        ),
        pytest.param(
            "Marlow Gas sold its half of Halcyon Bulk to Kuo Marine in 2012.",
            "firm Marlow Gas|its, firm Halcyon Bulk, firm Kuo Marine",
            "Kuo Marine OWNS Halcyon Bulk",
            id="who gets a share",
        ),
        pytest.param(
            "Marlow Gas has agreed to sell its 35 percent stake in Ligur to Baltic Line.",
            "firm Marlow Gas|its, firm Ligur, firm Baltic Line",
            "planned: Baltic Line OWNS Ligur",
            id="who is to get a share",
        ),
        pytest.param(
            "Holm Steel was swallowed by Marlow Gas in 2002.",
            "firm Holm Steel, firm Marlow Gas",
            "Marlow Gas ACQUIRED Holm Steel",
            id="swallowed",
        ),
        pytest.param(
            "Kuma Foods, part of Aska Holdings, will close.",
            "firm Kuma Foods, firm Aska Holdings",
            "Kuma Foods SUBSIDIARY_OF Aska Holdings",
            id="part of a group",
        ),
        pytest.param(
            "Arz Petroleum, the business of his brother Nadim Zeit, will close.",
            "firm Arz Petroleum, person Nadim Zeit",
            "Nadim Zeit OWNS Arz Petroleum",
            id="whose business it is",
        ),
        pytest.param(
            "Kuma Group has lost interest in Abay Brewery.",
            "firm Kuma Group, firm Abay Brewery",
            "denied: Kuma Group ACQUIRED Abay Brewery",
            id="interest that is lost",
        ),
        pytest.param(
            "Kuma Group moved its assembly lines to Ostrava.",
            "firm Kuma Group|its, place Ostrava",
            "Kuma Group OPERATES_IN Ostrava",
            id="where lines are moved to",
        ),
        pytest.param(
            "Kuma Group has hired the law firm Harker Dunn.",
            "firm Kuma Group, firm Harker Dunn",
            "Harker Dunn SUPPLIES Kuma Group",
            id="a firm that is hired",
        ),
        pytest.param(
            "The Greens formed a government with the Centre Party in 2019.",
            "firm Greens, firm Centre Party",
            "Greens ALLIED_WITH Centre Party",
            id="a government together",
        ),
        pytest.param(
            "Rosa Lind grumbled that the Norland Board had been asleep.",
            "person Rosa Lind, firm Norland Board",
            "Rosa Lind CRITICIZED Norland Board",
            id="what one complains of",
        ),
        pytest.param(
            "Rosa Lind stopped short of accusing Marlow Steel of bribery.",
            "person Rosa Lind, firm Marlow Steel",
            "denied: Rosa Lind CRITICIZED Marlow Steel",
            id="what one stops short of",
        ),
        pytest.param(
            "Rosa Lind hit back at Max Orr's remarks.",
            "person Rosa Lind, person Max Orr",
            "Rosa Lind CRITICIZED Max Orr",
            id="at whose remarks one hits back",
        ),
        pytest.param(
            "Rosa Lind found fault with Max Orr.",
            "person Rosa Lind, person Max Orr",
            "Rosa Lind CRITICIZED Max Orr",
            id="found fault with",
        ),
        pytest.param(
            "Officers of the Norland Police stopped Bo Berg outside a bank.",
            "firm Norland Police, person Bo Berg",
            "Norland Police ARRESTED Bo Berg",
            id="stopped by officers",
        ),
        pytest.param(
            "Detectives from the Norland Police led Rosa Lind away.",
            "firm Norland Police, person Rosa Lind",
            "Norland Police ARRESTED Rosa Lind",
            id="led away by detectives",
        ),
        pytest.param(
            "Rosa Lind has filed a claim for unfair dismissal against the Forth Union.",
            "person Rosa Lind, firm Forth Union",
            "Rosa Lind SUED Forth Union",
            id="a claim for something",
        ),
        pytest.param(
            "Rosa Lind broke off a visit to Chad.",
            "person Rosa Lind, place Chad",
            "Rosa Lind VISITED Chad",
            id="a visit broken off",
        ),
        pytest.param(
            "Rosa Lind called on Max Orr in February.",
            "person Rosa Lind, person Max Orr",
            "Rosa Lind MET_WITH Max Orr",
            id="called on",
        ),
        pytest.param(
            "Rosa Lind landed in Moroni on Wednesday for talks with Max Orr.",
            "person Rosa Lind, place Moroni, person Max Orr",
            "planned: Rosa Lind MET_WITH Max Orr",
            id="on the way to talks",
        ),
        pytest.param(
            "Rosa Lind was in Quito for talks with Max Orr.",
            "person Rosa Lind, place Quito, person Max Orr",
            "Rosa Lind MET_WITH Max Orr",
            id="there for talks",
        ),
        pytest.param(
            "Rosa Lind got a two-year ban from the Cycling Union.",
            "person Rosa Lind, firm Cycling Union",
            "Cycling Union SANCTIONED Rosa Lind",
            id="from whom one gets a ban",
        ),
    ],
)
def test_prose_tells_a_tie(text: str, names: str, tie: str) -> None:
    assert tie in told(text, names)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names", "tie"),
    [
        pytest.param(
            "Max Orr called on Rosa Lind to resign.",
            "person Max Orr, person Rosa Lind",
            "Max Orr MET_WITH Rosa Lind",
            id="called on to do something",
        ),
        pytest.param(
            "Rosa Lind complained that Bo Berg had been jailed.",
            "person Rosa Lind, person Bo Berg",
            "Rosa Lind CRITICIZED Bo Berg",
            id="what was done to somebody",
        ),
        pytest.param(
            "Kuma Air is part of the Star Alliance.",
            "firm Kuma Air, firm Star Alliance",
            "Kuma Air SUBSIDIARY_OF Star Alliance",
            id="part of an alliance",
        ),
        pytest.param(
            "Rebels of the Red Front seized Bo Berg.",
            "firm Red Front, person Bo Berg",
            "Red Front ARRESTED Bo Berg",
            id="seized by rebels",
        ),
    ],
)
def test_prose_tells_no_tie(text: str, names: str, tie: str) -> None:
    assert tie not in told(text, names)
