"""`schema`: prints the JSON Schemas of the protocol."""

from __future__ import annotations

import json
from argparse import Namespace

from console.bus.schema import json_schemas


def schema(_arguments: Namespace) -> int:
    """Print every item and body schema as one JSON object."""
    print(json.dumps(json_schemas(), ensure_ascii=False, indent=2))
    return 0
