"""Rules on items: a question with its answer and options, as a quiz asks it, or could ask it."""
