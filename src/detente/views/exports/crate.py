"""RO-Crate 1.1: the whole dossier as one folder that says of itself what it holds, for archives and repositories."""

import json
from hashlib import sha256

from detente.codebook import Codebook
from detente.model import Record
from detente.views.exports import annotations, claims, contract, jsonl, parquet, provenance, spreadsheet
from detente.views.exports.made import Made, Row, made, sizes

PARTS = {  # folder in the crate -> what writes into it, its media type, what it is for
    "": (contract.write, "application/json", "the whole record, contract detente-record version 1"),
    "lines/": (jsonl.write, "application/jsonl", "the same as lines, read back by `detente import`"),
    "csv/": (spreadsheet.write, "text/csv", "a table of the record, for spreadsheets"),
    "parquet/": (parquet.write, "application/vnd.apache.parquet", "a table of the record, typed"),
    "evidence/": (annotations.write, "application/ld+json", "W3C Web Annotations: the words every row stands on"),
    "claims/": (claims.write, "application/ld+json", "what was said, as schema.org Claims"),
    "lineage/": (provenance.write, "application/json", "PROV-JSON: from page to event"),
}
RIGHTS = "#rights"
RIGHTS_TEXT = "Titles and texts of pages belong to their publishers; codes, offsets and layout may be used freely."


def write(record: Record, book: Codebook, lang: str) -> Made:
    """Every row is in it: the record's own JSON is. Nothing of the day of making goes in, so that bytes stay the same."""
    files, parts = [], []
    for folder, (writer, media, about) in PARTS.items():
        for name, data in writer(record, book, lang).files:
            files.append((folder + name, data))
            parts.append(_file(folder + name, data, media, about))
    metadata = json.dumps(_metadata(parts, record, book), ensure_ascii=False, indent=1) + "\n"
    return made(record, [("ro-crate-metadata.json", metadata), *files], {table: {} for table in sizes(record)})


def _file(name: str, data: bytes, media: str, about: str) -> Row:
    return {
        "@id": name,
        "@type": "File",
        "name": name,
        "description": about,
        "encodingFormat": media,
        "contentSize": str(len(data)),
        "sha256": sha256(data).hexdigest(),
    }


def _metadata(parts: list[Row], record: Record, book: Codebook) -> Row:
    days = sorted(d.published for d in record.documents if d.published)
    about = ", ".join(f"{rows} {table}" for table, rows in sizes(record).items() if rows)
    root: Row = {
        "@id": "./",
        "@type": "Dataset",
        "name": "A detente record: what press pages say of relations between states",
        "description": f"{about or 'an empty record'}; codebook {book.version}",
        "datePublished": days[-1].isoformat() if days else "1970-01-01",  # of its last page: the making has no day
        "license": {"@id": RIGHTS},
        "hasPart": [{"@id": part["@id"]} for part in parts],
        **({"temporalCoverage": f"{days[0]}/{days[-1]}"} if days else {}),
    }
    descriptor = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    rights = {"@id": RIGHTS, "@type": "CreativeWork", "name": "Rights", "description": RIGHTS_TEXT}
    return {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": [descriptor, root, rights, *parts]}
