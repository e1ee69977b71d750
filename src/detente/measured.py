"""What the record, and the codebook, are worth: `detente.evaluate`."""

import os
from pathlib import Path

from detente.api import DEFAULT, Url, codebook, open
from detente.model import Evaluation


def evaluate(gold: Url, record: Url = DEFAULT) -> Evaluation:
    """A record beside a folder of pages coded by hand.

    Raises UsageError where the folder holds none, RecordError when the record cannot be opened.
    """
    from detente import evaluating
    from detente.views import export

    coded = evaluating.gold(Path(os.fspath(gold)))
    return evaluating.evaluate(coded, export.tree(open(record).record), codebook())
