"""Nothing is told to anybody of what is read."""

import os
import subprocess
import sys
from pathlib import Path

READS = "from extract.encoding.encoder import Encoder; Encoder(threads=1)"


def test_onnxruntime_leaves_no_trace_to_be_sent(tmp_path: Path) -> None:
    watched = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    kept = {
        k: v for k, v in os.environ.items() if k not in ("CI", "ORT_DISABLE_TELEMETRY")
    }
    subprocess.run([sys.executable, "-c", READS], env=kept | watched, check=True)
    assert not list(tmp_path.rglob("*onnxruntime*"))
