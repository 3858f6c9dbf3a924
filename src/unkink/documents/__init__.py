"""
Paper: PDFs for people and their clinicians, set by typst, offline, the same bytes for the same day.

- `print_handout(cases, Wish(...))` - exercises with their figures, large if need be.
- `print_report(cases, ReportWish(...))` - a clinician's report on some weeks.
"""

from unkink.documents.asked import Printed, Wish, print_handout, print_report
from unkink.documents.gathering import ReportWish

__all__ = ["Printed", "ReportWish", "Wish", "print_handout", "print_report"]
