"""Bodies that are only named in passing: "told Reuters", "analysts at Citi", "tipped to head"."""

from spacy.tokens import Token

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references.candidate import Candidate
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.tagsets import BEFORE_NOUN
from kgbuild.extract.text.vocabulary import LEADS
from kgbuild.extract.truth.status import judge
from kgbuild.model import Form, Referent, Status

_ANALYSTS = frozenset("analyst broker dealer economist fund strategist trader".split())
_PLATFORMS = frozenset(
    """app business company conglomerate firm giant group network operator platform service site
    startup website""".split()
)
_MEDIA = frozenset(
    """agency broadcaster channel daily magazine network newspaper newsroom outlet paper
    publisher radio service site station tabloid website weekly""".split()
)
_PAPERS = frozenset(
    """afp ap bbc bloomberg cnn courier daily gazette guardian herald journal magazine mirror news
    observer post reuters telegraph television times tribune tv weekly""".split()
)
"""Last words of the names of media."""
_LEADS = LEADS | {"join"}
_STORIES = frozenset(
    "article column documentary interview investigation poll report reporter story".split()
)


def is_medium(thing: Cluster | Referent) -> bool:
    """Say whether a thing has the name of a paper, channel or agency."""
    return thing.name.lower().split()[-1] in _PAPERS


def employs_analysts(candidate: Candidate) -> bool:
    """Say whether a firm is named only as that of analysts: "analysts at Citi"."""
    return candidate.word in words("organization", "companies") and all(
        seen.form is Form.NAME
        and seen.head.dep_ == "pobj"
        and lemma(seen.head.head.head) in _ANALYSTS
        for seen in candidate.thread.seen
    )


def is_but_wished(candidate: Candidate) -> bool:
    """Say whether a firm is named only as what one might lead: "was once tipped to head Acme"."""
    return candidate.word in words("organization", "companies") and all(
        seen.form is Form.NAME
        and seen.head.dep_ == "dobj"
        and lemma(seen.head.head) in _LEADS
        and judge(seen.head.head).status in {Status.POSSIBLE, Status.DENIED}
        for seen in candidate.thread.seen
    )


def passes_on(candidate: Candidate) -> bool:
    """Say whether a thing only carries what others say: "on WhatsApp", "a Reuters report"."""
    word, thing = candidate.word, candidate.thing
    if not words("organization", "networks").isdisjoint(thing.printed):
        return word not in _PLATFORMS
    if word in _MEDIA or not is_medium(thing):
        return False
    named = (seen.head for seen in candidate.thread.seen if seen.form is Form.NAME)
    return all(_is_source(name) for name in named)


def _is_source(token: Token) -> bool:
    """Say whether it is where something is told: "told Reuters", "the Post reported that"."""
    verb, dep = token.head, token.dep_
    if dep in BEFORE_NOUN or dep == "poss":
        return lemma(verb) in _STORIES
    if dep == "nsubj":
        return any(child.dep_ in {"ccomp", "parataxis"} for child in verb.children) or (
            verb.dep_ in {"ccomp", "parataxis"}
        )
    if dep in {"dobj", "dative"}:
        return lemma(verb) == "tell"
    return dep == "pobj" and (verb.lower_ in {"by", "in"} or verb.head.lower_ == "according")
