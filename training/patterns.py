"""Make windows from sentences with slots: relations and kinds of names that no public gold has."""

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from kgbuild.extract.text.lexicon import words
from training.data import SYMMETRIC, Span, Window
from training.names import BODIES, LISTS, PLACES, states

_SLOT = re.compile(r"\{([a-z]+)(?::([a-z]))?\}")
_TYPE = {"p": 0, "s": 2, "t": 2, "r": 2, "x": 2, "l": 3}
_PRONOUNS = {"he": ("he", "she"), "his": ("his", "her"), "him": ("him", "her"), "it": ("it",) * 2,
             "its": ("its",) * 2}  # fmt: skip
_TOP = """chief executive|CEO|president|chairman|chairwoman|managing director|chair|head|
    founder and chief executive|boss|chief|director general""".replace("\n", "").split("|")
_POST = """chief financial officer|finance chief|an engineer|chief economist|head of research|a trader|
    vice president|marketing director|chief operating officer|deputy chairman""".replace(
    "\n", ""
).split("|")
_MIN = """foreign minister|finance minister|Defence Minister|Foreign Minister|interior minister|
    Energy Minister|trade minister|Health Minister|deputy prime minister""".replace("\n", "").split(
    "|"
)
_PREFIX = (
    "",
    "",
    "",
    "",
    "On Monday, ",
    "Earlier, ",
    "Meanwhile, ",
    "In a statement, it was said that ",
)


class Patterns:
    """The sentences of ``patterns.txt`` and what may fill their slots."""

    def __init__(
        self, pool: Mapping[tuple[int, int], Sequence[str]], relations: Sequence[str]
    ) -> None:
        lines = (Path(__file__).parent / "patterns.txt").read_text(encoding="utf-8").splitlines()
        self._lines = [line.split("|") for line in lines if line.strip() and line[0] != "#"]
        self._every = frozenset(relations)
        self._people = [n for (t, k), ns in pool.items() if t == 0 and k in (2, 3) for n in ns]
        self._firms = [n for (t, k), ns in pool.items() if t == 1 and k <= 3 for n in ns]
        self._towns = [n for (t, k), ns in pool.items() if t == 2 and k <= 2 for n in ns]
        self._given = sorted(words("given", "male") | words("given", "female"))

    def window(self, rng: random.Random) -> Window:
        """Return one to three sentences as one window."""
        text, names, mentions, pairs = "", [], [], {}
        for _ in range(rng.choice((1, 1, 2, 3))):
            if text:
                text += " "
            sentence, claims = rng.choice(self._lines)
            text = self._write(text, sentence.strip(), claims, rng, names, mentions, pairs)
        return Window("patterns", text, tuple(names), tuple(mentions), pairs, self._every, 0.0, 0.5)

    def _write(self, text, sentence, claims, rng, names, mentions, pairs):  # type: ignore[no-untyped-def]
        base, chosen, sex = len(mentions), {}, {}
        of: dict[str, list[int]] = {}
        prefix = rng.choice(_PREFIX) if sentence[0] in "{T" and " | " not in sentence else ""
        text += prefix if not sentence.endswith("}") else ""
        last = 0
        for slot in _SLOT.finditer(sentence):
            text += sentence[last : slot.start()]
            last = slot.end()
            kind, key = slot[1], slot[2]
            if key is None:
                text += self._plain(kind, rng)
                continue
            if kind in _PRONOUNS:
                word, form = _PRONOUNS[kind][sex.setdefault(key, rng.randrange(2))], 2
                type_ = 0
            elif kind == "d":
                _, people = chosen.setdefault(key, rng.choice(states()))
                word, form, type_ = people, 1, 2
            else:
                if key not in chosen:
                    chosen[key] = (self._name(kind, rng), "")
                word, form, type_ = chosen[key][0], 0, _TYPE.get(kind, 1)
            span = Span(len(text), len(text) + len(word), type_, form)
            if form == 0:
                names.append(span)
            of.setdefault(key, []).append(len(mentions))
            mentions.append(span)
            text += word
        text += sentence[last:]
        for claim in filter(None, map(str.strip, claims.split(";"))):
            subject, relation, object_ = claim.split()
            for s in of[subject]:
                for o in of[object_]:
                    pairs.setdefault((s, o), {})[relation] = 1.0
                    if relation in SYMMETRIC:
                        pairs.setdefault((o, s), {})[relation] = 1.0
        assert base <= len(mentions)
        return text

    def _plain(self, kind: str, rng: random.Random) -> str:
        if kind == "year":
            return str(rng.randint(1950, 2024))
        if kind == "n":
            return str(rng.randint(2, 95))
        return rng.choice({"top": _TOP, "post": _POST, "min": _MIN}[kind]).strip()

    def _name(self, kind: str, rng: random.Random) -> str:
        if kind == "p":
            return self._person(rng)
        if kind == "s":
            return rng.choice(states())[0]
        if kind == "l":
            return rng.choice(LISTS)
        if kind in PLACES:
            return rng.choice(PLACES[kind]) if rng.random() < 0.6 else rng.choice(self._towns)
        if kind == "t":
            return rng.choice(self._towns)
        if kind in BODIES and rng.random() < 0.8:
            made = rng.choice(BODIES[kind])
            return made.replace("%t", rng.choice(self._towns)).replace(
                "%p", rng.choice(self._people).split()[-1]
            )
        return rng.choice(self._firms)

    def _person(self, rng: random.Random) -> str:
        name = rng.choice(self._people)
        if rng.random() < 0.4:
            return f"{rng.choice(self._given).title()} {name.split()[-1]}"
        return name
