"""`leerwerk taak`: een leerwerktaak lezen, aanpassen, maken en voorstellen."""

from leerwerk.cli.groep import Groep, maak_app


class Taakgroep(Groep):
    """The commands for one task: name, module and one line of help."""

    rijen = {
        "toon": ("leerwerk.cli.taak_toon", "Lees een taak, of maak er een pagina van."),
        "aanpassen": ("leerwerk.cli.taak_aanpassen", "Maak een eigen versie van een taak."),
        "nieuw": ("leerwerk.cli.taak_nieuw", "Bedenk zelf een taak."),
        "verschil": ("leerwerk.cli.taak_verschil", "Zie wat er in de bank veranderde sinds jij begon."),
        "voorstellen": ("leerwerk.cli.taak_voorstellen", "Stel je eigen taak voor aan de bank."),
        "opmaak": ("leerwerk.cli.taak_opmaak", "Zet taken in de vaste vorm."),
    }


app = maak_app(cls=Taakgroep)


@app.callback(help="Lees een leerwerktaak, maak hem van jezelf, of deel hem met je school.")
def taak() -> None:
    pass
