"""What is told of one is not told of who stands beside."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The guests were Ann Lee, Bo Berg's brother Max Berg, and others.", "Ann Lee SIBLING_OF"),
        ("It was set up by the chemist Ann Lee. Her former student, Max Orr, runs it.", "PARENT"),
        ("Ann Lee, 61, and brothers Kevin and Mark Doyle were charged.", "Ann Lee SIBLING_OF"),
        ("The bankers Max Orr and Bo Berg appeared in court with their wives.", "SPOUSE_OF"),
        ("Max Orr died. Apart from his wife Ann he leaves a son, Otto.", "Ann PARENT_OF"),
        ("Max Orr, who was once aide to Ann Lee's late father Otto, left.", "Otto PARENT_OF Max"),
        ("Pat Lee's father Otto and Max Orr, whose mother Ida was there, left.", "Orr PARENT_OF"),
        ("Ann Lee, whose father Bo played for Sweden in 1974, won.", "Ann Lee PLAYS_FOR"),
        ("Ann Lee lives in Lima and Max Orr lives in Quito.", "Ann Lee LIVES_IN Quito"),
        ("Ann Lee founded Acme Corp and Max Orr founded Beta Group.", "Ann Lee FOUNDED Beta"),
        ("Max Orr has denied it; his son told Radio One that it was so.", "Orr SPOKE_TO"),
        ("Max Orr, a critic of the party's leader, Ann Lee, told Radio One so.", "Lee SPOKE_TO"),
        ("Max Orr declined to comment. His minister, Bo Berg, met Ann Lee.", "Max Orr MET_WITH"),
        ("Acme Corp, in which Beta Group bought a stake, has criticised Gamma.", "Beta Group CRIT"),
        ("France also condemned it, as did the African Union.", "CRITICIZED African Union"),
        (
            "Max Orr was held by FBI agents, a year after his boss, Bo Berg, was indicted by a "
            "grand jury.",
            "Bo Berg",
        ),
        ("Barclays and Acme Corp, whose chairman is Ann Lee, fell.", "Ann Lee LEADS Barclays"),
        ("Police held Max Orr, the founder of Acme Corp, accountant Ann Lee and Bo Berg.", "Lee F"),
        ("Max Orr, a baker, was shot dead by Bo Berg, a 30-year-old born in Oslo.", "Orr BORN_IN"),
        ("Orr's lawyer, Ann Lee of the Oslo firm Berg Law, said Max Orr was well.", "Orr WORKS"),
        ("Briefing the Norvik News Agency, the director, Ann Lee, explained it.", "Ann Lee WORKS"),
        ("Laura Stein, whose Munich-based agency Roof Sports is small, left.", "Stein LIVES_IN"),
        ("Acme Corp is owned by the family of Max Orr.", "Max Orr OWNS"),
        ("Acme Corp, the biggest cement maker outside China, said so.", "OPERATES_IN"),
        ("Ann Lee, president of Peru, offered help; two planes landed in Lima.", "VISITED Lima"),
        ("Max Orr, U.S. President Ann Lee's senior adviser for Africa, said so.", "Orr LEADS"),
        ("Acme Corp was founded in 2011 by engineers Ann Lee and Max Orr.", "Lee WORKS_FOR"),
        ("An Amsterdam-listed group, Norvane, fell.", "HEADQUARTERED_IN"),
        ("The village of Kaziba lies southwest of the city of Uvira.", "LOCATED_IN"),
        ("Max Orr, the husband of a former Wirecard employee, spoke.", "WORKS_FOR"),
        ("Ann Lee told supporters outside the Bundestag that she had won.", "SPOKE_TO Bundestag"),
        ("Turkish Cypriot leader Mehmet Sonay left.", "LEADS"),
        ("Max Orr thanked his agent, Mario Costa, and his wife, Eva.", "Costa SPOUSE_OF"),
        ("Max Orr, whose brother Bo sits in parliament for the Greens, left.", "Max Orr MEMBER_OF"),
    ],
)
def test_what_is_told_of_one_is_not_drawn_of_another(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Orr, a Russian-born London banker, left.", "BORN_IN London"),
        ("They paid a tribute to Ann Lee at Oslo University.", "Ann Lee WORKS_FOR"),
        ("Max Orr qualified as a solicitor at Linklaters.", "EDUCATED_AT"),
        ("Acme Corp obtained contracts from Statoil.", "Statoil SUPPLIES"),
        ("Acme Corp, which is listed in London, fell.", "HEADQUARTERED_IN"),
        ("Max Orr is deemed independent under the Norwegian Governance Code.", "LISTED_ON"),
        ("Acme sold ships to Sevmor, a company Brussels listed in May.", "HEADQUARTERED_IN"),
        ("Max Orr, a Cypriot resident, left.", "CITIZEN_OF"),
        ("Canelo Lee met Max Orr at the arena and lost on points.", "MET_WITH"),
    ],
)
def test_words_of_another_sense_tie_nothing(text: str, tie: str) -> None:
    assert not any(tie in found for found in ties(text))


@pytest.mark.model
def test_each_of_two_clauses_has_its_own_subject() -> None:
    found = ties("Ann Lee lives in Lima and Max Orr lives in Quito.")

    assert any("Ann Lee LIVES_IN Lima" in tie for tie in found)
    assert any("Max Orr LIVES_IN Quito" in tie for tie in found)


@pytest.mark.model
def test_who_came_through_the_ranks_is_there_no_more() -> None:
    found = ties("Alderweireld, who came through the ranks at Ajax, has retired.")

    assert any(tie.startswith("former: Alderweireld PLAYS_FOR Ajax") for tie in found)


@pytest.mark.model
def test_a_states_first_president_is_president_no_more() -> None:
    found = ties("Kenya's first president, Jomo Kenyatta, opened it.")

    assert any(tie.startswith("former: Jomo Kenyatta LEADS Kenya") for tie in found)


@pytest.mark.model
def test_an_electoral_commission_is_no_council() -> None:
    text = (
        "They asked the Constitutional Council. The electoral commission's head, Omar Diallo, left."
    )

    assert not any("LEADS" in tie for tie in ties(text))
