"""Who owns what, is a part of what, and put money into what, as newspapers tell it by the way."""

import pytest

from tests.extract.stage import told


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names", "tie"),
    [
        (
            "The Trade Ministry's Bureau of Ports fined Acme.",
            "firm Trade Ministry, firm Bureau of Ports, firm Acme",
            "Bureau of Ports SUBSIDIARY_OF Trade Ministry",
        ),
        (
            "The party got a cheque from Max Orr's Kova Tech in 2016.",
            "person Max Orr, firm Kova Tech",
            "Max Orr OWNS Kova Tech",
        ),
        (
            "He works for the Angolan state oil firm Sonagal.",
            "place Angola|Angolan, firm Sonagal",
            "Angola OWNS Sonagal",
        ),
        (
            "Sonagal, Angola's state-owned oil company, cut output.",
            "place Angola, firm Sonagal",
            "Angola OWNS Sonagal",
        ),
        (
            "Acme Corp, in which Telmar holds 51%, Gamma Lines 34% and Delta the rest, won.",
            "firm Acme Corp|which, firm Telmar, firm Gamma Lines, firm Delta",
            "Gamma Lines OWNS Acme Corp",
        ),
        (
            "Beta Ports owns 60 percent of Acme Corp; the rest belongs to Delta Bank.",
            "firm Acme Corp, firm Beta Ports, firm Delta Bank",
            "Delta Bank OWNS Acme Corp",
        ),
        (
            "Beta Ports holds 60 per cent of Acme Mills. The rest is in the hands of Delta Bank.",
            "firm Acme Mills, firm Beta Ports, firm Delta Bank",
            "Delta Bank OWNS Acme Mills",
        ),
        (
            "Beta Ports owns 80 percent of the Norvik mine. State miner Delta holds the rest.",
            "place Norvik mine, firm Beta Ports, firm Delta",
            "Delta OWNS Norvik mine",
        ),
        (
            "Telmar already counts Corda Capital and Gamma Fund among its backers.",
            "firm Telmar|its, firm Corda Capital, firm Gamma Fund",
            "Corda Capital INVESTED_IN Telmar",
        ),
        (
            "Beta Capital took Acme Corp private in 2020.",
            "firm Acme Corp, firm Beta Capital",
            "Beta Capital ACQUIRED Acme Corp",
        ),
        (
            "Acme Corp, the creation of Ann Lee, makes pumps.",
            "firm Acme Corp, person Ann Lee",
            "Ann Lee FOUNDED Acme Corp",
        ),
        (
            "Acme Corp may sell its 25 percent stake in Beta Ports.",
            "firm Acme Corp|its, firm Beta Ports",
            "Acme Corp OWNS Beta Ports",
        ),
        (
            "Acme Corp sold a tenth of its stake in Beta Ports.",
            "firm Acme Corp|its, firm Beta Ports",
            "Acme Corp OWNS Beta Ports",
        ),
        (
            "Acme Corp has disposed of its entire stake in Beta Ports.",
            "firm Acme Corp|its, firm Beta Ports",
            "former: Acme Corp OWNS Beta Ports",
        ),
        (
            "Acme Corp turned down a 3 billion euro offer from Beta Ports.",
            "firm Acme Corp, firm Beta Ports",
            "denied: Beta Ports ACQUIRED Acme Corp",
        ),
        (
            "Beta Ports dropped its bid for Acme Corp on Monday.",
            "firm Acme Corp, firm Beta Ports|its",
            "denied: Beta Ports ACQUIRED Acme Corp",
        ),
        (
            "Beta Ports has agreed to buy Acme Corp, trumping a bid from Italy's Delta Lines.",
            "firm Acme Corp, firm Beta Ports, place Italy, firm Delta Lines",
            "denied: Delta Lines ACQUIRED Acme Corp",
        ),
        (
            "Max Orr sold Acme Corp to a consortium led by Ann Lee in 2022.",
            "person Max Orr, firm Acme Corp, person Ann Lee",
            "Ann Lee ACQUIRED Acme Corp",
        ),
        (
            "Acme Corp closed a $38 million Series B, with participation from existing backers "
            "Beta Capital and Gamma Fund.",
            "firm Acme Corp, firm Beta Capital, firm Gamma Fund",
            "Beta Capital INVESTED_IN Acme Corp",
        ),
        (
            "Acme Corp raised $38 million, with Beta Capital also taking part.",
            "firm Acme Corp, firm Beta Capital",
            "Beta Capital INVESTED_IN Acme Corp",
        ),
        (
            "Acme Corp raised $38 million in March. Beta Capital also took part.",
            "firm Acme Corp, firm Beta Capital",
            "Beta Capital INVESTED_IN Acme Corp",
        ),
        (
            "Acme Corp raised $38 million in March. Beta Capital did not take part in the round.",
            "firm Acme Corp, firm Beta Capital",
            "denied: Beta Capital INVESTED_IN Acme Corp",
        ),
        (
            "They bid against Acme Corp, itself a joint venture between Italy's Beta and Gamma.",
            "firm Acme Corp, place Italy, firm Beta, firm Gamma",
            "Beta OWNS Acme Corp",
        ),
        (
            "Acme Corp's largest minority holder, Peru's Beta Fund, voted against it.",
            "firm Acme Corp, place Peru, firm Beta Fund",
            "Beta Fund OWNS Acme Corp",
        ),
        (
            "Acme Corp, whose other titles include the Norvik Courier, cut jobs.",
            "firm Acme Corp|whose, firm Norvik Courier",
            "Acme Corp OWNS Norvik Courier",
        ),
        (
            "Acme Corp was founded by Ann Lee. Her co-founders are Max Orr, its chief scientist, "
            "and Bo Berg.",
            "firm Acme Corp|its, person Ann Lee|Her, person Max Orr, person Bo Berg",
            "Bo Berg FOUNDED Acme Corp",
        ),
        (
            "Max Orr may quit the ruling Norvik party founded by Ann Lee.",
            "person Max Orr, firm Norvik, person Ann Lee",
            "Ann Lee FOUNDED Norvik",
        ),
        (
            "Ann Lee broke away from the Greens to form New Norvik.",
            "person Ann Lee, firm Greens, firm New Norvik",
            "Ann Lee FOUNDED New Norvik",
        ),
    ],
)
def test_it_is_read_who_has_what(text: str, names: str, tie: str) -> None:
    assert tie in told(text, names)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names", "tie"),
    [
        (
            "Ajax FC, second in the league, rejected an offer from Norvik FC.",
            "firm Ajax FC, firm Norvik FC",
            "ACQUIRED",
        ),
        (
            "Acme Corp turned down an offer from Beta Games to host the finals.",
            "firm Acme Corp, firm Beta Games",
            "ACQUIRED",
        ),
        (
            "The Angolan state secretary met Acme Corp officials.",
            "place Angola|Angolan, firm Acme Corp",
            "OWNS",
        ),
        (
            "Beta Ports owns 60 percent of Acme Corp, and Delta Bank 9 percent of Gamma Lines.",
            "firm Acme Corp, firm Beta Ports, firm Delta Bank, firm Gamma Lines",
            "Delta Bank OWNS Acme Corp",
        ),
        (
            "Norvik Union counted her among its members, wrongly, Beta said.",
            "firm Norvik Union|its, person Ann Lee|her, firm Beta",
            "MEMBER_OF",
        ),
        (
            "Beta Ports owns 60 percent of Acme Mills. For the rest of May Delta Bank was shut.",
            "firm Acme Mills, firm Beta Ports, firm Delta Bank",
            "Delta Bank OWNS",
        ),
        (
            "Acme Corp raised $38 million in March. Beta Capital took part in the talks.",
            "firm Acme Corp, firm Beta Capital",
            "INVESTED_IN",
        ),
        (
            "She dismissed rumours of his stake in Acme Corp on Monday.",
            "person Max Orr|his, firm Acme Corp",
            "OWNS",
        ),
    ],
)
def test_nothing_is_read_into_what_sounds_like_it(text: str, names: str, tie: str) -> None:
    assert all(tie not in line for line in told(text, names))
