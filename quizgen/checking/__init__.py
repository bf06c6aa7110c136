"""Rules over what was read: one rule = one module = one test file; ``rules`` lists them in order."""
