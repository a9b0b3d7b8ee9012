"""The JSON Schema of a kind of document, as the text of a file."""

import json

from leerwerk.domain.schema import json_schema
from leerwerk.domain.velden import Documentsoort


def render(soort: Documentsoort) -> str:
    """The schema, ending in a line break."""
    return json.dumps(json_schema(soort), ensure_ascii=False, indent=2) + "\n"
