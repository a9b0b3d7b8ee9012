"""Keeping what a person wrote text, whatever its lines look like.

A line that would begin a block of its own (a heading, a fence, HTML, a link
definition) gets a backslash when it is written, and loses it when it is read.
"""

import re

_BEGIN = r"(?:#|```|~~~|<|\[[^\]\n]*\]:)"
_OPVALLEND = re.compile(rf"^( {{0,3}})(\\*{_BEGIN})", re.MULTILINE)
_BESCHERMD = re.compile(rf"^( {{0,3}})\\(\\*{_BEGIN})", re.MULTILINE)


def bescherm(tekst: str) -> str:
    """`tekst` with every line that would begin a block of its own kept as text."""
    return _OPVALLEND.sub(r"\1\\\2", tekst)


def ontbloot(tekst: str) -> str:
    """The inverse of `bescherm`."""
    return _BESCHERMD.sub(r"\1\2", tekst)
