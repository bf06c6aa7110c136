"""The recipe of each command: the only place that knows all the stages."""
