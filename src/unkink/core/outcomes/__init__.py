"""What is measured to see whether it helps: questionnaires, tests, and what their change means."""
