"""Words that the rules of several relations ask for, each list under what its words mean."""

HEADS_OF_STATE = frozenset("chancellor king premier president prime queen".split())
"""Or of its government: "prime" stands for "prime minister"."""
MONARCHS = frozenset("emir emperor king queen sultan".split())
ELECTED = frozenset(
    """chancellor congressman congresswoman councillor governor lawmaker mayor mep mp premier
    senator""".split()
)
"""A party, too, has such in a place: "Labour's London mayor"."""
COACHES = frozenset({"boss", "coach", "manager", "trainer"})
"""What the head of a team is called, who holds an office there and yet "plays for" it."""
SPOUSES = frozenset({"husband", "partner", "spouse", "wife"})
WOMEN = frozenset("aunt daughter girl grandmother lady mother sister wife widow woman".split())
MEN = frozenset("boy brother father gentleman grandfather husband man son uncle widower".split())
ACCUSED = frozenset("accused convict defendant fugitive inmate suspect".split())
WE = frozenset({"our", "ours", "us", "we"})
FORMER = frozenset({"erstwhile", "ex", "former", "onetime"})
PAPERS = frozenset({"citizenship", "nationality", "passport"})

APPOINTS = frozenset(
    """appoint choose crown designate elect hire inaugurate install name pick promote recruit
    select tap""".split()
) | {"swear in"}
"""Verbs that bring somebody into an office where they were not before."""
FOLLOWS = frozenset({"replace", "succeed"})
LEADS = frozenset({"chair", "direct", "head", "lead", "run"})
_STEPS_DOWN = frozenset({"bow out", "stand down", "step aside", "step down", "walk out"})
RESIGNS = _STEPS_DOWN | {"quit", "resign", "retire"}
DISMISSES = frozenset("depose dismiss fire oust overthrow remove sack topple unseat".split())
PUNISHES = frozenset(
    "arrest ban bar charge dismiss drop expel fire jail oust remove sack suspend".split()
)
SENDS = frozenset("deploy deport despatch dispatch extradite fly post return send transfer".split())
STAYS = frozenset({"continue", "keep", "maintain", "remain", "retain", "stay"})
LABELS = frozenset({"brand", "call", "dub", "label"})
"""Verbs of calling somebody what they need not be."""

MEETINGS = frozenset("audience breakfast dinner encounter lunch meeting summit talk".split())
VISITS = MEETINGS | {"conversation", "visit"}
"""What two who met or spoke had: "after their visit"."""
CALLS = frozenset({"phone", "telephone", "video", "videoconference"})
"""What those have who talk, and do not meet."""

BUYS = frozenset({"acquire", "buy", "purchase", "take over"})
SELLS = frozenset({"deliver", "export", "sell", "ship", "supply"})
COMPLETES = frozenset({"close", "complete", "conclude", "finalise", "finalize", "finish"})
"""What is done with a deal that is then made."""
PERCENT = frozenset({"%", "cent", "pc", "pct", "percent"})
FRACTIONS = frozenset({"fifth", "half", "quarter", "tenth", "third"})
UNITS = frozenset(
    """affiliate arm branch business division offshoot parent sister subsidiary successor
    unit""".split()
)
"""What a firm is to the one that it belongs to, or whose owner it is."""

PARLIAMENTS = frozenset(
    """assembly bundestag congress dáil diet duma folketing house khural knesset majlis parliament
    rada riksdag saeima seimas sejm senate storting verkhovna""".split()
)
HOUSES = PARLIAMENTS | {"council"}
KINDS = frozenset(
    """airline bank chain company conglomerate firm group movement newspaper party
    startup""".split()
)
"""What may stand right behind the name of such a body: "the Freedom party"."""
HEADQUARTERS = frozenset({"base", "headquarters", "seat"})
TOWNS = frozenset("city hamlet island port suburb town township village".split())
