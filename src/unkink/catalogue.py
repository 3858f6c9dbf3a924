"""Reads the exercise files and reports every problem with file and key."""
