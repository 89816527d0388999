"""The learned encoder gives the same digits always, and reads anything in bounded time."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kgbuild.errors import ModelError
from kgbuild.extract.neural import encoder, tags, weights
from kgbuild.extract.neural.pieces import load_tokenizer, pieces

TEXTS = (
    "THE HAGUE - Prime Minister Mark Rutte met Ren Zhengfei, the founder of Huawei, in Taiyuan.",
    "Benfica beat Porto on Sunday. Coach Ana Prado left for Lagos Rovers.",
    "It rained.",
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe(encoder.NAME)
    return pipeline


def found(nlp: Language, text: str) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in nlp(text).ents]


@pytest.mark.model
def test_names_are_found_with_their_types(nlp: Language) -> None:
    assert found(
        nlp, "Mark Rutte of the Labour Party flew to Oslo with Borealis Ltd on Monday."
    ) == [
        ("Mark Rutte", "PERSON"),
        ("Labour Party", "ORG"),
        ("Oslo", "LOC"),
        ("Borealis Ltd", "ORG"),
    ]


@pytest.mark.model
def test_what_else_is_in_a_batch_changes_no_digit(nlp: Language) -> None:
    alone = [encoder.windows(nlp(text))[0].vectors for text in TEXTS]

    for size in (1, 2, 64):
        for doc, before in zip(nlp.pipe(TEXTS * 3, batch_size=size), alone * 3, strict=True):
            assert np.array_equal(encoder.windows(doc)[0].vectors, before)


@pytest.mark.model
@pytest.mark.parametrize("threads", ["1", "2", "7"])
def test_the_number_of_threads_changes_no_digit(nlp: Language, threads: str) -> None:
    code = (
        "import hashlib, spacy; from kgbuild.extract.neural import encoder;"
        "nlp = spacy.blank('en'); nlp.add_pipe('sentencizer'); nlp.add_pipe(encoder.NAME);"
        f"docs = [nlp(text) for text in {TEXTS!r}];"
        "told = b''.join(encoder.windows(d)[0].vectors.tobytes() for d in docs);"
        "print(hashlib.sha256(told).hexdigest())"
    )
    names = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
    environment = {**os.environ, **dict.fromkeys(names, threads)}

    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, check=True
        ).stdout
        for _ in range(2)
    }

    expected = b"".join(encoder.windows(nlp(text))[0].vectors.tobytes() for text in TEXTS)

    assert runs == {hashlib.sha256(expected).hexdigest().encode() + b"\n"}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 10_000, id="a sentence of 10,000 words"),
        pytest.param("Ann Lee, " * 2_000, id="a list of 2,000 names"),
        pytest.param("a" * 30_000, id="one word of 30,000 letters"),
        pytest.param("😀" * 500, id="emoji"),
        pytest.param("\u0301\u202e\ufffd" * 200, id="marks alone"),
        pytest.param(" ", id="a space"),
        pytest.param("", id="nothing"),
    ],
)
def test_odd_text_is_read_in_bounded_time(nlp: Language, text: str) -> None:
    began = time.monotonic()

    doc = nlp(text)

    assert time.monotonic() - began < 20
    assert all(len(w.pieces.ids) <= encoder.LONGEST + 2 for w in encoder.windows(doc))


@pytest.mark.model
@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_windows_follow_each_other_and_names_lie_in_the_text(nlp: Language, text: str) -> None:
    doc = nlp(text)

    ends = [(w.start, w.end) for w in encoder.windows(doc)]
    assert ends == sorted(ends)
    assert all(low < high <= len(text) for low, high in ends)
    assert all(a[1] <= b[0] for a, b in pairwise(ends))


@given(st.integers(0, 2**32 - 1))
@settings(deadline=None)
def test_any_scores_make_names_that_bio_allows(seed: int) -> None:
    tokenizer = load_tokenizer(weights.FOLDER / "tokenizer.json")
    cut = pieces(tokenizer, "Ann Lee met Mr Fontainebleau-Çelik in U.S. waters, said AFP.")
    scores = np.random.default_rng(seed).normal(0, 3, (len(cut.ids), len(tags.TAGS)))

    spans = [*tags.spans(scores, cut)]

    assert all(0 <= low < high for low, high, _, _ in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(0 < sure <= 1 for *_, sure in spans)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(weights.FOLDER, tmp_path / "weights"))


def test_damaged_weights_are_refused_by_name(folder: Path) -> None:
    path = folder / "relations.onnx"
    path.write_bytes(path.read_bytes()[:-7])

    with pytest.raises(ModelError, match=r"damaged: .*relations\.onnx.* Install kgbuild again"):
        encoder.Encoder.load(folder)


def test_missing_weights_are_refused_by_name(folder: Path) -> None:
    (folder / "encoder.onnx").unlink()

    with pytest.raises(ModelError, match=r"lack encoder\.onnx"):
        encoder.Encoder.load(folder)


def test_weights_of_another_version_are_refused(folder: Path) -> None:
    about = json.loads((folder / "weights.json").read_text())
    (folder / "weights.json").write_text(json.dumps({**about, "version": 0}))

    with pytest.raises(ModelError, match="not of version"):
        encoder.Encoder.load(folder)
