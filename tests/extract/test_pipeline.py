import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from threadpoolctl import threadpool_info

from kgbuild import ontology
from kgbuild.errors import ModelError
from kgbuild.extract import fingerprint, pipeline
from kgbuild.extract.text.lemma import lemma
from kgbuild.model import Article, Reading

ONTOLOGY = ontology.load()
SEED = Path(__file__).parents[3] / "shared/seed/huawei-ceo-welcomes-call.txt"


@Language.component("test_flat_parse")
def flat_parse(doc: Doc) -> Doc:
    """Hang every word on the first, as the least that counts as a parse."""
    for token in doc:
        token.head, token.dep_ = doc[0], "ROOT" if token.i == 0 else "dep"
        token.tag_ = "NNP" if token.is_title else "NN"
    return doc


@pytest.fixture(scope="module")
def rules() -> pipeline.Reader:
    nlp = spacy.blank("en")
    nlp.add_pipe("test_flat_parse")
    patterns = [{"label": "ORG", "pattern": "Norvane"}, {"label": "GPE", "pattern": "Oslo"}]
    nlp.add_pipe("entity_ruler").add_patterns(patterns)  # type: ignore[attr-defined]
    return pipeline.Reader.from_pipeline(nlp, ONTOLOGY)


def test_a_pipeline_of_rules_reads_as_a_model_does(rules: pipeline.Reader) -> None:
    reading = rules.read(Article("", "Shops opened.\n\nNorvane came to Oslo."))

    assert [(r.name, r.type.value) for r in reading.referents] == [
        ("Norvane", "ORGANIZATION"),
        ("Oslo", "PLACE"),
    ]


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(Article("", "Norvane kommt nach Oslo.", language="de"), id="not English"),
        pytest.param(Article("Norvane", " \n\t"), id="no text"),
        pytest.param(Article("", "\0\0 *** 123"), id="no letters"),
    ],
)
def test_what_can_not_be_read_gives_neither_names_nor_ties(
    rules: pipeline.Reader, article: Article
) -> None:
    assert replace(rules.read(article), unread=()) == Reading()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(", ".join(f"Norvane{i}" for i in range(3000)), id="a list of names"),
        pytest.param("Norvane\0\x01\x02 said 😀\ud800 so. " * 50, id="control characters"),
        pytest.param("The List " * 1500, id="a word that makes names, over and over"),
        pytest.param("\n".join(["Norvane"] * 500), id="a line a name"),
    ],
)
def test_hostile_text_is_read_in_place(rules: pipeline.Reader, text: str) -> None:
    for referent in rules.read(Article("", text)).referents:
        for mention in referent.mentions:
            assert text[mention.start : mention.end].strip()


def test_a_missing_model_says_how_to_get_it() -> None:
    with pytest.raises(ModelError, match="pip install no_such_model"):
        pipeline.load("no_such_model", ONTOLOGY)


def test_a_package_that_is_no_model_says_so() -> None:
    with pytest.raises(ModelError, match="No spaCy model named click"):
        pipeline.load("click", ONTOLOGY)


def test_the_fingerprint_tells_ontologies_apart() -> None:
    other = ontology.load(
        '[RUNS]\nmeans = "x"\nsubject = ["PERSON"]\nobject = ["PLACE"]\nreads = "x"\n'
    )

    assert fingerprint.combine("m", ONTOLOGY) != fingerprint.combine("m", other)
    assert fingerprint.combine("m", ONTOLOGY) != fingerprint.combine("n", ONTOLOGY)


def test_the_fingerprint_is_had_without_spacy() -> None:
    code = (
        "import sys\nfrom kgbuild import ontology\n"
        "from kgbuild.extract.fingerprint import fingerprint\n"
        f"print(fingerprint({pipeline.DEFAULT_MODEL!r}, ontology.load()), 'spacy' in sys.modules)"
    )

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.split()[1] == "False"


@pytest.mark.model
def test_a_loaded_model_bears_its_fingerprint() -> None:
    reader = pipeline.load(pipeline.DEFAULT_MODEL, ONTOLOGY)

    assert reader.fingerprint == fingerprint.fingerprint(pipeline.DEFAULT_MODEL, ONTOLOGY)


@pytest.mark.model
def test_lemmas_are_those_of_the_model() -> None:
    reader = pipeline.load(pipeline.DEFAULT_MODEL, ONTOLOGY)
    doc = reader.nlp("They've bought mines that were founded by women.")

    assert [lemma(t) for t in doc if t.is_alpha or "'" in t.text] == (
        "they have buy mine that be found by woman".split()
    )


@pytest.mark.model
def test_an_article_is_read_the_same_whatever_was_read_before() -> None:
    reader = pipeline.load(pipeline.DEFAULT_MODEL, ONTOLOGY)
    article = Article(
        "", "Shops open.\n\nNorvane founder Ann Lee came to Oslo. She met Bo Ek there."
    )

    first = reader.read(article)
    reader.read(Article("", "Ann Lee is a mill. Norvane is a town near Oslo. " * 20))

    assert reader.read(article) == first


@pytest.mark.model
def test_the_number_of_threads_changes_no_digit_of_the_parse() -> None:
    code = (
        "from spacy.language import Language\n"
        "from kgbuild import ontology\n"
        "from kgbuild.extract import pipeline\n"
        "from kgbuild.model import Article\n"
        "@Language.component('test_told')\n"
        "def told(doc): print(doc.tensor.tobytes().hex()); return doc\n"
        f"reader = pipeline.load({pipeline.DEFAULT_MODEL!r}, ontology.load())\n"
        "reader.nlp.add_pipe('test_told')\n"
        "reader.read(Article('', 'Norvane founder Ann Lee came to Oslo and met Bo Ek. ' * 90))"
    )

    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "OPENBLAS_NUM_THREADS": threads},
            capture_output=True,
            check=True,
        ).stdout
        for threads in ("1", "2", "7")
    }

    assert len(said) == 1
    assert len(said.pop()) > 1000


def test_openblas_has_its_threads_again_after_a_reading(rules: pipeline.Reader) -> None:
    before = threadpool_info()

    rules.read(Article("", "Norvane came to Oslo."))

    assert threadpool_info() == before


@pytest.mark.model
@pytest.mark.skipif(not SEED.exists(), reason="the founding article is not in the repository")
def test_the_founding_article_gives_its_entities_and_no_other() -> None:
    text = SEED.read_text(encoding="utf-8")
    reader = pipeline.load(pipeline.DEFAULT_MODEL, ONTOLOGY)

    found = reader.read(Article(text.splitlines()[0], text)).referents

    assert sorted(f"{r.type} {r.name}" for r in found) == [
        "LISTING Entity List",
        "ORGANIZATION Biden administration",
        "ORGANIZATION Global Time",
        "ORGANIZATION Huawei",
        "ORGANIZATION Xinsheng Shequ",
        "PERSON Jiang Junmu",
        "PERSON Joe Biden",
        "PERSON Ren Zhengfei",
        "PLACE China",
        "PLACE North China",
        "PLACE Shanxi Province",
        "PLACE Taiyuan",
        "PLACE United States",
    ]
