"""What a person or a program reads: the brief and the exports."""
