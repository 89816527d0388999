"""What pronouns and descriptions take up, and what they do not, by the real model."""

import pytest

from tests.extract.stage import described, ties

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "not_so"),
    [
        ("The Azar Front seized Bama. Bishop Max Orr condemned the army.", "Azar Front", "army"),
        (
            "Polish President Adam Orr flew to Vilnius. The Ukrainian president was not there.",
            "Adam Orr",
            "president",
        ),
        (
            "Poland's prime minister, Adam Orr, said that the Hungarian prime minister was ill.",
            "Adam Orr",
            "minister",
        ),
        (
            "A man wrote on Facebook that the bank had failed. The bank's head, Ann Poe, denies.",
            "Facebook",
            "bank",
        ),
        (
            "Ida Poe runs Acme. Photos were shared on Instagram. The magazine's owner was glad.",
            "Instagram",
            "magazine",
        ),
        (
            "Max Orr led the International Rowing Federation. Ann Poe led the Swedish federation.",
            "International Rowing Federation",
            "federation",
        ),
        (
            "Ann Poe met Spanish PM Max Orr. She then went to the Spanish ambassador's residence.",
            "Max Orr",
            "ambassador",
        ),
        (
            "Ann Poe was elected, after the fall of former President Max Orr. The new president "
            "may go to Japan.",
            "Max Orr",
            "president",
        ),
        (
            "Lakes Capital holds 5% of the drugmaker. Ann Poe joined the company in 2019.",
            "Lakes Capital",
            "company",
        ),
        (
            "Prosecutor Ann Poe spoke. The defendant denied that she had joined Hamas. Her brother "
            "Max Orr fled.",
            "Ann Poe",
            "her",
        ),
        (
            "Anna Poe founded Acme Corp. A woman from Leeds said that she had left Acme Corp.",
            "Anna Poe",
            "she",
        ),
        ('"I turned down Acme Corp," he posted, tagging its chief Max Orr.', "Max Orr", "i"),
    ],
)
def test_it_is_not_taken_up(text: str, name: str, not_so: str) -> None:
    assert not any(words.lower().endswith(not_so) for words in described(text, name))


@pytest.mark.parametrize(
    ("text", "name", "so"),
    [
        ("The Malian Army took Kidal. Max Orr thanked the army.", "Malian Army", "the army"),
        (
            "Norsk Air is owned by Max Orr, a deputy chairman of the Green Movement and nephew of "
            "its leader, Tom Poe.",
            "Green Movement",
            "its",
        ),
        (
            "Gunmen led by Max Orr kidnapped Tom Poe, who was freed with his daughter Ruth.",
            "Tom Poe",
            "his",
        ),
        (
            "Ram Orr met Karl Poe. During his stay in Nepal in May, Poe met Tom Lind.",
            "Karl Poe",
            "his",
        ),
        ("Max Orr sacked Tom Poe after he was charged with killing Ann Lee.", "Tom Poe", "he"),
        (
            "Max Orr and a colleague questioned Tom Poe on Monday. He told them that it was late.",
            "Tom Poe",
            "He",
        ),
        (
            "The Crime Agency has not accused Orr or his estate agency, Orr Price. Ann Poe left "
            "the agency in 2012.",
            "Orr Price",
            "the agency",
        ),
        ('"I founded Acme Corp," tweeted Max Orr, thanking Ann Poe.', "Max Orr", "I"),
    ],
)
def test_it_is_taken_up(text: str, name: str, so: str) -> None:
    assert so in described(text, name)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Central Bank of Kenya dismissed as fake a report which claimed that economist David "
            "Orr would be joining the bank.",
            "asserted: David Orr WORKS_FOR",
        ),
        ("Zenith Oil was set up by Chief Tony Orr.", "LEADS"),
        (
            "Georgia's parliament voted. President Salome Orr, who is in Tbilisi, has urged "
            "President Joe Poe to help Georgia.",
            "Joe Poe LEADS",
        ),
        (
            "Algeria was angry on Monday. Interior Minister Max Orr told Algeria that there would "
            "be fewer visas.",
            "Max Orr WORKS_FOR",
        ),
        (
            "Minsk sulked after Poland's interior minister, Ola Berg, spoke. Foreign Minister Max "
            "Orr recalled Ambassador Tom Poe from Warsaw.",
            "Poe WORKS_FOR",
        ),
        (
            "Armenian Foreign Minister Ann Orr will meet her Azerbaijani counterpart, Elnur Poe, "
            "in Minsk in November.",
            "Elnur Poe LEADS",
        ),
    ],
)
def test_an_office_is_of_no_body_that_its_holder_deals_with(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))


def test_a_child_is_of_whom_the_pronoun_means_alone() -> None:
    found = ties("General Tom Orr deposed President Win Poe, who is held with his daughter Ruth.")

    assert "asserted: Win Poe PARENT_OF Ruth" in found
    assert not any("Tom Orr PARENT_OF" in tie for tie in found)


@pytest.mark.model
def test_his_wife_behind_a_name_is_that_ones() -> None:
    found = ties("Jonas Weil was born in Graz, the son of a tailor, Moritz, and his wife, Rosa.")

    assert any("Rosa SPOUSE_OF Moritz" in tie for tie in found)
    assert not any("Rosa SPOUSE_OF Jonas" in tie for tie in found)
