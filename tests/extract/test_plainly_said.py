"""Ties that news of politics, war and sport says in plain words."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Peru's President Ann Lee named retired general Max Orr as defence secretary.",
            "asserted: Max Orr WORKS_FOR Peru defence secretary",
        ),
        ("Peru appointed Max Orr as ambassador to Japan.", "asserted: Max Orr WORKS_FOR Peru amb"),
        (
            "Chancellor Max Orr of Germany will make Ann Lee his finance minister.",
            "planned: Ann Lee WORKS_FOR Germany finance minister",
        ),
        (
            "Peru's President Ann Lee sacked her health minister, Max Orr.",
            "former: Max Orr WORKS_FOR Peru health minister",
        ),
        (
            "Chad's President Bo Berg was away. His deputy, Max Orr, said so.",
            "asserted: Max Orr WORKS_FOR Chad deputy",
        ),
        (
            "Ann Lee, head of the Norvik Bank, met Max Orr, her former deputy.",
            "former: Max Orr WORKS_FOR Norvik Bank deputy",
        ),
        (
            "Ann Lee leads the Norvik Party. Her deputy, Max Orr, said so.",
            "asserted: Max Orr WORKS_FOR Norvik Party deputy",
        ),
        (
            "Danish Foreign Minister Ann Lee phoned her Norwegian colleague, Max Orr.",
            "asserted: Max Orr WORKS_FOR Norway foreign minister",
        ),
        (
            "Swedish Defence Minister Ann Lee met her Danish and Finnish counterparts, Max Orr and "
            "Bo Berg.",
            "asserted: Bo Berg WORKS_FOR Finland defence minister",
        ),
        (
            "The foreign ministers of Peru and Chile, Luis Vega and Rosa Pinto, met in Lima.",
            "asserted: Rosa Pinto WORKS_FOR Chile foreign minister",
        ),
        ("Ann Lee took the oath as president of Peru.", "asserted: Ann Lee LEADS Peru president"),
        ("Max Orr appeared on Kanal Nord, a channel he used to own.", "former: Max Orr OWNS Kanal"),
        ("He joined Acme Group, a firm then headed by Max Orr.", "former: Max Orr LEADS Acme"),
    ],
)
def test_who_serves_whom_is_told_by_the_other(text: str, tie: str) -> None:
    assert any(found.startswith(tie) for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Orr arrived in Delhi on Monday, accompanied by Ann Lee.", "Ann Lee VISITED Delhi"),
        ("Max Orr travelled to Oslo with Ann Lee and Bo Berg.", "Bo Berg VISITED Oslo"),
        ("Peru's President Ann Lee dispatched Max Orr to Bamako.", "Max Orr VISITED Bamako"),
        ("The FBI arrested Max Orr along with his wife, Ann Lee.", "FBI ARRESTED Ann Lee"),
        ("Peru accused Max Orr, along with Ann Lee, of fraud.", "Peru CRITICIZED Ann Lee"),
        ("Max Orr was gunned down in Glyfada in 2011.", "Max Orr DIED_IN Glyfada"),
        ("Max Orr, who is on a visit to Ghana, spoke.", "Max Orr VISITED Ghana"),
        (
            "A nurse who studied at Delft University, Ann Lee joined Norvik in 2004.",
            "Ann Lee EDUCATED_AT Delft University",
        ),
        ("Ann Lee went on to become chief scientist of Norvik.", "Ann Lee WORKS_FOR Norvik"),
        ("Max Orr praised Bo Berg as the two leaders met.", "Max Orr MET_WITH Bo Berg"),
        ("Max Orr was convicted of killing Ann Lee.", "Max Orr KILLED Ann Lee"),
        ("Max Orr was found guilty of murdering Ann Lee.", "Max Orr KILLED Ann Lee"),
        ("Max Orr was jailed for life for the murder of Ann Lee.", "Max Orr KILLED Ann Lee"),
        (
            "Hezbollah claimed responsibility for the attack that killed Max Orr.",
            "Hezbollah KILLED Max Orr",
        ),
        ("Israel struck Tyre. An Israeli air strike killed Max Orr.", "Israel KILLED Max Orr"),
        (
            "Israel struck Tyre. The Israeli military said it had killed Max Orr.",
            "Israel KILLED Max Orr",
        ),
        ("Max Orr holds Israeli and Moldovan passports.", "Max Orr CITIZEN_OF Moldova"),
        ("Russian steel magnate Max Orr sued.", "Max Orr CITIZEN_OF Russia"),
        ("Ann Lee is survived by two sisters, Mary and Rose Doyle.", "Rose Doyle SIBLING_OF Ann"),
        (
            "Max Orr is the brother of Sean Orr, and his wife, Ann Lee, is a judge.",
            "Ann Lee SPOUSE_OF Max Orr",
        ),
    ],
)
def test_what_is_plainly_said_is_asserted(text: str, tie: str) -> None:
    assert any(f.startswith("asserted: ") and tie in f for f in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Niger walked out of ECOWAS in 2019.", "former: Niger MEMBER_OF ECOWAS"),
        ("Jan Berg succeeds Piet Lund as coach of Ajax.", "former: Piet Lund PLAYS_FOR Ajax"),
        ("Torino coach Max Orr was sacked on Monday.", "former: Max Orr PLAYS_FOR Torino"),
        ("Max Orr married Ann Lee in 1985. They divorced in 1999.", "former: Max Orr SPOUSE_OF"),
        ("Max Orr was found not guilty of murdering Ann Lee.", "denied: Max Orr KILLED Ann Lee"),
        ("Max Orr was wrongly convicted of killing Ann Lee.", "alleged: Max Orr KILLED Ann Lee"),
        ("Max Orr could be convicted of killing Ann Lee.", "possible: Max Orr KILLED Ann Lee"),
        ("Max Orr gave Ann Lee an invitation to visit Berlin.", "possible: Ann Lee VISITED Berlin"),
        (
            "Max Orr, who plays for Genk, is wanted by Benfica.",
            "possible: Max Orr PLAYS_FOR Benfica",
        ),
    ],
)
def test_what_is_over_or_open_is_told_so(text: str, tie: str) -> None:
    found = ties(text)

    assert any(one.startswith(tie) for one in found)
    assert not any(one.startswith(f"asserted{tie[tie.index(':') :]}") for one in found)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Ann Lee spoke. Max Orr, who sits in the Bundestag for the Greens, rejected her words.",
            "Ann Lee MEMBER_OF",
        ),
        ("Max Orr is a nephew of Ajax coach Piet Berg.", "Max Orr PLAYS_FOR"),
        ("Max Orr, a friend of Labour MP Mark Stone, left.", "Max Orr MEMBER_OF"),
        ("Max Orr was a pupil of the founder of the Norvik Bank, Piet Berg.", "Max Orr FOUNDED"),
        ("Max Orr gave Ann Lee an invitation to visit Berlin.", "Max Orr VISITED"),
        ("Max Orr was convicted of the attempted murder of Ann Lee.", "asserted: Max Orr KILLED"),
        ("Max Orr never flew to Oslo with Ann Lee.", "Ann Lee VISITED"),
        ("Max Orr used a fake Cypriot passport.", "CITIZEN_OF"),
        ("Max Orr arrived in Delhi for talks with Ann Lee.", "Ann Lee VISITED"),
        (
            "Max Orr is the brother of Sean Orr, and his wife, Ann Lee, is a judge.",
            "SPOUSE_OF Sean Orr",
        ),
        (
            "The foreign ministers of Peru and Chile, Luis Vega and Rosa Pinto, met.",
            "Vega WORKS_FOR Chile",
        ),
        ("Max Orr is survived by a son, Otto, and a brother, Leo.", "Max Orr PARENT_OF Leo"),
        ("Peru's President Ann Lee met Max Orr and Bo Berg, her lawyer.", "Bo Berg WORKS_FOR"),
    ],
)
def test_who_stands_beside_gets_no_tie(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))
