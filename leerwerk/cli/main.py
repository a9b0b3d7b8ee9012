"""The only door in and the only way out: arguments in, exit code out.

Every expected failure becomes three lines of Dutch and its exit code here, and
nowhere else. What nobody expected becomes an apology and a log file: a user
never sees a traceback.
"""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from leerwerk.cli.uit import meld, rond_af
from leerwerk.errors import Gestopt, LeerwerkFout

STUK = 70

# A command is short and makes few cycles: looking for them as often as Python does costs a fifth of the long ones.
gc.set_threshold(200_000, 20, 20)


def start() -> NoReturn:
    """Run the command of this process and end it. All memory goes back at once: taking it down first costs 10 ms."""
    for naam in ("stdout", "stderr"):
        if getattr(sys, naam) is None:  # it was closed before Python began
            setattr(sys, naam, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for good
    os._exit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code (docs/besluiten/0004)."""
    args = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(args)
    except LeerwerkFout as fout:
        meld(fout.wat, fout.waar, fout.nu)
        return fout.exitcode
    except KeyboardInterrupt:
        meld("\nGestopt. Er is niets vastgelegd.")
        return Gestopt.exitcode
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:
        meld(
            "Sorry, er ging iets mis in leerwerk zelf.",
            str(_bewaar_spoor()),
            "Wat je eerder vastlegde is veilig. Stuur dit logbestand mee als je het meldt.",
        )
        return STUK


def _run(args: list[str]) -> int:
    from leerwerk.cli.programma import run

    code = run(args)
    rond_af()
    return code


def _bewaar_spoor() -> Path:
    """Keep the traceback in a file of its own; returns where."""
    import tempfile
    import traceback

    nummer, naam = tempfile.mkstemp(prefix="leerwerk-fout-", suffix=".log", text=True)
    with os.fdopen(nummer, "w", encoding="utf-8") as bestand:
        traceback.print_exc(file=bestand)
    return Path(naam)
