import subprocess
import sys
from pathlib import Path

import pytest

from builders import ROOT, script

CURRICULA = ROOT / "curricula"
FILES = sorted(CURRICULA.glob("*.toml"))


def test_the_schema_in_the_repository_is_the_models() -> None:
    written = (CURRICULA / "curriculum.schema.json").read_text("utf-8")
    assert script("schema").text() == written, "run `make schema`"


def test_every_document_has_its_schema_in_the_repository() -> None:
    written = {file: file.read_text("utf-8") for file in (ROOT / "docs" / "json").iterdir()}
    assert written == script("schema").documents(), "run `make schema`"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_curriculum_names_its_schema_first(file: Path) -> None:
    assert file.read_text("utf-8").startswith("#:schema ./curriculum.schema.json\n")


def test_the_curricula_satisfy_the_schema() -> None:
    checker = Path(sys.executable).with_name("check-jsonschema")
    command: list[str | Path] = [checker, "--schemafile", CURRICULA / "curriculum.schema.json", *FILES]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
