"""Train the encoder: `python -m extract.training --help`."""

import argparse
from pathlib import Path

from extract.training.trainer import train


def main() -> None:
    """Train with the options of the command line."""
    train(_options())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m extract.training", description=__doc__
    )
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of the corpora"
    )
    parser.add_argument(
        "--stances", type=Path, nargs="*", default=[], help="labels with topics (TSV)"
    )
    parser.add_argument(
        "--minilm",
        type=Path,
        required=True,
        help="model.safetensors of all-MiniLM-L6-v2",
    )
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for weights and log"
    )
    parser.add_argument(
        "--weights", type=Path, help="start from these (weights.safetensors)"
    )
    parser.add_argument("--minutes", type=float, default=90, help="time to train")
    parser.add_argument(
        "--rate", type=float, default=2e-4, help="learning rate of the top layer"
    )
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument(
        "--decay", type=float, default=0.9, help="factor a layer further down"
    )
    parser.add_argument(
        "--average", type=float, default=0.998, help="decay of the weights' average"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
