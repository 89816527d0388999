"""Whose an office, a board or a share is that does not say it: "Chancellor Ann Lee said"."""

from collections.abc import Callable, Iterator
from itertools import islice

from spacy.tokens import Span

from kgbuild.extract.references import office_bodies, passing, rulers, unnamed, unsaid
from kgbuild.extract.references.clues import question
from kgbuild.extract.references.question import Decide
from kgbuild.extract.references.so_far import SoFar
from kgbuild.extract.references.states import States
from kgbuild.extract.text.discourse import MOST, Thread
from kgbuild.extract.text.paragraphs import words_of
from kgbuild.extract.text.roles import office_ends
from kgbuild.model import Type


class Bodies:
    """Asks of whom offices, boards, shares and captains are that do not say it."""

    def __init__(
        self,
        so_far: SoFar,
        decide: Decide,
        states: Callable[[], States],
        is_sport: Callable[[], bool],
    ) -> None:
        self._so_far, self._decide = so_far, decide
        self._states, self._is_sport = states, is_sport

    def offices(self, index: int, sentence: Span) -> None:
        """Ask of whom each office of a sentence is that does not say it, and note no mention.

        When the sentence is read: "Chancellor Ann Lee said that Austria".
        """
        names = self._so_far.persons.get(index, {})
        for token in office_ends(sentence):
            asked = unsaid.office(index, token, names, self._so_far.at)
            if asked is None:
                continue
            ruled = rulers.ruled(asked, self._so_far.at, self._so_far.things)
            if ruled is not None:
                self._so_far.note_unsaid(index, token, ruled)
                continue
            threads = tuple(islice(self._so_far.fitting(asked), MOST))
            there = office_bodies.there(asked, self._so_far.at, self._so_far.things)
            if there is not None:
                threads = tuple(t for t in threads if t.number == there)
            told = (t.number for t in threads)
            home = rulers.at_home(asked, told, self._so_far.datelines, self._so_far.things)
            if home is not None:
                self._so_far.note_unsaid(index, token, home, rulers.HOME)
                continue
            if not threads:
                continue
            decided = self._decide(question(asked, threads, self._so_far.known(token)))
            if decided is None:
                continue
            body = self._so_far.things[decided[0]]
            given = self._so_far.given.get(index, {})
            if self._topic() != decided[0] and office_bodies.is_told_of(asked, decided[0], given):
                continue
            if office_bodies.is_of(asked, body, decided[1], self._states()):
                self._so_far.note_unsaid(index, token, *decided)

    def of_unnamed(self, index: int, sentence: Span) -> None:
        """Note of which body a board, shares or a captain are, and no mention of any.

        It is the one that all is about; of a team also the one that was told of last.
        """
        if unnamed.CUES.isdisjoint(words_of(sentence.doc)[sentence.start : sentence.end]):
            return
        names = self._so_far.persons.get(index, {})
        for token in sentence:
            if unnamed.is_of_team(token, names, self._so_far.at):
                body = self._main() if self._is_sport() else None
                fits = body is not None and self._is_alone(body.number, sentence)
            elif unnamed.is_owner(token):
                body = self._main()
                fits = body is not None and self._may_be_owned(body)
            elif (asked := unnamed.asked(token, self._so_far.at)) is not None:
                body = self._main(asked.holder)
                fits = body is not None and (not asked.of_owners or self._may_be_owned(body))
            else:
                continue
            if body is not None and fits and unnamed.may_be_of(self._so_far.things[body.number]):
                far = self._so_far.told.sentence - body.last.sentence
                if far <= unnamed.FARTHEST:
                    self._so_far.note_unsaid(index, token, body.number, unnamed.SURE)

    def _may_be_owned(self, body: Thread) -> bool:
        """Say whether shares may be of a body: who buys a firm is told of first, but is not it."""
        return body.number not in self._so_far.buyers

    def _is_alone(self, team: int, sentence: Span) -> bool:
        """Say whether a body was told of last, and the sentence names no other."""
        here = {n for i, n in self._so_far.at.items() if sentence.start <= i < sentence.end}
        others = (n for n in here if self._so_far.things[n].type is Type.ORGANIZATION)
        return team == self._last_body() and all(n == team for n in others)

    def _last_body(self) -> int | None:
        """Return the body that was told of last, media aside."""
        return next((t.number for t in self._told_of()), None)

    def _main(self, holder: int | None = None) -> Thread | None:
        """Return the body that was told of first and, but for a holder, most often."""
        bodies = {t.number: t for t in self._so_far.told.threads() if t.type is Type.ORGANIZATION}
        first = self._topic()
        others = (len(t.seen) for n, t in bodies.items() if n not in {holder, first})
        most = first is not None and len(bodies[first].seen) >= max(others, default=0)
        return bodies[first] if first is not None and most and first != holder else None

    def _topic(self) -> int | None:
        """Return the body that was told of first, media aside."""
        return min(((t.place, t.number) for t in self._told_of()), default=(0, None))[1]

    def _told_of(self) -> Iterator[Thread]:
        """Return the bodies that were told of, media aside, the last one first."""
        threads = (t for t in self._so_far.told.threads() if t.type is Type.ORGANIZATION)
        return (t for t in threads if not passing.is_medium(self._so_far.things[t.number]))
