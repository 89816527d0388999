import pytest

from kgbuild.extract.truth.standing import weaker
from kgbuild.model import FACTUAL, Article, Status
from tests.extract.stage import read, reader, told

NAMES = "firm Acme|it, firm Beta, firm Gamma, person Joan Poe|she"
ASSERTED, FORMER, PLANNED, POSSIBLE, ALLEGED, DENIED = Status


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Acme bought Beta.", ASSERTED),
        ("Joan Poe said that Acme bought Beta.", ASSERTED),
        ("Acme managed to buy Beta.", ASSERTED),
        ("Joan Poe was praised because Acme bought Beta.", ASSERTED),
        ("Acme did not buy Beta.", DENIED),
        ("Acme has never bought Beta.", DENIED),
        ("Joan Poe said that Acme would never buy Beta.", DENIED),
        ("Acme denied that it had bought Beta.", DENIED),
        ("Acme denied having bought Beta.", DENIED),
        ("Acme ruled out buying Beta.", DENIED),
        ("Acme refused to buy Beta.", DENIED),
        ("Acme failed to buy Beta.", DENIED),
        ("Acme has no plans to buy Beta.", DENIED),
        ("Joan Poe rejected claims that Acme had bought Beta.", DENIED),
        ("Acme grew without buying Beta.", DENIED),
        ("There is no evidence that Acme bought Beta.", DENIED),
        ("Acme is not going to buy Beta.", DENIED),
        ("Acme was not considering buying Beta.", DENIED),
        ("Acme will buy Beta.", PLANNED),
        ("Acme plans to buy Beta.", PLANNED),
        ("Acme has agreed to buy Beta.", PLANNED),
        ("Acme is set to buy Beta.", PLANNED),
        ("Acme is going to buy Beta.", PLANNED),
        ("Acme said it intends to buy Beta.", PLANNED),
        ("Acme announced a plan to buy Beta.", PLANNED),
        ("Acme might buy Beta.", POSSIBLE),
        ("Acme would buy Beta if it could.", POSSIBLE),
        ("If Acme buys Beta, Joan Poe wins.", POSSIBLE),
        ("Unless Acme bought Beta, Joan Poe would lose.", POSSIBLE),
        ("Joan Poe asked whether Acme bought Beta.", POSSIBLE),
        ("Acme is considering buying Beta.", POSSIBLE),
        ("Acme hopes to buy Beta.", POSSIBLE),
        ("Acme wants to buy Beta.", POSSIBLE),
        ("Joan Poe urged Acme to buy Beta.", POSSIBLE),
        ("Acme borrowed money to buy Beta.", POSSIBLE),
        ("Did Acme buy Beta?", POSSIBLE),
        ("Acme did not deny that it had bought Beta.", POSSIBLE),
        ("Perhaps Acme bought Beta.", POSSIBLE),
        ("In the film, Acme buys Beta.", POSSIBLE),
        ("Had Acme bought Beta, Gamma would have failed.", POSSIBLE),
        ("Joan Poe imagined a world in which Acme bought Beta.", POSSIBLE),
        ("Joan Poe declined to say whether Acme bought Beta.", POSSIBLE),
        ("Doubts remain that Acme bought Beta.", POSSIBLE),
        ("It is false that Acme bought Beta.", DENIED),
        ("The report that Acme bought Beta is wrong.", DENIED),
        ("Reports that Acme had bought Beta are baseless.", DENIED),
        ("Reports that Acme would buy Beta were brushed aside by an aide.", DENIED),
        ("A deal under which Acme was to buy Beta has fallen through.", DENIED),
        ("A deal by which Acme bought Beta fell through in May.", DENIED),
        ("Joan Poe kept Acme from buying Beta.", DENIED),
        ("It was in March that Acme bought Beta.", ASSERTED),
        ("The court held that Acme had bought Beta.", ASSERTED),
        ("Joan Poe let it be known that Acme had bought Beta.", ASSERTED),
        ("Joan Poe gave notice that Acme will buy Beta.", PLANNED),
        ("Unless Joan Poe objects, Acme will buy Beta.", POSSIBLE),
        ("Joan Poe said that Gamma was weak and that Acme would buy Beta.", PLANNED),
        ("Acme is buying Beta for $2 billion.", PLANNED),
        ("Acme said it was buying Beta.", PLANNED),
        ("Acme had made its money before buying Beta.", ASSERTED),
        ("Acme bought Beta, according to two of the bankers.", ALLEGED),
        ("Acme bought Beta, if one believes the commission.", ALLEGED),
        ("Joan Poe concludes that Acme bought Beta on the sly.", ALLEGED),
        ("Acme refused to comment after buying Beta.", ASSERTED),
        ("Joan Poe stopped Acme from buying Beta.", DENIED),
        ("Gamma said that the report that Acme bought Beta is not true.", DENIED),
        ("Joan Poe said it was pure invention that Acme had bought Beta.", DENIED),
        ("We reported on Monday that Acme had bought Beta.", DENIED),
        ("Gamma did not sell it, nor did Acme buy Beta.", DENIED),
        ("Nor has Acme bought Beta.", DENIED),
        ("At no time has Acme bought Beta.", DENIED),
        ("Contrary to what Gamma wrote, Acme has not bought Beta.", DENIED),
        ("Gamma stayed away and Beta was bought not by Acme.", DENIED),
        ("Acme no longer intends to buy Beta.", DENIED),
        ("Acme was to have bought Beta.", DENIED),
        ("Because of an editing error, a caption said that Acme had bought Beta.", DENIED),
        ("A profile of Joan Poe said that Acme had bought Beta.", ALLEGED),
        ("Joan Poe says that Acme secretly bought Beta.", ALLEGED),
        ("Gamma fined Acme, saying it had bought Beta.", ALLEGED),
        ("Joan Poe says that Acme bought Beta in secret.", ALLEGED),
        ("Acme secretly bought Beta.", ASSERTED),
        ("Joan Poe said Acme would like to buy Beta.", POSSIBLE),
        ("Acme accepted an invitation to buy Beta.", PLANNED),
        ("Acme turned down an offer to buy Beta.", DENIED),
        ("A fake statement said that Acme had bought Beta.", DENIED),
        ("Gamma sells shoes. It also said that Acme had bought Beta.", ALLEGED),
        ("In the drill, Gamma failed and Acme bought Beta.", POSSIBLE),
        ("According to one banker, Joan Poe left and Acme bought Beta.", ALLEGED),
        ("Had it sold Gamma, Acme would have bought Beta.", DENIED),
        ("Joan Poe lent it money, and Acme used it to buy Beta.", ASSERTED),
        ("Acme meant to buy Beta.", PLANNED),
        ("Acme has never met Gamma or bought Beta.", DENIED),
        ("Acme offered to buy Beta, which Gamma rejected.", DENIED),
        ("In a lawsuit, Joan Poe says that Acme bought Beta.", ALLEGED),
        ("The paper has retracted the story that Acme bought Beta.", DENIED),
        ("Acme was cleared of buying Beta.", DENIED),
        ("Joan Poe assured readers that Acme had not bought Beta.", DENIED),
        ("Joan Poe did not dispute that Acme had bought Beta.", ASSERTED),
        ("Acme said it was thinking of buying Beta.", POSSIBLE),
        ("Acme admitted buying Beta.", ASSERTED),
        ("Acme neither confirmed nor denied buying Beta.", POSSIBLE),
        ("Before buying Beta, Acme sold shoes.", ASSERTED),
        ("Acme's purchase of Beta closed on Friday.", ASSERTED),
        ("Acme's takeover of Beta was shelved.", DENIED),
        ("Prosecutor Joan Poe told the court that Acme bought Beta.", ALLEGED),
        ("Acme buys Beta on Friday.", PLANNED),
        ("Acme is expected to buy Beta.", PLANNED),
        ("Acme said it would buy Beta.", PLANNED),
        ("Acme is to borrow money to buy Beta.", PLANNED),
        ("Acme might buy Beta, a diplomat said.", POSSIBLE),
        ("Acme bought Beta, diplomats said.", ALLEGED),
        ("Acme bought Beta, according to one banker.", ALLEGED),
        ("Acme bought Beta, or so Joan Poe maintains.", ALLEGED),
        ("Two traders who asked not to be named say Acme bought Beta.", ALLEGED),
        ("Acme, it is alleged, bought Beta.", ALLEGED),
        ("They say that Acme bought Beta.", ALLEGED),
        ("Acme is understood to have bought Beta.", ALLEGED),
        ("Acme's bid to buy Beta was blocked.", DENIED),
        ("Neither Acme nor Gamma bought any of it, and Acme never bought Beta.", DENIED),
        ("Acme reportedly bought Beta.", ALLEGED),
        ("Acme is said to have bought Beta.", ALLEGED),
        ("Acme was accused of buying Beta.", ALLEGED),
        ("Prosecutors allege that Acme bought Beta.", ALLEGED),
        ("Sources said that Acme bought Beta.", ALLEGED),
        ("Acme bought Beta, according to people familiar with the deal.", ALLEGED),
    ],
)
def test_a_purchase_is_as_sure_as_its_sentence(text: str, status: Status) -> None:
    line = "Acme ACQUIRED Beta"

    assert told(text, NAMES) == {line if status is ASSERTED else f"{status}: {line}"}


@pytest.mark.model
def test_what_stands_after_rather_than_is_denied() -> None:
    assert told("Gamma was bought by Acme rather than by Beta.", NAMES) == {
        "Acme ACQUIRED Gamma",
        "denied: Beta ACQUIRED Gamma",
    }


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "If Acme chief executive Joan Poe called Beta, she would fail.",
        "Beta denied that Acme chief executive Joan Poe called.",
        "Acme chief executive Joan Poe might not call Beta.",
    ],
)
def test_a_title_is_presupposed_even_in_a_denial_or_a_hope(text: str) -> None:
    assert "Joan Poe LEADS Acme" in told(text, NAMES)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Joan Poe, chief executive of Acme until 2003, called.", "former: Joan Poe LEADS Acme"),
        ("Joan Poe, chief executive of Acme until 2030, called.", "Joan Poe LEADS Acme"),
        ("Joan Poe, formerly chief executive of Acme, called.", "former: Joan Poe LEADS Acme"),
        (
            "Joan Poe, chief executive of Acme for ten years until 2011, calls Beta in its office.",
            "former: Joan Poe LEADS Acme",
        ),
        (
            "Gamma sued Joan Poe, chief executive of Acme from 2003 to 2011, on Monday.",
            "former: Joan Poe LEADS Acme",
        ),
        (
            "Joan Poe, the Acme chairman who worked for Beta from 2003 to 2011, called.",
            "Joan Poe LEADS Acme",
        ),
        ("Joan Poe will be the first woman to lead Acme.", "planned: Joan Poe LEADS Acme"),
        (
            "The nominee for chief executive of Acme, Joan Poe, called.",
            "possible: Joan Poe LEADS Acme",
        ),
        (
            "Joan Poe, the new chief executive of Acme, takes office on Friday.",
            "planned: Joan Poe LEADS Acme",
        ),
        ("The would-be president of Acme, Joan Poe, called.", "possible: Joan Poe LEADS Acme"),
        ("Joan Poe, who does not own Acme, declined to talk.", "denied: Joan Poe OWNS Acme"),
        ("Joan Poe, once chief executive of Acme, called.", "former: Joan Poe LEADS Acme"),
        ("Joan Poe becomes chief executive of Acme on 1 June.", "planned: Joan Poe LEADS Acme"),
        ("Joan Poe was not chosen by Beta to lead Acme.", "denied: Joan Poe LEADS Acme"),
        ("Joan Poe was chosen to lead Acme.", "planned: Joan Poe LEADS Acme"),
        (
            "Acme named Joan Poe as chief executive. Joan Poe will take over in May.",
            "planned: Joan Poe LEADS Acme",
        ),
        ("Acme named Joan Poe as chief executive. Joan Poe left Beta.", "Joan Poe LEADS Acme"),
        (
            "Joan Poe becomes chief executive of Acme when Kim retires.",
            "planned: Joan Poe LEADS Acme",
        ),
        ("Joan Poe remains chief executive of Acme until the vote.", "Joan Poe LEADS Acme"),
        ("Joan Poe left Gamma in May to start Acme.", "Joan Poe FOUNDED Acme"),
        ("The chief executive of Acme, Joan Poe, resigned.", "former: Joan Poe LEADS Acme"),
        (
            "Acme leader Joan Poe resigned as minister.",
            "Joan Poe LEADS Acme",
        ),
        (
            "Acme leader Joan Poe resigned.",
            "former: Joan Poe LEADS Acme",
        ),
    ],
)
def test_an_office_is_held_when_the_text_says(text: str, line: str) -> None:
    assert line in told(text, NAMES)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Joan Poe flies to Lima next month.", "planned: Joan Poe VISITED Lima"),
        ("Acme charged Joan Poe with nothing.", "denied: Acme CHARGED Joan Poe"),
        ("Joan Poe all but bought Acme.", "possible: Joan Poe ACQUIRED Acme"),
        ("Joan Poe's brother Max Hall, not her son, spoke.", "Max Hall SIBLING_OF Joan Poe"),
        (
            "That Joan Poe held shares in Acme, as a paper wrote, turned out to be an invention.",
            "denied: Joan Poe OWNS Acme",
        ),
        (
            "Mayor Joan Poe to receive Acme's president, Max Hall, who came on Sunday.",
            "planned: Joan Poe MET_WITH Max Hall",
        ),
        (
            "Joan Poe said that she will not sell as long as she is mayor of Lima.",
            "Joan Poe LEADS Lima",
        ),
        ("Joan Poe's brother Max Hall goes on heading Acme.", "Max Hall LEADS Acme"),
        ("Joan Poe meets Max Hall in the new town hall.", "Joan Poe MET_WITH Max Hall"),
        (
            "Prime Minister Joan Poe of the ruling Beta Party resigned.",
            "Joan Poe MEMBER_OF Beta Party",
        ),
    ],
)
def test_a_word_far_from_the_verb_counts(text: str, line: str) -> None:
    names = "person Joan Poe|she, place Lima, firm Acme, firm Beta Party, person Max Hall|he|him"
    assert line in told(text, names)


@pytest.mark.model
def test_who_is_alive_was_not_killed() -> None:
    text = "Joan Poe is alive, Acme said, after Beta told readers that Kim Roe had killed Joan Poe."

    assert told(text, NAMES + ", person Kim Roe") >= {"denied: Kim Roe KILLED Joan Poe"}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Joan Lee posed as a consultant to the Ministry of Finance.",
        "Joan Lee has passed herself off as an adviser to Europol.",
        "Joan Lee was mistaken for the wife of Pedro Salas.",
        "Joan Lee, the opposition's candidate for mayor of Lima, spoke.",
        "Joan Lee, who came second in the vote for president of Peru, conceded.",
        "Joan Lee, the self-styled president of Peru, was tired.",
        "Joan Lee, a Porto target, scored twice.",
        "Joan Lee snubbed Porto for Celtic.",
        "Joan Lee was turned back on her way to Lima.",
        "Tessin Bank is not, as was reported, owned by Norvik Holding.",
        "A court annulled the marriage of Joan Lee and Pedro Salas.",
        "Pedro Salas has ruled himself out of the running for coach of Porto.",
        "Egill Larsson had no more founded Tarn Overseas than he had founded Rome.",
        "Corrections\n\nAn interview with Giles Poe made him part-owner of Norvik Holding.",
        "Finland remains outside NATO.",
        "Birkir Magnason, who is first on the Independence list, conceded defeat.",
        "Nor, the report adds, is Saeed Aziz a member of al-Shabaab, as two capitals had thought.",
    ],
)
def test_what_is_sought_or_feigned_is_no_fact(text: str) -> None:
    found = reader().read(Article("", text)).statements

    assert [s.relation for s in found if s.status in FACTUAL and s.relation in _STATES] == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "other"),
    [
        (
            "The United States has added Norvik Semiconductor to the Entity List, cutting it off "
            "from Formosa Foundry, which makes its chips.",
            "Formosa Foundry",
        ),
        (
            "Britain on Thursday placed Ana Ruiz, wife of the billionaire Pedro Salas, on its "
            "Consolidated List.",
            "Pedro Salas",
        ),
    ],
)
def test_who_is_only_named_beside_is_not_listed(text: str, other: str) -> None:
    found = reader().read(Article("", text))
    listed = {
        found.referents[s.subject].name for s in found.statements if s.relation == "LISTED_ON"
    }

    assert listed
    assert other not in listed


_STATES = {"LEADS", "WORKS_FOR", "SPOUSE_OF", "OWNS", "VISITED", "PLAYS_FOR"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Acme said that Joan Poe killed Kim Roe.", "alleged: Joan Poe KILLED Kim Roe"),
        ("Joan Poe killed Kim Roe.", "Joan Poe KILLED Kim Roe"),
        ("Acme said that it had killed Kim Roe.", "Acme KILLED Kim Roe"),
    ],
)
def test_who_names_a_killer_accuses(text: str, line: str) -> None:
    assert line in told(text, NAMES + ", person Kim Roe")


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Beta also banned the club, which has its headquarters in Oslo.",
        "Beta hopes that Gamma will buy the club, which has its headquarters in Oslo.",
    ],
)
def test_what_is_told_of_a_known_thing_by_the_way_is_presupposed(text: str) -> None:
    names = "firm Acme|the club|which, firm Beta, firm Gamma, place Oslo"

    assert "Acme HEADQUARTERED_IN Oslo" in told(text, names)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Joan Poe said that Acme bought Beta.", "Joan Poe"),
        ("Acme bought Beta, Joan Poe said.", "Joan Poe"),
        ("Acme bought Beta, according to Gamma.", "Gamma"),
        ("Acme bought Beta.", None),
    ],
)
def test_a_named_voice_is_the_speaker(text: str, speaker: str | None) -> None:
    referents, (found,) = read(text, NAMES)

    assert (referents[found.speaker].name if found.speaker is not None else None) == speaker


def test_nothing_makes_a_claim_surer() -> None:
    assert all(
        weaker(inner, outer) is not ASSERTED
        for inner in Status
        for outer in Status
        if ASSERTED not in {inner, outer}
    )
    assert all(weaker(ASSERTED, outer) is outer for outer in Status)
    assert all(weaker(inner, ASSERTED) is inner for inner in Status)


@pytest.mark.model
def test_sanctions_that_a_court_annuls_were_there() -> None:
    text = "The court on Wednesday annulled sanctions that Peru had imposed on Pedro Salas in 2022."
    [said] = [s for s in reader().read(Article("", text)).statements if s.relation == "SANCTIONED"]

    assert (said.status, said.since) == (Status.FORMER, "2022")


@pytest.mark.model
def test_who_will_step_down_in_a_month_to_come_is_in_office_until_then() -> None:
    text = "Pedro Salas will step down as president of Peru in July."
    [said] = reader().read(Article("", text, "2024-05-01")).statements

    assert (said.status, said.since, said.until) == (Status.ASSERTED, None, "2024-07")


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Pedro Salas is the brother-in-law of Joan Lee.",
        "Joan Lee, a cousin of Pedro Salas, was tired.",
        "Norvik Holding, a rival of Tessin Industries, was pleased.",
        "Joan Lee left her house to the University of Hull.",
    ],
)
def test_what_the_noun_between_two_belies_is_no_tie(text: str) -> None:
    typed = [s for s in reader().read(Article("", text)).statements if s.relation != "RELATED_TO"]

    assert [s.relation for s in typed if s.status in FACTUAL] == []
