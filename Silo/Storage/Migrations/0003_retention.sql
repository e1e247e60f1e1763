-- What was dropped of each system, so that who asks for what is gone is told so.
create table entity_dropped (
    system text primary key,
    until timestamptz not null,
    last_commit bigint not null,
    last_key text not null,
    last_seq bigint not null
);

comment on table entity_dropped is 'Up to where the history of each system was dropped; no row where none was.';
comment on column entity_dropped.until is 'Events from before this instant are gone.';
comment on column entity_dropped.last_commit is 'Commit of the last event that is gone, in the order of commit, key, seq.';
comment on column entity_dropped.last_key is 'Its entity.';
comment on column entity_dropped.last_seq is 'Its place in that entity''s history.';
