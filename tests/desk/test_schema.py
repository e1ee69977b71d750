"""The API against its own description: whatever is asked, the answer is one that it promises."""

from typing import Any

import pytest

pytest.importorskip("schemathesis", reason="schemathesis is not installed")
import schemathesis
from hypothesis import HealthCheck, given, settings

from detente.desk.app import make
from detente.desk.records import Records

EXAMPLES = 30  # of each operation; ten times as many were run by hand
OPERATIONS = 12


def test_every_answer_is_as_described(records: Records) -> None:
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", make(records, {"localhost", "testserver"}))
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) >= OPERATIONS
    for operation in operations:
        tried(operation)


def tried(operation: Any) -> None:
    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy())
    def answered(case: Any) -> None:
        case.call_and_validate()

    answered()
