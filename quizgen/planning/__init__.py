"""What is shipped and printed: notes, quizzes and changes, planned by pure functions.

Nothing here knows a clock, a random number or a disk; times, seeds and paths come in as arguments.
"""
