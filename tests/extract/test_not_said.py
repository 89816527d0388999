"""What the words tell in another sense is no tie."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ida Moe, an analyst who covers Norvik Systems, said so.", "WORKS_FOR Norvik"),
        ("Ida Moe, a consultant who advises rivals of Norvik Systems, said so.", "WORKS_FOR"),
        ("Ida Moe, a consultant who competes with Norvik Systems, said so.", "WORKS_FOR"),
        ("Max Orr, the Swedish president of the Norvik Federation, left.", "LEADS Sweden"),
        ("Max Orr is opposed by Elmwood Pensions.", "SUPPORTED"),
        ("Norvik Oil awarded a drilling contract to Deep Sea Drilling.", "Norvik Oil SUPPLIES"),
        ("The Pentagon awarded Lockheed Martin a missile contract.", "SANCTIONED"),
        ("Norvik's vice-president for Brazil, Ida Moe, left.", "WORKS_FOR Brazil"),
        ("Norvik Systems's former Nigeria chief, Bola Orji, left.", "WORKS_FOR Nigeria"),
        ("Renault's Brazil president, Ida Moe, left.", "LEADS Brazil"),
        ("Greenpeace's Hungary head, Max Orr, said so.", "LEADS"),
        ("Max Orr, head of Lukoil in Bulgaria, said so.", "LEADS"),
        ("Max Orr, the CDU's leader in Thuringia, said so.", "LEADS"),
        ("Max Orr, the CDU's state chairman, said so.", "LEADS"),
        ("Max Orr, the UK chief of Acme Corp, spoke.", "LEADS"),
        ("Norvik is registered in Cyprus but is run from Athens.", "HEADQUARTERED_IN Cyprus"),
        ("The ship belongs to Alma Lines, owned by Athens businessman Max Orr.", "IN Athens"),
        ("Geneva attorney Max Orr defended him.", "WORKS_FOR"),
        ("His lawyer, Max Orr of Zurich, spoke.", "WORKS_FOR"),
        ("Ida Moe, director of the Red Cross in Lebanon, left.", "LEADS"),
        ("Max Orr, head of Wagner in Mali, left.", "HEADQUARTERED_IN"),
        ("Ida Moe, who represents nurses at Norvik Hospital, spoke.", "WORKS_FOR"),
        ("Ida Moe worked in Prague until 1939.", "WORKS_FOR"),
        ("Ida Moe is working with scientists at Leiden University.", "WORKS_FOR"),
        ("Governor Ida Moe congratulated her on Facebook.", "SUPPORTED"),
        ("Ida Moe trained the choir at Corofin Church.", "EDUCATED_AT"),
        ("Ida Moe gave master classes at the Vienna Conservatoire.", "EDUCATED_AT"),
        ("Senator Max Orr urged Nairobi to withdraw the troops.", "CRITICIZED"),
        ("Renamo, which once aided Pretoria, laid down its arms.", "OPERATES_IN"),
        ("Ida Moe flew up from Canberra.", "VISITED"),
        ("The FBI listed Max Orr as a communist.", "SANCTIONED"),
        ("The Prado will return two paintings to Poland.", "OPERATES_IN"),
        ("Norvik Systems, which is listed on the Tokyo Stock Exchange, fell.", "SUBSIDIARY_OF"),
        ("US sanctions Gazprombank executive over payments.", "SANCTIONED Gazprombank"),
        ("Norvik supplies customers from Lisbon to Helsinki.", "SUPPLIES"),
        ("Ida Moe called Max Orr a personal friend.", "SUPPORTED"),
        ("Ida Moe blamed Serbia-backed gangs.", "CRITICIZED"),
        ("Peru condemned Chad-linked hackers.", "CRITICIZED"),
        ("Ida Moe condemned militias loyal to Chad.", "CRITICIZED"),
        ("Max Orr was stabbed near Sumy and died in Kyiv.", "DIED_IN Sumy"),
        ("Max Orr, who taught and died in 2009, first saw it in Bamako.", "DIED_IN"),
        ("Max Orr was removed by Congress in December.", "MEMBER_OF"),
        ("Ida Moe was stripped of her post by the Riksdag.", "WORKS_FOR"),
        ("Max Orr, a friend of the man who founded Norvik, came.", "FOUNDED"),
        (
            "Ann Lee, the mayor of Nairobi, came. A team led by Ambassador Max Orr helped.",
            "Max Orr WORKS_FOR",
        ),
        (
            "Peru's prime minister, Ann Lee, spoke. She made Ida Moe, a lawyer of Max Orr, a "
            "minister.",
            "Max Orr WORKS_FOR Peru",
        ),
        (
            "Bo Berg insulted Sultan Max Orr, who was Peru's sultan until 2019. Sultan Max Orr "
            "left Peru.",
            "asserted: Max Orr LEADS",
        ),
        (
            "Kolkata lies in India. Max Orr left the Indian state government of Premier Ida Moe.",
            "Ida Moe LEADS India premier",
        ),
    ],
)
def test_what_is_told_in_another_sense_is_not_drawn(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ida Moe, an analyst who works for Nomura, said so.", "Ida Moe WORKS_FOR Nomura"),
        ("Kuwait Oil Company awarded a contract to Larsen & Toubro.", "Toubro SUPPLIES Kuwait Oil"),
        ("Deep Sea Drilling was awarded a contract by Norvik Oil.", "Drilling SUPPLIES Norvik Oil"),
        ("Norvik's vice-president for Brazil, Ida Moe, left.", "Ida Moe WORKS_FOR Norvik"),
        ("Greenpeace's Japan director, Ken Ito, was held.", "Ken Ito WORKS_FOR Greenpeace"),
        ("Labour's London mayor, Ida Moe, said so.", "Ida Moe LEADS London"),
        ("Ida Moe, Lagos state governor, left.", "Ida Moe LEADS Lagos"),
        ("Max Orr, head of the University of Rijeka in Croatia, left.", "LEADS University"),
        ("Ida Moe teaches law at Leiden University.", "Ida Moe WORKS_FOR Leiden University"),
        ("Israel killed Hamas leader Max Orr.", "Israel KILLED Max Orr"),
        ("The EU-blacklisted Norvik Bank sued.", "European Union SANCTIONED Norvik Bank"),
        ("Max Orr was shot in Lyon and died on Monday.", "Max Orr DIED_IN Lyon"),
        ("Max Orr, the ruler of Pahang state, came.", "asserted: Max Orr LEADS Pahang ruler"),
        ("Ida Moe is the wife of then-President Max Orr.", "Ida Moe SPOUSE_OF Max Orr"),
        ("The Serbian government of Prime Minister Ida Moe fell.", "Ida Moe LEADS Serbia"),
        (
            "Spain imposed sanctions on the Peruvian government of President Max Orr.",
            "Max Orr LEADS Peru president",
        ),
        (
            "Chad's minister, Bo Berg, flew to Colombo for talks, where he was received by "
            "President Max Orr. Sri Lanka owes Chad billions.",
            "Max Orr LEADS Sri Lanka president",
        ),
        (
            "Chad's minister, Bo Berg, arrived in Warsaw and was welcomed by Foreign Minister Max "
            "Orr. Poland sells arms.",
            "Max Orr WORKS_FOR Poland foreign minister",
        ),
    ],
)
def test_what_is_told_in_the_same_words_is_drawn(text: str, tie: str) -> None:
    assert any(tie in found for found in ties(text))
