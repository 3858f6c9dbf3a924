"""The guided session in a terminal."""
