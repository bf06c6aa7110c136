"""Rules on sources: their age, their use, and what is taken from them."""
