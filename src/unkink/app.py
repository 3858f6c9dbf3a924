"""The use cases: screen, start, record, stop, finish."""
