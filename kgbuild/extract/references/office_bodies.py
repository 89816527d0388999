"""Of which body an office may be that does not say it, and of which it is not."""

from collections.abc import Mapping, Sequence

from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references.referring import Reference
from kgbuild.extract.references.rulers import is_regional, is_ruler, is_titled_president
from kgbuild.extract.references.speech import told_by
from kgbuild.extract.references.states import States
from kgbuild.extract.text.lexicon import is_nation
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.model import Form, Type

_LEAST, _SURE = 0.5, 0.75
"""Probabilities of a body: the least that is taken, and the least where nothing else speaks for it.

Of those from _LEAST to 0.6 62 of 100 are right in our items, of those from _SURE on 90.
"""


def is_of(asked: Reference, body: Cluster, chance: float, told: States) -> bool:
    """Say whether an office is taken to be of a body that the scorer holds for so probable.

    Below _SURE it must fit. "President Ann Lee" is a state's. Whose a ruler is the world knows
    better than the text: the state must be in the sentence or, where that names none, be told of
    twice, or be one whose other officials are told of, and twice as often as any other. No town
    has a minister.
    """
    nation = is_nation(body.name)
    if told.is_another(asked, body.name) or (is_regional(asked) and nation):
        return False
    if body.type is Type.PLACE and not nation:
        return chance >= _LEAST and not is_ruler(asked)
    if body.type is Type.PLACE:
        fits = not told.hidden and told.is_meant(asked, body.name)
    else:
        fits = not is_titled_president(asked)
    return chance >= (_LEAST if fits else _SURE)


def is_told_of(asked: Reference, body: int, given: Mapping[int, Anchor]) -> bool:
    """Say whether who holds the office but tells of a body: "Tiger left, founder Ann Lee said".

    Their own they call "the firm"; ``given`` are the names of the paragraph by their heads.
    """
    holders = (t for t in asked.head.sent if t.i in given and given[t.i].referent == asked.holder)
    named = (given[t.i] for name in holders for t in told_by(name) if t.i in given)
    return any(one.referent == body and one.form is Form.NAME for one in named)


def there(asked: Reference, at: Mapping[int, int], things: Sequence[Cluster]) -> int | None:
    """Return the number of the body that "where" takes up: "left Acme, where she was treasurer".

    Of "Acme, a unit of Beta, where she was" it is Acme.
    """
    clause = next((t for t in asked.head.ancestors if t.dep_ == "relcl"), None)
    beside = asked.head.dep_ in {"attr", "oprd", "pobj"}
    if clause is None or not beside or all(c.lower_ != "where" for c in clause.lefts):
        return None
    place = clause.head
    above = place.head.head if place.dep_ == "pobj" else place
    outer = above.head if above.dep_ == "appos" else above
    numbers = (at[token.i] for token in (outer, place) if token.i in at)
    return next((n for n in numbers if things[n].type is Type.ORGANIZATION), None)
