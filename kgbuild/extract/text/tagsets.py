"""Sets of the parser's tags and labels, and of the marks between words, that rules ask for."""

FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
PAST = frozenset({"VBD", "VBN"})
PROPER = frozenset({"NNP", "NNPS"})
NOUNS = PROPER | {"NN", "NNS"}
EPITHETS = frozenset({"CD", "HYPH", "JJ", "NN", "VBG", "VBN"})
"""Tags of the common words before the noun that they describe: "the Oslo-born chess champion"."""
DESCRIBING = EPITHETS | NOUNS | {"AFX"}
"""The same where names may be among them: "the former Acme co-founder Ann Lee"."""
POSSESSIVE = frozenset({"POS", "PRP$", "WP$"})
GOES_ON = frozenset({"HYPH", "NN", "NNS", "POS"})
"""Tags behind a name or a noun that only describes what follows: "Acme shares", "chief's"."""
BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})
"""How the parse hangs a word on the noun behind it: "US company", "French city"."""
QUOTES = frozenset({'"', "'"})
"""As paragraphs have them, whatever was printed."""
LINKS = frozenset({",", "and", "&"})
"""What stands between the names of a list."""
DASHES = frozenset({"-", "--", "–", "—"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
