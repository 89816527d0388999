"""Turn the benchmark's markup, one file an item, into the JSONL that ``kgbuild eval`` reads.

``python -m gold.markup`` writes ``train.jsonl``, ``dev.jsonl``, ``test.jsonl`` and ``hard.jsonl``
beside this file. See README.md for the markup; offsets count code points of the text without its
marks.
"""

import json
import re
import shlex
import sys
from pathlib import Path
from typing import Any

from kgbuild import ontology
from kgbuild.model import Status, Type

HERE = Path(__file__).parent
_MARK = re.compile(r"\[([^\[\]|]+)\|([a-z0-9_]+)(?:\|([np]))?\]")
_FORMS = {None: "name", "n": "nominal", "p": "pronoun"}
_PRONOUNS = frozenset(
    """he she it they we i you him her them us me his hers its their our my your mine yours theirs
    ours himself herself
    itself themselves myself who whom whose which that where""".split()
)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class MarkupError(ValueError):
    """A line of an item that does not follow the guide."""


def parse(source: str) -> dict[str, Any]:
    """Return the item that a markup file holds.

    Raises:
        MarkupError: A line does not follow the guide.
    """
    top, _, rest = source.partition("\nTEXT\n")
    marked, _, claims = rest.partition("\nSTATEMENTS")
    head, declared = _head(top)
    text, mentions = _unmark(marked.strip("\n"))
    for mention in mentions:
        if mention["cluster"] not in declared:
            raise MarkupError(f"no entity is declared as {mention['cluster']}")
    unnamed = set(declared) - {m["cluster"] for m in mentions if m["form"] != "pronoun"}
    if unnamed:
        raise MarkupError(f"never named in the text: {', '.join(sorted(unnamed))}")
    entities = [{**m, "type": declared[m["cluster"]][0]} for m in mentions]
    statements = [_statement(line, declared) for line in claims.splitlines() if line.strip()]
    return {
        **head,
        "text": text,
        "entities": entities,
        "names": {key: name for key, (_, name) in declared.items()},
        "statements": statements,
    }


def _head(top: str) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    head, declared = {}, {}
    for line in filter(None, map(str.strip, top.splitlines())):
        if found := re.fullmatch(r"(id|published|topic|references): (.+)", line):
            head[found[1]] = found[2]
        elif found := re.fullmatch(r"([a-z0-9_]+) = ([A-Z]+) (.+)", line):
            declared[found[1]] = (Type(found[2]).value, found[3])
        else:
            raise MarkupError(f"neither a field nor an entity: {line}")
    if not {"id", "published", "topic"} <= set(head) or not _DATE.fullmatch(head["published"]):
        raise MarkupError("an item needs id, published (an ISO date) and topic")
    return head, declared


def _unmark(marked: str) -> tuple[str, list[dict[str, Any]]]:
    text, mentions, last = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        start, words = len(text), found[1]
        text += words
        last = found.end()
        form = "p" if words.lower() in _PRONOUNS and words != "US" else found[3]
        mentions.append(
            {"start": start, "end": len(text), "text": words,
             "cluster": found[2], "form": _FORMS[form]}
        )  # fmt: skip
    text += marked[last:]
    if left := re.search(r"[\[\]|]", text):
        around = text[max(0, left.start() - 30) : left.start() + 30]
        raise MarkupError(f"a mark that can't be read near: {around}")
    return text, mentions


def _statement(line: str, declared: dict[str, tuple[str, str]]) -> dict[str, Any]:
    words = shlex.split(line)
    subject, relation, object_ = words[:3]
    claim: dict[str, Any] = {"subject": subject, "relation": relation, "object": object_}
    rest = words[3:]
    stated = rest.pop(0) if rest and "=" not in rest[0] else "asserted"
    claim["status"] = Status(stated).value
    for word in rest:
        name, _, value = word.partition("=")
        if name not in {"speaker", "role", "since", "until"}:
            raise MarkupError(f"{name} is no property of a statement: {line}")
        claim[name] = value
        if name in {"since", "until"} and not _DATE.fullmatch(value):
            raise MarkupError(f"no ISO date: {line}")
    known = ontology.load().relations.get(relation)
    if known is None:
        raise MarkupError(f"no such relation: {line}")
    for key in (subject, object_, *([claim["speaker"]] if "speaker" in claim else [])):
        if key not in declared:
            raise MarkupError(f"no entity is declared as {key}: {line}")
    if declared[subject][0] not in known.subject or declared[object_][0] not in known.object:
        raise MarkupError(f"{relation} does not tie these types: {line}")
    return claim


def main() -> None:
    """Write all parts, or say what is wrong in which file."""
    wrong = []
    for part in ("train", "dev", "test", "hard"):
        lines = []
        for path in sorted((HERE / "items" / part).glob("*.txt")):
            try:
                lines.append(
                    json.dumps(parse(path.read_text(encoding="utf-8")), ensure_ascii=False)
                )
            except ValueError as error:
                wrong.append(f"{path.relative_to(HERE)}: {error}")
        (HERE / f"{part}.jsonl").write_text(
            "".join(f"{line}\n" for line in lines), encoding="utf-8"
        )
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
