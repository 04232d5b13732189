"""Banks: the YAML files that hold questions."""
