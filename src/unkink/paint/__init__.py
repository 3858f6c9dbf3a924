"""The painter: a posed body becomes an SVG picture."""
