"""The nouns of the engine: frozen, hashable values without I/O. Import them from their modules."""
