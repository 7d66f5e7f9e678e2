"""A process that reaches nothing but its files: no network, little memory."""

import ctypes
import os
import platform
import resource
import signal
import struct
from enum import StrEnum

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_SET_DEATH_SIGNAL, _SET_NO_NEW_PRIVILEGES, _SET_SECCOMP = 1, 38, 22
_FILTER = 2
_ALLOW, _DENY = 0x7FFF0000, 0x00050000 | 13  # EACCES

_SOCKET_CALLS = {
    "x86_64": (0xC000003E, 41),
    "aarch64": (0xC00000B7, 198),
}
"""The audit architecture and the number of the system call `socket` of each."""


class Network(StrEnum):
    """How the network was taken away; `OPEN` if nothing worked."""

    NAMESPACE = "namespace"
    SECCOMP = "seccomp"
    OPEN = "open"


def isolate() -> Network:
    """Take the network away from this process, for good."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "unshare") and libc.unshare(_NEW_USER | _NEW_NETWORK) == 0:
        return Network.NAMESPACE
    return Network.SECCOMP if without_sockets() else Network.OPEN


def without_sockets() -> bool:
    """Let the kernel refuse `socket` to this thread, for good; False if it cannot.

    By a classic BPF program (seccomp(2)); other threads keep what they have.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    known = _SOCKET_CALLS.get(platform.machine())
    if known is None or not hasattr(libc, "prctl"):
        return False
    architecture, number = known
    program = b"".join(
        struct.pack("HBBI", *step)
        for step in (
            (0x20, 0, 0, 4),  # load the architecture
            (0x15, 0, 2, architecture),  # another one: deny
            (0x20, 0, 0, 0),  # load the number of the call
            (0x15, 0, 1, number),  # not `socket`: allow
            (0x06, 0, 0, _DENY),
            (0x06, 0, 0, _ALLOW),
        )
    )
    held = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", 6, ctypes.addressof(held))
    if libc.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, header, 0, 0) == 0)


def limit(memory: int, parent: int) -> None:
    """Cap the address space in bytes, and end with this parent."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    end_with(parent)


def end_with(parent: int) -> None:
    """Let this process end with this parent, however that ends."""
    libc = ctypes.CDLL(None)
    if hasattr(libc, "prctl"):
        libc.prctl(_SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)
