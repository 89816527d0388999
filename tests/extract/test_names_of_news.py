"""Names as news prints them beside posts, in bylines, in pieces; and what is no name."""

import pytest

from kgbuild.model import Article, Type
from tests.extract.stage import described, named, reader, ties

pytestmark = pytest.mark.model


def names(text: str) -> set[str]:
    """Return each name with the first letter of its type."""
    return {f"{type_[0]}:{name}" for name, type_ in named(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sefwi MP James Orji criticised the plan.", "P:Sefwi"),
        ("Ken Doyle, Liberal MP for Truro from 1974 to 1983, has died.", "P:Truro"),
        ("Ann Lee, the senator for Ogun East, spoke.", "P:Ogun East"),
        ("Clare TD Cathal Byrne welcomed the plan.", "P:Clare"),
        ("Clare TD Cathal Byrne welcomed the plan.", "P:Cathal Byrne"),
        ("Selectman Bob Hale and Councilor Jun Tulak agreed.", "P:Bob Hale"),
        ("Sergei Orlov, a business partner of Arkady Belov, was fined.", "P:Arkady Belov"),
        ("He served in the government of Moustapha Sarr.", "P:Moustapha Sarr"),
        ("Ann Lee, an adviser to Goldman Sachs, left.", "O:Goldman Sachs"),
        ("Speaker of the Parliament Jagath Perera said so.", "P:Jagath Perera"),
        ("ABC Group's successor, Tavrida, was registered there.", "O:Tavrida"),
        ("Etablissements Lokolo of Kinshasa were fined.", "O:Etablissements Lokolo"),
        ("The boat was run by SOS Adriatico.", "O:SOS Adriatico"),
        ("LLC Yuzhny Zavod, whose owner is Oleg Orlov, was fined.", "O:LLC Yuzhny Zavod"),
        (
            "Sverdlov State-Owned Enterprise was put on the list.",
            "O:Sverdlov State-Owned Enterprise",
        ),
        ("The Janata Dal (United), led by Ravi Rao, won.", "O:Janata Dal (United)"),
        (
            "The Foreign, Commonwealth and Development Office said so.",
            "O:Foreign, Commonwealth and Development Office",
        ),
        (
            "She worked at the Department for Business, Energy & Industrial Strategy.",
            "O:Department for Business, Energy & Industrial Strategy",
        ),
        ("The Ministry of Justice, Interpol and Europol met.", "O:Ministry of Justice"),
        (
            "He is on the Specially Designated Nationals and Blocked Persons List.",
            "L:Specially Designated Nationals and Blocked Persons List",
        ),
        ('"I told Petra (Novak) so," she said.', "P:Petra (Novak)"),
        ("The coach and the captain saw a goal. They beat Al-Wasl, who were third.", "O:Al-Wasl"),
        ("NESTLE - Nestle has bought Fresho.\n\nNestle shares fell.", "O:NESTLE"),
    ],
)
def test_a_name_is_whole_and_of_its_kind(text: str, found: str) -> None:
    assert found in names(text)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("It was tabled by businessman and ruling-party MP Kofi Mensah.", {"P:Kofi Mensah"}),
        ("Acme Corp, a GOCC based in Pasig, was told to pay.", {"O:Acme Corp", "P:Pasig"}),
        ("Ola Berg, a BBC reporter, heads an NGO.", {"P:Ola Berg", "O:BBC"}),
        ("Prof. Tahir Sani, SAN, and Mr Femi Ade, OON, spoke.", {"P:Tahir Sani", "P:Femi Ade"}),
        ("Fr Tom Byrne SJ was ordained. The IGP was there.", {"P:Tom Byrne"}),
        ("Hall of Famer Teemu Salo spoke.", {"P:Teemu Salo"}),
        ("Mary Poe, the Commissioner for Health, said so.", {"P:Mary Poe"}),
        (
            "Under Secretary of Commerce for Industry and Security Alan Ortiz said so.",
            {"P:Alan Ortiz"},
        ),
        (
            "Ann Lee is Professor of Political Science and holder of the Havel Chair in Law.",
            {"P:Ann Lee"},
        ),
        ("OFAC named Ann Lee under Executive Order (E.O.) 14024.", {"O:OFAC", "P:Ann Lee"}),
        ("The Commissioner for Taxation sued Acme Corp.", {"O:Acme Corp."}),
        ("Fano, an Amhara militia, accused Western embassies.", {"O:Fano"}),
        ("Ana Paz, the Andean nation's foreign minister, resigned.", {"P:Ana Paz"}),
        ("Niger waits.\n\nSCENARIO TWO: RUSSIA STEPS IN\n\nNiger waits on.", {"P:Niger"}),
    ],
)
def test_what_is_no_name_makes_none(text: str, others: set[str]) -> None:
    assert names(text) == others


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Sefwi MP James Orji criticised the plan.", "MEMBER_OF"),
        ("Orji Kalu, who represents Abia North, spoke.", "MEMBER_OF Abia"),
        ("Max Orr, MSP for Moray, spoke.", "Moray"),
        ("Deputy Secretary of Defense for East Africa Ann Lee spoke.", "WORKS_FOR East"),
        ("LAPD captain Dana Ross said so.", "PLAYS_FOR"),
        ("Hassan Idrissi, a Tangier customs agent, was held.", "WORKS_FOR Tangier"),
        ("Norvik Bank's former Tallinn chief, Aivar Rebane, was found.", "WORKS_FOR Tallinn"),
        ("Max Orr was charged by a Milan court.", "CHARGED"),
        ("US biotech Norvik released mosquitoes.", "HEADQUARTERED_IN"),
        ("Jana Nova, the chief of staff of Petr Dvorak, left.", "WORKS_FOR Petr"),
    ],
)
def test_a_place_or_person_beside_a_post_is_no_body(text: str, tie: str) -> None:
    assert not any(tie in line for line in ties(text))


def test_a_party_before_a_lawmaker_is_no_seat() -> None:
    found = ties("Ken Doyle, Liberal MP for Truro from 1974 to 1983, has died.")

    assert found == {"former: Ken Doyle MEMBER_OF Liberal"}


@pytest.mark.parametrize(
    "byline", ["Ian Frost · CBC News", "Ian Frost | Netwerk24", "From Ian Frost, Wa"]
)
def test_who_wrote_an_article_is_not_he(byline: str) -> None:
    text = f"Bank robbed\n\n{byline}\n\nHe was charged with fraud by the RCMP."

    assert described(text, "Ian Frost") == []
    assert not any("CHARGED" in tie for tie in ties(text))


@pytest.mark.parametrize("state", ["Nigeria", "Sweden", "Qatar"])
def test_a_state_by_its_official_name_is_one_and_the_same(state: str) -> None:
    style = {"Nigeria": "Federal Republic", "Sweden": "Kingdom"}.get(state, "State")
    text = f"Max Orr lives in Abuko, {style} of {state}. He left {state} last May."

    reading = reader().read(Article("", text))
    places = [r for r in reading.referents if r.type is Type.PLACE]

    assert [r.name for r in places] == ["Abuko", state]


def test_a_people_before_a_role_and_a_name_is_whose_citizen_one_is() -> None:
    found = ties("The American former basketball player Joe Fox met Ann Lee.")

    assert "asserted: Joe Fox CITIZEN_OF United States" in found
