"""YAML text to frozen values: documents, nodes with places, then facts, sources and specs."""
