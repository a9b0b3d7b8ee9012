"""Which characters text may hold: everything a person can see, line breaks and tabs.

Control characters and bidirectional overrides can make a terminal or a reviewer
see something else than what a file says ('Trojan Source', Boucher & Anderson, 2021).
"""

import re

VERBODEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_LEGE_AANHEF = re.compile(r"\A(?:[ \t]*\n)+")
_REGELEINDEN = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def verboden_teken(tekst: str) -> str:
    """The first character that may not occur in text, as `U+001B`; '' when all may."""
    gevonden = VERBODEN.search(tekst)
    return f"U+{ord(gevonden.group()):04X}" if gevonden else ""


def effen(tekst: str) -> str:
    """`tekst` as it is kept: `\\n` line ends, and nothing blank before or after it."""
    return _LEGE_AANHEF.sub("", _REGELEINDEN.sub("\n", tekst)).rstrip()


def zichtbaar(tekst: str) -> str:
    """`tekst` with every character that may not occur in text shown as `�`."""
    return VERBODEN.sub("�", tekst.replace("\r\n", "\n"))
