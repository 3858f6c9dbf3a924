"""People painted in rooms, before a cheap camera: for the real pose model to look at."""
