"""From the tables of an older record to ours; nothing that was read is lost."""

from sqlalchemy import Connection

from detente.store import schema

STEPS = {  # from this version to the next
    1: (
        "ALTER TABLE pages ADD COLUMN media VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE documents ADD COLUMN published_doubt VARCHAR NOT NULL DEFAULT ''",
        "ALTER TABLE documents ADD COLUMN fetched DATE",
        "ALTER TABLE documents ADD COLUMN modified DATE",
        "ALTER TABLE documents ADD COLUMN section VARCHAR",
    ),
    2: (
        "ALTER TABLE reports ADD COLUMN effective JSON",
        "ALTER TABLE reports ADD COLUMN until JSON",
    ),
    3: (
        "ALTER TABLE statements ADD COLUMN strength VARCHAR",
        "ALTER TABLE statements ADD COLUMN content JSON",
    ),
    4: (
        "ALTER TABLE statements ADD COLUMN topic JSON",
        "ALTER TABLE statements ADD COLUMN stance VARCHAR",
        "ALTER TABLE statements ADD COLUMN addressee VARCHAR",
        "ALTER TABLE statements ADD COLUMN venue VARCHAR",
        "ALTER TABLE statements ADD COLUMN said JSON",
        "ALTER TABLE times ADD COLUMN anchor_start INTEGER",
        "ALTER TABLE times ADD COLUMN anchor_end INTEGER",
    ),
    5: (
        "CREATE TABLE IF NOT EXISTS judgements (id VARCHAR NOT NULL PRIMARY KEY, made VARCHAR NOT NULL, by VARCHAR NOT NULL, "
        "verdict VARCHAR NOT NULL, anchors JSON NOT NULL, others JSON NOT NULL, of_event BOOLEAN NOT NULL, "
        "field VARCHAR, value VARCHAR, note VARCHAR NOT NULL, undoes VARCHAR REFERENCES judgements (id))",
        "CREATE INDEX IF NOT EXISTS ix_judgements_made ON judgements (made)",
    ),
    6: (
        "CREATE TABLE IF NOT EXISTS names (seq INTEGER NOT NULL PRIMARY KEY, report VARCHAR NOT NULL, event VARCHAR NOT NULL)",
        "CREATE INDEX IF NOT EXISTS ix_names_report ON names (report)",
    ),
}


def migrate(db: Connection, version: int) -> None:
    """All steps from `version` to today's, within the caller's transaction."""
    for step in range(version, schema.VERSION):
        for statement in STEPS[step]:
            db.exec_driver_sql(statement)
    db.execute(schema.schema.update().values(version=schema.VERSION))
