"""Wrong options and false statements that no curator wrote: only where that is safe.

Never for texts and persons, never of sensitive facts, never where the curator wrote that there are none. What is
derived depends on the fact itself, and on facts that lend to it; never on how many others there are.
"""
