"""Whether it is so, since when, and who was told."""

import pytest

from kgbuild.extract.text.dates import find
from kgbuild.model import Article
from tests.extract.stage import reader, ties, told


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ('"We won," Ann Lee told reporters at the Allianz Arena.', "SPOKE_TO"),
        ('"I am proud," Ann Lee told the audience in the Berlinale Palast.', "SPOKE_TO"),
        ('"I saw it," Ann Lee told the judges, according to the broadcaster Geo News.', "SPOKE_TO"),
        ('"He beat me," Ann Lee told prosecutors, El Pais reported.', "SPOKE_TO"),
        ("Max Orr denied that he had discussed it with Bo Berg during their meeting.", "denied"),
        ("Prosecutors said that Max Orr had stabbed Bo Berg, who is recovering.", "KILLED"),
        ("Spain's National Court acquitted Max Orr.", "CHARGED"),
        ("In March the EU de-listed Max Orr.", "asserted: European Union SANCTIONED"),
        ("The EU refused to remove Ann Lee from its sanctions list.", "SANCTIONED"),
        ("Max Orr, linked with Manchester United, has 22 goals.", "asserted"),
        (
            "Max Orr, treasurer of Norvik until 2019, now an adviser to Beta Group, left.",
            "Beta Group treasurer",
        ),
        ("The club denied that their coach Max Orr would leave Braga.", "PLAYS_FOR"),
    ],
)
def test_it_is_not_told(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Orr told a reporter at the BBC that he was well.", "asserted: Max Orr SPOKE_TO BBC"),
        ("Bayern Munich meet Norvik FC, coached by Max Orr.", "asserted: Max Orr PLAYS_FOR Norvik"),
        (
            "Pavel Kuka, wanted by Leeds United, and Jens Maier, tipped to join Celtic, scored.",
            "possible: Jens Maier PLAYS_FOR Celtic",
        ),
        ("Norvik, formerly owned by Max Orr, was sold.", "former: Max Orr OWNS Norvik"),
        ("Peter Lang had himself been chief executive of Norvik.", "former: Peter Lang LEADS"),
        ("Ann Lee, previously married to Max Orr, left.", "former: Ann Lee SPOUSE_OF Max Orr"),
        (
            "The EU took Ann Lee off its sanctions list in 2020.",
            "former: European Union SANCTIONED",
        ),
        ("Norvik may raise its stake in Delta Corp.", "asserted: Norvik OWNS Delta Corp"),
        ("Norvik has raised its stake in Delta Corp. to 20%.", "asserted: Norvik OWNS Delta Corp"),
        ("It was false to suggest that Max Orr owned Norvik.", "denied: Max Orr OWNS Norvik"),
        ("It is wrong and defamatory to say that Max Orr owns Norvik.", "denied: Max Orr OWNS"),
        ("Ann Lee, whom the European Union wants blacklisted, left.", "possible: European Union"),
        ("Ann Lee is leaving to join Norvik.", "planned: Ann Lee WORKS_FOR Norvik"),
        ("Ann Lee has yet to meet Max Orr.", "denied: Ann Lee MET_WITH Max Orr"),
        ("Ann Lee is yet to be charged by Kent Police.", "denied: Kent Police CHARGED Ann Lee"),
        ("Ann Lee suggested that Norvik would not buy Delta.", "denied: Norvik ACQUIRED Delta"),
        ("Ann Lee suggested that Norvik had bought Delta.", "possible: Norvik ACQUIRED Delta"),
        ("Ann Lee went on to found Norvik Systems.", "asserted: Ann Lee FOUNDED Norvik"),
        ("Ann Lee plans to found Norvik Systems.", "planned: Ann Lee FOUNDED Norvik"),
        (
            "Ann Lee, a former insider of the Greens party who now leads Volt, has not spoken.",
            "asserted: Ann Lee LEADS Volt",
        ),
        (
            "Ann Lee was president of Madeira before she replaced Max Orr at the head of Norvik.",
            "asserted: Ann Lee LEADS Norvik",
        ),
        (
            "Ann Lee replaced Max Orr at the head of Norvik in 2020.",
            "former: Max Orr LEADS Norvik",
        ),
        (
            "Norvik said its chief executive, Ann Lee, would go. She will be succeeded by Max Orr.",
            "planned: Max Orr LEADS Norvik chief executive",
        ),
        (
            "Ann Lee urged Max Orr to drop his resistance, as the two leaders met in Oslo.",
            "asserted: Ann Lee MET_WITH Max Orr",
        ),
        (
            "Ann Lee will ask Max Orr so when the two presidents meet in Oslo.",
            "planned: Ann Lee MET_WITH Max Orr",
        ),
        ("Max Orr, who died, had been due to meet Ann Lee.", "denied: Max Orr MET_WITH Ann Lee"),
        ("They confirmed that Ann Lee had been arrested by Kent Police.", "asserted: Kent Police"),
        ("Bo Berg, the owner of Norvik, sold the company.", "former: Bo Berg OWNS Norvik"),
        ("Ann Lee replaces Bo Berg as coach of Sevmor FC.", "former: Bo Berg PLAYS_FOR Sevmor"),
        (
            "Under President Peter Lang, Peru left the pact; his successor, Ann Lee, rejoined it.",
            "former: Peter Lang LEADS Peru",
        ),
        (
            "Ann Lee was president of Norvik until 2019. Her successor, Max Orr, had no comment.",
            "asserted: Max Orr LEADS Norvik",
        ),
    ],
)
def test_words_around_a_tie_tell_whether_it_is_so(text: str, tie: str) -> None:
    assert any(found.startswith(tie) for found in ties(text))


@pytest.mark.model
def test_years_are_counted_from_the_one_before() -> None:
    text = "Norvik was sanctioned by Canada in 2018 and by Japan a year later."
    reading = reader().read(Article("", text, "2021-02-09"))

    names = {reading.referents[s.subject].name: s.since for s in reading.statements}
    assert names == {"Canada": "2018", "Japan": "2019"}


@pytest.mark.model
def test_who_was_not_met_since_is_not_denied_for_that_day() -> None:
    text = "Max Orr had not met Ann Lee since the funeral in March 2019."
    reading = reader().read(Article("", text, "2021-02-09"))

    assert [(s.status, s.since) for s in reading.statements] == [("denied", None)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("He was held in October of that year.", []),
        ("After the 2018 coup he was held in October of that year.", ["2018-10"]),
    ],
)
def test_that_year_is_the_one_told_last(text: str, dates: list[str]) -> None:
    assert [when.since for when in find(text, "2021-02-09")] == dates


def test_two_who_are_told_to_be_unrelated_are_no_kin() -> None:
    found = ties(
        "Her campaign is run by Darren Cope and his brother in spirit Owen Cope; they are not"
        " related."
    )
    assert "asserted: Darren Cope SIBLING_OF Owen Cope" not in found


def test_a_word_of_another_sense_on_the_way_weakens_nothing() -> None:
    found = ties(
        "Kgwebo Bank is owned by Marang Kopong and has opened fourteen branches in Francistown."
    )
    assert "asserted: Kgwebo Bank OPERATES_IN Francistown" in found


@pytest.mark.parametrize("word", ["sometimes named", "often listed"])
def test_what_is_only_sometimes_told_is_alleged(word: str) -> None:
    found = ties(f"Nodar Tsikel is {word} among the founders of the Rustaveli Society.")

    assert not any(tie.startswith("asserted") for tie in found)


NAMES = "person Ann Lee, person Max Orr, firm Norvane, firm Beta Group"
FACTS = (
    "Norvane acquired Beta Group",
    "Max Orr works for Norvane",
    "Ann Lee and Max Orr are brother and sister",
    "Max Orr is the father of Ann Lee",
)


@pytest.mark.model
@pytest.mark.parametrize(
    ("context", "status"),
    [
        ("{}, or so the story goes.", "alleged"),
        ("{}, it was rumoured.", "alleged"),
        ("Rumour has it that {}.", "possible"),
        ("Critics say that {}.", "alleged"),
        ("If {}, the minister will resign.", "possible"),
        ("{}, if the paper is right.", "possible"),
        ("It looked as though {}.", "possible"),
        ("He lied when he said that {}.", "denied"),
        ("That {} is untrue.", "denied"),
        ("It is not true that {}.", "denied"),
        ("There is doubt that {}.", "possible"),
        ("It is hardly true that {}.", "denied"),
        ("The accused insists it is a lie that {}.", "denied"),
        ("A report that {} was wrong.", "denied"),
    ],
)
def test_what_a_sentence_puts_around_a_fact_makes_it_none(context: str, status: str) -> None:
    texts = [context.format(fact) for fact in FACTS]

    lines = [line for text in texts for line in told(text[0].upper() + text[1:], NAMES)]

    assert len(lines) > 1
    assert all(line.startswith(f"{status}: ") for line in lines), lines


@pytest.mark.model
@pytest.mark.parametrize(
    "context",
    [
        "There is no doubt that {}.",
        "There is little doubt that {}.",
        "It emerged on Monday that {}.",
        "It is true that {}.",
        "{}, but nobody cared.",
        "Until {}, nobody cared.",
    ],
)
def test_what_a_sentence_leaves_of_a_fact_stays_one(context: str) -> None:
    assert told(context.format("Norvane acquired Beta Group"), NAMES) == {
        "Norvane ACQUIRED Beta Group"
    }
