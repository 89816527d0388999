"""What one transaction changes: the articles that go and come, and the rows that follow."""

from collections.abc import Iterable
from dataclasses import InitVar, dataclass, field

from kgbuild import names
from kgbuild.derive.describe import mentions, statements
from kgbuild.derive.family_names import FamilyNames
from kgbuild.derive.groups import regroup
from kgbuild.derive.places import placed
from kgbuild.derive.touched import Touched
from kgbuild.ledger import articles, index, judgements, rows
from kgbuild.ledger.store import Ledger
from kgbuild.model import Judgement, Reading, Source, Type, Verdict
from kgbuild.ontology import Ontology
from kgbuild.resolve.slots import Slots


@dataclass(slots=True)
class Change:
    """What one transaction changes, and all that this touches.

    Say what leaves and what enters, inside a transaction; then ``finish``. ``left`` and
    ``articles`` are those to be described anew, the latter as they are now; ``slots`` those to be
    joined anew. With ``anew``, the rows there are count for nothing.
    """

    ledger: Ledger
    ontology: Ontology
    anew: InitVar[bool] = False
    judged: Slots = field(init=False)
    family_names: FamilyNames = field(init=False)
    touched: Touched = field(init=False)
    left: set[str] = field(default_factory=set)
    slots: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)

    def __post_init__(self, anew: bool) -> None:
        self.judged = Slots.judged(judgements.all_(self.ledger))
        self.family_names = FamilyNames(self.ledger)
        self.touched = Touched(self.ledger, self.ledger.revision + 1, anew)

    def leave(self, id_: str) -> None:
        """Take an article out, by the reading it entered with: before that is replaced."""
        referents = articles.reading(self.ledger, id_).referents
        self.slots.update(index.leave(self.ledger, id_, referents))
        self.family_names.leave(referents)
        self.left.add(id_)

    def enter(self, id_: str) -> None:
        """Put an article in, by its reading as it is now and the keys that point to it."""
        found = articles.reading(self.ledger, id_)
        referents, filed = found.referents, articles.keys_of(self.ledger, id_)
        told = placed(found)
        slots = [
            self.judged.of(
                one.type, self.family_names.full_name(id_, one) or told.get(i, one.name), filed
            )
            for i, one in enumerate(referents)
        ]
        index.enter(self.ledger, id_, slots, referents)
        pairs = [
            (one, self.judged.of(referent.type, other, filed))
            for one, referent in zip(slots, referents, strict=True)
            for other in referent.equated
            if names.key(referent.type, other) != names.key(referent.type, referent.name)
        ]
        index.equate(self.ledger, id_, (pair for pair in pairs if pair[0] != pair[1]))
        self.slots.update(slots)
        self.family_names.enter(referents)
        self.articles.add(id_)

    def file_(self, source: Source, mark: str, found: Reading | None) -> None:
        """Point a key to an article; ``found`` is its reading, None where a fresh one is kept."""
        new = source.article.id
        both = sorted({articles.article_of(self.ledger, source.key) or new, new})
        for id_ in both:
            if articles.keys_of(self.ledger, id_):
                self.leave(id_)
        articles.file_(self.ledger, source)
        if found is not None:
            articles.keep_reading(self.ledger, new, mark, found)
        for id_ in both:
            if articles.keys_of(self.ledger, id_):
                self.enter(id_)

    def judge(self, said: Iterable[Judgement], back: Iterable[Judgement] = ()) -> None:
        """Write judgements down and take others back; the articles they name enter anew."""
        said, back = tuple(said), tuple(back)
        both = (*said, *back)
        spoken_of = sorted({id_ for one in both for id_ in self._spoken_of(one)})
        for id_ in spoken_of:
            self.leave(id_)
        for one in back:
            judgements.forget(self.ledger, one)
        for one in said:
            judgements.keep(self.ledger, one)
        self.judged = Slots.judged(judgements.all_(self.ledger))
        for id_ in spoken_of:
            self.enter(id_)
        self.slots.update(side.slot for one in both for side in one.sides)
        self.family_names.judge(both)

    def _spoken_of(self, judgement: Judgement) -> Iterable[str]:
        """Return the articles in which a judgement may change what a name is joined by."""
        named = {side.article for side in judgement.sides if side.article is not None}
        filed = {articles.article_of(self.ledger, key) for key in named} - {None}
        if judgement.verdict is Verdict.RETYPE and not named:
            key = judgement.left.key
            filed.update(index.reading(self.ledger, key))
            for one in (key, names.key(Type(judgement.value), names.name_of(key))):
                filed.update(index.bearers(self.ledger, one))
        return (id_ for id_ in filed if id_)

    def finish(self) -> None:
        """Bring the graph's rows up to date."""
        for id_ in self.family_names.moved(self.judged, self.articles):
            self.leave(id_)
            self.enter(id_)
        for slot, before, after in regroup(self.ledger, self.judged, self.slots):
            self.touched.entities.update(id_ for id_ in (before, after) if id_)
            if before != after:
                self.articles.update(index.bearers(self.ledger, slot))
        for id_ in sorted(self.articles | self.left):
            self._describe(id_)
        self.touched.sum_up()
        if self.touched.happened:
            self.ledger.set("revision", str(self.touched.revision))

    def _describe(self, id_: str) -> None:
        """Write what an article says, in terms of entities; nothing if it is not current."""
        if id_ not in self.articles:
            self.touched.forget(id_)
            return
        article, found = articles.article(self.ledger, id_), articles.reading(self.ledger, id_)
        entities = index.entities_in(self.ledger, id_)
        told = statements(article, found, entities, self.ontology)
        self.touched.tell(id_, [*mentions(article, found, entities), *told])


def rebuild(ledger: Ledger, ontology: Ontology) -> None:
    """Make all rows anew from the readings, inside a transaction of the caller."""
    index.clear(ledger)
    change = Change(ledger, ontology, anew=True)
    change.left.update(rows.articles_beside(ledger))
    for id_ in articles.current(ledger):
        change.enter(id_)
    change.touched.everything()
    change.finish()
