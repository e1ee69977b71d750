"""All faults of a record, one after the other, with the pages coded once: `python -m bench.faults [KILLS]`; an hour or so."""

import sys

from bench.faults import database, full, killed, power, together
from bench.faults.trial import prepared


def main(kills: int = 200) -> None:
    trial, fewer = prepared(), max(5, kills // 5)
    for kind in ("sqlite", "postgresql"):
        killed.main(kind, kills, trial=trial.fresh())
        together.main(kind, fewer, trial=trial.fresh())
    database.main("kill", fewer, trial=trial.fresh())
    database.main("restart", fewer, trial=trial.fresh())
    power.main(kills, trial=trial.fresh())
    for kind in ("sqlite", "postgresql"):
        full.main(kind, fewer, trial=trial.fresh())


if __name__ == "__main__":
    main(*(int(n) for n in sys.argv[1:]))
