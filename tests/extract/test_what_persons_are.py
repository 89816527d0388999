"""What persons are: of what state, party, league, team and home, as newspapers say it."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Police charged a Cypriot ship owner, Loukas Hadjilou, on Friday.", "CITIZEN_OF Cyprus"),
        ("Her Italian coach, Gianmarco Tesoni, was banned.", "Tesoni CITIZEN_OF Italy"),
        ("Ligaya Montero is a retired Filipino film actress.", "CITIZEN_OF Philippines"),
        ("She lost to Spaniard Paula Bado in Oslo.", "Paula Bado CITIZEN_OF Spain"),
        ("Ann Orr owns a bakery. Max Orr is her cook. He is Japanese.", "Max Orr CITIZEN_OF Japan"),
        ("In the semi-final at the stadium Peru's Ann Leer won.", "Ann Leer CITIZEN_OF Peru"),
        ("Ida Moe's Civic Union left the government.", "Ida Moe MEMBER_OF Civic Union"),
        ("Ida Moe, whose Lelo Union left the cabinet, won.", "Ida Moe MEMBER_OF Lelo Union"),
        ("Ida Moe lost. Her party, Rahva Kodu, blamed the press.", "Ida Moe MEMBER_OF Rahva Kodu"),
        ("Governor Kabir Jibril of the NNPP was there.", "Kabir Jibril MEMBER_OF NNPP"),
        ("The Green Reef Movement, to which Ann Poe belongs, lost.", "MEMBER_OF Green Reef"),
        ("In 2002 Ann Poe was elected to the Senate.", "Ann Poe MEMBER_OF Senate"),
        ("Max Orr is a fellow of the Engineering Institute of Canada.", "MEMBER_OF Engineering"),
        ("Senate leader Wade Burrows, a Republican, spoke.", "Wade Burrows MEMBER_OF Republican"),
        ("Republican Rep. Max Orrick and Ann Poe spoke.", "Max Orrick MEMBER_OF Republican"),
        ("Brand's economy minister, Elke Nowott (SPD), spoke.", "Elke Nowott MEMBER_OF SPD"),
        ("Ida Moe was born and raised in Linz.", "Ida Moe BORN_IN Linz"),
        ("She is survived by a sister, Elsie Moody of Oakley.", "Elsie Moody LIVES_IN Oakley"),
        ("Latvia centre Anete Zile was in the squad for the match.", "Zile PLAYS_FOR Latvia"),
        ("Serie A club Leccio beat Genkel FC 2-0.", "Leccio MEMBER_OF Serie A"),
        ("Max Orr lives in Bergen with his wife, Ida Moe.", "Ida Moe LIVES_IN Bergen"),
        ("Ida Moe flew to Lima, where she has lived since 2010.", "Ida Moe LIVES_IN Lima"),
        ("The Geneva-based oil trader Max Orr was held.", "Max Orr LIVES_IN Geneva"),
        ("Ann Poe, a Hamburg-based filmmaker, won.", "Ann Poe LIVES_IN Hamburg"),
        ("The club signed Jo Creste, on loan from Portel FC.", "Jo Creste PLAYS_FOR Portel FC"),
        ("Ghana international Jo Creste scored.", "Jo Creste PLAYS_FOR Ghana"),
        ("Vale Rovers brought in winger Max Orr from Genkel FC.", "Max Orr PLAYS_FOR Vale Rovers"),
    ],
)
def test_what_a_person_is_is_drawn(text: str, tie: str) -> None:
    assert any(tie in line for line in ties(text) if line.startswith("asserted: "))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "The Left Party, to which Max Orr does not belong, won.",
            "denied: Max Orr MEMBER_OF Left",
        ),
        ("Ann Poe was not elected to the Senate.", "denied: Ann Poe MEMBER_OF Senate"),
        ("Riga Lusi pulled out of the Eurasian Hockey League.", "former: Riga Lusi MEMBER_OF Eur"),
        ("Max Orr was raised in Antwerp.", "former: Max Orr LIVES_IN Antwerp"),
        ("Max Orr returned from exile in Paris.", "former: Max Orr LIVES_IN Paris"),
        ("Jo Creste was capped 20 times by Scotland.", "former: Jo Creste PLAYS_FOR Scotland"),
        ("Max Orr was expelled by his party, Frente Yvy.", "former: Max Orr MEMBER_OF Frente Yvy"),
    ],
)
def test_what_one_is_no_more_is_told_so(text: str, tie: str) -> None:
    assert any(line.startswith(tie) for line in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Orr met his Greek counterpart, Evan Mavros, on Friday.", "Mavros CITIZEN_OF"),
        (
            "French film director Luc Bess and Iranian dissident Mina Karim met.",
            "Karim CITIZEN_OF F",
        ),
        ("Peru's Ann Leer met the ministers in Oslo.", "Ann Leer CITIZEN_OF Peru"),
        ("Governor Kazuo Ued of the Bank of Japan spoke.", "Kazuo Ued MEMBER_OF"),
        ("Governor Kabir Jibril of the NNPP was there.", "Kabir Jibril LEADS NNPP"),
        ("Rep. Ann Poe (D-Calif.) left the room with Max Orrick.", "Poe MEMBER_OF D-"),
        ("Democratic Governor Una Berg left.", "LEADS Democratic"),
        ("Max Orr does not live in Oslo with his wife, Ida Moe.", "Ida Moe LIVES_IN Oslo"),
        ("Ann Poe's Conservative colleague Max Orr left.", "Ann Poe MEMBER_OF Conservative"),
    ],
)
def test_it_is_not_taken_from_anothers_words(text: str, tie: str) -> None:
    assert not any(tie in line for line in ties(text))
