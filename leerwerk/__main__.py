"""`python -m leerwerk`."""

from leerwerk.cli.main import start

start()
