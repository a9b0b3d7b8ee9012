"""What recovery has to say: what it did, what it left alone, and what a user can do about that."""

from dataclasses import dataclass
from pathlib import Path

from leerwerk.errors import Geweigerd, MachineWeigert
from leerwerk.vastleggen import schijf, vreemd
from leerwerk.vastleggen.journaal import Journaal
from leerwerk.vastleggen.plaats import Plaats

BEHOUDEN = "Jouw eigen versie"


@dataclass(frozen=True, slots=True)
class Herstelverslag:
    """What recovery did and what is still in the way: sentences for the user."""

    commit: str = ""
    gedaan: tuple[str, ...] = ()
    open: tuple[str, ...] = ()

    @property
    def klaar(self) -> bool:
        return not self.open


def unfinished(plaats: Plaats, fout: Exception) -> MachineWeigert:
    """The refusal after the journal: what was typed is safe, and how it will be finished."""
    return MachineWeigert(
        f"De stap kon niet worden afgemaakt: {schijf.explain(fout)}.",
        waar=str(plaats.top),
        nu="Wat je typte is bewaard. Zorg voor ruimte op de schijf of los op wat hier staat;"
        " de volgende opdracht van leerwerk maakt de stap dan af.",
    )


def kept(paden: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        f"{BEHOUDEN} van {pad} is blijven staan; wat de stap opsloeg, staat in de geschiedenis." for pad in paden
    )


def describe_lock(pad: Path) -> str:
    fout = vreemd.locked((pad,))
    return f"{fout.wat} {fout.waar}: {fout.nu}"


def never(lopend: Journaal | None, fout: Geweigerd) -> str:
    titel = title(lopend) if lopend else ""
    return f"De stap '{titel}' kan niet door. {fout.wat} {fout.waar} Leg haar weg: leerwerk herstel --gooi-weg"


def title(lopend: Journaal) -> str:
    return lopend.boodschap.strip().split("\n")[0]
