"""The version of a file: its Git blob id, computed as Git does, without Git."""

import hashlib


def blob_id(inhoud: bytes) -> str:
    """The SHA-1 blob id of `inhoud` with `\\n` line ends, as Git stores text."""
    tekst = inhoud.replace(b"\r\n", b"\n")
    return hashlib.sha1(b"blob %d\0" % len(tekst) + tekst, usedforsecurity=False).hexdigest()
