"""What a document holds before anyone knows what it means.

Values between the reader in `store` and the domain: the front matter as nodes,
the text as sections. Everything keeps its place in the file, so that a finding
can point at it. Line numbers and columns count from 1.
"""

from typing import NamedTuple


class Passage(NamedTuple):
    """A piece of an author's text and where it stands.

    `tekst` may span lines; `kolommen` gives the column at which every line
    after the first begins (indentation is not part of `tekst`).
    """

    tekst: str
    regelnummer: int = 1
    kolom: int = 1
    kolommen: tuple[int, ...] = ()

    def plaats(self, positie: int) -> tuple[int, int]:
        """Line and column in the file of the character at `positie` in `tekst`."""
        ervoor = self.tekst[:positie]
        regels = ervoor.count("\n")
        if not regels:
            return self.regelnummer, self.kolom + positie
        kolom = self.kolommen[regels - 1] if regels <= len(self.kolommen) else 1
        return self.regelnummer + regels, kolom + positie - ervoor.rindex("\n") - 1

    def __str__(self) -> str:
        return self.tekst


class Waarde(NamedTuple):
    """A scalar of the front matter; `kaal` when it was written without quotes."""

    tekst: str
    kaal: bool
    regelnummer: int
    kolom: int

    def passage(self) -> Passage:
        """The same text as a passage, past an opening quote."""
        return Passage(self.tekst, self.regelnummer, self.kolom if self.kaal else self.kolom + 1)


class Lijst(NamedTuple):
    """A sequence of the front matter."""

    items: tuple["Knoop", ...]
    regelnummer: int
    kolom: int


class Tabel(NamedTuple):
    """A mapping of the front matter, in the order of the file; keys are unique."""

    paren: tuple[tuple[Waarde, "Knoop"], ...]
    regelnummer: int
    kolom: int


Knoop = Waarde | Lijst | Tabel


class Punt(NamedTuple):
    """A list item: its own text, and the items nested below it."""

    tekst: Passage
    onder: tuple[Passage, ...] = ()


class Sectie(NamedTuple):
    """A heading and what stands below it, up to the next heading.

    `niveau` is 0 for the text before the first heading. `anker` is an explicit
    `{#id}` behind the title. `tekst` is the source text, unescaped and stripped.
    """

    niveau: int
    titel: Passage
    anker: str = ""
    tekst: str = ""
    alineas: tuple[Passage, ...] = ()
    punten: tuple[Punt, ...] = ()
    genummerd: bool = False


class Document(NamedTuple):
    """A file: front matter, and the text below it with the line it starts on."""

    pad: str
    kop: Tabel
    romp: str
    romp_regelnummer: int
    inhoud: bytes
