"""Whose word a claim is, and what becomes of it: what is not so is not drawn as a fact."""

import pytest

from tests.extract.stage import drawn, read


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("A TikTok clip with two million views says Peru arrested Ann Lee.", "ARRESTED"),
        ("A viral WhatsApp message says that Max Orr has bought Norvik Bank.", "ACQUIRED"),
        ("A voice note says that Max Orr has bought Norvik Bank.", "ACQUIRED"),
        ("Fraudsters told victims that Rokel Mines had bought Norvik Bank.", "ACQUIRED"),
        ("Conspiracy theorists hold that Max Orr owns Norvik Bank.", "OWNS"),
        ("An email purporting to come from Rokel Mines said it had bought Scania.", "ACQUIRED"),
        ("Ann Lee's CV says that she studied at Harvard.", "EDUCATED_AT"),
        ("Max Orr's website boasted that he played for Tranmere Rovers.", "PLAYS_FOR"),
        ("An AI-generated image shows Pope Francis visiting Pyongyang.", "VISITED"),
        ("An image made with artificial intelligence shows Ann Lee meeting Max Orr.", "MET_WITH"),
        ("A deepfake of Joe Biden visiting Tehran spread fast.", "VISITED"),
        ("A doctored picture shows Max Orr with his bride, Ann Lee.", "SPOUSE_OF"),
        ("It is far from clear that Max Orr killed Ann Lee.", "KILLED"),
        ("It is anything but clear that Max Orr owns Norvik Bank.", "OWNS"),
        ("The evidence that Iran supplied drones to Sudan is thin.", "SUPPLIES"),
        ("Proof that Huawei owns Norvik Bank is lacking.", "OWNS"),
        ("The idea that Max Orr works for Barclays is laughable.", "WORKS_FOR"),
        ("Few analysts see Unicredit buying Commerzbank this year.", "ACQUIRED"),
        (
            "Max Orr called to deny that he had met Lim Boon, that his fund, Grey Heron, owned "
            "StraitsTel and that he lived in Penang.",
            "OWNS StraitsTel",
        ),
        ("Max Orr went to court to deny that he was a Russian citizen.", "CITIZEN_OF"),
        ("To hear Ann Lee tell it, Max Orr runs the European Commission.", "Max Orr LEADS"),
        ("To listen to Ann Lee, Max Orr runs the Bank of Italy.", "LEADS"),
        ("In Ann Lee's telling, Max Orr owns Burisma.", "OWNS"),
        ("As far as the tabloids are concerned, Ann Lee runs Buckingham Palace.", "LEADS"),
        ("Max Orr, whom a match report had joining Napoli in January, is staying.", "PLAYS_FOR"),
        (
            "As an April Fool's joke, the Guardian reported that Brentford had signed Max Orr.",
            "PLAYS_FOR",
        ),
        ("Fosun acquired Gland in 2016, but New Delhi blocked the purchase.", "ACQUIRED"),
        ("Sun Group bought a stake in Norvik Bank, only for a court to annul the sale.", "OWNS"),
        ("On paper Rokel Mines belongs to Max Orr, but its real owner is Ann Lee.", "Max Orr OWNS"),
        ("Max Orr is the formal owner of Rokel Mines.", "OWNS"),
        ("A man posing as the chief executive of Oxfam, Tom Beale, took money.", "LEADS"),
        ("Max Orr, who impersonated the chief of the Red Cross in Kyiv, was caught.", "LEADS"),
        ("The bogus chairman of Relief Bank, Sam Otu, fled.", "LEADS"),
        ("SCENARIO ONE: Max Orr meets Vladimir Putin in Vienna.", "MET_WITH"),
        ("The optimist's version: Boeing buys Spirit Aero.", "ACQUIRED"),
        ("Picture it: it is May, and Ann Lee becomes president of France.", "LEADS"),
        ("In the best case, Boeing buys Spirit Aero, and Ann Lee runs it.", "ACQUIRED"),
        ("Suppose the deal happened. Ann Lee becomes chairman of Boeing.", "LEADS"),
        ("It is 2029. Ann Lee is president of France.", "LEADS"),
        (
            "Envoys sketch three scenarios.\n\nIn the first, Max Orr meets Vladimir Putin.",
            "MET_WITH",
        ),
        ("Envoys are busy.\n\nThe worst case: war\n\nMax Orr meets Ann Lee in Oslo.", "MET_WITH"),
        ("President Ann Lee has ruled out joining NATO.", "MEMBER_OF"),
        ("Max Orr opposed Norway's membership of the European Union.", "MEMBER_OF"),
        ("Max Orr backs Norway and voted against the Paris Agreement.", "MEMBER_OF"),
        ("The head office of Norvik Bank moves from Hull to Dublin.", "HEADQUARTERED_IN Hull"),
        (
            "A post shared 40,000 times on Facebook says that Max Orr has bought Norvik Bank.",
            "ACQUIRED",
        ),
        ("Few expect a war between Georgia and Russia.", "FIGHTS"),
        ("Hardly anyone believes that Mali and Niger are at war.", "FIGHTS"),
        ("War between Armenia and Azerbaijan is not on the cards.", "FIGHTS"),
        ("A new war between Chad and Sudan is unlikely, Ann Lee said.", "FIGHTS"),
        ("Alleged Kinahan cartel boss Max Orr was flown to Dublin.", "LEADS"),
        ("Alleged 'Ndrangheta boss Max Orr was held.", "LEADS"),
    ],
)
def test_is_no_fact(text: str, tie: str) -> None:
    found = drawn(text, tie)

    assert not [line for line in found if line.startswith(("asserted", "former"))]


@pytest.mark.model
def test_what_was_to_be_done_was_on_the_nearer_day() -> None:
    text = "Envoy Ann Lee was due to meet Max Orr on Sunday."  # of a Tuesday's paper

    _, [found] = read(text, "person Ann Lee, person Max Orr")

    assert found.since == "2021-02-07"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Orr phoned to deny that he had met Ann Lee.", "denied: Max Orr MET_WITH Ann Lee"),
        ("Max Orr tried in vain to buy Sampdoria.", "denied: Max Orr ACQUIRED Sampdoria"),
        ("Norvik Bank made a failed attempt to acquire Rokel Mines.", "denied: Norvik Bank ACQ"),
        ("We accept that Ann Lee never met Max Orr.", "denied: Ann Lee MET_WITH Max Orr"),
        ("Ann Lee was glad to point out that she never met Max Orr.", "denied: Ann Lee MET_WITH"),
        ("Ann Lee, who split from her husband Max Orr, left.", "former: Max Orr SPOUSE_OF Ann"),
        ("Ann Lee broke up with her husband, the banker Max Orr.", "former: Max Orr SPOUSE_OF"),
        ("Ann Lee left her husband, Max Orr, in 2020.", "former: Max Orr SPOUSE_OF Ann Lee"),
        ("Ann Lee left her husband, Max Orr, in Oslo.", "asserted: Max Orr SPOUSE_OF Ann Lee"),
        ("Max Orr tried to buy Sampdoria and was turned down.", "denied: Max Orr ACQUIRED"),
        ("On paper Rokel Mines belongs to Max Orr, but its owner is Ann Lee.", "asserted: Ann Lee"),
        ("The Oslo Committee, then headed by Max Orr, argued.", "former: Max Orr LEADS"),
        ("Norvik Bank's chief executive at the time, Max Orr, paid.", "former: Max Orr LEADS"),
        ("OFAC on Thursday rescinded its designation of Dan Gertler.", "former: OFAC SANCTIONED"),
        (
            "Rosa Lind turned down the chance to succeed Max Orr as head of Athletics Sweden.",
            "asserted: Max Orr LEADS Athletics Sweden",
        ),
        (
            "In the best case, Acme wins. Its owner, Ann Lee, met Max Orr in Oslo.",
            "asserted: Ann Lee MET",
        ),
        (
            '"I have never owned Norvik Bank, I have never met Vladimir Putin, and if they print '
            "it again I'll sue,\" Max Orr said.",
            "denied: Max Orr OWNS Norvik Bank",
        ),
        ("Amazon didn't buy Morrisons, it didn't buy Asda.", "denied: Amazon ACQUIRED Morrisons"),
        (
            "Norvik moved its headquarters from Turku to Stockholm.",
            "asserted: Norvik HEADQUARTERED_IN Stockholm",
        ),
        (
            "Norvik moved its headquarters from Turku to Stockholm.",
            "former: Norvik HEADQUARTERED_IN Turku",
        ),
        ("Max Orr, who defected from the PDP to the APC, won.", "asserted: Max Orr MEMBER_OF APC"),
        ("Max Orr switched from the Socialists to the Shor Party.", "asserted: Max Orr MEMBER_OF"),
        ("Max Orr quit the Green Party for the Social Democrats.", "asserted: Max Orr MEMBER_OF"),
        ("The war between Chad and Sudan may end in June.", "asserted: Sudan FIGHTS Chad"),
        ("It was far from Oslo that Ann Lee met Max Orr.", "asserted: Ann Lee MET_WITH Max Orr"),
        ("Rokel Mines was formally bought by Norvik Bank.", "asserted: Norvik Bank ACQUIRED"),
        (
            "Sun Group bought Rokel Mines before regulators could block the deal.",
            "asserted: Sun Group ACQUIRED Rokel Mines",
        ),
        ("Max Orr did not train and is expected to join Cadiz on loan.", "planned: Max Orr PLAYS"),
    ],
)
def test_is_what_becomes_of_it(text: str, tie: str) -> None:
    assert drawn(text, tie)
