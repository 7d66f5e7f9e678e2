"""Finds what is new, and sends it: once, or again and again beside a server."""

import logging
import sqlite3
import threading
import time

from api.webhooks.gathering import gather
from api.webhooks.outbox import Delivery, Outbox
from api.webhooks.subscriptions import Subscription, Subscriptions
from graph.store import Store
from ontology.errors import BadInput, OnRecordError

PAUSE = 2.0
"""Seconds between two rounds of a server."""

log = logging.getLogger("onrecord.webhooks")


class Courier:
    """Brings subscribers what is new in a store. One in memory can have none."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.subscriptions, self.outbox = Subscriptions(store.path), Outbox(store.path)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def start(self) -> None:
        """Begin with rounds, one after another, in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """End after what is being sent."""
        self._over.set()
        self._thread.join()

    def subscribe(
        self, url: str, query: str, *, networks: tuple[str, ...] = ()
    ) -> Subscription:
        """A new subscription: it is told of what comes in from now on.

        Raises BadInput for what cannot be sent to, or where the extra is missing.
        """
        try:
            import httpx as _  # noqa: F401 - sending needs it
        except ModuleNotFoundError:
            raise BadInput("webhooks need: pip install 'onrecord[web]'") from None
        self._gather()
        return self.subscriptions.add(url, query, networks=networks)

    def end(self, id: str) -> None:
        """End a subscription; what was not sent yet is not sent. Raises NotFound."""
        self.subscriptions.remove(id)
        self.outbox.drop(id)

    def round(self) -> int:
        """Send all that is due; how much was taken."""
        there = {each.id: each for each in self.subscriptions.all()}
        if not there:
            return 0
        self._gather()
        taken = 0
        while not self._over.is_set() and (due := self.outbox.take(time.time())):
            subscription = there.get(due.subscription)
            if subscription is None:  # it has left meanwhile
                self.outbox.drop(due.subscription)
            else:
                taken += self._sent(subscription, due)
        self.outbox.forget(time.time())
        return taken

    def _run(self) -> None:
        while not self._over.is_set():
            try:
                self.round()
            except (OnRecordError, sqlite3.Error):
                log.exception("a round of webhooks failed; the next one follows")
            self._over.wait(PAUSE)

    def _gather(self) -> None:
        subscriptions = self.subscriptions.all()
        while gather(self._store, subscriptions, self.outbox, time.time()):
            if self._over.is_set():
                return

    def _sent(self, subscription: Subscription, delivery: Delivery) -> bool:
        from api.webhooks.sending import send  # httpx is of an extra

        reason = send(subscription, delivery)
        if reason is None:
            self.outbox.taken(delivery)
            return True
        log.warning("webhook %s: %s", subscription.id, reason)
        self.outbox.failed(delivery, reason, time.time())
        return False
