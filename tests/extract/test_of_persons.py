"""What a sentence tells of persons: their posts, homes, journeys, kin and quarrels."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ann Lee, chairman of Acme Corp and mayor of Antwerp, left.", "Ann Lee LEADS Antwerp"),
        (
            "Ann Lee, a director of Acme Corp and a former mayor of Lima, left.",
            "Ann Lee LEADS Lima",
        ),
        ("Max Orr has said little since his resignation as head of Acme Corp.", "Orr LEADS Acme"),
        ("The dismissal of Max Orr as head of Gulf Bank shocked Lima.", "Max Orr LEADS Gulf Bank"),
        ("Ann Lee, who took over at Acme Corp in 2021, said so.", "asserted: Ann Lee LEADS Acme"),
        ("France's EU affairs minister, Ann Lee, spoke.", "Ann Lee WORKS_FOR France"),
        ("Ann Lee, head of the water authority, BIWTA, left.", "Ann Lee LEADS BIWTA"),
        ("Acme fell. Max Orr, head of its parent, Beta Group, spoke.", "Max Orr LEADS Beta"),
        ("Ann Lee served in the Royal Navy.", "former: Ann Lee WORKS_FOR Royal Navy"),
        ("Bo Berg trained at the Royal Ballet School.", "Bo Berg EDUCATED_AT Royal Ballet"),
        ("Ann Lee spent eleven years at Halcyon Group.", "former: Ann Lee WORKS_FOR Halcyon"),
        ("Ann Lee began her career at Gulf Bank.", "former: Ann Lee WORKS_FOR Gulf Bank"),
        ("Max Orr, who moved to Acme Corp in 2011, spoke.", "asserted: Max Orr WORKS_FOR Acme"),
        ("Ann Lee writes for La Jornada.", "asserted: Ann Lee WORKS_FOR La Jornada"),
        (
            "Max Orr is a professor at Otaru University, his alma mater.",
            "Max Orr EDUCATED_AT Otaru",
        ),
        (
            "Max Orr lectures at Tartu University, where he studied law.",
            "Max Orr EDUCATED_AT Tartu",
        ),
        (
            "Hudec Invest, the holding company of Max Hudec, lost.",
            "asserted: Max Hudec OWNS Hudec Invest",
        ),
        ("Ann Lee moved to Quito in 2009.", "asserted: Ann Lee LIVES_IN Quito"),
        ("Ann Lee is moving to Quito in May.", "planned: Ann Lee LIVES_IN Quito"),
        ("Ann Lee moved to Vienna, where she ran a bakery.", "former: Ann Lee LIVES_IN Vienna"),
        ("Ann Lee may sue as soon as she has moved to Quito.", "planned: Ann Lee LIVES_IN Quito"),
        ("Tim Poe emigrated to Canada in 1980.", "asserted: Tim Poe LIVES_IN Canada"),
        ("Bo Berg spent two decades in Qom.", "former: Bo Berg LIVES_IN Qom"),
        ("Ann Lee was arrested at her home in Riga.", "asserted: Ann Lee LIVES_IN Riga"),
        ("Bo Berg has made his home in Boulder.", "asserted: Bo Berg LIVES_IN Boulder"),
        ("Max Orr was naturalised in Austria in 1999.", "asserted: Max Orr CITIZEN_OF Austria"),
        ("Ann Lee has never been to Peru.", "denied: Ann Lee VISITED Peru"),
        ("Ann Lee has never set foot in Peru.", "denied: Ann Lee VISITED Peru"),
        ("Bo Berg stepped off a plane in Niamey on Monday.", "asserted: Bo Berg VISITED Niamey"),
        ("Max Orr, on a visit to Kyiv, promised aid.", "asserted: Max Orr VISITED Kyiv"),
        ("Max Orr left on Saturday for Lisbon.", "asserted: Max Orr VISITED Lisbon"),
        ("Ann Lee is believed to have crossed into Mali.", "alleged: Ann Lee VISITED Mali"),
        ("Ann Lee spent three days in Lima.", "asserted: Ann Lee VISITED Lima"),
        ("During a trip to Tokyo, Bo Berg met Max Orr.", "asserted: Bo Berg VISITED Tokyo"),
        ("Ann Lee will sign it during a visit to Rome in May.", "planned: Ann Lee VISITED Rome"),
        ("Max Poe is the son of the painter Bo Poe and the singer Ida Lind.", "Ida Lind PARENT_OF"),
        (
            "Max was the son of Hal Orr, founder of Acme Corp, and his wife, Anna.",
            "Anna PARENT_OF Max",
        ),
        (
            "Ann Lee is survived by Ida Orr, the daughter of her first marriage.",
            "Ann Lee PARENT_OF Ida Orr",
        ),
        ("Max Orr, whose lawsuit against Acme Corp opens in March, spoke.", "Max Orr SUED Acme"),
        ("A separate action brought by Max Orr against Acme Corp is pending.", "Max Orr SUED Acme"),
        ("Ann Lee, a staunch supporter of Israel, left.", "Ann Lee SUPPORTED Israel"),
        ("Ann Lee stood with Bo Berg outside the court.", "Ann Lee SUPPORTED Bo Berg"),
    ],
)
def test_it_is_told_of_a_person(text: str, tie: str) -> None:
    assert any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Poe met Ann Lee, head of Acme, and Lima mayor Bo Berg.", "Ann Lee LEADS Lima"),
        ("Bo Lee, son of Max Lee, and the mayor of Lima, Ida Berg, met.", "Ida Berg PARENT_OF"),
        ("The party called for Bo Berg's resignation as mayor of Lima.", "former: Bo Berg LEADS"),
        ("Ida Lind's appointment as chief of Acme Corp was blocked.", "asserted: Ida Lind LEADS"),
        ("France's EU affairs minister, Ann Lee, spoke.", "WORKS_FOR E"),
        ("Max Orr insisted on a visit to Minsk.", "VISITED"),
        ("Max Orr spent two days in hospital in Lima.", "VISITED"),
        ("Acme fell. Max Orr, head of its parent, Beta Group, spoke.", "Max Orr LEADS Acme"),
        ("Ann Lee is Panama's ambassador to South Korea.", "VISITED"),
        (
            "Ida Orr's threatened lawsuit against Acme Corp came to nothing.",
            "asserted: Ida Orr SUED",
        ),
    ],
)
def test_it_is_not_told_of_that_person(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))
