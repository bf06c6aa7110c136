"""The frozen values that cross the borders between stages. No input, no output, no rules."""
