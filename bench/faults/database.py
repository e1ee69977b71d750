"""The PostgreSQL server killed or restarted while it is written to: `python -m bench.faults.database kill|restart [ROUNDS]`.

The reader is not told: it waits, and goes on by itself when the server is back (faults: how often the server went away;
failed: readers that gave up). Each round is a new record on the same server, synchronising as PostgreSQL does by default.
"""

import os
import signal
import sys
import time

from bench.faults.trial import Trial, calm, dice, places, prepared, timed


def main(how: str, rounds: int = 50, trial: Trial | None = None) -> None:
    trial, chance, failed = trial or prepared(), dice(), 0
    with places("postgresql") as (new, room, server):
        assert server is not None
        still = new()
        takes = timed(trial, still)
        expected = calm(still)
        for n in range(rounds):
            url, told = new(), room / f"told{n}"
            reader = trial.forked(url, told)
            time.sleep(chance.uniform(0, takes))
            server.stop(signal.SIGKILL if how == "kill" else signal.SIGINT)
            trial.count.faults += 1
            server.start()
            failed += os.waitpid(reader, 0)[1] != 0
            trial.check(url, told)
            trial.complete(url, expected)
    print(f"server: {how} within {takes:.2f} s of reading: {trial.count}, readers that gave up {failed}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *(int(n) for n in sys.argv[2:]))
