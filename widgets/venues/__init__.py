"""The venues of the streets and parks, as a strip of cards."""
