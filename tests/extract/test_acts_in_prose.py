"""Who went where, met, spoke to, praised or ran down whom, in the words that newspapers use."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ann Lee fled to Lima in May.", "Ann Lee VISITED Lima"),
        ("Ann Lee went to Lima last week.", "Ann Lee VISITED Lima"),
        ("Ann Lee landed in Lima on Monday.", "Ann Lee VISITED Lima"),
        ("Ann Lee reached Lima in May.", "Ann Lee VISITED Lima"),
        ("Ann Lee was in Lima for talks.", "Ann Lee VISITED Lima"),
        ("Ann Lee, who is in Lima to raise funds, spoke.", "Ann Lee VISITED Lima"),
        ("Ann Lee is due in Lima on Friday.", "planned: Ann Lee VISITED Lima"),
        ("Ann Lee is expected in Lima on Friday.", "planned: Ann Lee VISITED Lima"),
        ("Ann Lee flies to Lima to brief the ministers.", "planned: Ann Lee VISITED Lima"),
        ("Ann Lee called off a trip to Peru.", "denied: Ann Lee VISITED Peru"),
        ("He asked them to leave and sent his aide, Ann Lee, to Lima.", "Ann Lee VISITED Lima"),
        ("Ann Lee saw Max Orr in Lima on Monday.", "Ann Lee MET_WITH Max Orr"),
        ("Ann Lee shook hands with Max Orr.", "Ann Lee MET_WITH Max Orr"),
        (
            "The deal was struck after talks between Ann Lee and Max Orr.",
            "Ann Lee MET_WITH Max Orr",
        ),
        ("Ann Lee spoke to reporters after a meeting with Max Orr.", "Ann Lee MET_WITH Max Orr"),
        ("Ann Lee attended a dinner with Max Orr.", "Ann Lee MET_WITH Max Orr"),
        ("Ann Lee cancelled a meeting with Max Orr.", "denied: Ann Lee MET_WITH Max Orr"),
        ("Acme Corp sued two insurers, Beta Group and Gamma Group.", "Acme Corp SUED Gamma Group"),
        ("Ann Lee hit back at Max Orr.", "Ann Lee CRITICIZED Max Orr"),
        ("Ann Lee rang Max Orr on Monday.", "Ann Lee SPOKE_TO Max Orr"),
        ("Ann Lee wrote to Max Orr in May.", "Ann Lee SPOKE_TO Max Orr"),
        ("Ann Lee mocked Max Orr.", "Ann Lee CRITICIZED Max Orr"),
        ("Ann Lee called Max Orr a liar.", "Ann Lee CRITICIZED Max Orr"),
        ("Ann Lee came under fire from Max Orr.", "Max Orr CRITICIZED Ann Lee"),
        ("Ann Lee called for the resignation of Max Orr.", "Ann Lee CRITICIZED Max Orr"),
        ("Ann Lee described Max Orr as the finest pilot in Peru.", "Ann Lee SUPPORTED Max Orr"),
        ("Ann Lee congratulated Max Orr.", "Ann Lee SUPPORTED Max Orr"),
        ("Ann Lee sprang to Max Orr's defence.", "Ann Lee SUPPORTED Max Orr"),
        ("Ann Lee has the backing of Max Orr.", "Max Orr SUPPORTED Ann Lee"),
        ("Ann Lee spoke up for Max Orr.", "Ann Lee SUPPORTED Max Orr"),
        ("Kiribati, an ally of Peru, said so.", "Kiribati ALLIED_WITH Peru"),
        (
            "It is run by a coalition of the Green Party, the Labour Party and the Centre Party.",
            "Green Party ALLIED_WITH Labour Party",
        ),
    ],
)
def test_an_act_is_read_in_the_words_of_the_papers(text: str, tie: str) -> None:
    assert any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ann Lee went home to Lima.", "VISITED"),
        ("Ann Lee came to Peru as a child.", "VISITED"),
        ("Ann Lee had been due in Lima on Tuesday.", "VISITED"),
        ("Ann Lee heads a new office in Lima.", "VISITED"),
        ("Ann Lee is in Lima.", "VISITED"),
        ("The deal was struck after video talks between Ann Lee and Max Orr.", "MET_WITH"),
        ("Ann Lee called Max Orr the richest man in Peru.", "SUPPORTED"),
        ("Ann Lee called Max Orr no liar.", "CRITICIZED"),
    ],
)
def test_an_act_is_not_read_into_other_words(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee will go to Lima on Friday.",
        "Ann Lee hoped to reach Lima.",
        "Ann Lee was meant to come to Lima this week.",
        "Ann Lee will speak after talks between Max Orr and Bo Berg.",
        "Ann Lee did not rule out a meeting with Max Orr.",
        "Max Orr ruled out a coalition between the Green Party and the Labour Party.",
        "Ann Lee never called Max Orr a liar.",
        "Ann Lee does not have the backing of Max Orr.",
    ],
)
def test_an_act_that_is_hoped_for_or_denied_is_no_fact(text: str) -> None:
    acts = ("VISITED", "MET_WITH", "ALLIED_WITH", "CRITICIZED", "SUPPORTED")

    told = [found for found in ties(text) if any(act in found for act in acts)]

    assert not any(found.startswith(("asserted", "former")) for found in told)
