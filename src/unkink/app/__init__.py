"""
The use cases: screen, choose, start, record, stop, finish, keep.

One module a theme; `UseCases` is the door to all of them.
"""

from unkink.app.use_cases import UseCases

__all__ = ["UseCases"]
