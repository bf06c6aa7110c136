"""Rules on cards: what makes one hard to keep in mind, or not worth keeping."""
