"""The build hook: when it builds, with which Node, and that a wheel holds it all."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from api.web import hatch_build

ROOT = Path(__file__).parents[3]


def a_project(root: Path) -> Path:
    web = root / "api" / "web"
    (web / "src").mkdir(parents=True)
    (web / "src" / "main.ts").write_text("export {};")
    return web


def a_build(root: Path) -> None:
    built = root / "api" / "pages" / "static" / "built"
    built.mkdir(parents=True)
    stamp = hatch_build.fingerprint(root / "api" / "web")
    (built / hatch_build.STAMP).write_text(stamp)


def test_a_build_is_kept_until_a_source_changes(tmp_path: Path) -> None:
    web = a_project(tmp_path)
    assert not hatch_build.is_built(tmp_path)
    a_build(tmp_path)
    (web / "node_modules").mkdir()
    (web / "node_modules" / "some.js").write_text("made, not a source")
    assert hatch_build.is_built(tmp_path)
    (web / "src" / "main.ts").write_text("export const x = 1;")
    assert not hatch_build.is_built(tmp_path)


def test_the_scripts_can_be_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_project(tmp_path)
    monkeypatch.setenv(hatch_build.SKIP, "1")
    assert hatch_build.is_built(tmp_path)


def test_without_node_on_the_path_the_package_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not hatch_build.system_node()
    npm, environment = hatch_build.npm_command()
    told = subprocess.run(
        [*npm, "--version"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(told.stdout.split(".")[0]) >= 10


@pytest.mark.parametrize(
    ("version", "enough"), [("v18.20.4", False), ("v22.1.0", True)]
)
def test_an_old_node_is_no_node(
    version: str, enough: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("node", "npm"):
        fake = tmp_path / name
        fake.write_text(f"#!/bin/sh\necho {version}\n")
        fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert hatch_build.system_node() is enough


def test_a_wheel_holds_the_built_pages(tmp_path: Path) -> None:
    project = tmp_path / "project"
    ignored = shutil.ignore_patterns("node_modules", "__pycache__")
    for name in ("api", "ontology"):
        shutil.copytree(ROOT / name, project / name, ignore=ignored)
    for name in (".gitignore", "LICENSE", "README.md", "pyproject.toml"):
        shutil.copy(ROOT / name, project)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=project,
        env={**os.environ, "NO_COLOR": "1"},
        check=True,
    )
    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    built = [name for name in names if name.startswith("api/pages/static/built/")]
    assert "api/pages/static/built/manifest.json" in built
    assert any(name.endswith(".js") for name in built)
    assert not [name for name in names if name.startswith("api/web/")]
