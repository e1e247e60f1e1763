-- Which silos make up a cluster. Orleans' ADO.NET providers bring no statements: each reads those it needs from
-- OrleansQuery by key. The name of that table, its two columns, the keys, the parameters (@Name) and the names of the
-- columns that come back are theirs; whatever stands behind a statement is ours.
create table orleansquery (
    querykey text primary key,
    querytext text not null
);

comment on table orleansquery is 'The statements that Orleans'' ADO.NET providers run, by key; read by each process at its start.';

create table orleans_membership_version (
    deployment_id text primary key,
    version int not null default 0,
    changed_at timestamptz not null default now()
);

comment on table orleans_membership_version is 'A row for each cluster. Whoever changes its silos names the version that was read, and raises it.';

-- As good as every write is the sign of life of a row, which touches no index.
create table orleans_membership (
    deployment_id text not null references orleans_membership_version,
    address text not null,
    port int not null,
    generation int not null,
    silo_name text not null,
    host_name text not null,
    status int not null,
    proxy_port int not null,
    suspect_times text,
    start_time timestamptz not null,
    alive_time timestamptz not null,
    primary key (deployment_id, address, port, generation)
) with (fillfactor = 70);

comment on table orleans_membership is 'Every silo that joined a cluster, until it is cleaned up after its end.';
comment on column orleans_membership.deployment_id is 'Cluster:ClusterId.';
comment on column orleans_membership.generation is 'Tells silos apart that had the same address and port one after the other.';
comment on column orleans_membership.status is '1 created, 2 joining, 3 active, 4 shutting down, 5 stopping, 6 dead.';
comment on column orleans_membership.proxy_port is 'Where clients connect; 0 where none can.';
comment on column orleans_membership.suspect_times is 'Which silos took it for dead, and when; as Orleans writes it.';
comment on column orleans_membership.alive_time is 'The last sign of life that it wrote.';

-- True where this call made the cluster's row. Of two silos that start together one does.
insert into orleansquery values ('InsertMembershipVersionKey', $query$
with made as (
    insert into orleans_membership_version (deployment_id) values (@DeploymentId)
    on conflict do nothing
    returning 1
)
select exists (select from made)
$query$);

-- The version is what orders changes: who waited for another one to change it finds that it is no longer the one he
-- named, and changes nothing.
insert into orleansquery values ('InsertMembershipKey', $query$
with turn as (
    update orleans_membership_version v
    set version = v.version + 1, changed_at = now()
    where v.deployment_id = @DeploymentId and v.version = @Version
        and not exists (
            select from orleans_membership m
            where m.deployment_id = @DeploymentId and m.address = @Address and m.port = @Port and m.generation = @Generation
        )
    returning v.deployment_id
), joined as (
    insert into orleans_membership (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, alive_time)
    select t.deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    from turn t
    returning 1
)
select exists (select from joined)
$query$);

insert into orleansquery values ('UpdateMembershipKey', $query$
with turn as (
    update orleans_membership_version v
    set version = v.version + 1, changed_at = now()
    where v.deployment_id = @DeploymentId and v.version = @Version
        and exists (
            select from orleans_membership m
            where m.deployment_id = @DeploymentId and m.address = @Address and m.port = @Port and m.generation = @Generation
        )
    returning v.deployment_id
), changed as (
    update orleans_membership m
    set status = @Status, suspect_times = @SuspectTimes, alive_time = @IAmAliveTime
    from turn t
    where m.deployment_id = t.deployment_id and m.address = @Address and m.port = @Port and m.generation = @Generation
    returning 1
)
select exists (select from changed)
$query$);

-- A sign of life is no change of the cluster: it leaves the version alone.
insert into orleansquery values ('UpdateIAmAlivetimeKey', $query$
update orleans_membership
set alive_time = @IAmAliveTime
where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
$query$);

-- A row also where there is no silo: it tells the version.
insert into orleansquery values ('MembershipReadRowKey', $query$
select
    m.address as Address, m.port as Port, m.generation as Generation, m.silo_name as SiloName, m.host_name as HostName,
    m.status as Status, m.proxy_port as ProxyPort, m.suspect_times as SuspectTimes, m.start_time as StartTime,
    m.alive_time as IAmAliveTime, v.version as Version
from orleans_membership_version v
left join orleans_membership m
    on m.deployment_id = v.deployment_id and m.address = @Address and m.port = @Port and m.generation = @Generation
where v.deployment_id = @DeploymentId
$query$);

insert into orleansquery values ('MembershipReadAllKey', $query$
select
    m.address as Address, m.port as Port, m.generation as Generation, m.silo_name as SiloName, m.host_name as HostName,
    m.status as Status, m.proxy_port as ProxyPort, m.suspect_times as SuspectTimes, m.start_time as StartTime,
    m.alive_time as IAmAliveTime, v.version as Version
from orleans_membership_version v
left join orleans_membership m on m.deployment_id = v.deployment_id
where v.deployment_id = @DeploymentId
$query$);

insert into orleansquery values ('GatewaysQueryKey', $query$
select address as Address, proxy_port as ProxyPort, generation as Generation
from orleans_membership
where deployment_id = @DeploymentId and status = @Status and proxy_port > 0
$query$);

-- Silos that ended, or never got as far as being active, and have been silent for long.
insert into orleansquery values ('CleanupDefunctSiloEntriesKey', $query$
delete from orleans_membership
where deployment_id = @DeploymentId and alive_time < @IAmAliveTime and status <> 3
$query$);

insert into orleansquery values ('DeleteMembershipTableEntriesKey', $query$
delete from orleans_membership where deployment_id = @DeploymentId;
delete from orleans_membership_version where deployment_id = @DeploymentId
$query$);
