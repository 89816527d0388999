"""What looks like a fact at a glance, and is none."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Acme Corp is mulling a move of its headquarters to Texas.", "HEADQUARTERED_IN Texas"),
        (
            "Acme Corp (AC) met. Contrary to some reports, AC has not moved its seat to Texas.",
            "Texas",
        ),
        ("Ann Lee is a frontrunner for the post of chief executive at Acme Corp.", "LEADS Acme"),
        ("Ann Lee was shortlisted for the post of rector of Oslo University.", "LEADS Oslo"),
        ("Ann Lee is often taken for the sister of Max Orr.", "SIBLING_OF"),
        ("Ann Lee is like a sister to Max Orr.", "SIBLING_OF"),
        ("The FBI has a warrant for the arrest of Ann Lee.", "ARRESTED"),
        ("Everybody but Max Orr met Ann Lee.", "MET_WITH"),
        ("The European Union stopped short of sanctioning Acme Corp.", "SANCTIONED"),
        (
            "Omar Khas would not comment on a report in the Star, which cited unnamed friends "
            "of his, that he is joining Acme Corp as an adviser.",
            "WORKS_FOR",
        ),
        ("It was Ann Lee, rather than Max Orr, who founded Acme Corp.", "Max Orr FOUNDED"),
        ("Ann Lee fears arrest by the FBI.", "ARRESTED"),
        ("Acme Corp put off the opening of its plant in Texas.", "OPERATES_IN"),
    ],
)
def test_what_is_not_so_is_not_drawn_as_a_fact(text: str, tie: str) -> None:
    drawn = {t for t in ties(text) if t.startswith(("asserted", "former"))}

    assert not any(tie in t for t in drawn)
