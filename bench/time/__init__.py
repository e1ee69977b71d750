"""Finding dates: us beside the peers, in the same run on the same text."""
