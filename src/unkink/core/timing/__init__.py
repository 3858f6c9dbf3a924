"""A session as an exact line of time, played like a tape."""
