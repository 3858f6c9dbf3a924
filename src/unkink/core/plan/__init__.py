"""What is done today and why: where a person stands by the rules, and the best session of it."""
