"""Options that several commands share."""

from typing import Annotated

import typer

from leerwerk.cli import aanvullen

Student = Annotated[
    str,
    typer.Option(
        "--student",
        metavar="NAAM",
        envvar="LEERWERK_STUDENT",
        help="Het portfolio van deze student.",
        autocompletion=aanvullen.studenten,
    ),
]
Datum = Annotated[
    str, typer.Option("--datum", metavar="DATUM", help="Wanneer het was: 2026-11-24, 24-11-2026 of gisteren.")
]
Json = Annotated[bool, typer.Option("--json", help="Geef het als JSON, voor een ander programma.")]
LeerdoelId = Annotated[
    str,
    typer.Option("--leerdoel", metavar="ID", help="Bij dit leerdoel.", autocompletion=aanvullen.leerdoelen),
]
RondeId = Annotated[
    str, typer.Option("--ronde", metavar="ID", help="Bij deze ronde.", autocompletion=aanvullen.rondes)
]
SamenMet = Annotated[
    list[str] | None,
    typer.Option(
        "--samen-met",
        metavar="ID",
        help="De werkplekbegeleider met wie je dit besprak.",
        autocompletion=aanvullen.begeleiders,
    ),
]
Bewerk = Annotated[bool, typer.Option("--bewerk", help="Schrijf het in je eigen editor ($EDITOR).")]
