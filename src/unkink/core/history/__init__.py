"""What happened: the record, and what it adds up to."""
