"""The tables. Portable types only; moments are microseconds since 1970 UTC (`data.times`)."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite keeps a row by its key without a second tree only where the key is an INTEGER.
_Serial = BigInteger().with_variant(Integer(), "sqlite")

meta = Table(
    "meta",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", String(200), nullable=False),
)

counter = Table(
    "counter",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", BigInteger, nullable=False),
)

known_key = Table(
    "known_key",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("document", Text, nullable=False),
)

event = Table(
    "event",
    metadata,
    Column("gseq", _Serial, primary_key=True, autoincrement=False),
    Column("id", String(36), nullable=False),
    Column("src", String(64), nullable=False),
    Column("ep", BigInteger, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("type", String(64), nullable=False),
    Column("key", String(128), nullable=False),
    Column("sev", Integer, nullable=False),
    Column("st", String(8), nullable=False),
    Column("mt", String(8), nullable=False),
    Column("occ", BigInteger, nullable=False),
    Column("rcv", BigInteger, nullable=False),
    Column("hub_epoch", BigInteger, nullable=False),
    Column("sha256", LargeBinary(32), nullable=False),
    Column("raw", LargeBinary, nullable=False),
    UniqueConstraint("src", "ep", "seq"),
    UniqueConstraint("id"),
)

source_mark = Table(
    "source_mark",
    metadata,
    Column("src", String(64), primary_key=True),
    Column("ep", BigInteger, primary_key=True, autoincrement=False),
    Column("acked", BigInteger, nullable=False),
    Column("gaps", BigInteger, nullable=False),
    Column("duplicates", BigInteger, nullable=False),
    Column("quarantined", BigInteger, nullable=False),
    Column("seen_at", BigInteger),
)

gap = Table(
    "gap",
    metadata,
    Column("id", _Serial, primary_key=True),
    Column("src", String(64), nullable=False),
    Column("ep", BigInteger, nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", _Serial, primary_key=True),
    Column("src", String(64), nullable=False),
    Column("ep", BigInteger, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("code", String(32), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", LargeBinary(32), nullable=False),
    Column("head", LargeBinary, nullable=False),
    UniqueConstraint("src", "ep", "seq", "sha256"),
)

fact = Table(
    "fact",
    metadata,
    Column("gseq", _Serial, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

alarm = Table(
    "alarm",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("fold", String(300), nullable=False),
    Column("state", String(16), nullable=False),
    Column("level", Integer, nullable=False),
    Column("street", String(16), nullable=False),
    Column("raised_at", BigInteger, nullable=False, index=True),
    Column("changed_at", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
    Index("ix_alarm_state_changed_at", "state", "changed_at"),
)

waiting_alarm = Table(
    "waiting_alarm",
    metadata,
    Column("fold", String(300), primary_key=True),
    Column("due_at", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
)

limit_table = Table(
    "limit_table",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("effective_from", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
)

handover = Table(
    "handover",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("state", String(16), nullable=False, index=True),
    Column("prepared_at", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
)

case_file = Table(
    "case_file",
    metadata,
    Column("number", String(32), primary_key=True),
    Column("reference", String(128), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("level", Integer, nullable=False),
    Column("case_type", String(8), nullable=False),
    Column("street", String(16), nullable=False),
    Column("grid", String(16), nullable=False),
    Column("reported_at", BigInteger, nullable=False),
    Column("updated_at", BigInteger, nullable=False),
    Column("opening", Text, nullable=False),
    Index("ix_case_file_grid_case_type_reported_at", "grid", "case_type", "reported_at"),
    Index("ix_case_file_state_updated_at", "state", "updated_at"),
)

case_log = Table(
    "case_log",
    metadata,
    Column("number", String(32), ForeignKey("case_file.number"), primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("by", String(64), nullable=False),
    Column("role", String(64), nullable=False),
    Column("action", String(24), nullable=False),
    Column("note", Text, nullable=False),
    Column("args", Text, nullable=False),
)

case_counter = Table(
    "case_counter",
    metadata,
    Column("day", String(10), primary_key=True),
    Column("last", Integer, nullable=False),
)

personal = Table(
    "personal",
    metadata,
    Column("id", _Serial, primary_key=True),
    Column("number", String(32), ForeignKey("case_file.number"), nullable=False, index=True),
    Column("field", String(24), nullable=False),
    Column("pseudonym", String(8), nullable=False),
    Column("clear", Text, nullable=False),
)

grid_task = Table(
    "grid_task",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("day", String(10), nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger),
    Column("document", Text, nullable=False),
)

grid_check = Table(
    "grid_check",
    metadata,
    Column("task", String(24), ForeignKey("grid_task.id"), primary_key=True),
    Column("grid", String(16), primary_key=True),
    Column("received_at", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
)

district = Table(
    "district",
    metadata,
    Column("code", String(16), primary_key=True),
    Column("document", Text, nullable=False),
)

street = Table(
    "street",
    metadata,
    Column("code", String(16), primary_key=True),
    Column("document", Text, nullable=False),
)

community = Table(
    "community",
    metadata,
    Column("code", String(16), primary_key=True),
    Column("street", String(16), ForeignKey("street.code"), nullable=False),
    Column("document", Text, nullable=False),
)

grid = Table(
    "grid",
    metadata,
    Column("code", String(16), primary_key=True),
    Column("community", String(16), ForeignKey("community.code"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("document", Text, nullable=False),
)

road = Table(
    "road",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("document", Text, nullable=False),
)

site = Table(
    "site",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("kind", String(24), nullable=False),
    Column("document", Text, nullable=False),
)

camera = Table(
    "camera",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("grid", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("lon", Float, nullable=False),
    Column("lat", Float, nullable=False),
    Column("document", Text, nullable=False),
)

unit = Table(
    "unit",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("status", String(16), nullable=False),
    Column("document", Text, nullable=False),
)

venue = Table(
    "venue",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("document", Text, nullable=False),
)

command_result = Table(
    "command_result",
    metadata,
    Column("cmd_id", String(64), primary_key=True),
    Column("at", BigInteger, nullable=False, index=True),
    Column("document", Text, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("sequence", _Serial, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("user", String(64), nullable=False),
    Column("role", String(24), nullable=False),
    Column("console", String(64), nullable=False),
    Column("action", String(64), nullable=False),
    Column("entity", String(128), nullable=False),
    Column("outcome", String(32), nullable=False),
    Column("detail", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
)

account = Table(
    "account",
    metadata,
    Column("user", String(64), primary_key=True),
    Column("name", String(64), nullable=False),
    Column("role", String(24), nullable=False),
    Column("street", String(16), nullable=False),
    Column("password", String(200), nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", BigInteger),
    Column("disabled", Boolean, nullable=False, server_default=false()),
    Column("must_change", Boolean, nullable=False, server_default=false()),
    Column("changed_at", BigInteger),
    Column("history", Text, nullable=False, server_default=""),
)
