"""Leerwerktaken: from leerdoel to reflection, every step one commit."""

__version__ = "0.1.0"
