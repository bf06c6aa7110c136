"""Rules on quizzes: what items give away together."""
