"""What is done today: programmes, amounts, the best order, and what fits the minutes."""
