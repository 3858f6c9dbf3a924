"""Unkink: a private coach for a stiff lower back, at home."""
