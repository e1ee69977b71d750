"""JSON: the whole record in one object, the contract that other tools rely on."""

from detente.codebook import Codebook
from detente.model import Record
from detente.views.export import render
from detente.views.exports.made import Made, made, sizes


def write(record: Record, book: Codebook, lang: str) -> Made:
    return made(record, [("record.json", render(record))], {table: {} for table in sizes(record)})
