"""A made-up year, lived through the real use cases: to look at, to print, to try things on."""
