"""`leerwerk uitleg`: wat een eis vraagt, en waarom."""

from typing import Annotated

import typer

from leerwerk.cli import aanvullen
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.opties import Json
from leerwerk.cli.uit import ruw, zeg

app = maak_app()


@app.command(cls=Opdracht)
def uitleg(
    eis: Annotated[
        str, typer.Argument(metavar="[EIS]", help="De naam van de eis.", autocompletion=aanvullen.eisen)
    ] = "",
    json: Json = False,
) -> None:
    """Lees wat een eis vraagt en waarom, met goede en foute voorbeelden. Zonder EIS: alle eisen."""
    from leerwerk.actions.uitleggen import alle_eisen, leg_uit
    from leerwerk.output import uitleg as output

    gekozen = [leg_uit(eis)] if eis else list(alle_eisen().values())
    if json:
        ruw(output.als_json(gekozen))
    elif eis:
        zeg(output.een(gekozen[0]))
    else:
        zeg(output.lijst(gekozen))
