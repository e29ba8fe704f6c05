"""What the Frictionless specifications ask of a data package and of a table schema, as JSON Schemas."""

FIELD_TYPES = ["string", "number", "integer", "boolean", "object", "array", "date", "time", "datetime", "any"]

CONSTRAINTS = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "required": {"type": "boolean"},
        "unique": {"type": "boolean"},
        "pattern": {"type": "string"},
        "enum": {"type": "array", "minItems": 1, "uniqueItems": True},
    },
}
NAMES = {
    "anyOf": [{"type": "string"}, {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string"}}]
}
SCHEMA = {
    "type": "object",
    "required": ["fields"],
    "properties": {
        "fields": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name", "type"],
                "properties": {
                    "name": {"type": "string", "minLength": 1},
                    "title": {"type": "string"},
                    "description": {"type": "string"},
                    "type": {"enum": FIELD_TYPES},
                    "format": {"enum": ["default", "binary"]},
                    "constraints": CONSTRAINTS,
                    "trueValues": {"type": "array", "minItems": 1, "items": {"type": "string"}},
                    "falseValues": {"type": "array", "minItems": 1, "items": {"type": "string"}},
                    "decimalChar": {"type": "string"},
                },
            },
        },
        "primaryKey": NAMES,
        "foreignKeys": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["fields", "reference"],
                "properties": {
                    "fields": NAMES,
                    "reference": {
                        "type": "object",
                        "required": ["resource", "fields"],
                        "properties": {"resource": {"type": "string"}, "fields": NAMES},
                    },
                },
            },
        },
        "missingValues": {"type": "array", "items": {"type": "string"}},
    },
}
RESOURCE = {
    "type": "object",
    "required": ["name", "path", "profile", "bytes", "hash", "mediatype", "format"],
    "properties": {
        "name": {"type": "string", "pattern": "^([-a-z0-9._/])+$"},
        "path": {"type": "string", "pattern": r"^(?=^[^./~])(^((?!\.{2}).)*$).*$"},
        "profile": {"enum": ["data-resource", "tabular-data-resource"]},
        "title": {"type": "string"},
        "encoding": {"type": "string"},
        "bytes": {"type": "integer", "minimum": 0},
        "hash": {"type": "string", "pattern": "^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$"},
        "dialect": {"type": "object", "properties": {"delimiter": {"type": "string"}, "header": {"type": "boolean"}}},
        "schema": SCHEMA,
    },
    "if": {"properties": {"profile": {"const": "tabular-data-resource"}}},
    "then": {"required": ["schema", "dialect", "encoding"]},
}
PACKAGE = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["profile", "name", "created", "resources"],
    "properties": {
        "profile": {"const": "data-package"},
        "name": {"type": "string", "pattern": "^([-a-z0-9._/])+$"},
        "title": {"type": "string"},
        "description": {"type": "string"},
        "created": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)$"},
        "resources": {"type": "array", "minItems": 1, "items": RESOURCE},
    },
}
