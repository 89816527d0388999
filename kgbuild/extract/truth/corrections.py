"""What an article takes back: "We wrote that ... That was wrong.", "wrongly said that"."""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Span

from kgbuild.extract.text.paragraphs import Anchor, text_of
from kgbuild.model import Article, Status

_TAKEN_BACK = re.compile(
    r"""(?:that|this|it|which|the\ (?:report|claim|statement|rumour|rumor|story))
    (?:\ (?:was|is)|['’]s)
    \ (?:wrong|incorrect|untrue|false|mistaken|inaccurate
      |not\ (?:true|correct|so|right|the\ case)|an?\ (?:error|mistake))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TOLD = (
    "said|says|reported|stated|wrote|written|claimed|suggested|identified|named|described|listed"
)
_BADLY = r"(?:wrongly|incorrectly|mistakenly|erroneously|falsely)"
_WRONGLY = re.compile(
    rf"""\b{_BADLY}\ (?:\w+\ )?(?:{_TOLD}|announced|gave|broadcast)\b
    | \b(?:{_TOLD})\ {_BADLY}\b
    | \b(?:{_TOLD}|told|heard|informed),\ {_BADLY},\ that\b
    | \b(?:claims?|reports?|rumou?rs?|stor(?:y|ies)|tips?|allegations?)\ that\b[^.;]*
      \b(?:prov(?:ed|es|en)|turned\ out)\ (?:to\ be\ )?(?:wrong|false|untrue|unfounded|baseless
      |groundless|incorrect|mistaken|an?\ (?:hoax|invention))\b
    | \bit\ (?:is|was)\ (?:\w+\ )?(?:wrong|untrue|false|incorrect|nonsense|a\ lie|not\ true)
      ,[^,;]{{2,40}},\ that\b
    | \bit\ (?:is|was)\ (?:\w+\ )?(?:a\ lie|nonsense)\ that\b
    | \bnor\ (?:is|was)\ it\ (?:true|so|right)(?:,[^,;]{{2,60}},)?\ that\b
    | \b(?:lie[ds]|lying)\ (?:when|(?:by|in)\ (?:claiming|saying))\b
    | \bgot\ (?:that|this|it|the\ \w+)\ wrong\b
    | \b(?:regret(?:s|ted)?|apologi[sz]e[sd]?\ for)\ (?:the|its|this)\ (?:error|mistake)\b
    | \bmis(?:identified|named|described|labell?ed)\b
    | \b(?:retracted|withdr(?:ew|awn))\ (?:the|its|that|his|her)\ (?:story|report|article|claim)\b
    | \b(?:because\ of|owing\ to|due\ to)\ an?\ (?:\w+\ )?error,
    | ^That\b[^,;]*\ (?:is|was)\ (?:\w+\ )?(?:wrong|false|untrue|incorrect|unfounded|baseless
      |nonsense|not\ true|an?\ (?:hoax|invention|lie|myth))[.!”"]*$
    | ^That\b.*(?::|\ [–—-])\ (?:also\ )?(?:wrong|false|untrue|not\ (?:true|so)|nonsense)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DROPPED = re.compile(
    r"""\b(?:but|then|before)\ (?:\w+\ ){0,3}?(?:decided\ against|deciding\ against|dropp(?:ed|ing)
      |abandon(?:ed|ing)|reject(?:ed|ing)|declin(?:ed|ing)|refus(?:ed|ing)
      |turn(?:ed|ing)\ (?:\w+\ ){1,3}down
      |call(?:ed|ing)\ (?:it\ |\w+\ \w+\ )?off|pull(?:ed|ing)\ out
      |walk(?:ed|ing)\ away|withdrew|said\ no)\b
    | [,;]\ (?:which\ |and\ )?(?:\w+\ ){0,4}(?:turn(?:ed)?\ (?:\w+\ ){1,2}down
      |(?:rejected|refused|declined|rebuffed|spurned)(?:\ (?:it|the\ \w+|him|her|them))?)
      \b[ ]?(?:[.,;]|$)
    | \band\ (?:declined|refused)\b[ ]?(?:[.,;]|$)
    | \b(?:and|but)\ (?:was|were)\ (?:\w+\ )?(?:turned\ down|rebuffed|rejected|refused|spurned
      |outbid)\b
    | \bdecided\ (?:\w+\ ){0,3}not\ to(?:\ do\ so|\ go\ ahead|\ proceed)?\ ?(?:[.,;]|$)""",
    re.VERBOSE,
)
_DEAL = r"(?:acquisition|buyout|deal|merger|purchase|sale|takeover|transaction)"
_STOPPED = (
    r"(?:annulled|blocked|cancell?ed|overturned|prohibited|quashed|reversed|voided|unwound|undid"
    r"|vetoed)"
)
_THAT = rf"(?:the|that|this)\ (?:\w+\ )?{_DEAL}\b"
_UNDONE = re.compile(
    rf"""\bonly\ for\b[^;]*?\bto\ (?:annul|block|overturn|quash|reverse|veto|void)\ {_THAT}
    | \b(?:but|before|until)\b[^;]*?\b(?:{_STOPPED}\ {_THAT}(?!\ of)
      | {_THAT}\ (?:was|is|has\ been)\ (?:(?!not|never)\w+\ )?{_STOPPED}\b)""",
    re.VERBOSE,
)
_UNRELATED = re.compile(r"\b(?:are|is|was|were)(?: not|n['’]t) related\b|\bno relation\b")
_PARTED = re.compile(
    r"\bsurvived by\b|\bfrom whom (?:he|she) (?:was|is|has been|had been|had)\b[^.;]*\bdivorced\b"
    r"|\b(?:later|since|then|they|were) divorced\b|\bthey (?:later |then )?(?:separated|split up)\b"
    r"|\bdivorced (?:in|him|her)\b|\bdivorced[,.;]|\b(?:until|before) their (?:\w+ )?divorce\b"
    r"|\b(?:marriage|union) was (?:\w+ )?(?:annulled|dissolved)\b|\bthey parted\b"
    r"|\b(?:husband|wife) (?:for (?:\w+ )?years|from \d{4}|until \d{4})\b"
)
_PARTED_NEXT = re.compile(
    r"\W*(?:they|the (?:couple|pair|two)|(?:the|their) (?:marriage|union))"
    r"(?: (?:later|have|had|has|since|then|were|was|soon|eventually|finally))*"
    r" (?:divorced|separated|parted|split(?: up)?(?=[ ]in\b|[.,;])|annulled|dissolved"
    r"|ended in divorce)\b(?! by)",
    re.IGNORECASE,
)
"""How the sentence after a wedding may begin."""
_INSTEAD = re.compile(
    r", (?:and )?not (?:\w+ ){0,5}?\w+, as (?:an|our|the|we|was|stated|reported)\b"
)
"""What stands before "not" is the truth: "lives in Malmö, not in Copenhagen, as we had it"."""
_NOT_ONCE = re.compile(r"(?:,[^,.;]{1,40},)? (?:not|never)(?: \w+){0,2} ?[.;]")
_EARLIER = re.compile(
    r"\b(?:an|the|our) (?:earlier|previous|original)"
    r" (?:version|report|article|story|draft|edition)\b"
    r"|\bour (?:\w+ )?(?:obituary|report|article|story|profile|account|coverage)\b"
    r"|^(?:clarification|correction)s?:|^(?-i:CLARIFICATION|CORRECTION)S?\b",
    re.IGNORECASE,
)
_CALLED = "called|described|identified|listed|made|named"
_LAST_TIME = re.compile(
    rf"(?:On \w+day|Last \w+|Yesterday),? (?:we|I) (?:{_CALLED})\b"
    rf"|(?:Last \w+|Yesterday)['’]s (?:\w+ ){{0,2}}"
    rf"(?:article|brief|column|edition|item|page|profile|report|story) (?:{_CALLED})\b"
)
"""What a paper quotes of itself, to correct it: so five of five in our items."""
_IF_TRUE = re.compile(
    r",\ (?:if|assuming|provided)\ (?:true\b|(?:(?:the|this|that|his|her|its|their)\ (?:\w+\ ){1,2}"
    r"|(?:he|she|it|they)\ )(?:is|are|was|were|proves?)\ (?:\w+\ )?"
    r"(?:right|correct|true|accurate|reliable|to\ be\ (?:believed|trusted))\b)"
)
"""It makes a claim one that may be so: "Acme, if the paper is right, bought Beta"."""
_COLUMN = re.compile(
    r"\b(?:corrections?|corrected|clarifications?|for the record)\b", re.IGNORECASE
)
_HEAD = 200
"""Code points of an article at whose beginning it says that it corrects others."""
_CITED = re.compile(
    r"""^[^\w"“(]*(?:
      (?:(?:an?|the|our|this|that|[\w-]+['’]s)\ (?:[\w-]+\ ){0,3}?)?
        (?:articles?|briefs?|captions?|column|graphic|letters?|headlines?|interview|item|list|map|newsletter
        |obituary|page|piece
        |profile|reports?|review|story|table)\b[^.;]*?\b(?:called|confused|described|gave|counted|had|identified|listed|made|named|placed|put|quoted|referred
        |reported|said|stated|wrote)\b
      | in\ the\ same\ (?:\w+\ )?(?:article|item|list|piece|report|review|story)\b[^.;]*?\bwas
        \ (?:called|described|given|identified|listed|named)\b
      | (?:in\ .*?\b)?we\ (?:called|described|gave|had|listed|named|placed|put|quoted|said|wrote)\b
      )""",
    re.VERBOSE | re.IGNORECASE,
)

_SIDE = r"(?:the\ \w+|he|she|it|they|both|[A-Z][\w.'’-]*(?:\ [A-Z][\w.'’-]*){0,3})"
_DENIES = r"(?:(?:has|have|had)\ )?(?:denied|denies|deny|rejected|rejects|disputes|disputed)"
_WHAT = r"(?:it|that|this|the\ (?:claims?|allegations?|accusations?|reports?))"
_DISPUTED = re.compile(
    rf""",\ (?:which|something|a\ claim)\ (?:that\ )?{_SIDE}\ {_DENIES}\ ?(?:[.,;]|$)
    | [;,]\ (?:but\ )?{_SIDE}\ {_DENIES}\ {_WHAT}\ ?(?:[.,;]|$)""",
    re.VERBOSE,
)
_FALSE = r"""(?:absurd|baseless|fairy|false|fantasy|fib|fiction|gossip|groundless|invention
    |laughable|lies?|nonsense|ridiculous|rubbish|slander|smear|unfounded|untrue)"""
_CLAIM = rf"""(?:\w+ly\ )?{_DENIES}\ (?:
    both\b | {_WHAT}\ ?(?:[.,;]|(?:and|but|in|on|through|at|as|when|again)\b)
    | \w+ing\ (?:any|it|them)\b)"""
_DENIED_NEXT = re.compile(
    rf"""{_SIDE}(?:,\ [^,.;]{{2,60}},)?\ {_CLAIM}
    | {_SIDE}(?:,\ [^,.;]{{2,60}},)?\ (?:call|describ|dismiss)e?[ds]\ (?:both|{_WHAT})\b
      [^.;]{{0,30}}\b{_FALSE}\b
    | (?:nonsense|not\ (?:so|true)|untrue)[.,:!”"]""",
    re.VERBOSE | re.IGNORECASE,
)
_DENIED_LATER = re.compile(rf"\ {_CLAIM}", re.VERBOSE | re.IGNORECASE)
_OPENING = ' \n\t"“'


def disputed(sentence: Span, after: str, accused: Sequence[str]) -> bool:
    """Say whether a claim is denied: where it stands, in the next sentence, or by whom it is of.

    ``after`` is what follows the sentence, ``accused`` are names of whom the claim is of.
    """
    if _DISPUTED.search(text_of(sentence)) or _DENIED_NEXT.match(after.lstrip(_OPENING)):
        return True
    denials = (after[: match.start()] for match in _DENIED_LATER.finditer(after))
    names = tuple(f"{before}{name}" for before in " \n" for name in accused)
    return any(f" {before}".endswith(names) for before in denials)


def dropped(sentence: Span) -> bool:
    """Say whether what was meant or talked of came to nothing: "but dropped the idea"."""
    return bool(_DROPPED.search(text_of(sentence)))


def undone(sentence: Span) -> bool:
    """Say whether a deal that was made was then undone: "but a court annulled the sale"."""
    return bool(_UNDONE.search(text_of(sentence)))


def left_out(after: str) -> bool:
    """Say whether what follows a second subject leaves it out: "has met her, and Berg not once"."""
    return bool(_NOT_ONCE.match(after))


def parted(sentence: Span) -> bool:
    """Say whether a marriage is over by the sentence: "from whom she was later divorced"."""
    return bool(_PARTED.search(text_of(sentence)))


def parted_next(after: str) -> bool:
    """Say whether a marriage is over by the next sentence: "They divorced in 2014."."""
    return bool(_PARTED_NEXT.match(after))


def unrelated(sentence: Span) -> bool:
    """Say whether two are told to be no kin: "the two women are not related"."""
    return _UNRELATED.search(text_of(sentence)) is not None


def is_column(article: Article) -> bool:
    """Say whether an article begins as one that corrects others: "For the record"."""
    return bool(_COLUMN.search(f"{article.title} {article.text[:_HEAD]}"))


def of(sentence: Span, after: str, *, column: bool) -> Status | None:
    """Return what a correction in or right after a sentence leaves of what it says.

    An earlier version of an article is cited only where something in it was wrong; so is any
    article in a ``column`` of corrections.
    """
    text = text_of(sentence)
    if _WRONGLY.search(text):
        return Status.DENIED
    if _TAKEN_BACK.match(after.lstrip(_OPENING)):
        return Status.DENIED
    if _IF_TRUE.search(text):
        return Status.POSSIBLE
    cited = _EARLIER.search(text) or _LAST_TIME.match(text) or (column and _CITED.match(text))
    return Status.POSSIBLE if cited and not _INSTEAD.search(text) else None


def alive(anchors: Iterable[Anchor]) -> frozenset[int]:
    """Return the referents of whom the article says that they are alive."""
    return frozenset(
        a.referent
        for a in anchors
        if a.span.root.dep_ == "nsubj"
        and a.span.root.head.tag_ in {"VBZ", "VBP"}
        and {c.lower_ for c in a.span.root.head.children if c.dep_ in {"acomp", "neg"}} == {"alive"}
    )
