"""Make the graph's rows from readings and judgements, as far as a change touches them.

What is written depends on the current articles and the judgements alone: the rows that
a change leaves behind are those that a build from nothing would give.

1. the articles that go leave the index of names, those that come enter it;
2. the family names this touches are set right: whether they lean on a full name elsewhere;
3. the names this touches are joined anew, each with all that joins can reach from it;
4. the articles that bear a name whose entity changed get new mentions and statements;
5. the entities and edges that these touch are summed up anew.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, field

from kgbuild import names
from kgbuild.describe import mentions, statements
from kgbuild.ledger import articles, families, index, judgements, rows
from kgbuild.ledger.store import Ledger
from kgbuild.model import (
    Judgement,
    Reading,
    Referent,
    Side,
    Source,
    Status,
    Type,
    Verdict,
    content_id,
)
from kgbuild.ontology import Ontology
from kgbuild.projection import EdgeRow, EntityRow, MentionRow, Row, StatementRow
from kgbuild.resolve import gazetteer
from kgbuild.resolve.gazetteer import NOWHERE
from kgbuild.resolve.join import Pair, join
from kgbuild.resolve.slots import Slots

Tie = tuple[str, str, str, Status]
"""What makes an edge: subject, relation, object, status."""


@dataclass(slots=True)
class Change:
    """What one transaction changes, and all that this touches.

    Say what leaves and what enters, inside a transaction; then ``finish``.

    Of persons, ``surnames`` are those still to be looked at, ``came`` and ``went`` the names of the
    articles that did, the latter by family name, ``asked`` the family names that judgements speak
    of; ``full`` tells by article and family name on which full name that leans. ``counts`` are by
    how many mentions and articles entities changed; where all is made ``anew`` they are counted
    instead.
    """

    ledger: Ledger
    ontology: Ontology
    judged: Slots = field(init=False)
    revision: int = field(init=False)
    left: set[str] = field(default_factory=set)
    slots: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    came: set[str] = field(default_factory=set)
    went: dict[str, set[str]] = field(default_factory=dict)
    full: dict[tuple[str, str], str] = field(default_factory=dict)
    entities: set[str] = field(default_factory=set)
    ties: set[Tie] = field(default_factory=set)
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    anew: bool = False
    happened: bool = False

    def __post_init__(self) -> None:
        self.judged = Slots.judged(judgements.all_(self.ledger))
        self.revision = self.ledger.revision + 1

    def leave(self, id_: str) -> None:
        """Take an article out, by the reading it entered with: before that is replaced."""
        found = articles.reading(self.ledger, id_)
        self.slots.update(index.leave(self.ledger, id_, found.referents))
        for name in families.of(found.referents):
            family = families.family_of(name)
            self.surnames.add(family)
            self.went.setdefault(family, set()).add(name)
        self.left.add(id_)

    def enter(self, id_: str) -> None:
        """Put an article in, by its reading as it is now and the keys that point to it."""
        found = articles.reading(self.ledger, id_)
        filed = articles.keys_of(self.ledger, id_)
        placed = _placed(found)
        slots = [
            self.judged.of(one.type, self._full(id_, one) or placed.get(i, one.name), filed)
            for i, one in enumerate(found.referents)
        ]
        index.enter(self.ledger, id_, slots, found.referents)
        pairs = [
            (one, self.judged.of(referent.type, other, filed))
            for one, referent in zip(slots, found.referents, strict=True)
            for other in referent.equated
            if names.key(referent.type, other) != names.key(referent.type, referent.name)
        ]
        index.equate(self.ledger, id_, (pair for pair in pairs if pair[0] != pair[1]))
        self.slots.update(slots)
        persons = families.of(found.referents)
        self.came |= persons
        self.surnames.update(map(families.family_of, persons))
        self.articles.add(id_)

    def _full(self, id_: str, referent: Referent) -> str | None:
        """Return the full name that a family name in an article leans on."""
        if not self.full or referent.type is not Type.PERSON:
            return None
        return self.full.get((id_, names.normalise(referent.type, referent.name)))

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
        touched = sorted({id_ for one in (*said, *back) for id_ in self._spoken_of(one)})
        for id_ in touched:
            self.leave(id_)
        for one in back:
            judgements.forget(self.ledger, one)
        for one in said:
            judgements.keep(self.ledger, one)
        self.judged = Slots.judged(judgements.all_(self.ledger))
        for id_ in touched:
            self.enter(id_)
        self.slots.update(side.slot for one in (*said, *back) for side in one.sides)
        persons = families.of_keys(side.key for one in (*said, *back) for side in one.sides)
        self.asked.update(map(families.family_of, persons))
        self.surnames |= self.asked

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
        self.lean()
        self.regroup()
        for id_ in sorted(self.articles | self.left):
            self.describe(id_, is_current=id_ in self.articles or id_ not in self.left)
        self.sum_up()
        if self.happened:
            self.ledger.set("revision", str(self.revision))

    def lean(self) -> None:
        """Let family names that stand alone lean on the one full name there is, or no more."""
        while self.surnames:  # an article that enters anew brings all of its own again
            waiting, self.surnames = sorted(self.surnames), set()
            for family in waiting:
                self._lean(family)

    def _lean(self, family: str) -> None:
        full, bare = families.borne(self.ledger, family)
        only = full[0] if len(full) == 1 else None
        for name in bare:
            spoken = names.key(Type.PERSON, name) in self.judged.spoken
            fits = only is not None and only.endswith(f" {name}") and not spoken
            for one in families.alone(self.ledger, name):
                self._lean_in(one, only if fits else None)

    def _lean_in(self, one: families.Alone, full: str | None) -> None:
        """Join a name that stands alone with a full one, or with none, if that is to change."""
        filed = articles.keys_of(self.ledger, one.article)
        wanted = self.judged.of(Type.PERSON, one.name, filed)
        if full is not None:
            leaning = self.judged.of(Type.PERSON, full, filed)
            if not self._stirs(one, full, leans=one.slot == leaning):
                return
            if families.shares(self.ledger, one.article, full):
                wanted = leaning
            else:
                full = None
        if wanted != one.slot:
            self.full.pop((one.article, one.name), None)
            if full is not None:
                self.full[one.article, one.name] = full
            self.leave(one.article)
            self.enter(one.article)

    def _stirs(self, one: families.Alone, full: str, *, leans: bool) -> bool:
        """Say whether this change may alter whether a name leans on the only full one."""
        family = families.family_of(full)
        if one.article in self.articles or family in self.asked:
            return True
        went = self.went.get(family, set())
        if leans:
            return full in went
        return full in self.came or any(not families.is_bare(name) for name in went)

    def regroup(self) -> None:
        """Join the touched names anew."""
        done: set[str] = set()
        for one in sorted(self.slots):
            if one not in done:
                reached, automatic = index.region(self.ledger, one, self.judged)
                done |= reached
                self._regroup(reached, automatic)

    def _regroup(self, reached: set[str], automatic: list[Pair]) -> None:
        borne = index.borne(self.ledger, reached - judgements.dropped(self.ledger, reached))
        same = index.judged(self.ledger, reached, Verdict.SAME)
        different = index.judged(self.ledger, reached, Verdict.DIFFERENT)
        groups = join(borne, automatic, same, different) if borne else ()
        now = {one: self._entity_id(group[0]) for group in groups for one in group}
        for one in sorted(reached):
            before, after = index.entity_of(self.ledger, one), now.get(one)
            self.entities.update(id_ for id_ in (before, after) if id_)
            if before != after:
                index.assign(self.ledger, one, after)
                self.articles.update(index.bearers(self.ledger, one))

    def _entity_id(self, least: str) -> str:
        """Return the id that an entity has by its least slot; a path never goes into it."""
        side = Side.of(least)
        filed = () if side.article is None else (articles.article_of(self.ledger, side.article),)
        return content_id(names.type_of(side.key).value, side.key, *filed)

    def describe(self, id_: str, *, is_current: bool) -> None:
        """Write what an article says, in terms of entities; nothing if it is not current."""
        wanted: list[MentionRow | StatementRow] = []
        if is_current:
            self.happened |= rows.put_article(self.ledger, id_, self.revision)
            article, found = articles.article(self.ledger, id_), articles.reading(self.ledger, id_)
            entities = index.entities_in(self.ledger, id_)
            wanted += mentions(article, found, entities)
            wanted += statements(article, found, entities, self.ontology)
        kept = {_identity(row) for row in wanted}
        before: dict[object, MentionRow | StatementRow] = {
            _identity(row): row for row in rows.said_by(self.ledger, id_)
        }
        for identity, row in before.items():
            if identity not in kept:
                self._touch(row)
                self._count(row, -1)
                self.drop(row)
        for row in wanted:
            if rows.put(self.ledger, row, self.revision):
                self.happened = True
                self._touch(row)
                self._count(row, 1)
                if (old := before.get(_identity(row))) is not None:
                    self._touch(old)
                    self._count(old, -1)
        if not is_current and (node := rows.article(self.ledger, id_)) is not None:
            self.drop(node)

    def _counted(self, id_: str, before: EntityRow | None) -> tuple[int, int]:
        """Return an entity's mentions and articles."""
        if self.anew:
            return rows.mention_counts(self.ledger, id_)
        mentions, articles_ = self.counts.get(id_, (0, 0))
        if before is None:
            return mentions, articles_
        return before.mentions + mentions, before.articles + articles_

    def _touch(self, row: MentionRow | StatementRow) -> None:
        if isinstance(row, MentionRow):
            self.entities.add(row.entity)
        else:
            self.ties.add(_tie(row))

    def _count(self, row: MentionRow | StatementRow, sign: int) -> None:
        """Note by how much an entity's mentions and articles change."""
        if isinstance(row, MentionRow):
            mentions, articles_ = self.counts.get(row.entity, (0, 0))
            self.counts[row.entity] = mentions + sign * row.mentions, articles_ + sign

    def drop(self, row: Row) -> None:
        """Take a row out of the graph."""
        rows.drop(self.ledger, row, self.revision)
        self.happened = True

    def sum_up(self) -> None:
        """Sum up the touched entities and edges."""
        for id_ in sorted(self.entities):
            before = next(rows.get(self.ledger, EntityRow, "r.id = ?", id_), None)
            entity = _entity(self.ledger, id_, self._counted(id_, before))
            if entity is not None:
                self.happened |= rows.put(self.ledger, entity, self.revision)
                index.spell(self.ledger, id_, entity.search)
            elif before is not None:
                index.spell(self.ledger, id_, ())
                self.drop(before)
        for tie in sorted(self.ties):
            edge = _edge(self.ledger, tie)
            if edge is not None:
                self.happened |= rows.put(self.ledger, edge, self.revision)
            else:
                for row in [*rows.get(self.ledger, EdgeRow, "r.id = ?", content_id(*tie))]:
                    self.drop(row)


def rebuild(ledger: Ledger, ontology: Ontology) -> None:
    """Make all rows anew from the readings, inside a transaction of the caller."""
    index.clear(ledger)
    change = Change(ledger, ontology, anew=True)
    change.left.update(rows.articles_beside(ledger))
    for id_ in articles.current(ledger):
        change.enter(id_)
    change.entities.update(row.id for row in rows.get(ledger, EntityRow, "1"))
    change.ties.update(_tie(row) for row in rows.get(ledger, EdgeRow, "1"))
    change.ties.update(_tie(row) for row in rows.get(ledger, StatementRow, "1"))
    change.finish()


def _identity(row: MentionRow | StatementRow) -> object:
    return (row.entity, row.article) if isinstance(row, MentionRow) else row.id


def _tie(row: StatementRow | EdgeRow) -> Tie:
    return row.subject, row.relation, row.object, row.status


def _entity(ledger: Ledger, id_: str, counts: tuple[int, int]) -> EntityRow | None:
    counted = index.names_of(ledger, id_)
    if not counted:
        return None
    type_ = names.type_of(index.slots_of(ledger, id_)[0])
    quiet = {name.casefold() for name, _, _ in counted if not name.isupper()}  # no headline's
    spoken = [row for row in counted if not row[0].isupper() or row[0].casefold() not in quiet]
    name = min(spoken, key=lambda row: (_is_family(type_, row[0]), *_rank(row)))[0]
    called = tuple(other for other, _, _ in spoken)
    where = NOWHERE
    if type_ is Type.PLACE:
        where, name = _where(ledger, id_, name, called)
    name = judgements.name_of(ledger, id_) or names.display(type_, name) or name
    aliases = tuple(other for other in called if other.casefold() != name.casefold())
    return EntityRow(id_, type_, name, aliases, *counts, *astuple(where))


def _where(
    ledger: Ledger, id_: str, name: str, called: tuple[str, ...]
) -> tuple[gazetteer.Spot, str]:
    """Return where a place is, and its name, with the region if its articles had to tell."""
    plain = {names.normalise(Type.PLACE, one) for one in called}
    told = {names.name_of(Side.of(one).key) for one in index.slots_of(ledger, id_)} - plain
    if not told:
        return gazetteer.spot((names.display(Type.PLACE, name) or name, *called)), name
    where = gazetteer.spot(told)
    return where, gazetteer.full_name(name, where)


def _placed(found: Reading) -> dict[int, str]:
    """Return, by number, names with regions of places of which the article says where they lie."""
    wholes: dict[int, set[str]] = {}
    for said in found.statements:
        one, whole = found.referents[said.subject], found.referents[said.object]
        lies = said.relation == "LOCATED_IN" and said.status is Status.ASSERTED
        if lies and one.type is whole.type is Type.PLACE:
            wholes.setdefault(said.subject, set()).add(whole.name)
    placed = {
        i: gazetteer.placed(found.referents[i].name, frozenset(whole))
        for i, whole in wholes.items()
    }
    return {i: name for i, name in placed.items() if name is not None}


def _is_family(type_: Type, name: str) -> bool:
    """Say whether a name is a person's family name alone: shown only for want of a full one."""
    return type_ is Type.PERSON and families.is_bare(names.normalise(type_, name))


def _rank(row: tuple[str, int, int]) -> tuple[int, int, int, str]:
    name, best, uses = row
    return -best, -uses, -len(name), name


def _edge(ledger: Ledger, tie: Tie) -> EdgeRow | None:
    subject, relation, object_, status = tie
    sums = rows.sums(ledger, tie)
    if subject == object_ or sums is None:
        return None
    return EdgeRow(content_id(*tie), subject, relation, object_, status, **sums)
