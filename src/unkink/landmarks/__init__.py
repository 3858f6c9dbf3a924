"""Foreign skeletons and recordings become frames of the core's body."""
