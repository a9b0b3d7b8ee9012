"""The command line: parse, ask for what is missing, call one action, show, exit. Sole owner of typer and rich."""
