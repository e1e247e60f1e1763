-- States that Orleans' ADO.NET grain storage keeps: a cluster's subscriptions to streams; with Storage:Provider=AdoNet
-- also entities.
create table orleans_storage (
    service_id text not null,
    grain_type text not null,
    grain_type_hash int not null,
    grain_hash int not null,
    grain_n0 bigint not null,
    grain_n1 bigint not null,
    grain_text text not null,
    version int not null,
    modified_at timestamptz not null,
    payload bytea
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

comment on table orleans_storage is 'States that Orleans'' ADO.NET grain storage keeps.';
comment on column orleans_storage.service_id is 'Cluster:ServiceId.';
comment on column orleans_storage.grain_type is 'What the state is called, such as territory/zone.';
comment on column orleans_storage.grain_n0 is 'With grain_n1: the key, or the part of it that is a number or a UUID; else 0.';
comment on column orleans_storage.grain_text is 'The key, or what it has beside a number or a UUID; empty where nothing.';
comment on column orleans_storage.version is 'Of the last write, from 1; the next one must name it.';
comment on column orleans_storage.payload is 'The state; null once it was cleared.';

-- The hashes come first: they part nearly all rows by eight bytes.
create unique index orleans_storage_grain on orleans_storage (grain_hash, grain_type_hash, grain_n0, grain_n1, grain_text, grain_type, service_id);

-- No row comes back where the state is not of the version that was named, or where none was named and it is there
-- already: to the provider both are a conflict.
insert into orleansquery values ('WriteToStorageKey', $query$
with changed as (
    update orleans_storage s
    set version = s.version + 1, modified_at = now(), payload = @PayloadBinary
    where s.grain_hash = @GrainIdHash and s.grain_type_hash = @GrainTypeHash and s.grain_n0 = @GrainIdN0 and s.grain_n1 = @GrainIdN1
        and s.grain_text = coalesce(@GrainIdExtensionString, '') and s.grain_type = @GrainTypeString and s.service_id = @ServiceId
        and s.version = @GrainStateVersion
    returning s.version
), added as (
    insert into orleans_storage (service_id, grain_type, grain_type_hash, grain_hash, grain_n0, grain_n1, grain_text, version, modified_at, payload)
    select @ServiceId, @GrainTypeString, @GrainTypeHash, @GrainIdHash, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''), 1, now(), @PayloadBinary
    where @GrainStateVersion is null
    on conflict do nothing
    returning version
)
select version as NewGrainStateVersion from changed
union all
select version from added
$query$);

insert into orleansquery values ('ReadFromStorageKey', $query$
select payload as PayloadBinary, version as Version
from orleans_storage
where grain_hash = @GrainIdHash and grain_type_hash = @GrainTypeHash and grain_n0 = @GrainIdN0 and grain_n1 = @GrainIdN1
    and grain_text = coalesce(@GrainIdExtensionString, '') and grain_type = @GrainTypeString and service_id = @ServiceId
$query$);

-- The row stays, with its version: a state that is written again goes on from there.
insert into orleansquery values ('ClearStorageKey', $query$
update orleans_storage
set version = version + 1, modified_at = now(), payload = null
where grain_hash = @GrainIdHash and grain_type_hash = @GrainTypeHash and grain_n0 = @GrainIdN0 and grain_n1 = @GrainIdN1
    and grain_text = coalesce(@GrainIdExtensionString, '') and grain_type = @GrainTypeString and service_id = @ServiceId
    and version = @GrainStateVersion
returning version as NewGrainStateVersion
$query$);

-- Answers with the version after the one that was deleted: a version that did not change is a conflict to the provider.
insert into orleansquery values ('DeleteStorageKey', $query$
delete from orleans_storage
where grain_hash = @GrainIdHash and grain_type_hash = @GrainTypeHash and grain_n0 = @GrainIdN0 and grain_n1 = @GrainIdN1
    and grain_text = coalesce(@GrainIdExtensionString, '') and grain_type = @GrainTypeString and service_id = @ServiceId
    and version = @GrainStateVersion
returning version + 1 as NewGrainStateVersion
$query$);
