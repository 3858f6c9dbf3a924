"""One table of every setting: name, default, help."""
