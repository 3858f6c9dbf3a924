"""A body made from an exercise file, moved as people move, and seen by a model that errs."""
