"""The version of a file: its Git blob id, computed as Git does, without Git."""

import hashlib


def blob_id(inhoud: bytes) -> str:
    """The SHA-1 blob id of `inhoud` with `\\n` line ends, as Git stores text."""
    tekst = als_git(inhoud)
    return hashlib.sha1(b"blob %d\0" % len(tekst) + tekst, usedforsecurity=False).hexdigest()


def als_git(inhoud: bytes) -> bytes:
    """`inhoud` with the line ends that Git stores, so that it has the id of `blob_id` there."""
    return inhoud.replace(b"\r\n", b"\n")
