"""`python -m leerwerk`."""

import sys

from leerwerk.cli.main import main

sys.exit(main())
