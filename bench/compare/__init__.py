"""The coach and two ways in which others count, on the same landmarks."""
