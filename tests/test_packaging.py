"""The wheel holds all that the program needs, and nothing else at its top."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Build the wheel, without the network, and list what is in it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    [wheel] = folder.glob("*.whl")
    return zipfile.ZipFile(wheel).namelist()


@pytest.mark.parametrize(
    "suffix", [".cypher", ".toml", ".sql", ".py", ".onnx", ".json", ".grass", ".html"]
)
def test_every_file_of_the_program_is_in_the_wheel(inside: list[str], suffix: str) -> None:
    for part, place in (("kgbuild", ""), ("cypher", "kgbuild/")):
        for path in (ROOT / part).rglob(f"*{suffix}"):
            assert place + path.relative_to(ROOT).as_posix() in inside


def test_nothing_else_lies_at_the_top_of_the_wheel(inside: list[str]) -> None:
    tops = {name.split("/")[0] for name in inside}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"kgbuild"}


def test_the_program_starts_without_its_heavy_libraries() -> None:
    code = (
        "import sys; from kgbuild.cli import main; main(['--help'], standalone_mode=False);"
        "heavy = {'spacy', 'neo4j', 'networkx', 'lxml', 'rich', 'numpy', 'onnxruntime',"
        "         'tokenizers'} & set(sys.modules);"
        "sys.exit(f'imported {sorted(heavy)}' if heavy else 0)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
