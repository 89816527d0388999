"""Where a name begins and ends, what it names, and what is none."""

import pytest

from kgbuild.model import Type
from tests.extract.stage import named, ties

PERSON, BODY, PLACE = Type.PERSON, Type.ORGANIZATION, Type.PLACE


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Otto Lind, the German Social Democrat who heads it, left.", "Social Democrat", BODY),
        ("He was the first Western European EU chief to speak.", "EU", BODY),
        ("Albania, the first Balkan NATO member, agreed.", "NATO", BODY),
        ("Senior UN official: Sudan is at the end", "UN", BODY),
        ("Veteran Fine Gael councillor Ann Lee left.", "Fine Gael", BODY),
        ("Taoiseach Otto Lind met Tanaiste Ann Lee.", "Ann Lee", PERSON),
        ("Coun Zahra Moss left. Cr Bo Berg stayed.", "Zahra Moss", PERSON),
        ("Ann Lee joined Cr Bob Moss in the march.", "Bob Moss", PERSON),
        ("The Rev Canon Philippa Hoyle lives in Leeds.", "Philippa Hoyle", PERSON),
        ("Mama Rose Njeri, 70, lives in Kisumu.", "Rose Njeri", PERSON),
        ("Patriarch Kirill spoke.", "Patriarch Kirill", PERSON),
        ("Cogta MEC Otto Lind left.", "Otto Lind", PERSON),
        ("Two clerks of Canara Bank, Ashok Vihar, were arrested.", "Ashok Vihar", PLACE),
        ("Sam Bello joined Musa Idris outside the assembly.", "Musa Idris", PERSON),
        ("Ann Lee, whose wife Ida left, spoke.", "Ann Lee", PERSON),
        ("Uasin Gishu Senator Jackson Mandago spoke.", "Uasin Gishu", PLACE),
        ("Macron's finance minister, Ann Lee, left.", "Macron", PERSON),
        ("Mikel Arteta was assistant to Pep Guardiola.", "Pep Guardiola", PERSON),
        ("The occupied West Bank was calm.", "West Bank", PLACE),
        (
            "The Kenya Medical Workers, Pharmacists and Dentists Union struck.",
            "Kenya Medical Workers, Pharmacists and Dentists Union",
            BODY,
        ),
        (
            "The Union of Shop, Distributive and Allied Workers struck.",
            "Union of Shop, Distributive and Allied Workers",
            BODY,
        ),
        ("He went to the École normale supérieure.", "École normale supérieure", BODY),
        (
            "The Caisse de dépôt et placement du Québec bought it.",
            "Caisse de dépôt et placement du Québec",
            BODY,
        ),
        ("The leader of the CPI(M) said so.", "CPI(M)", BODY),
        ("She sold Acme d.o.o. to Beta on Monday.", "Acme d.o.o.", BODY),
        (
            "Ann Lee of Norvik Ic ve Dis Ticaret Limited Sirketi spoke.",
            "Norvik Ic ve Dis Ticaret Limited Sirketi",
            BODY,
        ),
        (
            "The Asset Management Corporation of Nigeria (AMCON) sold it.",
            "Asset Management Corporation of Nigeria",
            BODY,
        ),
        (
            "Voters of the far-right Alternative for Germany (AfD) and of the Greens left.",
            "Alternative for Germany",
            BODY,
        ),
        ("PARIS (AFP/dpa) - Ann Lee left.", "dpa", BODY),
        ("WHO director Ann Lee praised Peru.", "WHO", BODY),
        ("The UN, the IMF and WHO agreed.", "WHO", BODY),
        ("Bo Berg, the Rhode Island Democrat who chairs it, left.", "Rhode Island", PLACE),
        ("Ann Lee, a North Carolina Republican, left.", "North Carolina", PLACE),
        ("He saw the bankers at his Bangkok home, Ban Chan Lo, on Sunday.", "Ban Chan Lo", PLACE),
        ("Ann Lee met farmers at her country house, Haus Linden.", "Haus Linden", PLACE),
        ("The Liberals and their ally Chega, led by Bo Berg, agreed.", "Chega", BODY),
        ("Tigist Alemu, 19, from Debre Tabor, walked for days.", "Debre Tabor", PLACE),
        ("Hassan Idris, a 24-year-old from El Fasher, fled.", "El Fasher", PLACE),
        ("Nyambura wa Kimani, the writer, died.", "Nyambura wa Kimani", PERSON),
    ],
)
def test_a_name_is_whole_without_what_stands_before_it(text: str, name: str, type_: Type) -> None:
    assert (name, type_) in named(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The 180-ton Kimelody Rose, owned by Sulu Lines, capsized.", "Kimelody"),
        ("Police seized the Haldis, a trawler owned by Ann Lee.", "Haldis"),
        ("The ferry Haldis sank. The Haldis's owner, Ann Lee, left.", "Haldis"),
        ("A cargo ship, the Haldis, sank. The Haldis's owner, Ann Lee, left.", "Haldis"),
        ("Viagra maker Norvik agreed.", "Viagra"),
        ("Bo Berg, coached by former world No. 1 Ann Lee, won.", "No"),
        ("Ann Lee, the EU High Representative for Foreign Affairs, left.", "Representative"),
        ("He was named in Executive Order (E.O.) 13382.", "Executive"),
        ("Police said Reyes met Brgy. Capt. Ana Lim.", "Brgy"),
        ("Rear Adm. Bo Berg spoke.", "Rear"),
        ("Ann Lee met her namesake on X. Berg sits on no board.", "X"),
        ("In 1987 the ferry Dona Luz sank off Mindoro.", "Dona Luz"),
        ("Hurricane Ian hit Florida. Ann Lee said Ian had taken her house.", "Ian"),
        ("Ann Lee was awarded the Order of Danica by Bo Berg.", "Danica"),
        ("A loan of 5 billion CFA francs was given to Acme.", "CFA"),
        ("He had an MRI on Monday.", "MRI"),
        ("WHO IS NEXT?", "WHO"),
    ],
)
def test_what_names_no_person_place_or_body_is_no_name(text: str, word: str) -> None:
    assert not any(word in name for name, _ in named(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ship Acme bought in May sank.", "Acme"),
        ("It is said that Kalymnos Bulk has bought Thalassia, tanker and all.", "Thalassia"),
        ("Canon said that its profit fell.", "Canon"),
        ("Ann Lee joined Arthur Andersen in 1990.", "Arthur Andersen"),
        ("PPP Senator Ali Khan left.", "PPP"),
        ("Local Government Association chief Ann Lee left.", "Local Government Association"),
        ("Melbourne Storm Netball left.", "Melbourne Storm Netball"),
        ("Max Orr sold his firm, Norvane, to Ann Lee.", "Norvane"),
    ],
)
def test_a_body_stays_one(text: str, name: str) -> None:
    assert (name, BODY) in named(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Sen. Bo Berg of Surigao and Rep. Ann Lee of Zambales agreed.", "WORKS_FOR"),
        ("BELGRADE, SOFIA — Serbia and Bulgaria opened it.", "LOCATED_IN"),
        ("British Chancellor Ann Lee met Bo Berg.", "LEADS"),
        ("Britain's Chancellor of the Exchequer, Bo Berg, left.", "LEADS"),
        ("Scholz's health minister, Ann Lee, spoke.", "WORKS_FOR"),
        ("Ann Lee praised her on X. Berg sits on no board.", "SUPPORTED"),
        ("Max Orr, an Alabama Republican, and Ann Lee, a Georgia Democrat, left.", "_OF"),
        ("Ann Lee, the minister for Bougainville affairs, spoke.", "WORKS_FOR"),
        ("Trump had dinner with bankers at his Florida club, Mar-a-Lago.", "MET_WITH"),
        ("Tigist Alemu, 19, from Debre Tabor, walked for days.", "Debre Tabor"),
    ],
)
def test_what_stands_beside_a_name_ties_nothing(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))


@pytest.mark.model
def test_one_is_called_by_the_name_before_the_last_in_portuguese() -> None:
    text = "Carlos Souza da Silva met Ann Lee. Souza lives in Lima."

    assert any("Carlos Souza da Silva LIVES_IN Lima" in tie for tie in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("German Chancellor Ann Lee met Bo Berg.", "Ann Lee LEADS Germany"),
        ("Ontario's health minister, Bo Berg, spoke.", "Bo Berg WORKS_FOR Ontario"),
        ("Local Green MP Ann Lee spoke.", "Ann Lee MEMBER_OF Green"),
        ("FBI director Ann Lee flew to Paris.", "Ann Lee LEADS FBI director"),
        ("UNICEF director Ann Lee left for Kyiv.", "Ann Lee LEADS UNICEF director"),
        ("HSBC director Ann Lee left the firm.", "Ann Lee WORKS_FOR HSBC"),
        ("Talks were held with a CIA director, Ann Lee.", "Ann Lee WORKS_FOR CIA director"),
        ("WHO spokesman Max Orr told Reuters so.", "Max Orr WORKS_FOR WHO spokesman"),
        ("Greens Senator Bo Berg spoke.", "Bo Berg MEMBER_OF Greens"),
        ("PARIS, TEXAS — The mayor left.", "LOCATED_IN TEXAS"),
    ],
)
def test_what_stands_beside_a_name_may_tie(text: str, tie: str) -> None:
    assert any(tie in found for found in ties(text))
