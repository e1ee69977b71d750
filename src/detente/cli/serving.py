"""`detente serve`: the record in a browser."""

import click

from detente.cli import options
from detente.model import UsageError

_EXTRA = ("fastapi", "starlette", "uvicorn", "multipart", "python_multipart", "argon2", "itsdangerous")


@click.command()
@options.record
@click.option("--port", default=8100, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="This machine only.")
def serve(record: str, port: int, host: str) -> None:
    """Open the record in a browser: relations, events, pages, what is doubtful and how you decide it.

    Nothing is fetched from anywhere, and nobody but this machine can reach it. Ctrl-C ends it.

    \b
        detente serve
        detente serve --record mali.db --port 8200
    """
    try:
        from detente.desk import serving
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise UsageError(f"the desk needs {error.name}, which is not installed: pip install 'detente[desk]'") from error
    serving.serve(record, host, port, click.echo)
