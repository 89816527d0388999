"""Sanctions, arrests and suits that whole articles tell: by a list, by men, a sentence before."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Veldor Works, a plant in Perm that was put on the U.S. Entity List, is small.",
            "asserted: United States SANCTIONED Veldor Works",
        ),
        (
            "Max Orr is a banker. He is on the sanctions lists of Peru and the European Union.",
            "asserted: European Union SANCTIONED Max Orr",
        ),
        ("Max Orr was taken off Chile's sanctions list.", "former: Chile SANCTIONED Max Orr"),
        ("OFAC removed Max Orr from its SDN List.", "former: OFAC SANCTIONED Max Orr"),
        (
            "Peru and Chile put Veldor Bank on their terrorist lists.",
            "asserted: Chile SANCTIONED Veldor Bank",
        ),
        (
            "Canada slapped an asset freeze on Veldor Bank.",
            "asserted: Canada SANCTIONED Veldor Bank",
        ),
        (
            "On Monday the Bank of Veldor's Office of Foreign Affairs designated four "
            "people. Veldor Bank is being designated pursuant to Executive Order 13382.",
            "asserted: Office of Foreign Affairs SANCTIONED Veldor Bank",
        ),
        (
            "Canada sanctioned Max Orr on Monday. Also sanctioned were his brother, Tim Orr, and "
            "Veldor Shipping, a Cyprus company.",
            "asserted: Canada SANCTIONED Veldor Shipping",
        ),
        (
            "Britain imposed sanctions on Max Orr. Three firms were also listed, including "
            "Veldor Oil, which he owns.",
            "asserted: United Kingdom SANCTIONED Veldor Oil",
        ),
        (
            "Two firms were added to the Entity List by the Commerce Department on Monday. They "
            "are Veldor Micro, which makes chips, and the freight company Tarn Cargo.",
            "asserted: Tarn Cargo LISTED_ON Entity List",
        ),
        (
            "Britain imposed sanctions on ten people on Monday. Max Orr was not among those hit.",
            "denied: United Kingdom SANCTIONED Max Orr",
        ),
        ("FBI agents picked up Max Orr in Lima.", "asserted: FBI ARRESTED Max Orr"),
        (
            "Officers of the Border Guard took Max Orr into custody.",
            "asserted: Border Guard ARRESTED Max Orr",
        ),
        ("Prosecutors in Kenya charged Max Orr.", "asserted: Kenya CHARGED Max Orr"),
        ("Red Front gunmen killed Max Orr.", "asserted: Red Front KILLED Max Orr"),
        (
            "The Border Guard has detained a trader. Max Orr, 51, was picked up in Lima.",
            "asserted: Border Guard ARRESTED Max Orr",
        ),
        (
            "Max Orr faces charges at the Special Court.",
            "asserted: Special Court CHARGED Max Orr",
        ),
        (
            "Max Orr opened a defamation suit against the Lima Observer.",
            "asserted: Max Orr SUED Lima Observer",
        ),
        (
            "Veldor Oil is considering legal action against Tarn Cargo.",
            "possible: Veldor Oil SUED Tarn Cargo",
        ),
    ],
)
def test_ties_of_law_are_read_across_lists_men_and_sentences(text: str, tie: str) -> None:
    assert tie in ties(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Veldor Oil was added to the Libya sanctions list.", "Libya SANCTIONED"),
        ("The bureau put Veldor Oil on its list of suppliers.", "SANCTIONED"),
        ("It was the bureau that put Veldor Oil on Peru's blacklist.", "Peru SANCTIONED"),
        (
            "OFAC designated three people. Tarn Cargo was designated a hub for freight.",
            "SANCTIONED Tarn Cargo",
        ),
        (
            "Peru sanctioned Max Orr. Chile sanctioned Bo Berg. Ann Lee, who was sanctioned in "
            "2019, fled.",
            "SANCTIONED Ann Lee",
        ),
        (
            "India imposed a ban on exports of rice. Max Orr, who was sanctioned in 2018, left.",
            "SANCTIONED Max Orr",
        ),
        ("The FBI arrested Max Orr. Bo Berg was arrested in 2018.", "ARRESTED Bo Berg"),
        ("Syrian rebels killed Max Orr.", "Syria KILLED"),
    ],
)
def test_no_imposer_is_taken_from_what_only_looks_like_one(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))
