from dataclasses import replace
from time import perf_counter

import pytest

from kgbuild import ontology
from kgbuild.extract.relations import sentences, statements
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.paragraphs import Anchor, Paragraph
from kgbuild.model import Article, Form, Mention, Referent, Status, Type
from tests.extract.stage import parse, read, reader, told

pytestmark = pytest.mark.model


def rows(table: str) -> list[tuple[str, str, set[str]]]:
    """Return the (text, names, statements) of a table: blank lines part the cases."""
    found = []
    for block in table.strip().split("\n\n"):
        text, names, *lines = (line.strip() for line in block.strip().splitlines())
        found.append((text, names, set(lines)))
    return found


OFFICES = """
    Joan Poe (pictured), chairman of Acme, met Max Roe (D-Ohio), a lawyer for Beta.
    person Joan Poe, firm Acme, person Max Roe, firm Beta
    Joan Poe LEADS Acme
    Joan Poe MET_WITH Max Roe
    Max Roe WORKS_FOR Beta

    Acme (formerly Delta) chief executive Joan Poe spoke on Monday.
    firm Acme, person Joan Poe
    Joan Poe LEADS Acme

    Former Genk and Gent winger Joan Poe spoke on Monday.
    firm Genk, firm Gent, person Joan Poe
    former: Joan Poe PLAYS_FOR Genk
    former: Joan Poe PLAYS_FOR Gent

    A row between Acme and Beta founder Joan Poe goes on.
    firm Acme, firm Beta, person Joan Poe
    Joan Poe FOUNDED Beta

    Joan Poe, whose firm Acme makes lamps, spoke on Monday.
    person Joan Poe|whose, firm Acme
    Joan Poe OWNS Acme

    Joan Poe said her company was bought by Acme.
    person Joan Poe|her, firm Acme

    Acme chief executive Joan Poe spoke on Monday.
    firm Acme, person Joan Poe
    Joan Poe LEADS Acme

    Joan Poe, founder and chief executive of Acme, spoke on Monday.
    firm Acme, person Joan Poe
    Joan Poe LEADS Acme
    Joan Poe FOUNDED Acme

    Prime Minister Joan Poe of Norway arrived late.
    place Norway, person Joan Poe
    Joan Poe LEADS Norway

    French President Joan Poe spoke.
    place French, person Joan Poe
    Joan Poe LEADS French

    The head of Acme, Joan Poe, resigned in anger.
    firm Acme, person Joan Poe
    former: Joan Poe LEADS Acme

    Acme vice president Joan Poe spoke on Monday.
    firm Acme, person Joan Poe
    Joan Poe WORKS_FOR Acme

    Joan Poe, head of research at Acme, spoke on Monday.
    firm Acme, person Joan Poe
    Joan Poe WORKS_FOR Acme

    Norwegian Foreign Minister Joan Poe left early.
    place Norwegian, person Joan Poe
    Joan Poe WORKS_FOR Norwegian

    Joan Poe, China's ambassador to Norway, left early.
    place China, place Norway, person Joan Poe
    Joan Poe WORKS_FOR China

    Norwegian opposition leader Joan Poe left early.
    place Norwegian, person Joan Poe

    A French company boss met the French baker Joan Poe.
    place French, person Joan Poe

    Former Acme chairman Joan Poe fled.
    firm Acme, person Joan Poe
    former: Joan Poe LEADS Acme

    President-elect Joan Poe of Chile smiled.
    place Chile, person Joan Poe
    planned: Joan Poe LEADS Chile

    Joan Poe resigned as chairwoman of Acme in 2019.
    firm Acme, person Joan Poe
    former: Joan Poe LEADS Acme

    Joan Poe is no longer president of Acme.
    firm Acme, person Joan Poe
    former: Joan Poe LEADS Acme

    Acme named Joan Poe as chief executive.
    firm Acme, person Joan Poe
    Joan Poe LEADS Acme

    Acme appointed Joan Poe chief executive on Monday.
    firm Acme, person Joan Poe
    Joan Poe LEADS Acme

    The chief executive of Acme and Beta, Joan Poe, left early.
    firm Acme, firm Beta, person Joan Poe
    Joan Poe LEADS Acme
    Joan Poe LEADS Beta

    CIA Director Joan Poe met Max Roe, a director of Acme.
    firm CIA, firm Acme, person Joan Poe, person Max Roe
    Joan Poe LEADS CIA
    Max Roe WORKS_FOR Acme
    Joan Poe MET_WITH Max Roe

    Arsenal midfielder Joan Poe is a candidate for mayor of London.
    firm Arsenal, person Joan Poe, place London
    Joan Poe PLAYS_FOR Arsenal

    Joan Poe is the son of Max Poe and lives in Oslo with his wife Ida Roe.
    person Joan Poe|his, person Max Poe, person Ida Roe, place Oslo
    Max Poe PARENT_OF Joan Poe
    Joan Poe LIVES_IN Oslo
    Ida Roe LIVES_IN Oslo
    Ida Roe SPOUSE_OF Joan Poe

    Acme unit Beta, a subsidiary of Gamma, was founded by Joan Poe in 1999.
    firm Acme, firm Beta, firm Gamma, person Joan Poe
    Beta SUBSIDIARY_OF Acme
    Beta SUBSIDIARY_OF Gamma
    Joan Poe FOUNDED Beta

    Austrian citizen Joan Poe vanished.
    place Austrian, person Joan Poe
    Joan Poe CITIZEN_OF Austrian

    Joan Poe, Max Roe and the head of Acme, Ida Low, met.
    firm Acme, person Joan Poe, person Max Roe, person Ida Low
    Ida Low LEADS Acme
    Joan Poe MET_WITH Max Roe
    Joan Poe MET_WITH Ida Low
    Max Roe MET_WITH Ida Low

    Joan Poe and Max Roe, the founders of Acme, left.
    firm Acme, person Joan Poe, person Max Roe
    Joan Poe FOUNDED Acme
    Max Roe FOUNDED Acme

    France and Germany are not allies.
    place France, place Germany
    denied: France ALLIED_WITH Germany

    Joan Poe was sworn in as president of Chile.
    person Joan Poe, place Chile
    Joan Poe LEADS Chile

    The supposed founder of Acme, Joan Poe, fled.
    firm Acme, person Joan Poe
    alleged: Joan Poe FOUNDED Acme

    Joan Poe, chief executive of Acme until 2019, joined Beta.
    person Joan Poe, firm Acme, firm Beta
    former: Joan Poe LEADS Acme
    Joan Poe WORKS_FOR Beta
"""

LISTS = """
    Members of Gamma include Acme and Beta.
    firm Gamma, firm Acme, firm Beta
    Acme MEMBER_OF Gamma
    Beta MEMBER_OF Gamma

    Acme, whose customers include Beta and Gamma, fell.
    firm Acme, firm Beta, firm Gamma
    Acme SUPPLIES Beta
    Acme SUPPLIES Gamma

    The vendors of Acme include Beta.
    firm Acme, firm Beta
    Beta SUPPLIES Acme

    Acme's former customers include Beta.
    firm Acme, firm Beta
    former: Acme SUPPLIES Beta

    Acme has shareholders such as Joan Poe.
    firm Acme, person Joan Poe

    Shareholders of Acme, including Joan Poe and Beta, sued.
    firm Acme, person Joan Poe, firm Beta
    Joan Poe OWNS Acme
    Beta OWNS Acme
"""

VERBS = """
    Acme completed its acquisition of Beta in 2019.
    firm Acme|its, firm Beta
    Acme ACQUIRED Beta

    Acme's acquisition of Beta in 2019 hurt nobody.
    firm Acme, firm Beta
    Acme ACQUIRED Beta

    Acme's acquisition of Beta would hurt nobody.
    firm Acme, firm Beta
    possible: Acme ACQUIRED Beta

    Acme's planned takeover of Beta was popular.
    firm Acme, firm Beta
    planned: Acme ACQUIRED Beta

    Acme was placed under sanctions by Canada in 2020.
    firm Acme, place Canada
    Canada SANCTIONED Acme

    Acme have signed the striker Joan Poe from Beta.
    firm Acme, firm Beta, person Joan Poe
    Joan Poe PLAYS_FOR Acme
    former: Joan Poe PLAYS_FOR Beta

    Acme sold a stake to Beta.
    firm Acme, firm Beta

    Acme, a steel group from Oslo, grew.
    firm Acme, place Oslo
    Acme HEADQUARTERED_IN Oslo

    We wrote that Acme had bought Beta. That was wrong.
    firm Acme, firm Beta
    denied: Acme ACQUIRED Beta

    Gamma said that Acme had bought Beta, which Acme denied.
    firm Acme, firm Beta, firm Gamma
    alleged: Acme ACQUIRED Beta

    Acme acquired Beta in 2019.
    firm Acme, firm Beta
    Acme ACQUIRED Beta

    Beta was acquired by Acme in 2019.
    firm Acme, firm Beta
    Acme ACQUIRED Beta

    Gamma sold Beta to Acme.
    firm Acme, firm Beta, firm Gamma
    Acme ACQUIRED Beta

    Acme owns half of Beta. Acme supplies chips to Gamma.
    firm Acme, firm Beta, firm Gamma
    Acme OWNS Beta
    Acme SUPPLIES Gamma

    Acme was added to the Entity List in December 2020.
    firm Acme, list Entity List
    Acme LISTED_ON Entity List

    Acme was removed from the Entity List in 2018.
    firm Acme, list Entity List
    former: Acme LISTED_ON Entity List

    It would be very hard for Norway to take Acme out of the Entity List.
    firm Acme, list Entity List, place Norway

    The summit was held in Oulu, where Nordlys opened a new laboratory last year.
    firm Nordlys, place Oulu
    Nordlys OPERATES_IN Oulu

    Canadian police arrested Joan Poe.
    place Canadian, person Joan Poe
    Canadian ARRESTED Joan Poe

    Joan Poe, who told Reuters about it, met Max Roe in Oslo.
    person Joan Poe, firm Reuters, person Max Roe, place Oslo
    Joan Poe SPOKE_TO Reuters
    Joan Poe MET_WITH Max Roe

    Joan Poe and Max Roe met in Oslo.
    person Joan Poe, person Max Roe, place Oslo
    Joan Poe MET_WITH Max Roe

    Acme filed a lawsuit against Beta after the European Union imposed sanctions on Gamma.
    firm Acme, firm Beta, firm European Union, firm Gamma
    Acme SUED Beta
    European Union SANCTIONED Gamma

    Finland joined NATO in April 2023.
    place Finland, firm NATO
    Finland MEMBER_OF NATO

    Joan Poe graduated from Yale before she joined Acme.
    person Joan Poe|she, firm Yale, firm Acme
    Joan Poe EDUCATED_AT Yale
    Joan Poe WORKS_FOR Acme

    Joan Poe was born in Bergen and is married to Max Roe.
    person Joan Poe, place Bergen, person Max Roe
    Joan Poe BORN_IN Bergen
    Joan Poe SPOUSE_OF Max Roe
"""

PLACES = """
    The fair in Taiyuan, North China's Shanxi Province, was big.
    place Taiyuan, place North China, place Shanxi Province
    Taiyuan LOCATED_IN Shanxi Province
    Shanxi Province LOCATED_IN North China

    They met in Paris, France, on Friday.
    place Paris, place France
    Paris LOCATED_IN France

    Acme has shops in Berlin, France and Spain.
    firm Acme, place Berlin, place France, place Spain
    Acme OPERATES_IN Berlin
    Acme OPERATES_IN France
    Acme OPERATES_IN Spain

    Shenzhen-based telecom giant Acme grew.
    place Shenzhen, firm Acme
    Acme HEADQUARTERED_IN Shenzhen

    Acme, a Shenzhen-based maker of phones, grew.
    place Shenzhen, firm Acme
    Acme HEADQUARTERED_IN Shenzhen

    Oslo, the capital of Norway, slept.
    place Oslo, place Norway
    Oslo CAPITAL_OF Norway
"""


@pytest.mark.parametrize(("text", "names", "expected"), rows(OFFICES))
def test_nouns_of_office_and_kinship_tie(text: str, names: str, expected: set[str]) -> None:
    assert told(text, names) == expected


@pytest.mark.parametrize(("text", "names", "expected"), rows(LISTS))
def test_a_list_ties_all_its_names(text: str, names: str, expected: set[str]) -> None:
    assert told(text, names) == expected


@pytest.mark.parametrize(("text", "names", "expected"), rows(VERBS))
def test_verbs_tie_in_either_voice(text: str, names: str, expected: set[str]) -> None:
    assert told(text, names) == expected


@pytest.mark.parametrize(("text", "names", "expected"), rows(PLACES))
def test_places_lie_in_wider_ones(text: str, names: str, expected: set[str]) -> None:
    assert told(text, names) == expected


def test_an_office_bears_its_role_and_dates() -> None:
    _, found = read(
        "Joan Poe has been chief executive of Acme since May 2014.", "person Joan Poe, firm Acme"
    )

    assert [(s.role, s.since, s.until) for s in found] == [("chief executive", "2014-05", None)]


def test_an_end_is_dated_as_an_end() -> None:
    _, found = read(
        "Joan Poe stepped down as president of Acme in 2018.", "person Joan Poe, firm Acme"
    )

    assert [(s.status, s.since, s.until) for s in found] == [(Status.FORMER, None, "2018")]


def test_who_joins_from_a_body_has_left_it_then() -> None:
    _, found = read("Joan Poe joined from Acme in May 2018.", "person Joan Poe, firm Acme")

    assert [(s.status, s.since, s.until) for s in found] == [(Status.FORMER, None, "2018-05")]


def test_what_runs_on_ends_on_a_day_to_come() -> None:
    text = "Acme Holdings has employed Joan Poe as a lawyer until August."
    found = reader().read(Article("", text, "2021-12-09"))

    assert [(s.status, s.until) for s in found.statements] == [(Status.ASSERTED, "2022-08")]


def test_an_arrest_does_not_end_with_what_else_the_sentence_dates() -> None:
    text = "The FBI has arrested Joan Poe, until last month a lawyer at Acme Holdings."
    found = reader().read(Article("", text, "2021-12-09"))
    arrested = [s for s in found.statements if s.relation == "ARRESTED"]

    assert [(s.status, s.until) for s in arrested] == [(Status.ASSERTED, None)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("SoftBank-owned Arm Holdings cut jobs.", ("SoftBank", "OWNS", "Arm Holdings")),
        ("The Iran-backed Houthis fired on a ship.", ("Iran", "SUPPORTED", "Houthis")),
        ("The Alphabet-owned site YouTube banned him.", ("Alphabet", "OWNS", "YouTube")),
    ],
)
def test_a_compound_before_a_name_ties(text: str, line: tuple[str, str, str]) -> None:
    found = reader().read(Article("", text))
    names = [referent.name for referent in found.referents]

    assert [(names[s.subject], s.relation, names[s.object]) for s in found.statements] == [line]


def test_what_a_compound_says_of_two_the_model_does_not_say_otherwise() -> None:
    found = reader().read(Article("", "The Qatar-owned club Paris Saint-Germain won."))

    assert "HEADQUARTERED_IN" not in {s.relation for s in found.statements}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Joan Poe was put in charge of Acme.", "Joan Poe LEADS Acme"),
        ("Joan Poe presides over Acme.", "Joan Poe LEADS Acme"),
        ("Joan Poe sat down with Max Orr.", "Joan Poe MET_WITH Max Orr"),
        ("Joan Poe will confer with Max Orr.", "planned: Joan Poe MET_WITH Max Orr"),
        ("Joan Poe walked out of Acme.", "former: Joan Poe MEMBER_OF Acme"),
        ("Joan Poe was expelled from Acme.", "former: Joan Poe MEMBER_OF Acme"),
        ("Acme froze the assets of Beta.", "Acme SANCTIONED Beta"),
        ("Acme froze the accounts of Joan Poe and her aide.", "Acme SANCTIONED Joan Poe"),
        ("Acme suspended Joan Poe for nine months.", "Acme SANCTIONED Joan Poe"),
        ("Joan Poe took Acme to court.", "Joan Poe SUED Acme"),
        ("Joan Poe studied law at Acme.", "Joan Poe EDUCATED_AT Acme"),
        ("In 1960 Joan Poe married Max Orr, from whom she was later divorced.",
         "former: Joan Poe SPOUSE_OF Max Orr"),
    ],
)  # fmt: skip
def test_turns_of_phrase_tie(text: str, line: str) -> None:
    assert line in told(text, "firm Acme, firm Beta, person Joan Poe, person Max Orr")


def test_a_widow_was_a_wife() -> None:
    text = "Tom Reed died in May. His widow, Ann Reed, owns the firm."
    found = reader().read(Article("", text)).statements

    assert [s.status for s in found if s.relation == "SPOUSE_OF"] == [Status.FORMER]


def test_a_sale_tells_until_when_the_seller_owned_what_it_sold() -> None:
    text = "Acme Holdings sold Beta Labs to Gamma Group in November 2020."
    found = reader().read(Article("", text, "2021-02-09"))
    owned = [s for s in found.statements if s.relation == "OWNS"]

    assert [(s.status, s.since, s.until) for s in owned] == [(Status.FORMER, None, "2020-11")]


def test_any_verb_between_two_names_is_kept_apart_with_its_verb() -> None:
    _, found = read("Acme imitated Beta.", "firm Acme, firm Beta")

    assert [(s.relation, s.verb, s.confidence) for s in found] == [("RELATED_TO", "imitate", 0.4)]


def test_a_headline_states_nothing() -> None:
    names = "firm Acme, firm Beta"

    assert read("Acme buys Beta", names, kind=Kind.HEADLINE)[1] == ()


def test_a_relation_that_is_switched_off_is_not_stated() -> None:
    names = "firm Acme, firm Beta"
    referents, _ = read("Acme acquired Beta.", names)
    whole = ontology.load()
    off = replace(whole.relations["ACQUIRED"], enabled=False)
    without = replace(whole, relations={**whole.relations, "ACQUIRED": off})
    doc = parse("Acme acquired Beta.")
    anchors = [Anchor(0, doc[i : i + 1], n, Form.NAME) for n, i in enumerate((0, 2))]

    found = statements.find(Article("", doc.text), [Paragraph(doc, 0)], referents, anchors, without)

    assert [s.relation for s in found] == ["RELATED_TO"]


def test_a_sentence_of_a_thousand_names_is_read_in_time_that_grows_no_faster() -> None:
    def seconds(count: int) -> float:
        names = [f"Firm{i}" for i in range(count)]
        doc = parse(" and ".join(names) + " sued " + ", ".join(names) + " in May 2019.")
        tokens = [t for t in doc if t.text.startswith("Firm")]
        anchors = [Anchor(0, doc[t.i : t.i + 1], n, Form.NAME) for n, t in enumerate(tokens)]
        referents = [
            Referent(t.text, Type.ORGANIZATION, (Mention(t.idx, t.idx + len(t)),), (t.text,))
            for t in tokens
        ]
        start = perf_counter()
        found = statements.find(
            Article("", doc.text), [Paragraph(doc, 0)], referents, anchors, reader().ontology
        )
        assert len(found) <= sentences.MOST * len(list(doc.sents))
        return perf_counter() - start

    assert seconds(1000) < 20 * max(seconds(100), 0.01)
