"""The server of the page, on this machine only."""
