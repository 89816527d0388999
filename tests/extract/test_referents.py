"""An article in, what it refers to out, by the real model."""

import pytest

from kgbuild import ontology
from kgbuild.extract import pipeline
from kgbuild.model import Article, Form, Referent
from tests.extract.stage import described


def read(text: str) -> dict[str, Referent]:
    reader = pipeline.load(pipeline.DEFAULT_MODEL, ontology.load())
    return {referent.name: referent for referent in reader.read(Article("", text)).referents}


pytestmark = pytest.mark.model


def test_a_full_and_a_family_name_are_one_person() -> None:
    found = read("It is over.\n\nRui Tavares was charged on Monday. Tavares denied it.")

    assert list(found) == ["Rui Tavares"]
    assert found["Rui Tavares"].names == ("Rui Tavares", "Tavares")


def test_two_people_of_one_family_leave_the_family_name_alone() -> None:
    found = read("It is over.\n\nBill Clinton met Hillary Clinton. Clinton said nothing.")

    assert set(found) == {"Bill Clinton", "Hillary Clinton", "Clinton"}


def test_a_state_is_one_thing_under_all_its_names() -> None:
    found = read("It is over.\n\nThe US and Iran met. The United States left. The U.S. is back.")

    assert found["United States"].names == ("US", "United States", "U.S.")
    assert set(found) == {"United States", "Iran"}


def test_an_acronym_in_brackets_is_equated() -> None:
    text = "It is over.\n\nThe Social Democratic Party (SPD) won. The SPD thanked its voters."

    [party] = [r for r in read(text).values() if "SPD" in r.names]

    assert party.name == "Social Democratic Party"
    assert party.equated == ("SPD",)


@pytest.mark.parametrize(
    ("text", "name", "names"),
    [
        ("Petar Obran, also known as Miki Ob, sang. Miki Ob left.", "Petar Obran", ("Miki Ob",)),
        ("Petar Obran (a.k.a. Miki Ob) sang.", "Petar Obran", ("Miki Ob",)),
        ("Vera Obran (née Petrova) sang. Petrova left.", "Vera Obran", ("Petrova",)),
        ("Vera Obran sang. She was born Vera Petrova.", "Vera Obran", ("Vera Petrova",)),
        ("Vera Obran sang. Born Vera Petrova in Riga, she left.", "Vera Obran", ("Vera Petrova",)),
        ("Born Reginald Dwight in Pinner, Elton John sang.", "Elton John", ("Reginald Dwight",)),
        ("Vera Obran, whose real name is Ana Petrova, sang.", "Vera Obran", ("Ana Petrova",)),
        ("Yasser Daoud, whose nom de guerre is Abu Omar, fled.", "Yasser Daoud", ("Abu Omar",)),
        (
            "Jean Estimé, known as Barbecue, fled to Haiti. The police seek Barbecue.",
            "Jean Estimé",
            ("Barbecue",),
        ),
        ("Rade Nasar (Serbian Cyrillic: Раде Насар) left.", "Rade Nasar", ("Раде Насар",)),
        ("Rami Nassar (رامي نصار) left.", "Rami Nassar", ("رامي نصار",)),
        ("Horikita Maki (Maki Horikita) left.", "Horikita Maki", ("Maki Horikita",)),
        ("Vesta Foods (NYSE: VFD) grew. Shares in VFD rose.", "Vesta Foods", ("VFD",)),
        ("Coral Bank, formerly Delta Savings, is in Doha.", "Coral Bank", ("Delta Savings",)),
        ("Coral Bank LLC (f.k.a. Delta LLC) is in Doha.", "Coral Bank LLC", ("Delta LLC",)),
        ("Jean Obran, also called Miki Ob, sang.", "Jean Obran", ("Miki Ob",)),
        ("Jean Obran, nicknamed Miki Ob by his men, sang.", "Jean Obran", ("Miki Ob",)),
        ("Coral Bank (formerly called Delta Bank) is in Doha.", "Coral Bank", ("Delta Bank",)),
        ("Coral Bank, since renamed Delta Bank, is in Doha.", "Coral Bank", ("Delta Bank",)),
    ],
)
def test_what_the_text_calls_one_thing_is_one(text: str, name: str, names: tuple[str, ...]) -> None:
    assert set(read(f"It is over.\n\n{text}")[name].names) == {name, *names}


def test_an_alias_of_two_words_is_known_in_other_articles_too_a_bare_one_is_not() -> None:
    found = read('It is over.\n\nPetar Obran (a.k.a. Miki Ob) met Jean Estimé, alias "Barbecue".')

    assert found["Petar Obran"].equated == ("Miki Ob",)
    assert found["Jean Estimé"].names == ("Jean Estimé", "Barbecue")
    assert found["Jean Estimé"].equated == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, formerly Acme's head, met Bo Falk.",
        "They live in a suburb of Lagos, also known as Ajegunle.",
        "Ann Lee, known as the Bo Falk of Leeds, left.",
        "The Norvane Group also named Skagen Optics a threat.",
        "Ann Lee also called Bo Falk a friend, then called Max Orr.",
        "Ann Lee nicknamed Bo Falk.",
        "Norvane Group renamed Skagen Optics last year.",
        "He left Norvane Group, now Skagen Optics is hiring.",
        "He died in Dux, Bohemia, now Duchcov.",
        "He was born in Ruthenia (now Ukraine).",
        "Ann Lee left. In May was born Ann Falk.",
        "Norvane Group (German unit: Skagen Optics) grew.",
        "Ann Lee went by Norvane Group every day.",
    ],
)
def test_what_only_stands_beside_is_not_one_thing(text: str) -> None:
    assert all(len(found.names) == 1 for found in read(f"It is over.\n\n{text}").values())


@pytest.mark.parametrize("quotes", ["''", '""', "“”", "‘’"])
def test_a_nickname_within_a_name_is_part_of_it_and_means_the_same(quotes: str) -> None:
    called = f"Rosauro {quotes[0]}El Boyo{quotes[1]} Magalang"
    found = read(f"It is over.\n\nPolice charged {called}. El Boyo fled, and Magalang is gone.")

    [(name, person)] = found.items()
    assert name in {'Rosauro "El Boyo" Magalang', "Rosauro 'El Boyo' Magalang"}
    assert person.names == (name, "El Boyo", "Magalang")


def test_an_acronym_of_another_tongue_is_equated_if_it_is_used_alone() -> None:
    body = "Swedish Post and Telecom Authority"
    text = f"It is over.\n\nThe {body} (PTS) barred Huawei. Huawei sued PTS."

    assert read(text)[body].names == (body, "PTS")


def test_an_acronym_may_have_small_letters_and_the_kind_of_body_before_its_bracket() -> None:
    text = "It is over.\n\nThe Law and Justice party (PiS) won. PiS leads Poland."
    found = read(text)

    assert found["Law and Justice"].names == ("Law and Justice", "PiS")


def test_one_of_a_family_is_not_who_is_called_so_later() -> None:
    text = "It is over.\n\nYulia Orlova and her husband Vitaly left. Minister Vitaly Mutko stayed."

    assert set(read(text)) == {"Yulia Orlova", "Vitaly", "Vitaly Mutko"}


def test_an_acronym_may_have_another_tongues_order() -> None:
    found = read("It is over.\n\nThe ruling Gabonese Democratic Party (PDG) was banned.")

    assert found["Gabonese Democratic Party"].names == ("Gabonese Democratic Party", "PDG")


def test_a_long_acronym_in_brackets_is_equated_though_it_comes_but_once() -> None:
    found = read("It is over.\n\nAsuman Basalirwa, the Justice Forum (JEEMA) lawmaker, spoke.")

    assert found["Justice Forum"].names == ("Justice Forum", "JEEMA")


def test_a_body_called_with_its_kind_is_not_another_that_was_named() -> None:
    text = "It is over.\n\nThe Norvane Church prayed. Mosul was held by the Islamic State group."

    assert described(text, "Norvane Church") == []


def test_a_mark_in_brackets_after_two_bodies_is_no_acronym_of_theirs() -> None:
    text = "It is over.\n\nLeeds United (ENG) and Derby County (ENG) met. The ENG side won."

    assert [name for name in read(text) if name.startswith("Leeds")] == ["Leeds United"]
    assert read(text)["Leeds United"].names == ("Leeds United",)


def test_an_office_of_a_people_names_the_state() -> None:
    found = read("It is over.\n\nFrench President Emmanuel Macron left.")

    assert [r.type.value for r in found.values()] == ["PLACE", "PERSON"]
    assert found["France"].names == ("France",)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param(
            "Norvane Inc grew. The company sold shops.",
            "Norvane Inc",
            ["The company"],
            id="the only company",
        ),
        pytest.param(
            "Joe Biden rang on Monday. The US President was glad.",
            "Joe Biden",
            ["The US President"],
            id="an office of whom none is known",
        ),
        pytest.param(
            "Acme founder Ann Lee met Joe Biden. The founder left.",
            "Ann Lee",
            ["The founder"],
            id="an office said of one of two",
        ),
        pytest.param(
            "Mary Carter said she would go.", "Mary Carter", ["she"], id="a speaker's she"
        ),
        pytest.param(
            "Mary Carter met Tom Reed. He left.",
            "Tom Reed",
            ["He"],
            id="he and she by the given name",
        ),
        pytest.param(
            "Birgit Munk is the foreign minister of Denmark. The minister, who was to go to Oslo, "
            "has cancelled the visit.",
            "Birgit Munk",
            ["The minister", "who"],
            id="a description of which more is told after a comma",
        ),
        pytest.param(
            "Lumen Harbor makes chips. The department accused the company of supplying Iran.",
            "Lumen Harbor",
            ["the company"],
            id="who is accused of something",
        ),
        pytest.param(
            "Meridia is a drugmaker. Its owner, Ann Dinh, met Lee Berg. She has sold her company.",
            "Meridia",
            ["Its", "her company"],
            id="somebody's company",
        ),
        pytest.param(
            "Dora Cotterill denied it. The 61-year-old flew to Zurich on Thursday.",
            "Dora Cotterill",
            ["The 61-year-old"],
            id="an age before a verb that is parsed as a noun",
        ),
        pytest.param(
            "Vida Salonga, governor of Cebu until 2020, is retired. Ana Rey said she would sue the "
            "former governor.",
            "Vida Salonga",
            ["the former governor"],
            id="a former office",
        ),
        pytest.param(
            "The Upper Nile Front burned two villages. The rebels denied the claim.",
            "Upper Nile Front",
            ["The rebels"],
            id="a plural that means one body",
        ),
        pytest.param(
            "Pwani Cool sells fridges in Mombasa. The start-up has raised four million dollars.",
            "Pwani Cool",
            ["The start-up"],
            id="a word with a hyphen",
        ),
        pytest.param(
            "Amina Sadiq won in Oslo on Friday. The sprinter will train in Kenya.",
            "Amina Sadiq",
            ["The sprinter"],
            id="a trade that is no office",
        ),
        pytest.param(
            "Norvane Inc grew. The company that bought it did not.",
            "Norvane Inc",
            ["it"],
            id="another company",
        ),
        pytest.param(
            "Tom Reed met Jim Hall near Rome with Bob Lane. They left.",
            "Tom Reed",
            [],
            id="they is left alone",
        ),
    ],
)
def test_descriptions_and_pronouns_are_resolved_where_safe(
    text: str, name: str, expected: list[str]
) -> None:
    assert described(f"It is over.\n\n{text}", name) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Gina Marsh met Tom Reed. She left.", id="he is no she"),
        pytest.param("Norvane hired Tom Reed. It grew.", id="a firm is no he"),
    ],
)
def test_a_pronoun_of_the_other_sex_is_refused(text: str) -> None:
    assert described(f"It is over.\n\n{text}", "Tom Reed") == []


def test_a_pronoun_after_a_subject_that_may_be_a_person_is_not_the_object() -> None:
    found = read("It is over.\n\nQuessant met Ari Venn. He left.")

    assert not any(m.form is Form.PRONOUN for m in found["Ari Venn"].mentions)


def test_a_family_name_is_his_who_was_introduced_first() -> None:
    found = read(
        "It is over.\n\nKarl Brandvik left. His sister, Ada Brandvik, stayed. Brandvik smiled."
    )

    assert found["Karl Brandvik"].names == ("Karl Brandvik", "Brandvik")


def test_a_firm_is_taken_up_by_its_first_word() -> None:
    found = read("It is over.\n\nSkagen Optics grew. Analysts praised Skagen on Monday.")

    assert found[next(iter(found))].names == ("Skagen Optics", "Skagen")


@pytest.mark.parametrize(
    ("text", "name", "word"),
    [
        ("The mast came from Acme Corp of Munich, which was praised.", "Acme Corp", "which"),
        ("It was built by Falk Orr of Dortmund, whose fitters left.", "Falk Orr", "whose"),
        ("Ann Lee, a nurse out of the University of Oulu, who runs it, left.", "Ann Lee", "who"),
        ("Senator Ann Lee, of the Green Party, who won, left.", "Ann Lee", "who"),
    ],
)
def test_who_is_the_person_and_which_the_outermost_thing(text: str, name: str, word: str) -> None:
    assert word in described(text, name)


def test_a_given_name_from_afar_tells_he_from_she() -> None:
    text = "Aigerim Dosova met Ilmārs Skuja in Oslo. He had flown in from Riga."

    assert described(text, "Ilmārs Skuja") == ["He"]


def test_a_family_and_its_firm_are_told_apart_though_both_are_called_alike() -> None:
    found = read(
        "It is over.\n\nCem Brandvik, the founder of Brandvik Seafoods, ran for mayor of Oslo. "
        "Brandvik, who lost, was a teacher."
    )

    assert found["Cem Brandvik"].names == ("Cem Brandvik", "Brandvik")
    assert found["Brandvik Seafoods"].names == ("Brandvik Seafoods",)


def test_one_is_called_by_the_first_of_two_spanish_family_names() -> None:
    found = read(
        "It is over.\n\nLiz Yegros Ocampos won. Her father, Rubén Yegros, was proud. Yegros left."
    )

    assert found["Liz Yegros Ocampos"].names == ("Liz Yegros Ocampos", "Yegros")


def test_what_a_body_is_for_is_part_of_its_name() -> None:
    assert "Committee to Protect Journalists" in read(
        "It is over.\n\nThe Committee to Protect Journalists condemned the ban on Monday."
    )


def test_a_nickname_of_the_other_sex_does_not_make_a_she_of_him() -> None:
    found = described(
        'Kelly Brandvik to lead Norvane\n\nNorvane has elected Robert "Kelly" Brandvik. Brandvik '
        "will succeed Max Orr.\n\nBrandvik, 64, is from Oslo. He began as an engineer.",
        'Robert "Kelly" Brandvik',
    )

    assert "He" in found


def test_one_of_a_people_is_the_person_of_that_state() -> None:
    text = (
        "It is over.\n\nDanish coach Torben Askjær and the Swede Lars Ekdahl met in Oslo. "
        "The Dane had lost, and the Guinean forward too."
    )

    assert described(text, "Torben Askjær") == ["The Dane"]
