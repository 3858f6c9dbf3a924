"""`python -m unkink` is `unkink`."""

from unkink.cli import main

main()
