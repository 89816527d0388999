"""Read an article from left to right and ask of each reference what it takes up."""

from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache
from itertools import islice

from spacy.tokens import Span, Token

from kgbuild.extract.names import teams
from kgbuild.extract.names.clusters import Cluster
from kgbuild.extract.references import bars, interviews, unnamed, unsaid
from kgbuild.extract.references.clues import Known, Question, people_of, question
from kgbuild.extract.references.referring import Reference, persons, phrase, reference
from kgbuild.extract.references.relatives import KIN, Relatives
from kgbuild.extract.references.traits import described, gather, office
from kgbuild.extract.text import attach, grammar
from kgbuild.extract.text.discourse import MOST, Discourse, Thread
from kgbuild.extract.text.governors import VERBAL
from kgbuild.extract.text.layout import Kind
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.paragraphs import Anchor, Paragraph, text_in, words_of
from kgbuild.extract.text.roles import office_ends
from kgbuild.extract.text.spans import BEFORE_NOUN
from kgbuild.model import Form, Type

Decide = Callable[[Question], tuple[int, float] | None]
"""Answers a question with a thing's number and how probable it is; None: it takes up none."""
LOOKED_AT = 100
"""So many things, the last mentioned, are looked at for one that fits."""
BEFORE, BEHIND = 5, 8
"""Tokens between a person's name and that of their party: "Labour MP Ann Lee"."""
_RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$", "WRB"})
_OF_PERSONS = frozenset({"who", "whom"})
_OF_THINGS = frozenset({"which", "whose"})
_HELD = 2
"""So many sentences long the company that one buys or holds is not the one itself."""
_DEAL = 3
"""So many sentences long it is not told which of two the lender or the paint maker is."""
_ANY_FIRM = frozenset("business company conglomerate firm giant group".split())
FARTHEST = 10
"""So many heads are climbed from the word before "who"."""
_SAYING = frozenset(
    "say tell add write answer ask reply recall argue insist joke warn post tweet".split()
)
_HE = frozenset({"he", "she"})
_OWN_KIND = frozenset(
    """agency airline bank company conglomerate daily firm group militia movement network newspaper
    organisation organization party""".split()
)
_ANOTHERS = frozenset(
    "affiliate buyer competitor distributor rival subsidiary supplier unit vendor".split()
)
"""No Tesla is "the Tesla supplier"."""
_SPORT = 2
"""Words of sport in an article on it."""
_OF_KIN = 0.9
"""How sure it is that the kin that was told of is meant."""
_LED = _OWN_KIND - {"conglomerate", "daily"} | frozenset(
    """association body brand brewery broadcaster chain charity club employer firm magazine outfit
    retailer startup union""".split()
)
"""What one may lead, as no "her office" or "her house" is."""
_LEADING = frozenset(
    """boss ceo chair chaired chairman chairs chairwoman chief commander director editor founded
    founder head headed heads lead leader leads led owner owns president run runs
    secretary""".split()
)
_READ = frozenset({Kind.PROSE, Kind.HEADLINE})


def found(
    paragraphs: Sequence[Paragraph],
    things: Sequence[Cluster],
    anchors: Sequence[Anchor],
    decide: Decide,
) -> tuple[list[Anchor], list[Anchor]]:
    """Return an anchor for each description and pronoun that is decided to mean a thing.

    And one for each office whose body is left unsaid: its noun, and the body that is meant.
    """
    datelines = frozenset(a.referent for a in anchors if paragraphs[a.paragraph].kind is Kind.PLACE)
    interview = interviews.find(paragraphs, things, anchors)
    states = cache(lambda: unsaid.States.of(paragraphs, things, anchors))
    sport = cache(lambda: teams.is_sport(paragraphs, _SPORT))
    reading = _Reading(things, anchors, decide, interview, datelines, states, sport)
    reading.note_headings(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind in _READ:
            reading.paragraph(index, paragraph)
    return reading.anchors, reading.unsaid


class _Reading:
    """The article read from its first sentence to the one at hand."""

    def __init__(
        self,
        things: Sequence[Cluster],
        anchors: Sequence[Anchor],
        decide: Decide,
        interview: interviews.Interview | None,
        datelines: Set[int],
        states: Callable[[], unsaid.States],
        is_sport: Callable[[], bool],
    ) -> None:
        self._things, self._decide, self._interview = things, decide, interview
        self._traits, self._told = gather(things, anchors), Discourse()
        self._datelines, self._states, self._is_sport = datelines, states, is_sport
        self._given: dict[int, dict[int, Anchor]] = {}
        self._inside: dict[int, set[int]] = {}
        self._persons: dict[int, dict[int, Anchor]] = {}
        for anchor in anchors:
            self._given.setdefault(anchor.paragraph, {})[anchor.span.root.i] = anchor
            inside = self._inside.setdefault(anchor.paragraph, set())
            inside.update(range(anchor.span.start, anchor.span.end))
            if anchor.form is Form.NAME and things[anchor.referent].type is Type.PERSON:
                named = dict.fromkeys(range(anchor.span.start, anchor.span.end), anchor)
                self._persons.setdefault(anchor.paragraph, {}).update(named)
        self._headings, self._heading = frozenset[int](), 0
        self._at: dict[int, int] = {}
        self._holders: dict[int, int] = {}
        self._buyers: dict[int, int] = {}
        self._unknown, self._doubtful = set[str](), set[Token]()
        self._relatives, self._kin = Relatives(self._traits.sex), list[Token]()
        self.anchors: list[Anchor] = []
        self.unsaid: list[Anchor] = []

    def note_headings(self, paragraphs: Sequence[Paragraph]) -> None:
        """Note the paragraphs that only name a person, where an article has several portraits."""
        alone = [i for i, p in enumerate(paragraphs) if len(self._persons.get(i, ())) == len(p.doc)]
        self._headings = frozenset(alone if len(alone) > 1 else ())

    def paragraph(self, index: int, paragraph: Paragraph) -> None:
        """Read one paragraph; who "I" is, is asked when its speakers are known."""
        given, inside = self._given.get(index, {}), self._inside.get(index, set())
        self._at = {i: anchor.referent for i, anchor in given.items()}
        self._heading = index if index in self._headings else self._heading
        self._told.begin_paragraph(paragraph.doc, index, headline=paragraph.kind is Kind.HEADLINE)
        later: list[tuple[Reference, int]] = []
        for sentence in paragraph.doc.sents:
            self._told.begin_sentence()
            for token in sentence:
                if token.i in given:
                    self._note(given[token.i].referent, token, given[token.i].form)
                elif paragraph.kind is Kind.PROSE and token.i not in inside:
                    self._token(index, token, later)
            if paragraph.kind is Kind.PROSE:
                self._offices(index, sentence)
                self._of_unnamed(index, sentence)
            self._note_buyers(sentence)
            self._relatives.note(sentence, self._at, self._persons.get(index, {}))
        end = self._told.sentence
        for asked, sentence_number in later:
            self._told.sentence = sentence_number
            self._ask(asked)
        for noun in tuple(self._kin):  # "my brother", now that it is known whose
            self._take_kin(index, noun)
        self._kin.clear()
        self._told.sentence = end

    def _token(self, index: int, token: Token, later: list[tuple[Reference, int]]) -> None:
        if token.tag_ in _RELATIVE_TAGS:
            number = self._related(token)
            if number is not None:
                self._take(index, token.doc[token.i : token.i + 1], token, number, Form.PRONOUN)
            return
        quoted = self._told.in_quotes(token)
        meant = self._interview.meant(index, token) if self._interview and not quoted else None
        if meant is not None:
            self._take(index, token.doc[token.i : token.i + 1], token, meant, Form.PRONOUN)
            return
        if token.lower_ in KIN and self._take_kin(index, token):
            return
        asked = reference(index, token, quoted=quoted)
        if token.lower_ in _OWN_KIND and self._at_end(index, token.i - 1) is Type.ORGANIZATION:
            asked = None  # "the Islamic State group" is what it is called
        if asked is not None and self._is_named_next(index, asked):
            asked = None
        if asked is not None and asked.is_first_person:
            later.append((asked, self._told.sentence))
        elif asked is not None:
            self._ask(asked)

    def _take_kin(self, index: int, noun: Token) -> bool:
        """Take up whom "his brother" means, if one was called that; say whether one was."""
        number = self._relatives.meant(noun, self._at, self._persons.get(index, {}))
        if number is None or noun.i in self._at:
            self._kin.append(noun)
            return False
        self._take(index, phrase(noun), noun, number, Form.NOMINAL, _OF_KIN)
        return True

    def _is_named_next(self, index: int, asked: Reference) -> bool:
        """Say whether a person's name between commas says who it is: "its founder, Ann Lee,"."""
        doc, place = asked.head.doc, asked.head.i + 1
        if asked.form is not Form.NOMINAL or text_in(doc, place, place + 1) != ",":
            return False
        name = self._persons.get(index, {}).get(place + 1)
        closed = name is not None and text_in(doc, name.span.end, name.span.end + 1) in {",", "."}
        return closed and Type.PERSON in asked.types

    def _offices(self, index: int, sentence: Span) -> None:
        """Ask of whom each office of a sentence is that does not say it, and note no mention.

        When the sentence is read: "Chancellor Ann Lee said that Austria".
        """
        names = self._persons.get(index, {})
        for token in office_ends(sentence):
            asked = unsaid.office(index, token, names, self._at)
            if asked is None:
                continue
            span = token.doc[token.i : token.i + 1]
            ruled = unsaid.ruled(asked, self._at, self._things)
            if ruled is not None:
                self.unsaid.append(Anchor(index, span, ruled, Form.NOMINAL))
                continue
            where = unsaid.explained(asked)
            there = None if where is None else unsaid.there(where, self._at, self._things)
            threads = tuple(islice(self._fitting(asked), MOST))
            if there is not None:
                threads = tuple(t for t in threads if t.number == there)
            told = (t.number for t in threads)
            home = unsaid.at_home(asked, told, self._datelines, self._things)
            if home is not None:
                self.unsaid.append(Anchor(index, span, home, Form.NOMINAL, unsaid.HOME))
                continue
            if not threads:
                continue
            after = {n for i, n in self._at.items() if token.i < i < sentence.end}
            known = Known(
                self._things, self._traits, self._told, after, frozenset(), self._datelines
            )
            decided = self._decide(question(asked, threads, known))
            if decided is None:
                continue
            body = self._things[decided[0]]
            given = self._given.get(index, {})
            if self._topic() != decided[0] and unsaid.is_told_of(asked, decided[0], given):
                continue
            if unsaid.is_of(asked, body, decided[1], self._states()):
                self.unsaid.append(Anchor(index, span, decided[0], Form.NOMINAL, decided[1]))

    def _of_unnamed(self, index: int, sentence: Span) -> None:
        """Note of which body a board, shares or a captain are, and no mention of any.

        It is the one that all is about; of a team also the one that was told of last.
        """
        if unnamed.CUES.isdisjoint(words_of(sentence.doc)[sentence.start : sentence.end]):
            return
        names = self._persons.get(index, {})
        for token in sentence:
            if unnamed.is_of_team(token, names, self._at):
                body = self._main() if self._is_sport() else None
                fits = body is not None and self._is_alone(body.number, sentence)
            elif unnamed.is_owner(token):
                body = self._main()
                fits = body is not None and self._may_be_owned(body)
            elif (asked := unnamed.asked(token, self._at)) is not None:
                body = self._main(asked.holder)
                fits = body is not None and (not asked.of_owners or self._may_be_owned(body))
            else:
                continue
            if body is not None and fits and unnamed.may_be_of(self._things[body.number]):
                far = self._told.sentence - body.last.sentence
                span = token.doc[token.i : token.i + 1]
                if far <= unnamed.FARTHEST:
                    self.unsaid.append(Anchor(index, span, body.number, Form.NOMINAL, unnamed.SURE))

    def _may_be_owned(self, body: Thread) -> bool:
        """Say whether shares may be of a body: who buys a firm is told of first, but is not it."""
        return body.number not in self._buyers

    def _is_alone(self, team: int, sentence: Span) -> bool:
        """Say whether a body was told of last, and the sentence names no other."""
        here = {n for i, n in self._at.items() if sentence.start <= i < sentence.end}
        others = (n for n in here if self._things[n].type is Type.ORGANIZATION)
        return team == self._last_body() and all(n == team for n in others)

    def _last_body(self) -> int | None:
        """Return the body that was told of last, media aside."""
        threads = (t for t in self._told.threads() if t.type is Type.ORGANIZATION)
        bodies = (t.number for t in threads if not bars.is_medium(self._things[t.number]))
        return next(bodies, None)

    def _main(self, holder: int | None = None) -> Thread | None:
        """Return the body that was told of first and, but for a holder, most often."""
        bodies = {t.number: t for t in self._told.threads() if t.type is Type.ORGANIZATION}
        first = self._topic()
        others = (len(t.seen) for n, t in bodies.items() if n not in {holder, first})
        most = first is not None and len(bodies[first].seen) >= max(others, default=0)
        return bodies[first] if first is not None and most and first != holder else None

    def _topic(self) -> int | None:
        """Return the body that was told of first, media aside."""
        bodies = (
            (thread.place, thread.number)
            for thread in self._told.threads()
            if thread.type is Type.ORGANIZATION and not bars.is_medium(self._things[thread.number])
        )
        return min(bodies, default=(0, None))[1]

    def _at_end(self, index: int, place: int) -> Type | None:
        """Return what a name that ends with the token at the place names."""
        found = self._given.get(index, {}).get(place)
        named = found is not None and found.form is Form.NAME and found.span.end == place + 1
        return self._things[found.referent].type if found is not None and named else None

    def _ask(self, asked: Reference) -> None:
        owns = {"poss", "compound"} if asked.head.lower_ in _ANOTHERS else {"poss"}
        owners = {self._at.get(t.i) for t in asked.head.children if t.dep_ in owns}
        if (holder := self._holder(asked)) is not None:
            owners.add(holder)
        threads = tuple(islice((t for t in self._fitting(asked) if t.number not in owners), MOST))
        if asked.head.lower_ == "party" and asked.span[0].tag_ == "PRP$":
            beside = self._beside(owners)
            threads = tuple(t for t in threads if t.number in beside)
        if asked.is_first_person:  # "no US company has talked with us"
            threads = tuple(t for t in threads if not self._is_aside(t))
        if _says(asked):
            threads = tuple(t for t in threads if not _is_named_in_quotes(t))
        if asked.form is Form.PRONOUN:  # of the portrait at hand
            threads = tuple(t for t in threads if t.last.paragraph >= self._heading)
        if asked.sex is not None:
            kin = {self._at.get(place) for place in grammar.explained(asked.head)}
            threads = tuple(t for t in threads if t.number not in kin)
        threads = self._told_apart(asked, threads)
        if not threads or self._is_elses(asked):
            self._unknown.add(asked.head.lower_)
            return
        sentence = asked.head.sent
        quoted = self._told.in_quotes(asked.head)
        speakers = set(self._speakers(sentence)) if quoted else set[int]()
        persons = [n for n in speakers if self._things[n].type is Type.PERSON]
        if asked.is_first_person and Type.PERSON in asked.types and len(persons) == 1:
            self._take(asked.paragraph, asked.span, asked.head, persons[0], asked.form)
            return  # "I", of 297 times 289 the one of whom the sentence has it
        after = {n for i, n in self._at.items() if asked.head.i < i < sentence.end}
        inside = {n for i, n in self._at.items() if asked.span.start <= i < asked.span.end}
        known = Known(
            self._things, self._traits, self._told, after, speakers, self._datelines, inside
        )
        number, sure = self._certain(asked, threads), 1.0
        if number is None:
            decided = self._decide(question(asked, threads, known))
            number, sure = decided or (self._only_bearer(asked, threads), 1.0)
            number = self._led(asked, owners, threads) if number is None else number
        if number is not None and asked.form is Form.NOMINAL and Type.PERSON in asked.types:
            chosen = (t for t in threads if t.number == number)
            barred = any(bars.is_subject_above(asked.head, t) for t in chosen)
            number = None if barred or self._is_before_bearer(number, asked, threads) else number
        elif number is not None and self._is_suspected(asked, number):
            number = None
        elif number is not None and self._may_be_bought(asked, number, inside):
            self._doubtful.add(asked.head)
            number = None
        if number is None:
            self._unknown.add(asked.head.lower_)
            return
        if asked.kind == "company":
            self._holders.clear()  # it is named
        if asked.sex is not None:
            self._traits.sex.setdefault(number, asked.sex)
        if asked.state is not None:
            self._traits.states.setdefault(number, asked.state)
        self._take(asked.paragraph, asked.span, asked.head, number, asked.form, sure)

    def _told_apart(self, asked: Reference, threads: tuple[Thread, ...]) -> tuple[Thread, ...]:
        """Leave out bodies that a name alone says to be such, where another was called so since.

        "The Crime Agency sued his estate agency, Price & Co. The agency": that is Price & Co. A
        bank that was told of and is none of these is none later either.
        """
        word, nouns = asked.head.lower_, self._traits.nouns
        if asked.form is not Form.NOMINAL or asked.head.lower_ in words("person", "nominal"):
            return threads
        called = [i for i, t in enumerate(threads) if word in nouns.get(t.number, ())]
        if word in self._unknown & words("organization", "one_kind"):
            return tuple(threads[i] for i in called)
        if not called:
            return threads
        behind = threads[called[0] + 1 :]
        said = {t.number for t in behind if self._is_so_named(t.number, word)}
        return tuple(t for i, t in enumerate(threads) if t.number not in said or i in called)

    def _is_so_named(self, number: int, word: str) -> bool:
        return any(word in name.lower().split() for name in self._things[number].printed)

    def _is_elses(self, asked: Reference) -> bool:
        """Say whether a pronoun means someone unnamed: "I", he said; "a woman said she".

        So does "its" of a lender that may be the one bought or the one that buys.
        """
        if asked.sex is not None:
            return grammar.is_of_stranger(asked.head, self._at)
        if asked.kind == "its":
            return grammar.subject_above(asked.head) in self._doubtful
        if not asked.is_first_person or Type.PERSON not in asked.types:
            return False
        subjects = list(self._subjects_of_saying(asked.head.sent))
        return bool(subjects) and all(t.lower_ in _HE and t.i not in self._at for t in subjects)

    def _is_suspected(self, asked: Reference, number: int) -> bool:
        """Say whether "his" may be his who fears it: "Poe feared that Orr would hurt his wife"."""
        pair = grammar.suspected(asked.head)
        if pair is None or self._at.get(pair[1]) != number:
            return False
        outer = self._at.get(pair[0])
        if outer is None or outer == number or self._things[outer].type is not Type.PERSON:
            return False
        return self._traits.sex.get(outer) in {None, asked.sex}

    def _holder(self, asked: Reference) -> int | None:
        """Return who buys or holds, now or just before, the company that is described.

        "Lakes holds 5% of the drugmaker. The company": that is not Lakes.
        """
        if asked.kind != "company":
            return None
        place = grammar.holder(asked.head)
        if place is not None and place in self._at:
            self._holders = {self._at[place]: self._told.sentence}
        last = self._told.sentence - _HELD
        return next((n for n, sentence in self._holders.items() if sentence >= last), None)

    def _note_buyers(self, sentence: Span) -> None:
        known = (i for i in range(sentence.start, sentence.end) if i in self._at)
        places = (grammar.buyer(sentence.doc[i]) for i in known)
        found = (self._at[place] for place in places if place is not None and place in self._at)
        self._buyers.update(dict.fromkeys(found, self._told.sentence))

    def _may_be_bought(self, asked: Reference, number: int, inside: Set[int]) -> bool:
        """Say whether a trade or town may be that of the firm bought, not of who buys it.

        "Acme has agreed to buy Beta. The Oslo paint maker will keep its chairman": of Acme nothing
        tells that it makes paint.
        """
        word, said = asked.head.lower_, {*described(asked.head)}
        since = self._told.sentence - self._buyers.get(number, -_DEAL - 1)
        if asked.kind != "company" or since > _DEAL or (len(said) == 1 and word in _ANY_FIRM):
            return False
        if any(t.number in inside and len(t.seen) > 1 for t in self._told.threads()):
            return False
        nouns, words = self._traits.nouns.get(number, {}), self._traits.words.get(number, set())
        parts = {part for name in self._things[number].printed for part in name.lower().split()}
        return word not in nouns and said.isdisjoint(words | parts) and people_of(asked) is None

    def _is_aside(self, thread: Thread) -> bool:
        """Say whether a thing is only named in passing in the sentence, before another noun."""
        last = thread.last
        return last.sentence == self._told.sentence and last.head.dep_ in BEFORE_NOUN

    def _led(
        self, asked: Reference, owners: Set[int | None], threads: Sequence[Thread]
    ) -> int | None:
        """Return the one body that somebody is told to lead, if "her firm" may be that.

        "Ann Lee, head of Acme, came. Her firm": that is Acme, whatever else was told of since.
        """
        if asked.head.lower_ not in _LED or asked.span[0].tag_ != "PRP$":
            return None
        persons = {n for n in owners if n is not None and self._things[n].type is Type.PERSON}
        beside = self._beside(persons, _LEADING) if persons else set()
        led = [t.number for t in threads if t.number in beside]
        return led[0] if len(led) == len(beside) == 1 else None

    def _beside(self, owners: Set[int | None], between: Set[str] = frozenset()) -> Set[int]:
        """Return what stands right beside a name of some persons: "Ann Lee, chair of the Greens".

        "Her party" is that of whom it is said, not the one that was spoken of last. Where words
        are given, one of them stands between the two.
        """
        named = (
            (given, anchor)
            for given in self._given.values()
            for anchor in given.values()
            if anchor.referent in owners and anchor.form is Form.NAME
        )
        return {
            other.referent
            for given, anchor in islice(named, MOST)
            for other in given.values()
            if anchor.span.sent == other.span.sent
            and -BEFORE <= other.span.start - anchor.span.end <= BEHIND
            and (not between or _is_linked(anchor.span, other.span, between))
        }

    def _certain(self, asked: Reference, threads: Sequence[Thread]) -> int | None:
        """Return what the grammar alone, or the state in "the Dane", leaves to be meant."""
        if asked.form is not Form.PRONOUN:
            return self._of_state(asked, threads)
        if asked.sex is None and asked.head.lower_ not in {"it", "its"}:
            return None
        persons = {i for i, n in self._at.items() if self._things[n].type is Type.PERSON}
        number = grammar.meant(asked.head, self._at, persons)
        if number is None or self._things[number].type not in asked.types:
            return None
        return number if self._traits.sex.get(number) in {None, asked.sex} else None

    def _of_state(self, asked: Reference, threads: Sequence[Thread]) -> int | None:
        """Return the one who is, or the only one who may be, of the state: "the Dane"."""
        if asked.state is None:
            return None
        own = [t for t in threads if self._traits.states.get(t.number) == asked.state] or threads
        return own[0].number if len(own) == 1 else None

    def _only_bearer(self, asked: Reference, threads: Sequence[Thread]) -> int | None:
        """Return the one person of whom a description's office was said: "the founder".

        Of great offices that may be the one of whom none was said: "the US President".
        """
        if asked.form is not Form.NOMINAL or Type.PERSON not in asked.types:
            return None
        said, nouns = office(asked.head), self._traits.nouns
        people = [t.number for t in threads if t.type is Type.PERSON]
        bearers = [number for number in people if said in nouns.get(number, ())]
        if not bearers and asked.head.lower_ in words("person", "sole"):
            bearers = [number for number in people if not nouns.get(number)]
        return bearers[0] if len(bearers) == 1 else None

    def _is_before_bearer(
        self, number: int | None, asked: Reference, threads: Sequence[Thread]
    ) -> bool:
        """Say whether one holds the office, and a counterpart, too, of whom was told since."""
        said, nouns = office(asked.head), self._traits.nouns
        bearers = [t.number for t in threads if said in nouns.get(t.number, ())]
        counterparts = any("counterpart" in nouns[bearer] for bearer in bearers)
        return counterparts and number in bearers[1:]

    def _fitting(self, asked: Reference) -> Iterator[Thread]:
        """Yield what a reference can mean by type and sex, the last mentioned first."""
        for thread in islice(self._told.threads(), LOOKED_AT):
            sex = self._traits.sex.get(thread.number)
            if thread.type not in asked.types or (sex and asked.sex and sex != asked.sex):
                continue
            state = self._traits.states.get(thread.number)
            if asked.state and state not in {None, asked.state}:
                continue
            if bars.fits(asked, thread, self._things[thread.number], self._traits):
                yield thread

    def _speakers(self, sentence: Span) -> Iterator[int]:
        """Yield who is the subject of a verb of saying outside of quotation marks."""
        subjects = self._subjects_of_saying(sentence)
        yield from (self._at[token.i] for token in subjects if token.i in self._at)

    def _subjects_of_saying(self, sentence: Span) -> Iterator[Token]:
        for verb in sentence:
            if lemma(verb) in _SAYING and not self._told.in_quotes(verb):
                yield from (t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"})

    def _related(self, token: Token) -> int | None:
        """Return what "who" takes up: "Ann Lee, who", "Ann Lee, a nurse from Oulu who".

        Of nouns that end there together "who" is the nearest person, "which" the outermost thing:
        "Isar Funk of Munich, which". Of 1,665 items it so takes up 94 in 100 rightly.
        """
        word = token.lower_
        if word in _OF_PERSONS or word in _OF_THINGS:
            nouns = [*_nouns_before(token)]
            if (noun := attach.narrowed(token)) is not None:
                subject = _subject_of(noun)
                nouns = [subject or noun, *(t for t in noun.ancestors if noun.dep_ == "appos")]
            near = [self._at[noun.i] for noun in nouns if noun.i in self._at]
            if word != "whose":
                near = [
                    number
                    for number in near
                    if (self._things[number].type is Type.PERSON) == (word in _OF_PERSONS)
                ]
            if near:
                return near[0] if word in _OF_PERSONS else near[-1]
            if noun is not None:
                return None
        place = _related_noun(token)
        for _ in range(2):
            if place in self._at or place < 0 or token.doc[place].dep_ != "appos":
                return self._at.get(place)
            place = token.doc[place].head.i
        return None

    def _take(
        self, index: int, span: Span, head: Token, number: int, form: Form, sure: float = 1.0
    ) -> None:
        self.anchors.append(Anchor(index, span, number, form, sure))
        self._note(number, head, form)

    def _note(self, number: int, head: Token, form: Form) -> None:
        self._at[head.i] = number
        self._told.note(number, self._things[number].type, head, form)


def _is_linked(one: Span, other: Span, words: Set[str]) -> bool:
    """Say whether one of some words stands between two names."""
    first, second = sorted((one, other), key=lambda span: span.start)
    return any(t.lower_ in words for t in one.doc[first.end : second.start])


def _says(asked: Reference) -> bool:
    """Say whether it is who speaks: "my mother wept", the subject of "she said"."""
    head = asked.head
    return Type.PERSON in asked.types and (
        asked.is_first_person or (head.dep_ == "nsubj" and lemma(head.head) in _SAYING)
    )


def _is_named_in_quotes(thread: Thread) -> bool:
    """Say whether only what others say tells of one: "My mother, Jana, wept"."""
    return thread.type is Type.PERSON and all(seen.quoted for seen in thread.seen)


def _nouns_before(token: Token) -> Iterator[Token]:
    """Yield the words that end right before "who", the nearest first, each the head of the former.

    "Isar Funk of Munich, which": Munich, of, Funk.
    """
    doc, place, first = token.doc, token.i - 1, token.sent.start
    while place >= first and (doc[place].is_punct or doc[place].tag_ == "IN"):
        place -= 1
    if place < first:
        return
    word = doc[place]
    for _ in range(FARTHEST):
        yield word
        head = word.head
        if head is word or head.i >= token.i or word.dep_ == "conj":
            return  # "Acme and Beta, whose"
        unnamed = word.dep_ == "pobj" and word.tag_ == "NN" and lemma(word) in persons()
        if token.lower_ in _OF_PERSONS and unnamed:
            return  # "Ann Lee, a friend of the man who"
        if head.pos_ in VERBAL and word.dep_ != "acl" and head.dep_ not in {"acl", "relcl"}:
            return
        word = head


def _related_noun(token: Token) -> int:
    """Return the place of the noun that "who", "which" or "where" takes up, -1 if none.

    Only one that stands right before, but for a comma, is taken: the parse errs on others.
    """
    verb = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    noun = verb.head if verb is not None else token
    if noun.dep_ == "attr":
        subject = _subject_of(noun)
        return subject.i if subject is not None and _is_next(noun, token) else -1
    return noun.i if noun.i < token.i and _is_next(noun, token) else -1


def _subject_of(noun: Token) -> Token | None:
    """Return of whom a noun is said: "Ann Lee is a nurse who ..."."""
    told = noun.head.lefts if noun.dep_ == "attr" else ()
    return next((t for t in told if t.dep_ == "nsubj"), None)


def _is_next(noun: Token, token: Token) -> bool:
    return all(t.is_punct or t.tag_ == "IN" for t in token.doc[noun.i + 1 : token.i])
