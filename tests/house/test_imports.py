"""import-linter refuses what it is there to refuse."""

import subprocess
import sys
import tomllib

import pytest

from tests.house.source import ORDER, ROOT

LINTER = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]


@pytest.fixture
def house(tmp_path):
    """Return a folder with empty apps of our names under this project's own contracts."""
    for app in [*ORDER, "core/models", "core/blocks"]:
        (tmp_path / app).mkdir()
        (tmp_path / app / "__init__.py").touch()
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    return tmp_path


def lint(house) -> subprocess.CompletedProcess:
    """Run import-linter on that folder."""
    return subprocess.run([*LINTER, "--no-cache"], cwd=house, capture_output=True, text=True)


def test_apps_without_imports_pass(house):
    told = lint(house)
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize(
    ("module", "planted", "contract"),
    [
        ("core/offender.py", "import blog", "Core knows no app"),
        ("people/offender.py", "import home", "Imports point down"),
        ("editing/offender.py", "import operations", "Imports point down"),
        ("core/models/offender.py", "import core.blocks", "Models know no blocks"),
    ],
)
def test_a_planted_import_is_refused(house, module, planted, contract):
    (house / module).write_text(f"{planted}\n")
    told = lint(house)
    assert told.returncode == 1
    assert f"{contract} BROKEN" in told.stdout


def test_the_contract_knows_every_app():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = contracts["contracts"][0]["layers"]
    apps = [app for layer in layers for app in layer.split(" | ")]
    assert apps == contracts["root_packages"] == ORDER
    found = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert found <= set(ORDER)
