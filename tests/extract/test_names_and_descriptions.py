"""What a name is, how far it goes, and what is short for it."""

import pytest

from kgbuild.model import Article, Form, Type
from tests.extract.stage import reader, ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("The Baltic supervisor, Fintarsik, had rebuked Ann Lee twice.", "Fintarsik", "ORG"),
        ("It went on to Suhar Bullion, a trader of Dubai.", "Suhar Bullion", "ORG"),
        ("Ann Lee travelled to Abu Dhabi in May.", "Abu Dhabi", "PLACE"),
        ("Buyers included vedorco Group, the tower arm of Axis.", "vedorco Group", "ORG"),
        ("Nadir Crest Refinery buys gold. Max Orr owns Nadir Crest.", "Nadir Crest", "ORG"),
        ("Ann Lee heads the Walloon transport company TEC.", "Walloon", None),
        ("The report, in English and Arabic, is out.", "English", None),
        ("(ATTN: ADDS comments from its chief) Acme Corp rose.", "ATTN", None),
        ("It was sold for US$366mn by Acme Corp.", "US$", None),
        ("Diplomats told RFE/RL so.", "RFE/RL", "ORG"),
        ("Ann Lee, a Belgian Green who sits there, left.", "Green", "ORG"),
        ("The Green lawmaker Ann Lee left.", "Green", "ORG"),
    ],
)
def test_a_name_is_told_by_the_words_in_it_and_beside_it(
    text: str, name: str, type_: str | None
) -> None:
    found = {
        text[m.start : m.end]: r.type
        for r in reader().read(Article("", text, None)).referents
        for m in r.mentions
        if m.form is Form.NAME
    }

    kinds = {"ORG": Type.ORGANIZATION, "PLACE": Type.PLACE}
    assert found.get(name) == (kinds[type_] if type_ else None)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "The Timber Workers' Front is on strike. He blamed the Front. The Front said no.",
            "Timber Workers' Front",
            "Front",
        ),
        (
            "The Lorka Coastal Shipping Corporation is on strike. Bo Berg leads the Corporation. "
            "The Corporation was founded in 1971.",
            "Lorka Coastal Shipping Corporation",
            "Corporation",
        ),
        (
            "Acme Corp was bought by Sable Rock Capital. Max Orr, who runs Sable Rock, said so.",
            "Sable Rock Capital",
            "Sable Rock",
        ),
        (
            "Deportivo Huanta beat Real Arenal 2-0. Bo Berg took charge of Huanta a week ago.",
            "Deportivo Huanta",
            "Huanta",
        ),
    ],
)
def test_a_body_is_called_by_a_part_of_its_name(text: str, name: str, words: str) -> None:
    found = reader().read(Article("", text, None)).referents

    named = {r.name: {text[m.start : m.end] for m in r.mentions} for r in found}
    assert any(words in said and name in said for said in named.values())


@pytest.mark.model
def test_a_body_has_its_full_name_rather_than_its_kind() -> None:
    text = "The Timber Workers' Front is on strike. He blamed the Front. The Front said no."

    names = {r.name for r in reader().read(Article("", text, None)).referents}

    assert "Timber Workers' Front" in names
    assert "Front" not in names


@pytest.mark.model
def test_a_client_is_whose_lawyer_one_is() -> None:
    text = (
        "Ann Lee is a lawyer for Max Orr. Bo Berg, of Oslo, was fined, and Ida Moe left. "
        'Lee told Reuters: "My client met Ivo Baum."'
    )

    assert "asserted: Max Orr MET_WITH Ivo Baum" in ties(text)


@pytest.mark.model
def test_what_one_is_blamed_for_does_not_say_who_one_is() -> None:
    text = "Max Orr is the prime minister of Jordan. The IAF has blamed the premier for the deal."

    assert "asserted: IAF CRITICIZED Max Orr" in ties(text)
