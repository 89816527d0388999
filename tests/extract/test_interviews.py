"""Who speaks in an interview printed as questions and answers."""

import pytest

from tests.extract.stage import described, ties

pytestmark = pytest.mark.model

INTERVIEW = """\
"Nobody asked me to stay"

Dilara Ostrova, who founded the ferry line Karvel Lines, talks to the Herald's Rui Paz

Where were you born?

I was born in Lima, and I studied at the University of Porto.

You married the painter Max Orr.

I did. We were never on the Entity List, whatever people say.

Will you go to Oslo?

I have lived in Bergen since May, and that is far enough north.
"""


def test_i_and_you_are_the_guest() -> None:
    said = described(INTERVIEW, "Dilara Ostrova")

    assert said.count("I") == 4
    assert said.count("you") == 2


def test_we_is_the_guests_body() -> None:
    assert "We" in described(INTERVIEW, "Karvel Lines")


def test_what_the_guest_tells_is_told_of_the_guest() -> None:
    told = ties(INTERVIEW)

    assert "asserted: Dilara Ostrova BORN_IN Lima" in told
    assert "asserted: Dilara Ostrova LIVES_IN Bergen" in told


def test_the_one_whom_the_headline_names_is_the_guest() -> None:
    text = """\
Five questions for Dilara Ostrova

In June she succeeded Max Orr as chief executive of Karvel Lines.

Q: Were you born in Norway?

A: I was born in Lima.

Q: Did you ever meet the king?

A: I did not, and I won't.
"""

    assert "asserted: Dilara Ostrova BORN_IN Lima" in ties(text)


def test_an_article_that_quotes_somebody_is_no_interview() -> None:
    text = """\
Karvel Lines chief quits

Dilara Ostrova, who founded Karvel Lines, left on Monday.

"I was born in Lima," said Max Orr, who follows her. "Do you know Lima?"

"I will sue," said Ana Paz, a shareholder.
"""

    assert "asserted: Dilara Ostrova BORN_IN Lima" not in ties(text)


def test_a_column_of_somebody_who_says_i_is_no_interview() -> None:
    text = """\
Why I left

Max Orr, who leads Karvel Lines, asked me to stay. I said no.

Would you have stayed?

I was born in Lima, and I missed it.

Who would not?

I shall never take a ferry again.
"""

    assert "asserted: Max Orr BORN_IN Lima" not in ties(text)
