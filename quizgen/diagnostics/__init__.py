"""Problems as values: what is wrong, where, and what to type instead. Formats render them."""
