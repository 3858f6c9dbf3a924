"""An exercise file learnt from demonstrations: what was shown, posed by our figure, written."""
