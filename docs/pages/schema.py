"""The exercise file's JSON schema, so that an editor helps whoever writes one."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from unkink.core.definition.exercise import Exercise


def schema_text() -> str:
    """Return the schema of an exercise file, as kept beside the built-in ones."""
    schema = TypeAdapter(Exercise).json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "An exercise of Unkink"
    return json.dumps(schema, indent=1, sort_keys=True) + "\n"
