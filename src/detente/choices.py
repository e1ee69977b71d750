"""What a user may choose among, wherever it is asked: languages, rules, formats."""

from typing import Literal

BriefFormat = Literal["terminal", "md", "html", "json"]
PaperFormat = Literal["docx", "pdf"]
ExportFormat = Literal[
    "json", "jsonl", "csv", "parquet", "plover", "gdelt", "annotations", "prov",
    "ftm", "stix", "graphml", "ical", "timeline", "claims", "crate",
]  # fmt: skip
ExplainFormat = Literal["text", "html"]
CurveFormat = Literal["terminal", "json", "csv"]
JudgementsFormat = Literal["terminal", "json"]
MeasuresFormat = Literal["terminal", "json", "csv"]
EvaluationFormat = Literal["terminal", "json", "html"]
Lang = Literal["fr", "en"]
Rule = Literal["most-supported", "most-precise", "most-conservative"]
