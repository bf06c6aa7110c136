"""Plans turned into text: the one Jinja environment, inline markup, citations, cards and sheets."""
