-- The toolkit library beside its streams: files by their digest, and what each reader saw last of a page.

create table file (
    district bigint not null,
    digest text collate "C" not null,
    bytes bytea not null,
    at bigint not null,
    primary key (district, digest)
);

-- Texts of pages as they were shown, once each; readers name them by digest.
create table library_text (
    district bigint not null,
    digest text collate "C" not null,
    text text not null,
    primary key (district, digest)
);

create table library_read (
    district bigint not null,
    person text collate "C" not null,
    entry text collate "C" not null,
    language text collate "C" not null,
    digest text collate "C" not null,
    -- When this text was read first and last.
    first_at bigint not null,
    last_at bigint not null,
    -- The text that was read before it; '' where there was none.
    before text collate "C" not null,
    before_at bigint not null,
    primary key (district, person, entry, language)
);
create index library_read_language on library_read (district, person, language);
