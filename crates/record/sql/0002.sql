-- Feedback beside the journal (docs/decisions/0007-anonymous-feedback.md). What an audience says in a round is one row,
-- the same in whatever order people answer; it has no place, no time and no person.
create table feedback_gathered (
    district bigint not null,
    round text collate "C" not null,
    audience text collate "C" not null,
    json text not null,
    primary key (district, round, audience)
) /* without rowid */;

-- Who has taken part, so that nobody answers twice. Written for several people at once, in the order of their ids.
create table feedback_participation (
    district bigint not null,
    round text collate "C" not null,
    person text collate "C" not null,
    primary key (district, round, person)
) /* without rowid */;
