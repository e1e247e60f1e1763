-- What grains asked to be reminded of. Each silo looks after the grains whose hash falls into its part of a ring.
create table orleans_reminder (
    service_id text not null,
    grain_id text not null,
    name text not null,
    grain_hash int not null,
    start_time timestamptz not null,
    period bigint not null,
    version int not null,
    primary key (service_id, grain_id, name)
);

comment on table orleans_reminder is 'What grains asked to be reminded of.';
comment on column orleans_reminder.service_id is 'Cluster:ServiceId.';
comment on column orleans_reminder.grain_hash is 'The grain''s place on the ring, an unsigned number kept as a signed one of the same bits.';
comment on column orleans_reminder.period is 'In milliseconds.';
comment on column orleans_reminder.version is 'Of the last write; whoever deletes names it.';

create index orleans_reminder_hash on orleans_reminder (service_id, grain_hash);

-- One for all: a reminder that is made anew has none of the versions it had before it was deleted.
create sequence orleans_reminder_version as int cycle;

insert into orleansquery values ('UpsertReminderRowKey', $query$
insert into orleans_reminder as r (service_id, grain_id, name, grain_hash, start_time, period, version)
values (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period, nextval('orleans_reminder_version'))
on conflict (service_id, grain_id, name) do update
set grain_hash = excluded.grain_hash, start_time = excluded.start_time, period = excluded.period, version = excluded.version
returning r.version as Version
$query$);

insert into orleansquery values ('ReadReminderRowKey', $query$
select grain_id as GrainId, name as ReminderName, start_time as StartTime, period as Period, version as Version
from orleans_reminder
where service_id = @ServiceId and grain_id = @GrainId and name = @ReminderName
$query$);

insert into orleansquery values ('ReadReminderRowsKey', $query$
select grain_id as GrainId, name as ReminderName, start_time as StartTime, period as Period, version as Version
from orleans_reminder
where service_id = @ServiceId and grain_id = @GrainId
$query$);

-- A part of the ring, without its begin and with its end. The first is asked where the end, as a signed number, is the
-- greater one; the second where the part goes on from the greatest number to the least, or is the whole ring.
insert into orleansquery values ('ReadRangeRows1Key', $query$
select grain_id as GrainId, name as ReminderName, start_time as StartTime, period as Period, version as Version
from orleans_reminder
where service_id = @ServiceId and grain_hash > @BeginHash and grain_hash <= @EndHash
$query$);

insert into orleansquery values ('ReadRangeRows2Key', $query$
select grain_id as GrainId, name as ReminderName, start_time as StartTime, period as Period, version as Version
from orleans_reminder
where service_id = @ServiceId and (grain_hash > @BeginHash or grain_hash <= @EndHash)
$query$);

insert into orleansquery values ('DeleteReminderRowKey', $query$
with gone as (
    delete from orleans_reminder
    where service_id = @ServiceId and grain_id = @GrainId and name = @ReminderName and version = @Version
    returning 1
)
select exists (select from gone)
$query$);

insert into orleansquery values ('DeleteReminderRowsKey', $query$
delete from orleans_reminder where service_id = @ServiceId
$query$);
