"""Which passages a task gives, and in which field each of them stands.

One table: the eisen weigh the same words differently per field.
"""

from collections.abc import Callable, Iterable, Iterator

from leerwerk.domain.document import Passage
from leerwerk.domain.taak import Kijkpunt, Taak

Bron = Callable[[Taak], Iterable[Passage]]


def _kijkpunten(taak: Taak) -> Iterator[Kijkpunt]:
    return (kijkpunt for onderdeel in taak.onderdelen for kijkpunt in onderdeel.kijkpunten)


VELDEN: tuple[tuple[str, Bron], ...] = (
    ("titel", lambda taak: (onderdeel.titel for onderdeel in taak.onderdelen)),
    ("gedrag", lambda taak: (taak.gedrag,)),
    ("leerdoel", lambda taak: taak.leerdoelen),
    ("inleiding", lambda taak: taak.inleiding),
    ("voorbereiding", lambda taak: taak.voorbereiden),
    ("uitvoering", lambda taak: taak.uitvoeren),
    ("theorie", lambda taak: (passage for onderdeel in taak.onderdelen for passage in onderdeel.theorie)),
    ("handvat", lambda taak: (passage for onderdeel in taak.onderdelen for passage in onderdeel.handvatten)),
    ("kijkpunt", lambda taak: (kijkpunt.tekst for kijkpunt in _kijkpunten(taak))),
    ("waarom", lambda taak: (kijkpunt.waarom for kijkpunt in _kijkpunten(taak) if kijkpunt.waarom)),
    ("rubric", lambda taak: (passage for onderdeel in taak.onderdelen for passage in onderdeel.rubric)),
    ("reflectie", lambda taak: taak.reflecteren),
)
ALLE = tuple(veld for veld, _ in VELDEN)


def passages(taak: Taak) -> Iterator[tuple[str, Passage]]:
    """Every passage of a task with its field; the title of the task has no place of its own in it."""
    return ((veld, passage) for veld, bron in VELDEN for passage in bron(taak) if passage.tekst)
