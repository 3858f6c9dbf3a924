"""
Paper: PDFs for people and their clinicians, set by typst, offline, the same bytes for the same day.

- `print_handout(cases, Wish(...))` - exercises with their figures, large if need be.
"""

from unkink.documents.asked import Printed, Wish, print_handout

__all__ = ["Printed", "Wish", "print_handout"]
