"""Cut an article into paragraphs and parse them, the offsets kept."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from kgbuild.extract.text import layout
from kgbuild.model import Article, Form

LONGEST = 5000
"""Longer paragraphs are cut: the parser's time and memory grow with a document's length."""
BATCH = 64

# One character for one, so that offsets stay: what the model was not trained on.
_SAME_LENGTH = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"'}
    | {chr(c): " " for c in (*range(32), *range(127, 161), 0x2028, 0x2029)}
    | {chr(c): "?" for c in range(0xD800, 0xE000)}
)
_LETTERS = re.compile(r"[A-Z0-9][A-Z0-9.-]*")
_EXCHANGE = r"(?:[A-Z]{3,6}|(?:Nasdaq|Euronext)(?:\ \w+)?|Xetra):\ ?([A-Z0-9][A-Z0-9.-]{0,11})"
_TICKER = re.compile(
    rf"""[(<](?:(?!(?:U\.[SNK]|E\.U|D\.C)[)>])[A-Za-z0-9&^=]{{1,10}}\.[A-Z]{{1,3}}
    |{_EXCHANGE}(?:[;,]\ ?{_EXCHANGE})*|(?:ISIN|WKN|CUSIP|SEDOL):?\ ?[A-Z0-9]{{6,12}})[)>]""",
    re.VERBOSE,
)
"""The letters of a share in brackets, which neither parser nor encoder knows: "Acme (ACM.N)"."""
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_DATED = (
    rf"(?:(?:[Bb]orn|[Dd]ied|circa|ca|c|b|d|fl|on|or|about|AD|BC|BCE|CE|{_MONTHS})\b"
    r"|of(?:\ [a-z]+)+|[^()A-Za-z])*"
)
_LIFE = re.compile(
    rf"""\((?:\[[^][()]*\];?\ ?)?
    (?=[^()]*\b(?:1\d|20)\d\d\b)(?=[^()]*(?:[Bb]orn|[Dd]ied|\b[bd]\.|[–—-]))
    {_DATED}
    (?:(?:[A-Z][a-z]+\ ){{0,2}}[A-Z][a-z]+:\ (?=[^\x00-\u036f])[^()A-Za-z]+{_DATED})?\)""",
    re.VERBOSE,
)
"""When someone lived: "(born 2 May 1961)", "(1606 – 3 January 1658)", "(Arabic: …; born 1961)"."""
_HONOURED = re.compile(
    r"""\b([A-Z][\w'-]+)
    ((?:,?\ (?:FRS[ELC]?|FBA|FRCS|[COM]BE|[KD]BE|K?CMG|K?CVO|K?CB|DSO|SJ|OFR|OON|MFR|GCON|GCFR)
      |,\ (?:SAN|CON|MON|CFR))+)\b(?!\ [A-Z]{3})""",
    re.VERBOSE,
)
"""Letters of honour behind a name: "Ann Lee FRS"."""
_TEXT, _PLACES = "kgbuild_text", "kgbuild_places"
_TEXTS, _WORDS, _VOCABULARY = "kgbuild_texts", "kgbuild_words", "kgbuild_vocabulary"
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s")


def text_of(part: Doc | Span) -> str:
    """Return ``part.text``, which spaCy puts together of every token each time it is asked."""
    if isinstance(part, Span):
        return text_in(part.doc, part.start, part.end)
    if _TEXT not in part.user_data:
        part.user_data[_TEXT] = part.text
    text: str = part.user_data[_TEXT]
    return text


def text_in(doc: Doc, start: int, end: int) -> str:
    """Return ``doc[start:end].text``, without the span, which takes spaCy five times as long."""
    if _PLACES not in doc.user_data:
        doc.user_data[_PLACES] = text_of(doc), [(t.idx, t.idx + len(t)) for t in doc]
    text: str
    text, places = doc.user_data[_PLACES]
    inner = places[start:end]
    return text[inner[0][0] : inner[-1][1]] if inner else ""


def texts_of(doc: Doc) -> tuple[str, ...]:
    """Return the tokens of a document as printed, put together but once."""
    if _TEXTS not in doc.user_data:
        doc.user_data[_TEXTS] = tuple([t.text for t in doc])
    texts: tuple[str, ...] = doc.user_data[_TEXTS]
    return texts


def words_of(doc: Doc) -> tuple[str, ...]:
    """Return the tokens of a document in small letters, put together but once."""
    if _WORDS not in doc.user_data:
        doc.user_data[_WORDS] = tuple([text.lower() for text in texts_of(doc)])
    words: tuple[str, ...] = doc.user_data[_WORDS]
    return words


def vocabulary(doc: Doc) -> frozenset[str]:
    """Return the same as a set: a rule passes over a text that lacks the words it asks for."""
    if _VOCABULARY not in doc.user_data:
        doc.user_data[_VOCABULARY] = frozenset(words_of(doc))
    found: frozenset[str] = doc.user_data[_VOCABULARY]
    return found


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed paragraph: ``doc.text`` is ``article.text[start:start + len(doc.text)]``.

    Only line breaks, control characters, curly quotes, tickers, dates of lives in brackets and
    letters of honour differ: one for one, the parser reads a space or a straight quote there.
    """

    doc: Doc
    start: int
    kind: layout.Kind = layout.Kind.PROSE


@dataclass(frozen=True, slots=True)
class Anchor:
    """A mention in the parse: its tokens, how it refers, and which referent it means.

    ``paragraph`` and ``referent`` are places in the article's paragraphs and referents; ``sure``
    is the probability that it means this one.
    """

    paragraph: int
    span: Span
    referent: int
    form: Form
    sure: float = 1.0


def parse(article: Article, nlp: Language) -> tuple[Paragraph, ...]:
    """Parse the article's prose in one call, so that no other article can change a float."""
    blocks = [piece for block in layout.blocks(article) for piece in _cut(article.text, block)]
    text = _plain(article.text)
    texts = [text[b.start : b.end] for b in blocks]
    docs = nlp.pipe((_made(text, nlp) for text in texts), batch_size=BATCH)
    return tuple(
        Paragraph(_uncut(doc, nlp), block.start, block.kind)
        for doc, block in zip(docs, blocks, strict=True)
    )


def _made(text: str, nlp: Language) -> Doc:
    """Return the text's tokens, and with them the text, which is at hand."""
    doc = nlp.make_doc(text)
    doc.user_data[_TEXT] = text
    return doc


def _plain(text: str) -> str:
    """Return the text as the model knows it, each character for one.

    Tickers are left out; one that comes again elsewhere, "(NYSE: ACM)", may be a name and stays.
    So is when someone lived and what honours they have, which part a name from its verb.
    """
    text = text.translate(_SAME_LENGTH)
    times = Counter(_LETTERS.findall(text)) if _TICKER.search(text) else Counter[str]()

    def blank(ticker: re.Match[str]) -> str:
        again = any(letters and times[letters] > 1 for letters in ticker.groups())
        return ticker[0] if again else " " * len(ticker[0])

    text = _LIFE.sub(lambda life: " " * len(life[0]), _TICKER.sub(blank, text))
    return _HONOURED.sub(lambda name: name[1] + " " * (len(name[0]) - len(name[1])), text)


def _uncut(doc: Doc, nlp: Language) -> Doc:
    """Return the document, parsed again where the parser began a sentence within a name.

    Or where it took the network X at a sentence's end for an initial: "said on X. Berg left".
    """
    network = set[int]()
    if "on X." in text_of(doc):
        network = {t.i for t in doc[1:] if t.text == "X." and doc[t.i - 1].lower_ == "on"}
    begun = {i + 1 for i in network if doc[i + 1 : i + 2].text.istitle()}
    inside = {i for ent in doc.ents for i in range(ent.start + 1, ent.end)} - begun
    if not network and not any(doc[i].is_sent_start for i in inside):
        return doc
    again = nlp.make_doc(doc.text)
    with again.retokenize() as retokenizer:
        for i in sorted(network):
            retokenizer.split(again[i], ["X", "."], heads=[(again[i], 0), (again[i], 1)])
    starts = {doc[i].idx: i in begun for i in inside | begun} | {
        doc[i].idx + 1: False for i in network
    }
    for token in again:
        if token.idx in starts:
            token.is_sent_start = starts[token.idx]
    return nlp(again)


def _cut(text: str, block: layout.Block) -> Iterator[layout.Block]:
    """Yield the block in parts no longer than LONGEST, cut after a sentence or at a space."""
    start = block.start
    while block.end - start > LONGEST:
        window = text[start : start + LONGEST]
        ends = [match.end() for match in _SENTENCE_END.finditer(window)]
        size = ends[-1] if ends else window.rfind(" ") + 1 or LONGEST
        yield layout.Block(start, start + size, block.kind)
        start += size
    yield layout.Block(start, block.end, block.kind)
