"""How often a report of a given confidence is right, on our coded pages; and the weights that make it so."""
