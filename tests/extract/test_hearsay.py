"""What a text denies, or lets somebody but allege, is drawn as no fact."""

import pytest

from kgbuild.extract.text import contrast
from kgbuild.extract.truth import answers
from kgbuild.extract.truth.standing import Standing
from kgbuild.extract.truth.status import judge
from kgbuild.model import Status
from tests.extract.stage import drawn, parse, told

NAMES = "person Ann Lee, person Max Orr|Orr, firm Norvane, firm Beta Group"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Radio One wrote that Max Orr had joined Norvane. He had not.", "denied"),
        (
            "The paper said that Max Orr is the husband of Ann Lee. He is not; he is single.",
            "denied",
        ),
        ("Bo Berg writes that Max Orr owns Norvane. Max Orr never did.", "denied"),
        ("Radio One says Ann Lee owns Norvane. She does not, says her lawyer.", "denied"),
        ("Ann Lee said that Max Orr owned Norvane. Not so, says Orr.", "alleged"),
        ("Ann Lee said that Max Orr owned Norvane. Orr flatly denies both.", "alleged"),
        ("Ann Lee said that Max Orr owned Norvane. Orr called that a lie.", "alleged"),
        ("Unnamed officials say that Max Orr owns Norvane.", "alleged"),
        ("It has been written that Max Orr founded Norvane.", "alleged"),
        ("It is often put about that Max Orr owns Norvane.", "alleged"),
        ("Max Orr owns Norvane, or so say three bankers.", "alleged"),
        ("Through a cousin, so runs the case against him, Max Orr owned Norvane.", "alleged"),
        ("Max Orr owns Norvane, an informer will allege.", "alleged"),
        ("CLAIM: Max Orr owns Norvane.", "alleged"),
        ("The BKA suspects that Norvane was set up by Max Orr.", "alleged"),
        ("Max Orr, who, police suspect, founded Norvane, was held.", "alleged"),
        ("Ann Lee, according to the charge sheet, is the wife of Max Orr.", "alleged"),
        ("There was talk last year that Norvane had bought Beta Group.", "possible"),
        ("That Max Orr founded Norvane, as one letter has it, was never shown.", "possible"),
        ("That Max Orr founded Norvane, as books have it, is a confusion.", "denied"),
        ("Ann Lee denied the claim of the police that Max Orr founded Norvane.", "denied"),
        (
            "The Post, which had written that Max Orr owned Norvane, regretted the error.",
            "denied",
        ),
        ("Max Orr has not one share in Norvane.", "denied"),
        ("Max Orr owns a flat, a boat and no share in Norvane.", "denied"),
        ("Ann Lee was there, nor, as the police wrote, did Max Orr join Norvane.", "denied"),
        (
            "Norvane bought Beta Group on Monday, according to a person who was in the room.",
            "alleged",
        ),
        ("Max Orr met Ann Lee at a hotel on Monday, according to two people there.", "alleged"),
        ("For some days it looked as though Norvane had bought Beta Group.", "possible"),
        ("Yesterday, we named Max Orr as the president of Norvane.", "possible"),
        ("Norvane is being sold to Beta Group.", "planned"),
        ("Max Orr will no longer meet Ann Lee this week.", "denied"),
    ],
)
def test_what_is_denied_or_but_alleged_is_no_fact(text: str, tie: str) -> None:
    lines = {line for line in told(text, NAMES) if "SPOKE_TO" not in line}

    assert lines
    assert all(line.startswith(f"{tie}: ") for line in lines)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Max Orr, who, he says, founded Norvane, was there.",
        "Radio One wrote that Max Orr had founded Norvane. Ann Lee had not.",
        "Max Orr founded Norvane. He did not, however, run it.",
        "Max Orr founded Norvane; it was a plan, or so says a banker.",
        "Norvane's friends call Max Orr, who founded Norvane, mad.",
    ],
)
def test_what_is_denied_of_another_thing_stays_a_fact(text: str) -> None:
    assert "Max Orr FOUNDED Norvane" in told(text, NAMES)


@pytest.mark.model
@pytest.mark.parametrize(
    ("claim", "after", "belied"),
    [
        ("Radio One wrote that he had met her.", " He had not, and she was glad.", True),
        ("Radio One wrote that he had met her.", " He was not.", False),
        ("Radio One wrote that he met her.", " He had not seen her.", False),
        ("Radio One wrote that he met her.", ' "He did not."', True),
        ("Radio One wrote that he met her.", " Bo Berg did not.", False),
        ("Radio One wrote that he met her.", ' "He didn’t," said Ann Lee.', True),
        ("Radio One wrote that he had met her.", " He has not, the firm said.", True),
        ("Radio One wrote that he had met her.", " He had not, as a rule, met her.", False),
        ("Radio One wrote that he would have met her.", " He had not.", False),
    ],
)
def test_a_helper_takes_up_its_own_verb(claim: str, after: str, belied: bool) -> None:
    verb = next(t for t in parse(claim) if t.lower_ == "met")

    assert answers.belied(verb, Standing(), after, ("Max Orr",)) is belied


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The newspapers call Max Orr the owner of Norvane.", Status.ALLEGED),
        ("The shareholders call Max Orr the owner of Norvane.", Status.ASSERTED),
    ],
)
def test_what_papers_call_one_is_alleged(text: str, status: Status) -> None:
    verb = next(t for t in parse(text) if t.lower_ == "call")

    assert judge(verb).status is status


@pytest.mark.parametrize(
    ("relation", "text", "left_out"),
    [
        ("FOUNDED", "Orr is the chairman of Norvane, not its founder.", True),
        ("PARENT_OF", "She is the niece, not the daughter, of Max Orr.", True),
        ("OWNS", "Orr is the founder of Norvane, and not its owner.", True),
        ("FOUNDED", "Orr is the founder of Norvane, and not its owner.", False),
        ("SPOUSE_OF", "His aunt, not his wife, Ann Lee, runs it.", False),
        ("FOUNDED", "Orr did not meet its founder.", False),
    ],
)
def test_what_one_is_not_is_left_out(relation: str, text: str, left_out: bool) -> None:
    assert contrast.is_not(relation, text) is left_out


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("After this run Max Orr moves to Lima for a year.", "planned: Max Orr LIVES_IN Lima"),
        ("After this run Max Orr moved to Lima for good.", "Max Orr LIVES_IN Lima"),
        ("Max Orr will no longer travel to Lima this week.", "denied: Max Orr VISITED Lima"),
    ],
)
def test_who_is_to_go_or_goes_no_more_is_not_there(text: str, tie: str) -> None:
    assert tie in told(text, "person Max Orr, place Lima")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Peru, unlike Chile, belongs to the Andean Community.", "Chile MEMBER_OF"),
        ("Unlike her sister Bea Lee, Ann Lee works for Norvane.", "Bea Lee WORKS_FOR"),
        ("On Thursday we called Marval a subsidiary of Norvane.", "Marval SUBSIDIARY_OF"),
        ("Last week's column made Max Orr a director of Norvane.", "Max Orr WORKS_FOR"),
        ("Lima was not at war, she said, and Chile not at war with Peru.", "Chile FIGHTS Peru"),
    ],
)
def test_who_is_unlike_another_or_but_quoted_is_no_fact(text: str, tie: str) -> None:
    assert not [line for line in drawn(text, tie) if line.startswith(("asserted", "former"))]


@pytest.mark.model
def test_the_other_of_two_who_are_unlike_is_tied() -> None:
    text = "Unlike her sister Bea Lee, Ann Lee works for Norvane."

    assert drawn(text, "Ann Lee WORKS_FOR") == ["asserted: Ann Lee WORKS_FOR Norvane"]
