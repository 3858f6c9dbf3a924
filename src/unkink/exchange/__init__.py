"""
Out of here and in again: a whole record as files that other programs read.

Every module turns what the use cases tell into one format, and touches no disk.
"""
