"""The four phases of the leerroutekaart, in order, as rows.

The source names them: leerdoel vaststellen, les voorbereiden, les uitvoeren,
reflectie (katern 'Werken met leerwerktaken', Steunpunt Opleidingsscholen, 2017).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fase:
    """A phase: its name, the command that takes it and the question it answers."""

    id: str
    titel: str
    commando: str
    vraag: str


LEERDOEL = Fase("leerdoel", "Leerdoel vaststellen", "doel", "Wat wil je kunnen?")
VOORBEREIDEN = Fase("voorbereiden", "Les voorbereiden", "voorbereiden", "Welk handvat zet je in?")
UITVOEREN = Fase("uitvoeren", "Les uitvoeren", "uitvoeren", "Wat gebeurde er in de les?")
REFLECTEREN = Fase("reflecteren", "Reflecteren", "reflecteren", "Wat beheers je, wat nog niet?")

FASEN = (LEERDOEL, VOORBEREIDEN, UITVOEREN, REFLECTEREN)
