"""Decide what a description or a pronoun takes up: "his firm", "she", "the bank"."""

from collections.abc import Sequence, Set
from itertools import islice

from spacy.tokens import Token

from kgbuild.extract.references import binding, disjoint, own_bodies, speech
from kgbuild.extract.references.clues import question
from kgbuild.extract.references.officeholders import is_before_bearer, only_bearer
from kgbuild.extract.references.question import Decide
from kgbuild.extract.references.referring import Reference
from kgbuild.extract.references.so_far import SoFar
from kgbuild.extract.references.traits import name_words
from kgbuild.extract.references.two_firms import Holders, may_be_bought
from kgbuild.extract.text.dependents import subject_above
from kgbuild.extract.text.discourse import MOST, Thread
from kgbuild.extract.text.lexicon import words
from kgbuild.extract.text.tagsets import BEFORE_NOUN
from kgbuild.model import Form, Type

_HE = frozenset({"he", "she"})
_ANOTHERS = frozenset(
    "affiliate buyer competitor distributor rival subsidiary supplier unit vendor".split()
)
"""No Tesla is "the Tesla supplier"."""


class Asking:
    """Asks of each reference what it takes up, and keeps what could not be told."""

    def __init__(self, so_far: SoFar, decide: Decide) -> None:
        self._so_far, self._decide = so_far, decide
        self._holders = Holders(so_far)
        self._unknown, self._doubtful = set[str](), set[Token]()

    def ask(self, asked: Reference) -> None:
        """Add an anchor of what a reference takes up, if it can be told."""
        owners = self._owners(asked)
        threads = self._possible(asked, owners)
        found = None
        if threads and not self._is_elses(asked):
            found = self._speaker(asked) or self._answer(asked, threads, owners)
        if found is None:
            self._unknown.add(asked.head.lower_)
        else:
            self._take(asked, *found)

    def _take(self, asked: Reference, number: int, sure: float) -> None:
        if asked.kind == "company":
            self._holders.forget()
        traits = self._so_far.traits
        if asked.sex is not None:
            traits.sex.setdefault(number, asked.sex)
        if asked.state is not None:
            traits.states.setdefault(number, asked.state)
        self._so_far.take(asked.paragraph, asked.span, asked.head, number, asked.form, sure)

    def _owners(self, asked: Reference) -> Set[int | None]:
        """Return the owners of what is described, none of whom it is: "Acme's supplier"."""
        owns = {"poss", "compound"} if asked.head.lower_ in _ANOTHERS else {"poss"}
        owners = {self._so_far.at.get(t.i) for t in asked.head.children if t.dep_ in owns}
        return owners | {self._holders.of(asked)}

    def _speakers(self, asked: Reference) -> Set[int]:
        """Return who says it, if it stands in quotation marks."""
        if not self._so_far.told.in_quotes(asked.head):
            return frozenset()
        at, tellers = self._so_far.at, speech.tellers(asked.head.sent, self._so_far.told)
        return {at[token.i] for token in tellers if token.i in at}

    def _speaker(self, asked: Reference) -> tuple[int, float] | None:
        """Return who "I" is: of 297 times 289 the one of whom the sentence has it."""
        if not asked.is_first_person or Type.PERSON not in asked.types:
            return None
        things = self._so_far.things
        persons = [n for n in self._speakers(asked) if things[n].type is Type.PERSON]
        return (persons[0], 1.0) if len(persons) == 1 else None

    def _answer(
        self, asked: Reference, threads: tuple[Thread, ...], owners: Set[int | None]
    ) -> tuple[int, float] | None:
        """Return what is meant and how sure that is, if nothing bars it."""
        inside = {n for i, n in self._so_far.at.items() if asked.span.start <= i < asked.span.end}
        found = self._chosen(asked, threads, owners, inside)
        barred = found is not None and self._is_barred(asked, found[0], threads, inside)
        return None if barred else found

    def _chosen(
        self,
        asked: Reference,
        threads: tuple[Thread, ...],
        owners: Set[int | None],
        inside: Set[int],
    ) -> tuple[int, float] | None:
        """Return what is meant: by the grammar, by the scorer, or by what was told of one alone."""
        number = self._certain(asked, threads)
        if number is not None:
            return number, 1.0
        known = self._so_far.known(asked.head, self._speakers(asked), inside)
        decided = self._decide(question(asked, threads, known))
        if decided is not None:
            return decided
        number = only_bearer(asked, threads, self._so_far.traits.nouns)
        if number is None:
            number = own_bodies.led(asked, owners, threads, self._so_far)
        return None if number is None else (number, 1.0)

    def _is_barred(
        self, asked: Reference, number: int, threads: Sequence[Thread], inside: Set[int]
    ) -> bool:
        """Say whether it may be somebody else's, whatever was chosen."""
        if asked.form is Form.NOMINAL and Type.PERSON in asked.types:
            chosen = (t for t in threads if t.number == number)
            if any(disjoint.is_subject_above(asked.head, t) for t in chosen):
                return True
            return is_before_bearer(number, asked, threads, self._so_far.traits.nouns)
        if self._is_suspected(asked, number):
            return True
        if may_be_bought(asked, number, inside, self._so_far):
            self._doubtful.add(asked.head)
            return True
        return False

    def _possible(self, asked: Reference, owners: Set[int | None]) -> tuple[Thread, ...]:
        """Return what a reference may take up, the last mentioned first; no owner of it is it."""
        threads = tuple(
            islice((t for t in self._so_far.fitting(asked) if t.number not in owners), MOST)
        )
        if asked.head.lower_ == "party" and asked.span[0].tag_ == "PRP$":
            beside = own_bodies.beside(owners, self._so_far)
            threads = tuple(t for t in threads if t.number in beside)
        if asked.is_first_person:  # "no US company has talked with us"
            threads = tuple(t for t in threads if not self._is_aside(t))
        if speech.is_speaking(asked):
            threads = tuple(t for t in threads if not speech.is_told_of_in_quotes(t))
        if asked.form is Form.PRONOUN:  # of the portrait at hand
            threads = tuple(t for t in threads if t.last.paragraph >= self._so_far.heading)
        if asked.sex is not None:
            kin = {self._so_far.at.get(place) for place in disjoint.explained(asked.head)}
            threads = tuple(t for t in threads if t.number not in kin)
        return self._told_apart(asked, threads)

    def _told_apart(self, asked: Reference, threads: tuple[Thread, ...]) -> tuple[Thread, ...]:
        """Leave out bodies that a name alone says to be such, where another was called so since.

        "The Crime Agency sued his estate agency, Price & Co. The agency": that is Price & Co. A
        bank that was told of and is none of these is none later either.
        """
        word, nouns = asked.head.lower_, self._so_far.traits.nouns
        if asked.form is not Form.NOMINAL or word in words("person", "nominal"):
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
        at = self._so_far.at
        if asked.sex is not None:
            return disjoint.is_of_stranger(asked.head, at)
        if asked.kind == "its":
            return subject_above(asked.head) in self._doubtful
        if not asked.is_first_person or Type.PERSON not in asked.types:
            return False
        tellers = list(speech.tellers(asked.head.sent, self._so_far.told))
        return bool(tellers) and all(t.lower_ in _HE and t.i not in at for t in tellers)

    def _is_suspected(self, asked: Reference, number: int) -> bool:
        """Say whether "his" may be his who fears it: "Poe feared that Orr would hurt his wife"."""
        pair, at = disjoint.suspected(asked.head), self._so_far.at
        if pair is None or at.get(pair[1].i) != number:
            return False
        outer = at.get(pair[0].i)
        if outer is None or outer == number or self._so_far.things[outer].type is not Type.PERSON:
            return False
        return self._so_far.traits.sex.get(outer) in {None, asked.sex}

    def _is_aside(self, thread: Thread) -> bool:
        """Say whether a thing is only named in passing in the sentence, before another noun."""
        last = thread.last
        return last.sentence == self._so_far.told.sentence and last.head.dep_ in BEFORE_NOUN

    def _certain(self, asked: Reference, threads: Sequence[Thread]) -> int | None:
        """Return what the grammar alone, or the state in "the Dane", leaves to be meant."""
        if asked.form is not Form.PRONOUN:
            return self._of_state(asked, threads)
        if asked.sex is None and asked.head.lower_ not in {"it", "its"}:
            return None
        at, things = self._so_far.at, self._so_far.things
        persons = {i for i, n in at.items() if things[n].type is Type.PERSON}
        number = binding.meant(asked.head, at, persons)
        if number is None or things[number].type not in asked.types:
            return None
        return number if self._so_far.traits.sex.get(number) in {None, asked.sex} else None

    def _of_state(self, asked: Reference, threads: Sequence[Thread]) -> int | None:
        """Return the one who is, or the only one who may be, of the state: "the Dane"."""
        if asked.state is None:
            return None
        states = self._so_far.traits.states
        own = [t for t in threads if states.get(t.number) == asked.state] or threads
        return own[0].number if len(own) == 1 else None
