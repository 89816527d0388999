"""Words that the rules of several relations ask for, each list under what its words mean."""

RULERS = frozenset("chancellor king premier president prime queen".split())
MONARCHS = frozenset("emir emperor king queen sultan".split())
ELECTED = frozenset(
    """chancellor congressman congresswoman councillor governor lawmaker mayor mep mp premier
    senator""".split()
)
"""A party, too, has such in a place: "Labour's London mayor"."""
COACHES = frozenset("boss coach manager trainer".split())
"""What the head of a team is called, who holds an office there and yet "plays for" it."""
PARLIAMENTS = frozenset(
    """assembly bundestag congress dáil diet duma folketing house khural knesset majlis parliament
    rada riksdag saeima seimas sejm senate storting verkhovna""".split()
)
APPOINTS = frozenset(
    """appoint choose crown designate elect hire inaugurate install name pick promote recruit
    select swear_in tap""".split()
)
"""Verbs that bring somebody into an office where they were not before."""
MEETINGS = frozenset("audience breakfast dinner encounter lunch meeting summit talk".split())
VISITS = MEETINGS | {"conversation", "visit"}
"""What two who met or spoke had: "after their visit"."""
CALLS = frozenset({"phone", "telephone", "video", "videoconference"})
"""What those have who talk, and do not meet."""
BUYS = frozenset({"acquire", "buy", "purchase", "take over"})
COMPLETES = frozenset("close complete conclude finalise finalize finish".split())
"""What is done with a deal that is then made."""
UNITS = frozenset(
    """affiliate arm branch business division offshoot parent sister subsidiary successor
    unit""".split()
)
"""What a firm is to the one that it belongs to, or whose owner it is."""
PERCENT = frozenset({"%", "cent", "pc", "pct", "percent"})
FRACTIONS = frozenset({"fifth", "half", "quarter", "tenth", "third"})
SPOUSES = frozenset({"husband", "partner", "spouse", "wife"})
HEADQUARTERS = frozenset({"base", "headquarters", "seat"})
"""Where a body is at home."""
TOWNS = frozenset("city hamlet island port suburb town township village".split())
WE = frozenset({"our", "ours", "us", "we"})
