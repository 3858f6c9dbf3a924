"""Thousands of simulated people, and how right the coach is about them."""
