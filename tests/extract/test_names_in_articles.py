"""What names of whole articles name: a capital its state, a credit its agency, a jail a place."""

import pytest

from kgbuild.model import Article, Form, Type
from tests.extract.stage import named, reader, ties


def called(text: str, name: str) -> list[str]:
    """Return by which names a text calls the thing of that name."""
    found = [r for r in reader().read(Article("", text)).referents if r.name == name]
    return [text[m.start : m.end] for r in found for m in r.mentions if m.form is Form.NAME]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "state", "capital"),
    [
        ("Two men from Peru were held. Lima has denied it.", "Peru", "Lima"),
        ("Peru's army shot at a boat. Ann Lee accused Lima of piracy.", "Peru", "Lima"),
        ("Peru's trawlers left. Max Orr, Lima's ambassador, said so.", "Peru", "Lima"),
        ("Peru will vote. Chile and Lima blame each other.", "Peru", "Lima"),
        ("The EU listed Acme Corp a year after Brussels warned it.", "European Union", "Brussels"),
    ],
)
def test_a_capital_that_acts_is_its_state(text: str, state: str, capital: str) -> None:
    assert capital in called(text, state)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Peru's president, Ann Lee, went to Lima.",
        "Lima, the capital of Peru, denied it.",
        "Lima is the capital of Peru.",
        "Ann Lee of Peru left Lima on Monday.",
        "Ann Lee said Lima would not go.",
    ],
)
def test_a_capital_stays_a_town_where_no_government_is_meant(text: str) -> None:
    assert called(text, "Lima") == ["Lima"]


@pytest.mark.model
def test_a_state_is_not_called_by_its_capital() -> None:
    text = "Peru's army shot at a boat. Lima accused Chile."

    [peru] = [r for r in reader().read(Article("", text)).referents if r.name == "Peru"]

    assert peru.names == ("Peru",)
    assert "asserted: Peru CRITICIZED Chile" in ties(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Ann Lee in Lima. Image: Bo Berg/REUTERS", ["Bo Berg", "REUTERS"]),
        ("Ann Lee in Lima (Photo: Bo Berg/dpa/picture alliance)", ["dpa", "picture alliance"]),
        ("Ann Lee in Lima. Photo: Bo Berg/AFP/Getty Images", ["AFP", "Getty Images"]),
        ("Photo: Keith Moss", ["Keith Moss"]),
        ("© Bo Berg/dpa", ["Bo Berg", "dpa"]),
        ("ab/cd (dpa, AFP, Reuters)", ["dpa", "AFP", "Reuters"]),
        ("(FRANCE 24 with AFP and AP)", ["FRANCE 24", "AFP", "AP"]),
    ],
)
def test_who_took_a_picture_and_which_agencies_sent_it_are_named(
    credit: str, names: list[str]
) -> None:
    text = f"Ferry sinks\n\nA ferry sank off Peru on Monday.\n\n{credit}\n"

    found = [name for name, _ in named(text)]

    assert found[-len(names) :] == names


@pytest.mark.model
def test_what_a_picture_shows_is_told_before_its_credit() -> None:
    text = "Fire\n\nPhoto: Ann Lee, left, with Peru's then defence minister Bo Berg. © Max Moss/dpa"

    assert "former: Bo Berg WORKS_FOR Peru defence minister" in ties(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He never joined PiS. Ann Lee did.", "PiS"),
        ("The state owns a third through the development bank KfW.", "KfW"),
    ],
)
def test_a_short_name_goes_without_the_full_stop_behind_it(text: str, name: str) -> None:
    assert (name, Type.ORGANIZATION) in named(text)


@pytest.mark.model
def test_a_network_of_one_letter_is_no_initial_where_its_sentence_ends() -> None:
    text = '"It belongs to Germany," the Labour politician wrote on X. Francis X. Berg left.'

    assert not {"X", "X."} & {name for name, _ in named(text)}
    assert ("Francis X. Berg", Type.PERSON) in named(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He was freed after eight months at Nsawara prison.", ("Nsawara prison", Type.PLACE)),
        ("Max Orr was stopped at Hahaya airport on Monday.", ("Hahaya airport", Type.PLACE)),
        ("He landed at Oslo airport on Monday.", ("Oslo", Type.PLACE)),
        ("Two men were arrested by Hingwa police.", ("Hingwa police", Type.ORGANIZATION)),
        ("Two men were arrested by Peru police.", ("Peru", Type.PLACE)),
        ("They met at Hull police station.", ("Hull", Type.PLACE)),
        ("Acme Corp sold its Kalunda copper mine.", ("Kalunda", Type.PLACE)),
        ("Acme Corp owns 30% of the Marlim Sul field.", ("Marlim Sul", Type.PLACE)),
        ("Bo Berg, a Limassa lawyer, left.", ("Limassa", Type.PLACE)),
    ],
)
def test_a_noun_behind_a_name_tells_what_it_is(text: str, name: tuple[str, Type]) -> None:
    assert name in named(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Finnish state holds 17% of Norvane.", "Finland OWNS Norvane"),
        (
            "Norvane is a shipping firm. Norvane belongs to the Bulgarian state.",
            "Bulgaria OWNS Nor",
        ),
        ("Ann Lee, the American-born director, left.", "Ann Lee BORN_IN United States"),
        ("The Czech-born composer Otto Berg died.", "Otto Berg BORN_IN Czech Republic"),
        ("The captain, the Uruguayan Nicolás Barrios, left.", "Barrios CITIZEN_OF Uruguay"),
        ("Acme's director is a Ukrainian, Oleh Bondar.", "Oleh Bondar CITIZEN_OF Ukraine"),
        ("Filip's mother is the Slovak model Zuzana Bell.", "Zuzana Bell CITIZEN_OF Slovakia"),
        ("They cleared the Russian fertiliser tycoon Gleb Orlov of it.", "Orlov CITIZEN_OF Russia"),
    ],
)
def test_a_people_told_with_a_noun_names_its_state(text: str, tie: str) -> None:
    assert any(tie in found for found in ties(text))


@pytest.mark.model
def test_a_state_that_is_sued_in_a_town_is_not_there() -> None:
    assert not any(
        "LOCATED_IN" in tie for tie in ties("Acme Corp sued the Norwegian state in Oslo.")
    )


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Ann Lee has a passport of St Kitts and Nevis.", "Saint Kitts and Nevis"),
        ("The premier of Antigua and Barbuda left.", "Antigua and Barbuda"),
        ("Max Orr leads Saint Vincent and the Grenadines.", "Saint Vincent and the Grenadines"),
    ],
)
def test_a_state_of_two_names_is_one(text: str, state: str) -> None:
    assert [r.name for r in reader().read(Article("", text)).referents if r.type is Type.PLACE] == [
        state
    ]


@pytest.mark.model
@pytest.mark.parametrize("state", ["Nauru", "Palau", "Comoros", "Djibouti"])
def test_a_state_before_its_ruler_is_a_place(state: str) -> None:
    assert (state, Type.PLACE) in named(f"Ousted {state} leader Ann Lee went to Paris.")
