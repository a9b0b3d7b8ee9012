"""Every expected failure, with the exit code it leads to.

Owns the three kinds of "no" that a user can meet. It knows no file, no Git and
no screen: `leerwerk.cli.main` turns an error into text and an exit code, once.
"""

from typing import ClassVar


class LeerwerkFout(Exception):
    """An expected failure, in three parts that a user can act on.

    `wat` says what is the matter, `waar` is `bestand:regel` or empty, `nu`
    says what to do next. All three are Dutch and complete sentences (`waar`
    excepted); none of them holds markup.
    """

    exitcode: ClassVar[int]

    def __init__(self, wat: str, *, waar: str = "", nu: str = "") -> None:
        super().__init__(wat)
        self.wat = wat
        self.waar = waar
        self.nu = nu


class Geweigerd(LeerwerkFout):
    """The content says no: a step that does not fit, a document that cannot be read as one."""

    exitcode = 1


class VerkeerdGebruik(LeerwerkFout):
    """The command was given wrongly: an unknown option, a value that is missing or malformed."""

    exitcode = 2


class Gestopt(LeerwerkFout):
    """The person stopped (Ctrl-C, or Ctrl-D at a question); nothing was committed."""

    exitcode = 130


class MachineWeigert(LeerwerkFout):
    """The machine says no: no repository, no identity, a lock, a full disk, an unreadable file."""

    exitcode = 3
