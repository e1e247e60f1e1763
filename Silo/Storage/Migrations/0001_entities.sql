-- Entities and their history. A row of entity is written together with its new rows of entity_event, or not at all.

-- Rows are written over and over: half of each page is left free, so that most rewrites stay on their page and touch no index.
create table entity (
    system text not null,
    key text not null,
    version bigint not null,
    at timestamptz not null,
    commit_id uuid not null,
    type text not null,
    state jsonb not null,
    pending jsonb,
    received jsonb,
    primary key (system, key)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

comment on table entity is 'The current state of every entity.';
comment on column entity.system is 'The system''s name, such as territory.';
comment on column entity.key is 'The entity''s key, such as ps2/10/2.';
comment on column entity.version is 'Sequence of the last event in state.';
comment on column entity.at is 'Commit time of that event.';
comment on column entity.commit_id is 'Of the write that made this row; the next write must name it.';
comment on column entity.type is 'The kind of entity; names the shape of state.';
comment on column entity.pending is 'What other entities must still be told, oldest first; null where nothing.';
comment on column entity.received is 'The last thing this entity was told by each other one; null where none ever did.';

create index entity_pending on entity (system, key) where pending is not null;

-- Partitioned by system, then by month of at; partitions are made by the server as they are needed.
-- That the row of entity is guarded is what makes (system, key, seq) unique.
create table entity_event (
    system text not null,
    key text not null,
    seq bigint not null,
    at timestamptz not null,
    commit bigint not null,
    type text not null,
    body jsonb not null
) partition by list (system);

comment on table entity_event is 'The history of every entity, never changed once written.';
comment on column entity_event.seq is 'Place in the entity''s history; from 1, without holes.';
comment on column entity_event.at is 'Commit time; the game''s own time is in body.';
comment on column entity_event.commit is 'Number of the commit; rows of one commit share it.';
comment on column entity_event.type is 'What happened; names the shape of body.';

create index entity_event_key_seq on entity_event (key, seq);
create index entity_event_commit on entity_event (commit);

create table entity_checkpoint (
    system text not null,
    key text not null,
    seq bigint not null,
    at timestamptz not null,
    type text not null,
    state jsonb not null,
    primary key (system, key, seq)
);

comment on table entity_checkpoint is 'States of the past, so that not every fold begins with the first event.';

create sequence entity_commit;

-- Begun, so that every number taken later is greater than last_value.
select nextval('entity_commit');

-- Numbers a commit, and holds a lock under a number below it until the transaction ends: entity_commit_horizon()
-- tells by these locks which numbers can still be committed. The lock comes before the number, so that there is no
-- instant at which a number is taken and not seen.
create function entity_commit_begin() returns bigint language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(1197949761, (select last_value & 2147483647 from entity_commit)::int);
    return nextval('entity_commit');
end
$$;

-- The greatest number at or below which nothing can be committed any more. Rows are to be read in a later statement.
-- The sequence is read before the locks: who takes a number after that takes a greater one.
create function entity_commit_horizon() returns bigint language plpgsql volatile as $$
declare
    latest bigint;
    oldest bigint;
begin
    select last_value into latest from entity_commit;
    select min(latest - ((latest - l.objid::bigint) & 2147483647)) into oldest
    from pg_locks l
    where l.locktype = 'advisory' and l.classid::bigint = 1197949761 and l.objsubid = 2
        and l.database = (select oid from pg_database where datname = current_database());
    return least(latest, coalesce(oldest, latest));
end
$$;
