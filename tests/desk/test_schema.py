"""The API against its own description: whatever is asked, rightly or wrongly, the answer is one that it promises."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

pytest.importorskip("schemathesis", reason="schemathesis is not installed")
import uvicorn

from detente.desk.app import make
from detente.desk.records import Records
from detente.desk.serving import listening

EXAMPLES = "40"  # of each operation; 400 were run by hand


def test_every_answer_is_as_described(records: Records, tmp_path: Path) -> None:
    with listening("127.0.0.1", 0) as socket:
        server = uvicorn.Server(uvicorn.Config(make(records), log_level="error", server_header=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]})
        thread.start()
        try:
            address = f"http://127.0.0.1:{socket.getsockname()[1]}/api/v1/openapi.json"
            words = ["run", address, "--max-examples", EXAMPLES, "--seed", "1", "--generation-database", "none"]
            told = subprocess.run(
                [sys.executable, "-m", "schemathesis.cli", *words],
                capture_output=True,
                text=True,
                cwd=tmp_path,
                timeout=240,
                check=False,
            )
        finally:
            server.should_exit = True
            thread.join()
    assert told.returncode == 0, told.stdout[-6000:] + told.stderr[-2000:]
    assert "Tested: 12" in told.stdout
