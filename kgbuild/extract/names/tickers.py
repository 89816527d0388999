"""Firms and the letters that their shares are traded by: "Acme Corp (NYSE: ACM)"."""

import re
from collections.abc import Iterator, Sequence

from kgbuild.extract.text.paragraphs import Paragraph, text_in
from kgbuild.extract.text.spans import Name
from kgbuild.model import Type

LONGEST = 16
"""Tokens of "(New York Stock Exchange: ACM)"."""
EXCHANGES = frozenset("AMEX ASX BSE HKEX JSE LSE NASDAQ NSE NYSE OTC SGX TSE TSX".split())
_TICKERS = re.compile(r"[(<]([A-Z0-9][\w .,:;-]{1,60})[)>]")
_TICKER = re.compile(
    r"[;,(<] ?(?:[A-Z][\w ]+: ?|(?=\w+\.[A-Z]{1,2}[)>;,]))([A-Z0-9][A-Z0-9.-]{0,11})(?=[)>;,])"
)


def pairs(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Yield each firm with the letters that its shares are traded by: "Acme Corp (NYSE: ACM)"."""
    places = {(name.paragraph, name.start): i for i, name in enumerate(names)}
    for i, name in enumerate(names):
        doc = paragraphs[name.paragraph].doc
        if name.type is not Type.ORGANIZATION:
            continue
        if text_in(doc, name.end, name.end + 1) not in {"(", "<"}:
            continue
        last = min(name.end + LONGEST, len(doc))
        bracket = _TICKERS.match(text_in(doc, name.end, last))
        found = _TICKER.finditer(bracket[0]) if bracket else ()
        starts = {doc[name.end].idx + ticker.start(1) for ticker in found}
        yield from (
            (i, places[name.paragraph, token.i])
            for token in doc[name.end : last]
            if token.idx in starts
            and (name.paragraph, token.i) in places
            and token.text not in EXCHANGES
        )
