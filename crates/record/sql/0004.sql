-- Whose question it is and to whom it went, so that both find theirs; empty for every other thing.
alter table summary add column asks text collate "C" not null default '';
alter table summary add column answers text collate "C" not null default '';
create index summary_asks on summary (district, kind, asks, sort);
create index summary_answers on summary (district, kind, answers, sort);
