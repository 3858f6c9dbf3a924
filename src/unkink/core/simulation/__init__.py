"""A body made from an exercise file, moved, and seen through a camera."""
