"""Who may start and who must not: questions, verdicts, and whom to call."""
