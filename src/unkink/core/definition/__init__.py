"""What an exercise is: its parts, its poses, and what makes a file wrong."""
