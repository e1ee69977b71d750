"""English sentences with actor and recipient given: which of fifteen roots each tells, by our rules and beside them."""
