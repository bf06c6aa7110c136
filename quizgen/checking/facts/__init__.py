"""Rules on facts, with no quiz needed: each looks at one fact, or at all of them for what they say together."""
