"""Decide what a description or a pronoun takes up: "his firm", "she", "the bank"."""

from collections.abc import Iterator, Sequence, Set
from itertools import islice

from spacy.tokens import Span, Token

from kgbuild.extract.references import bars
from kgbuild.extract.references.clues import Decide, people_of, question
from kgbuild.extract.references.referring import Reference
from kgbuild.extract.references.so_far import SoFar
from kgbuild.extract.references.traits import described, name_words, office
from kgbuild.extract.text import grammar
from kgbuild.extract.text.discourse import MOST, Thread
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.spans import BEFORE_NOUN
from kgbuild.model import Form, Type

BEFORE, BEHIND = 5, 8
"""Tokens between a person's name and that of their party: "Labour MP Ann Lee"."""
_HELD = 2
"""So many sentences long the company that one buys or holds is not the one itself."""
_DEAL = 3
"""So many sentences long it is not told which of two the lender or the paint maker is."""
_ANY_FIRM = frozenset("business company conglomerate firm giant group".split())
_SAYING = frozenset(
    "say tell add write answer ask reply recall argue insist joke warn post tweet".split()
)
_HE = frozenset({"he", "she"})
_ANOTHERS = frozenset(
    "affiliate buyer competitor distributor rival subsidiary supplier unit vendor".split()
)
"""No Tesla is "the Tesla supplier"."""
OWN_KIND = frozenset(
    """agency airline bank company conglomerate daily firm group militia movement network newspaper
    organisation organization party""".split()
)
_LED = OWN_KIND - {"conglomerate", "daily"} | frozenset(
    """association body brand brewery broadcaster chain charity club employer firm magazine outfit
    retailer startup union""".split()
)
"""What one may lead, as no "her office" or "her house" is."""
_LEADING = frozenset(
    """boss ceo chair chaired chairman chairs chairwoman chief commander director editor founded
    founder head headed heads lead leader leads led owner owns president run runs
    secretary""".split()
)


class Asking:
    """Asks of each reference what it takes up, and keeps what could not be told."""

    def __init__(self, so_far: SoFar, decide: Decide) -> None:
        self._so_far, self._decide = so_far, decide
        self._holders: dict[int, int] = {}
        self._unknown, self._doubtful = set[str](), set[Token]()

    def ask(self, asked: Reference) -> None:
        """Add an anchor of what a reference takes up, if it can be told."""
        owns = {"poss", "compound"} if asked.head.lower_ in _ANOTHERS else {"poss"}
        owners = {self._so_far.at.get(t.i) for t in asked.head.children if t.dep_ in owns}
        if (holder := self._holder(asked)) is not None:
            owners.add(holder)
        threads = self._possible(asked, owners)
        if not threads or self._is_elses(asked):
            self._unknown.add(asked.head.lower_)
            return
        quoted = self._so_far.told.in_quotes(asked.head)
        speakers = set(self._speakers(asked.head.sent)) if quoted else set[int]()
        persons = [n for n in speakers if self._so_far.things[n].type is Type.PERSON]
        if asked.is_first_person and Type.PERSON in asked.types and len(persons) == 1:
            self._so_far.take(asked.paragraph, asked.span, asked.head, persons[0], asked.form)
            return  # "I", of 297 times 289 the one of whom the sentence has it
        inside = {n for i, n in self._so_far.at.items() if asked.span.start <= i < asked.span.end}
        known = self._so_far.known(asked.head, speakers, inside)
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
            self._so_far.traits.sex.setdefault(number, asked.sex)
        if asked.state is not None:
            self._so_far.traits.states.setdefault(number, asked.state)
        self._so_far.take(asked.paragraph, asked.span, asked.head, number, asked.form, sure)

    def _possible(self, asked: Reference, owners: Set[int | None]) -> tuple[Thread, ...]:
        """Return what a reference may take up, the last mentioned first; no owner of it is it."""
        threads = tuple(
            islice((t for t in self._so_far.fitting(asked) if t.number not in owners), MOST)
        )
        if asked.head.lower_ == "party" and asked.span[0].tag_ == "PRP$":
            beside = self._beside(owners)
            threads = tuple(t for t in threads if t.number in beside)
        if asked.is_first_person:  # "no US company has talked with us"
            threads = tuple(t for t in threads if not self._is_aside(t))
        if _says(asked):
            threads = tuple(t for t in threads if not _is_named_in_quotes(t))
        if asked.form is Form.PRONOUN:  # of the portrait at hand
            threads = tuple(t for t in threads if t.last.paragraph >= self._so_far.heading)
        if asked.sex is not None:
            kin = {self._so_far.at.get(place) for place in grammar.explained(asked.head)}
            threads = tuple(t for t in threads if t.number not in kin)
        return self._told_apart(asked, threads)

    def _told_apart(self, asked: Reference, threads: tuple[Thread, ...]) -> tuple[Thread, ...]:
        """Leave out bodies that a name alone says to be such, where another was called so since.

        "The Crime Agency sued his estate agency, Price & Co. The agency": that is Price & Co. A
        bank that was told of and is none of these is none later either.
        """
        word, nouns = asked.head.lower_, self._so_far.traits.nouns
        if asked.form is not Form.NOMINAL or asked.head.lower_ in words("person", "nominal"):
            return threads
        called = [i for i, t in enumerate(threads) if word in nouns.get(t.number, ())]
        if word in self._unknown & words("organization", "one_kind"):
            return tuple(threads[i] for i in called)
        if not called:
            return threads
        behind = threads[called[0] + 1 :]
        said = {t.number for t in behind if word in name_words(self._so_far.things[t.number])}
        return tuple(t for i, t in enumerate(threads) if t.number not in said or i in called)

    def _is_elses(self, asked: Reference) -> bool:
        """Say whether a pronoun means someone unnamed: "I", he said; "a woman said she".

        So does "its" of a lender that may be the one bought or the one that buys.
        """
        if asked.sex is not None:
            return grammar.is_of_stranger(asked.head, self._so_far.at)
        if asked.kind == "its":
            return grammar.subject_above(asked.head) in self._doubtful
        if not asked.is_first_person or Type.PERSON not in asked.types:
            return False
        subjects = list(self._subjects_of_saying(asked.head.sent))
        return bool(subjects) and all(
            t.lower_ in _HE and t.i not in self._so_far.at for t in subjects
        )

    def _is_suspected(self, asked: Reference, number: int) -> bool:
        """Say whether "his" may be his who fears it: "Poe feared that Orr would hurt his wife"."""
        pair = grammar.suspected(asked.head)
        if pair is None or self._so_far.at.get(pair[1]) != number:
            return False
        outer = self._so_far.at.get(pair[0])
        if outer is None or outer == number or self._so_far.things[outer].type is not Type.PERSON:
            return False
        return self._so_far.traits.sex.get(outer) in {None, asked.sex}

    def _holder(self, asked: Reference) -> int | None:
        """Return who buys or holds, now or just before, the company that is described.

        "Lakes holds 5% of the drugmaker. The company": that is not Lakes.
        """
        if asked.kind != "company":
            return None
        place = grammar.holder(asked.head)
        if place is not None and place in self._so_far.at:
            self._holders = {self._so_far.at[place]: self._so_far.told.sentence}
        last = self._so_far.told.sentence - _HELD
        return next((n for n, sentence in self._holders.items() if sentence >= last), None)

    def _may_be_bought(self, asked: Reference, number: int, inside: Set[int]) -> bool:
        """Say whether a trade or town may be that of the firm bought, not of who buys it.

        "Acme has agreed to buy Beta. The Oslo paint maker will keep its chairman": of Acme nothing
        tells that it makes paint.
        """
        word, said = asked.head.lower_, {*described(asked.head)}
        since = self._so_far.told.sentence - self._so_far.buyers.get(number, -_DEAL - 1)
        if asked.kind != "company" or since > _DEAL or (len(said) == 1 and word in _ANY_FIRM):
            return False
        if any(t.number in inside and len(t.seen) > 1 for t in self._so_far.told.threads()):
            return False
        traits, parts = self._so_far.traits, name_words(self._so_far.things[number])
        told = parts | traits.words.get(number, set())
        nouns = traits.nouns.get(number, {})
        return word not in nouns and said.isdisjoint(told) and people_of(asked) is None

    def _is_aside(self, thread: Thread) -> bool:
        """Say whether a thing is only named in passing in the sentence, before another noun."""
        last = thread.last
        return last.sentence == self._so_far.told.sentence and last.head.dep_ in BEFORE_NOUN

    def _led(
        self, asked: Reference, owners: Set[int | None], threads: Sequence[Thread]
    ) -> int | None:
        """Return the one body that somebody is told to lead, if "her firm" may be that.

        "Ann Lee, head of Acme, came. Her firm": that is Acme, whatever else was told of since.
        """
        if asked.head.lower_ not in _LED or asked.span[0].tag_ != "PRP$":
            return None
        persons = {
            n for n in owners if n is not None and self._so_far.things[n].type is Type.PERSON
        }
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
            for given in self._so_far.given.values()
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
        persons = {
            i for i, n in self._so_far.at.items() if self._so_far.things[n].type is Type.PERSON
        }
        number = grammar.meant(asked.head, self._so_far.at, persons)
        if number is None or self._so_far.things[number].type not in asked.types:
            return None
        return number if self._so_far.traits.sex.get(number) in {None, asked.sex} else None

    def _of_state(self, asked: Reference, threads: Sequence[Thread]) -> int | None:
        """Return the one who is, or the only one who may be, of the state: "the Dane"."""
        if asked.state is None:
            return None
        own = [
            t for t in threads if self._so_far.traits.states.get(t.number) == asked.state
        ] or threads
        return own[0].number if len(own) == 1 else None

    def _only_bearer(self, asked: Reference, threads: Sequence[Thread]) -> int | None:
        """Return the one person of whom a description's office was said: "the founder".

        Of great offices that may be the one of whom none was said: "the US President".
        """
        if asked.form is not Form.NOMINAL or Type.PERSON not in asked.types:
            return None
        said, nouns = office(asked.head), self._so_far.traits.nouns
        people = [t.number for t in threads if t.type is Type.PERSON]
        bearers = [number for number in people if said in nouns.get(number, ())]
        if not bearers and asked.head.lower_ in words("person", "sole"):
            bearers = [number for number in people if not nouns.get(number)]
        return bearers[0] if len(bearers) == 1 else None

    def _is_before_bearer(
        self, number: int | None, asked: Reference, threads: Sequence[Thread]
    ) -> bool:
        """Say whether one holds the office, and a counterpart, too, of whom was told since."""
        said, nouns = office(asked.head), self._so_far.traits.nouns
        bearers = [t.number for t in threads if said in nouns.get(t.number, ())]
        counterparts = any("counterpart" in nouns[bearer] for bearer in bearers)
        return counterparts and number in bearers[1:]

    def _speakers(self, sentence: Span) -> Iterator[int]:
        """Yield who is the subject of a verb of saying outside of quotation marks."""
        subjects = self._subjects_of_saying(sentence)
        yield from (self._so_far.at[token.i] for token in subjects if token.i in self._so_far.at)

    def _subjects_of_saying(self, sentence: Span) -> Iterator[Token]:
        for verb in sentence:
            if lemma(verb) in _SAYING and not self._so_far.told.in_quotes(verb):
                yield from (t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"})


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
