"""Text in, claims out."""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
"""Since 1.29 onnxruntime tells its maker of every run, and keeps an id of the machine,
unless this stands before it is imported: what a newsroom reads is nobody's business."""
