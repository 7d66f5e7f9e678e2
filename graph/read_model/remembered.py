"""Answers about the whole corpus, which are few and asked again, kept in memory."""

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Remembered:
    """Answers by question, each kept for as long as no article comes or goes.

    `changes` tells how often the read model was written.
    """

    def __init__(self, changes: Callable[[], int]) -> None:
        self._changes = changes
        self._answers: dict[Hashable, tuple[int, Any]] = {}
        self._asked: dict[Hashable, threading.Lock] = {}

    def get(self, question: Hashable, answer: Callable[[], T]) -> T:
        """The answer; of several threads that ask one at once, one makes it."""
        with self._asked.setdefault(question, threading.Lock()):
            changes = self._changes()
            known, kept = self._answers.get(question, (-1, None))
            if known != changes:
                kept = answer()
                self._answers[question] = changes, kept
            found: T = kept
            return found

    def forget(self) -> None:
        """Let go of all answers."""
        self._answers = {}
