"""`leerwerk portfolio`: beginnen, lezen en de stappen terugzien."""

from leerwerk.cli.groep import Groep, maak_app


class Portfoliogroep(Groep):
    """The commands for one portfolio: name, module and one line of help."""

    rijen = {
        "nieuw": (
            "leerwerk.cli.portfolio_nieuw",
            "Begin een portfolio: een eigen Git-repository in portfolios/, die van jou is.",
        ),
        "toon": (
            "leerwerk.cli.portfolio_toon",
            "Lees een portfolio: leerdoelen, rondes, wat er te zien was en wat jullie vaststelden.",
        ),
        "geschiedenis": (
            "leerwerk.cli.portfolio_geschiedenis",
            "Zie alle stappen die je zette, de laatste bovenaan.",
        ),
    }


app = maak_app(cls=Portfoliogroep)


@app.callback(help="Begin, lees of volg een portfolio.")
def portfolio() -> None:
    pass
