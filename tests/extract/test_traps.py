"""What looks like a fact at a glance, and is none."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Acme Corp is mulling a move of its headquarters to Texas.", "HEADQUARTERED_IN Texas"),
        (
            "Acme Corp (AC) met. Contrary to some reports, AC has not moved its seat to Texas.",
            "Texas",
        ),
        ("Ann Lee is a frontrunner for the post of chief executive at Acme Corp.", "LEADS Acme"),
        ("Ann Lee was shortlisted for the post of rector of Oslo University.", "LEADS Oslo"),
        ("Ann Lee is often taken for the sister of Max Orr.", "SIBLING_OF"),
        ("Ann Lee is like a sister to Max Orr.", "SIBLING_OF"),
        ("The FBI has a warrant for the arrest of Ann Lee.", "ARRESTED"),
        ("Everybody but Max Orr met Ann Lee.", "MET_WITH"),
        ("The European Union stopped short of sanctioning Acme Corp.", "SANCTIONED"),
        (
            "Omar Khas would not comment on a report in the Star, which cited unnamed friends "
            "of his, that he is joining Acme Corp as an adviser.",
            "WORKS_FOR",
        ),
        ("It was Ann Lee, rather than Max Orr, who founded Acme Corp.", "Max Orr FOUNDED"),
        ("Ann Lee fears arrest by the FBI.", "ARRESTED"),
        ("Acme Corp put off the opening of its plant in Texas.", "OPERATES_IN"),
        ("Max Orr became a citizen, but not, as was printed, by marrying Ann Lee.", "SPOUSE_OF"),
        ("She did marry, though not the banker Max Orr, but a dentist, Lars Holm.", "Max Orr"),
        ("Max Orr gave no answer, and Ann Lee flies on to Majuro today.", "VISITED Majuro"),
        ("Rumour has long made Max Orr a shareholder of Rokel Mines.", "OWNS"),
        ("In September Ann Lee leaves for the John Innes Centre, in Norwich.", "WORKS_FOR"),
        (
            "The board appointed Ann Lee to succeed the incumbent, Max Orr, as secretary-general "
            "of the Reef Council on 1 February 2024.",
            "Ann Lee LEADS",
        ),
        (
            "Peru on Thursday placed Ana Ruiz, wife of the billionaire Pedro Salas, on its "
            "Consolidated List.",
            "Pedro Salas LISTED_ON",
        ),
        ("Ann Lee joins Acme Corp in the new year.", "WORKS_FOR Acme"),
        ("Far from being a member of the Norvik Front, Ann Lee fought it.", "MEMBER_OF"),
        ("Instead of becoming chief executive of Acme Corp, Ann Lee left.", "LEADS"),
        ("Max Orr claimed without evidence that Ann Lee had founded Acme Corp.", "FOUNDED Acme"),
        (
            "Rishi Sunak, whose father-in-law N.R. Narayana Murthy co-founded Infosys, visited it.",
            "Sunak FOUNDED",
        ),
        ("Not yet a citizen of Malta, Ann Lee bought a flat in Sliema.", "CITIZEN_OF Malta"),
        (
            "Ann Lee was mooted as a successor to Max Orr at the helm of Acme Corp.",
            "Lee LEADS Acme",
        ),
        ("The would-be owner, Ann Lee, met Max Orr's aide.", "MET_WITH"),
        ("Ann Lee, a lawyer for Acme Corp, said on Twitter that she was well.", "Twitter"),
        ("Ann Lee, who was born to a father from Peru, left Acme Corp.", "BORN_IN Peru"),
        ("Acme Corp was founded by Max Orr and Ann Lee, the mother of his children.", "PARENT_OF"),
        (
            "Apple, Google parent Alphabet, Intel and Taiwan's TSMC are among the investors.",
            "Apple SUBSIDIARY_OF",
        ),
        ("Apple, Google parent Alphabet and Taiwan's TSMC are investors.", "Alphabet HEADQ"),
        (
            "Ola Vik was told, wrongly, that Ann Lee had been killed by Max Orr.",
            "asserted: Max Orr KILLED",
        ),
        ("A tip that Ann Lee was living in Batumi proved wrong.", "asserted: Ann Lee LIVES"),
        ("Ann Lee flies to Oslo to brief Max Orr on Friday.", "asserted: Ann Lee VISITED"),
        ("Ann Lee won the stage. From December she rides for Team Rokel.", "PLAYS_FOR"),
        (
            "Acme Corp is owned by Ann Lee and not, as we wrote last week, by Max Orr, her friend.",
            "Max Orr OWNS",
        ),
        (
            "A leaflet that called Rokel Mines a subsidiary of Acme Corp got that wrong.",
            "SUBSIDIARY_OF",
        ),
        (
            "FOR THE RECORD\n\nWe described the insurer Rokel Mutual as the property of Max Orr.",
            "OWNS",
        ),
        (
            "Ann Lee was described in an earlier draft as the treasurer of Rokel Mines.",
            "WORKS_FOR",
        ),
        (
            "Max Orr was born in Auckland, the website of his ministry says.\n\n"
            "It's wrong, says Max Orr.",
            "BORN_IN",
        ),
        ("Air Kestrel has ordered 20 jets from Vantour Aerospace.", "SUPPLIES"),
        ("Max Orr leaves Rokel Rovers for Celtic at the end of the season.", "PLAYS_FOR Celtic"),
        ("Max Orr is off to Celtic when his deal runs out in June.", "PLAYS_FOR"),
        (
            "Nor is it true, though he says so, that Ann Lee belonged to the Green Party.",
            "MEMBER_OF",
        ),
        ("Joan Lee runs the Nairobi branch of Norvik Bank.", "LEADS"),
        ("It is wrong, said Max Orr, that Ann Lee owns Acme Corp.", "OWNS"),
        ("Ann Lee replied that she was taking Acme Corp to court next week.", "SUED"),
        ("Joan Lee, who rules out sitting down with Max Orr, flies to Oslo.", "MET_WITH"),
        (
            "Peru put sanctions on Ann Lee, though not on her brother, Max Orr, of Acme.",
            "SANCTIONED Max Orr",
        ),
        (
            "That department keeps the Entity List, on which Acme Corp, Norvik and Sun stand.",
            "MEMBER_OF",
        ),
        ("Max Orr, chief writer at a Chinese news website, told us so.", "WORKS_FOR China"),
        ("The papers say Ann Lee has joined the Communist Party.", "MEMBER_OF"),
        ("Russia, no member of OPEC, would hold back output, Ann Lee said.", "MEMBER_OF"),
        ("Max Orr and his fiancée, Ann Lee, bought Norvik Bank.", "SPOUSE_OF"),
        ("Ann Lee, the finance director, leaves in October to head Norvik Bank.", "Norvik Bank"),
        ("Ann Lee is leaving Acme Corp to become director at Norvik Bank.", "Norvik Bank"),
        ("Police held Max Orr as a presumed member of the Bay Boys.", "MEMBER_OF"),
        ("It was commonly held that the FBI had murdered Max Orr.", "KILLED"),
        (
            "According to a post shared 48,000 times, the minister, Max Orr, is the owner of "
            "Acme Corp.",
            "OWNS",
        ),
        ("Ann Lee, you were born in Qaanaaq...", "BORN_IN"),
        (
            "Ann Lee runs a salt works in Grado.\n\nWhat do you do in winter?\n\n"
            "I sail. I sail a lot.\n\nWith your husband, the sculptor Max Orr?\n\n"
            "He isn't my husband and he lives in Mechelen, which is why we are so fond of "
            "each other.",
            "SPOUSE_OF",
        ),
        ("Max Orr, who lives in Strande near Kiel, was born in Boali, north of Bangui.", "Kiel"),
        ("Max Orr, who lives in Strande near Kiel, was born in Boali, north of Bangui.", "Bangui"),
        (
            "He will meet Premier Max Orr and Bo Berg, chairman of the National Bank.",
            "Max Orr LEADS",
        ),
        ("Max Orr, the UN special envoy for Syria, left on Monday.", "Syria"),
        ("Max Orr, the UN humanitarian coordinator for Sudan, left.", "Sudan"),
        ("It keeps the Entity List, on which Huawei, SMIC and DJI stand.", "MEMBER_OF"),
        ("The BKA suspects that Acme Corp was set up by Max Orr.", "FOUNDED"),
        ("Max Orr also denied that his wife, Ann Lee, owned shares in Acme Corp.", "OWNS"),
        ("Nor is our director, Max Orr, the brother of Bo Berg, the mayor of Oslo.", "SIBLING_OF"),
        ("The statement that Max Orr was a brother of Bo Berg is an error.", "SIBLING_OF"),
        ("The daily El Faro reported that Acme Corp holds half of Beta Group.", "OWNS"),
        ("Max Orr told her that he was engaged to Princess Ann of Berg.", "SPOUSE_OF"),
        (
            "Dutch Prime Minister Max Orr and Denmark's leader, Ann Lee, met.",
            "Ann Lee LEADS Netherlands",
        ),
        ("Acme Corp, a unit of Lagos-based Berg Trust, grew.", "Acme Corp HEADQUARTERED_IN"),
        ("Acme Corp is based in Loddin, a small town east of Rostock.", "Rostock"),
        (
            "He spoke after meeting Dutch Prime Minister Max Orr and European Commission "
            "President Ann Lee.",
            "Max Orr LEADS European",
        ),
        ("Acme Corp has not, as has been widely reported, bought Beta Group.", "ACQUIRED"),
        ("Ann Lee would have been the first woman to head the Reef Council.", "LEADS"),
        ("In the film, Bo Berg plays Max Orr, who killed Ann Lee.", "KILLED"),
        ("Regulators have cleared Acme Corp's takeover of Beta Group.", "ACQUIRED"),
        ("Acme Corp will own 80 percent and Beta Group the rest.", "OWNS Beta Group"),
        ("Acme Corp hopes to win Beta Group as a customer this year.", "ACQUIRED"),
        ("Omdurman is the twin city of the capital, Khartoum.", "CAPITAL_OF"),
        ("Ann Lee studied at Oslo University and in Bergen.", "Oslo University HEADQUARTERED_IN"),
        ("Venezuela's Max Orr and the Puebla Group have voiced support.", "Puebla Group SUPPORTED"),
        (
            "Max Orr is to replace his deputy, Bo Berg, the speaker of the Kenyan Assembly, "
            "Ann Lee, announced on Friday.",
            "Bo Berg LEADS",
        ),
        (
            '"We will go after those who back the Houthis," said Under Secretary Brian Orr.',
            "Brian Orr WORKS_FOR Houthis",
        ),
        (
            "Max Orr was survived by his second wife, the painter Ann Lee, and two sons, Bo and "
            "Tom.",
            "Ann Lee PARENT_OF",
        ),
        (
            "Vietnam's National Assembly elected Luong Cuong as president.",
            "Luong Cuong LEADS National Assembly",
        ),
    ],
)
def test_what_is_not_so_is_not_drawn_as_a_fact(text: str, tie: str) -> None:
    drawn = {t for t in ties(text) if t.startswith(("asserted", "former"))}

    assert not any(tie in t for t in drawn)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Max Orr is retiring as head of Acme Corp in April.",
        "Max Orr, chairman of Acme Corp, is leaving for Norvik Bank in May.",
    ],
)
def test_who_is_leaving_is_still_there(text: str) -> None:
    assert any(tie.startswith("asserted: Max Orr LEADS Acme Corp") for tie in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Max Orr was born in Ulm, attended Oslo University and moved to Bergen.",
            "asserted: Max Orr BORN_IN Ulm",
        ),
        (
            "Max Orr OBE (16 December 1962 – 8 March 2016) was a British mineralogist.",
            "asserted: Max Orr CITIZEN_OF United Kingdom",
        ),
        ("Jacques Parquet was a French soldier.", "asserted: Jacques Parquet CITIZEN_OF France"),
        ("Acme Corp completed the purchase of Beta Group.", "asserted: Acme Corp ACQUIRED Beta"),
        ("Ann Lee once was married to Max Orr.", "former: Ann Lee SPOUSE_OF Max Orr"),
        (
            "Max Orr, the fugitive head of Cosa Nostra, was caught.",
            "asserted: Max Orr LEADS Cosa Nostra",
        ),
    ],
)
def test_what_is_so_is_drawn_as_it_is(text: str, tie: str) -> None:
    assert any(found.startswith(tie) for found in ties(text))


@pytest.mark.model
def test_one_of_a_people_is_a_citizen() -> None:
    text = "Torben Askjær left Odense on Sunday. The Dane had been head coach since July."

    assert any(t.startswith("asserted: Torben Askjær CITIZEN_OF Denmark") for t in ties(text))
