"""Which capitals' names mean their states: "Kyiv denied it" in an article that names Ukraine."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from kgbuild import names as spelling
from kgbuild.extract.text import lexicon
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.paragraphs import Paragraph, text_in
from kgbuild.extract.text.spans import Name
from kgbuild.model import Type

Words = tuple[str, ...]

UNION, SEAT = "European Union", "Brussels"
"""The one body that is called by the name of a capital."""
_OF_TOWNS = frozenset(
    """attract awake be become boast burn celebrate come fall grow host lie mourn remain sit sleep
    stage wake""".split()
)
"""What a town as well as its state's government does, or is."""
_SUFFERS = frozenset(
    """accuse advise ally arm attack back blame censure condemn criticise criticize defy denounce
    fault irk please reproach support suspect thank urge warn""".split()
)
_OWNED = frozenset(
    """ally ambassador attack bid chargé claim consent consul consulate d'affaires demand decision
    embassy entry envoy handling invasion list offer policy refusal request sanction troop
    veto""".split()
)
_TIES = frozenset("agreement conflict dispute feud pact relation rift row tension tie war".split())
_BEFORE = {
    "between": _TIES,
    "by": None,
    "of": frozenset({"agent", "ally"}),
    "on": frozenset({"sanction"}),
    "to": frozenset({"friendly", "loyal"}),
    "with": _TIES,
}
"""By which nouns before a preposition a state is meant; by each of what is done by it."""


def meant(
    paragraphs: Sequence[Paragraph], names: Sequence[Name], words: Sequence[Words]
) -> tuple[list[Name], list[Words]]:
    """Return the names and their words, of capitals that act those of the states they mean.

    So does Brussels for the Union. Only what the article names too is meant.
    """
    known = set(words)
    found, told = list(names), list(words)
    for i, name in enumerate(names):
        if name.type is not Type.PLACE:
            continue
        paragraph = paragraphs[name.paragraph]
        of = _meaning(text_in(paragraph.doc, name.start, name.end), known)
        if of is None:
            continue
        span = paragraph.doc[name.start : name.end]
        if _acts(span) and not _is_but_town(paragraph, span):
            found[i], told[i] = replace(name, type=of[0]), of[1]
    return found, told


def is_for(name: str, other: str, type_: Type) -> bool:
    """Say whether a name means another as a capital its state.

    >>> is_for("Kyiv", "Ukraine", Type.PLACE), is_for("Kyiv", "Kyiv", Type.PLACE)
    (True, False)
    """
    if type_ is Type.ORGANIZATION:
        return name == SEAT and spelling.display(type_, other) == UNION
    return lexicon.state(name) is None and lexicon.state_by_capital(name) == other


def _meaning(capital: str, known: set[Words]) -> tuple[Type, Words] | None:
    """Return what a capital means of what is named, its kind and words."""
    state = lexicon.state_by_capital(capital)
    if state is None or lexicon.state(capital) is not None:
        return None
    choices = [(Type.PLACE, spelling.display(Type.PLACE, state) or state)]
    if capital == SEAT:
        choices.insert(0, (Type.ORGANIZATION, UNION))
    pairs = ((t, tuple(spelling.normalise(t, name).split())) for t, name in choices)
    return next((pair for pair in pairs if pair[1] in known), None)


def _is_but_town(paragraph: Paragraph, name: Span) -> bool:
    """Say whether a town itself is told of: "OSLO: The", "Oslo, the capital of"."""
    doc, end = name.doc, name.end
    first = name.start == 0 and end < len(doc) and doc[end].is_punct
    told = text_in(doc, end, end + 1) == "," and any(
        t.lower_ == "capital" for t in doc[end : end + 4]
    )
    return paragraph.kind is Kind.PLACE or first or told


def _acts(name: Span) -> bool:
    """Say whether a government can be meant where a capital is named: as who acts or is blamed."""
    root = name.root
    while root.dep_ == "conj":
        root = root.head
    head = root.head
    if root.dep_ == "nsubj":
        return head.tag_[:2] in {"VB", "MD"} and lemma(head) not in _OF_TOWNS
    if root.dep_ == "nsubjpass":
        return any(c.dep_ == "xcomp" for c in head.children)  # "is expected to follow"
    if root.dep_ == "dobj":
        return lemma(head) in _SUFFERS
    if root.dep_ == "poss":
        return lemma(head) in _OWNED
    return root.dep_ == "pobj" and _is_told_of(head)


def _is_told_of(preposition: Token) -> bool:
    """Say whether a preposition ties a state to what it stands behind: "sanctions on Moscow"."""
    if preposition.lower_ not in _BEFORE:
        return False
    nouns = _BEFORE[preposition.lower_]
    return preposition.dep_ == "agent" if nouns is None else lemma(preposition.head) in nouns
