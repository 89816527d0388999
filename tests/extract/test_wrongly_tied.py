"""Words that look like a tie and tell another one, or none."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Acme Corp belongs to the association Fairplay.", "Fairplay OWNS"),
        ("Norvik Air belongs to the Star Alliance.", "Star Alliance OWNS"),
        ("The Norvik Dam belongs to Beta Power.", "Norvik Dam MEMBER_OF"),
        ("Max Orr called Ann Lee, his successor and one-time mentor, vengeful.", "Orr SPOKE_TO"),
        ("Max Orr was more generous, calling Ann Lee a brave woman.", "Orr SPOKE_TO"),
        (
            "OSLO, Norway / LIMA, Peru, 15 January 2020 – Fjell Fisk AS and Phong Seafood JSC have "
            "today signed an agreement to set up a joint venture.",
            "OSLO PARTNERED_WITH",
        ),
        ("He met his British opposite number, Roger Ashcombe, only once.", "Ashcombe CITIZEN_OF"),
        ("Poland's EU affairs minister, Marta Kras, urged it to do so.", "European Union"),
        ("Cyril Bon, France's minister for Europe, came to Ohrid.", "WORKS_FOR Europe"),
        ("Otto Branca left Acme Corp to two children who did not speak.", "WORKS_FOR Acme"),
        ("Her brother Simon Orr, a Royal Engineers captain, was killed.", "PLAYS_FOR"),
        ("Acme Corp sold its workshop there to a Russian rival, Dalremflot.", "SUPPLIES"),
        ("Acme Corp sold its workshop there to a Russian rival, Dalremflot.", "HEADQUARTERED_IN"),
        ("Acme Corp bought the last tenth of Beta Group from the Lindt Foundation.", "SUPPLIES"),
        ("Tulpar Net, the second-biggest internet provider in Chad, was sold.", "HEADQUARTERED_IN"),
        ("Sahel Dawn, a rebel group in Chad, denied it.", "Sahel Dawn HEADQUARTERED_IN"),
        ("He plans a plant in Dholera, in the west Indian state of Gujarat.", "LOCATED_IN India"),
        ("Max Orr is finance director of the Norwegian group.", "CITIZEN_OF"),
        ('"I learned it," Ann Lee told Radio One by telephone, in fluent German.', "CITIZEN_OF"),
        ("Fong's family flew to Vancouver in January. Ann Fong stayed.", "VISITED"),
        ("They have made an approach for Tim Orr, a source close to the club told Marca.", "SPOKE"),
        ("Nick Orr, Banking Correspondent\n\nAcme Bank was fined on Tuesday.", "WORKS_FOR"),
        (
            "Ann Lee joined Acme Corp. A daughter of the novelist Mary Orr, she was born in Lima.",
            "Mary Orr BORN_IN",
        ),
        ("The youngest daughter of the novelist Mary Orr, Ann Lee was born in Lima.", "Orr BORN"),
        ("Ann Lee won. Married to the novelist Max Orr, she lives in Lima.", "Max Orr LIVES_IN"),
        (
            "Manolis Orr, 51, learned the trade at Aegis Bulk, founded in 1968 by his uncle, "
            "Captain Yiannis Orr, who died on Chios.",
            "PARENT_OF",
        ),
        ("The director of Norvik Holding is a Milan accountant, Ema Monte.", "HEADQUARTERED_IN"),
        ("Ann Lee, a doctor from Izmir, runs the group.", "LIVES_IN"),
        ("Kim Kranz returned from Praia, the capital of Cape Verde.", "VISITED Cape Verde"),
        (
            "Ann Lee will head the Lindt Museum. She moves from the Norvik Research Institute in "
            "Oslo, where she has been a curator since 2008.",
            "WORKS_FOR Lindt Museum",
        ),
    ],
)
def test_what_looks_like_a_tie_is_not_drawn(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Acme Corp belongs to the association Fairplay.", "Acme Corp MEMBER_OF Fairplay"),
        ("Max Tohm has been a British citizen since 1989.", "Max Tohm CITIZEN_OF United Kingdom"),
        ("Acme Corp belongs to Beta Alliance Bank.", "Beta Alliance Bank OWNS Acme Corp"),
        ("Max Orr called Ann Lee on Monday to thank her.", "Max Orr SPOKE_TO Ann Lee"),
        ("Max Orr – the boss – and Ann Lee met on Monday in Oslo.", "MET_WITH"),
        ("Indonesia and the Fisheries Fund signed an agreement on Monday.", "PARTNERED_WITH"),
        ("Captain Tess Crispino of the Carabinieri flew to Spain.", "Crispino WORKS_FOR Carab"),
        ("Tulpar Net, the second-biggest internet provider in Chad, was sold.", "OPERATES_IN Chad"),
        ("Qasioun Gas, a company in Syria, was sold.", "Qasioun Gas HEADQUARTERED_IN Syria"),
        (
            "Sterling, 29, a winger, had been told by new Chelsea manager Enzo Orr that he was not "
            "in his plans. The club lost the match.",
            "Enzo Orr PLAYS_FOR Chelsea",
        ),
        (
            "Ann Lee joined Acme Corp. A daughter of the novelist Mary Orr, she was born in Lima.",
            "Ann Lee BORN_IN Lima",
        ),
        (
            "Ann Lee will head the Lindt Museum. She moves from the Norvik Research Institute in "
            "Oslo, where she has been a curator since 2008.",
            "WORKS_FOR Norvik Research Institute",
        ),
        (
            "Max Orr left the navy. The eldest son of the banker Tom Orr, he studied at Yale.",
            "Max Orr EDUCATED_AT Yale",
        ),
    ],
)
def test_what_the_words_do_tell_is_drawn(text: str, tie: str) -> None:
    assert any(tie in found for found in ties(text))
