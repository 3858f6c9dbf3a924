"""Many recordings at once: scored by the same coach, compared with labels."""
