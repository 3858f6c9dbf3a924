"""Whether it helps: statistics over one person's own record, with NumPy and SciPy."""
