-- The record's tables, one text for both engines: `bytea` becomes `blob` and `collate "C"` becomes `collate binary`
-- on SQLite (engine.rs). Instants are microseconds since 1970 in UTC, dates are ISO texts, every key starts with the
-- district.

create table district (
    district bigint not null primary key,
    -- Names this log in every leaf, so that a leaf of one district proves nothing in another.
    log text not null,
    zone text not null,
    demo bigint not null,
    -- The next sequence of the journal; counted from 1.
    next bigint not null,
    -- Counts committed batches: whoever finds it unchanged knows that nobody wrote in between.
    batches bigint not null,
    -- The peaks of the Merkle tree over all leaves so far (tree.rs).
    frontier bytea not null
);

create table journal (
    district bigint not null,
    sequence bigint not null,
    at bigint not null,
    actor text collate "C" not null,
    on_behalf text collate "C" not null,
    stream text collate "C" not null,
    stream_version bigint not null,
    type text not null,
    version bigint not null,
    leaf bytea not null,
    primary key (district, sequence)
);
create unique index journal_stream on journal (district, stream, stream_version);

-- Apart from the journal, so that an erasure takes payload and salt and leaves the leaf.
create table journal_payload (
    district bigint not null,
    sequence bigint not null,
    salt bytea not null,
    payload text not null,
    primary key (district, sequence)
);

create table erasure (
    district bigint not null,
    stream text collate "C" not null,
    sequence bigint not null,
    at bigint not null,
    primary key (district, stream)
);

create table state (
    district bigint not null,
    stream text collate "C" not null,
    version bigint not null,
    kind text collate "C" not null,
    teacher text collate "C" not null,
    year text collate "C" not null,
    json text not null,
    primary key (district, stream)
);
create index state_year on state (district, teacher, year);
create index state_kind on state (district, kind);

create table summary (
    district bigint not null,
    stream text collate "C" not null,
    kind text collate "C" not null,
    owner text collate "C" not null,
    year text collate "C" not null,
    word text collate "C" not null,
    title text not null,
    search text not null,
    sort text collate "C" not null,
    held_on text collate "C" not null,
    open bigint not null,
    primary key (district, stream)
);
create index summary_kind on summary (district, kind, sort, stream);
create index summary_owner on summary (district, owner, kind, year);

-- Dated relations as rows; an open beginning is '' and an open end '9999-12-31', so that they compare as texts.
create table relation (
    district bigint not null,
    source text collate "C" not null,
    place bigint not null,
    holder text collate "C" not null,
    kind text collate "C" not null,
    other text collate "C" not null,
    begins text collate "C" not null,
    ends text collate "C" not null,
    primary key (district, source, place)
);
create index relation_holder on relation (district, holder, kind, other);
create index relation_other on relation (district, kind, other, holder);

-- By which e-mail address a person asks for a link.
create table address (
    district bigint not null,
    person text collate "C" not null,
    address text collate "C" not null,
    primary key (district, person)
);
create index address_address on address (district, address);

create table draft (
    district bigint not null,
    thing text collate "C" not null,
    author text collate "C" not null,
    field text collate "C" not null,
    version bigint not null,
    text text not null,
    at bigint not null,
    primary key (district, thing, author, field, version)
);
create index draft_author on draft (district, author, thing, at);

create table form_token (
    district bigint not null,
    actor text collate "C" not null,
    token text collate "C" not null,
    fingerprint bytea not null,
    stream text collate "C" not null,
    stream_version bigint not null,
    first_sequence bigint not null,
    events bigint not null,
    at bigint not null,
    primary key (district, actor, token)
);
create index form_token_at on form_token (district, at);
create index form_token_stream on form_token (district, stream);

create table outbox (
    district bigint not null,
    id text collate "C" not null,
    person text collate "C" not null,
    address text not null,
    kind text collate "C" not null,
    subject text not null,
    body text not null,
    parts text not null,
    created_at bigint not null,
    due_at bigint not null,
    tries bigint not null,
    sent_at bigint,
    failed_at bigint,
    error text not null,
    primary key (district, id)
);
create index outbox_due on outbox (district, due_at) where sent_at is null and failed_at is null;

create table session (
    district bigint not null,
    token bytea not null,
    person text collate "C" not null,
    begun bigint not null,
    last_seen bigint not null,
    primary key (district, token)
);
create index session_person on session (district, person);
create index session_begun on session (district, begun);

create table link (
    district bigint not null,
    token bytea not null,
    person text collate "C" not null,
    kind text collate "C" not null,
    expires bigint not null,
    used_at bigint,
    primary key (district, token)
);
create index link_expires on link (district, expires);

create table attempt (
    district bigint not null,
    id text collate "C" not null,
    what bytea not null,
    at bigint not null,
    primary key (district, id)
);
create index attempt_what on attempt (district, what, at);
create index attempt_at on attempt (district, at);

create table receipt (
    district bigint not null,
    teacher text collate "C" not null,
    year text collate "C" not null,
    reader text collate "C" not null,
    thing text collate "C" not null,
    day text collate "C" not null,
    at bigint not null,
    primary key (district, teacher, year, reader, thing, day)
);
