"""What a "not" before a word or name leaves out: "by the city, not, as we wrote, by the army"."""

from spacy.tokens import Doc


def is_left_out(doc: Doc, place: int, first: int) -> bool:
    """Say whether "not" stands at a token, or before what is put in by commas that end there.

    ``first`` is the first token of the sentence.
    """
    if place > first and doc[place].text == ",":
        commas = (i for i in range(place - 1, first, -1) if doc[i].text == ",")
        place = next(commas, first) - 1
    return place >= first and doc[place].lower_ == "not"
