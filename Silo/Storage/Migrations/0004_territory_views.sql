-- For others' SQL: what the server may change in its own tables, these keep. docs/sql.md has examples.

create view territory_facility as
select
    (e.state ->> 'worldId')::int as world,
    (e.state ->> 'zoneId')::bigint as zone,
    e.state #>> '{map,name}' as zone_name,
    f.id::int as facility,
    r.region ->> 'name' as facility_name,
    r.region ->> 'type' as facility_type,
    (r.region ->> 'regionId')::int as region,
    (f.facility ->> 'owner')::int as faction,
    (f.facility ->> 'outfitId')::bigint as outfit,
    (f.facility ->> 'capturedAt')::timestamptz as captured_at,
    coalesce((f.facility ->> 'uncertaintySeconds')::int, 0) as uncertainty_seconds,
    f.facility ->> 'source' as source,
    e.state ->> 'status' as zone_status,
    (e.state ->> 'lockedBy')::int as zone_locked_by,
    coalesce((e.state ->> 'retired')::boolean, false) as zone_retired,
    e.key,
    e.version as seq,
    e.at as committed_at
from entity e
cross join lateral jsonb_each(e.state -> 'facilities') as f (id, facility)
left join lateral jsonb_array_elements(e.state #> '{map,regions}') as r (region) on r.region ->> 'facilityId' = f.id
where e.system = 'territory' and e.type = 'zone';

comment on view territory_facility is 'Who holds each facility now. Factions: 0 none, 1 Vanu Sovereignty, 2 New Conglomerate, 3 Terran Republic, 4 NS Operatives.';
comment on column territory_facility.world is 'The world''s id in the game.';
comment on column territory_facility.zone is 'The zone''s id, or that of the instance of a dynamic zone.';
comment on column territory_facility.zone_name is 'Such as Indar; null until the zone''s static data was read.';
comment on column territory_facility.facility is 'facility_id in the game.';
comment on column territory_facility.facility_name is 'Null until the zone''s static data was read.';
comment on column territory_facility.facility_type is 'Such as Bio Lab; null until the zone''s static data was read.';
comment on column territory_facility.region is 'map_region_id in the game; null until the zone''s static data was read.';
comment on column territory_facility.faction is 'Who holds it.';
comment on column territory_facility.outfit is 'The outfit that captured it; null where none did, or where the source does not tell.';
comment on column territory_facility.captured_at is 'When it was captured, in the game''s time; null where only the holder is known.';
comment on column territory_facility.uncertainty_seconds is 'How much earlier than captured_at it may have been.';
comment on column territory_facility.source is 'Who told, in rising order of trust: mapPoll, playerFacilityCapture, facilityControl.';
comment on column territory_facility.zone_status is 'Of the zone: open, locked, unknown.';
comment on column territory_facility.zone_locked_by is 'The faction that locked the zone; null where it is open, or it is not known by whom.';
comment on column territory_facility.zone_retired is 'True for an instance of a dynamic zone that fell silent.';
comment on column territory_facility.key is 'The zone''s key in entity and entity_event.';
comment on column territory_facility.seq is 'Sequence of the last event in the zone''s state.';
comment on column territory_facility.committed_at is 'Commit time of that event.';

create view territory_capture as
select
    split_part(v.key, '/', 2)::int as world,
    split_part(v.key, '/', 3)::bigint as zone,
    (v.body ->> 'facilityId')::int as facility,
    (v.body ->> 'oldFaction')::int as old_faction,
    (v.body ->> 'newFaction')::int as new_faction,
    (v.body ->> 'outfitId')::bigint as outfit,
    (v.body ->> 'occurredAt')::timestamptz as occurred_at,
    v.at as committed_at,
    coalesce((v.body ->> 'uncertaintySeconds')::int, 0) as uncertainty_seconds,
    (v.body ->> 'heldSeconds')::bigint as held_seconds,
    v.body ->> 'source' as source,
    coalesce((v.body ->> 'restates')::boolean, false) as restates,
    coalesce(v.body -> 'participants', '[]'::jsonb) as participants,
    v.key,
    v.seq,
    v.commit
from entity_event v
where v.system = 'territory' and v.type = 'facilityCaptured';

comment on view territory_capture is 'Every capture in the kept history. Filter by committed_at where possible: it tells which months need not be read.';
comment on column territory_capture.world is 'The world''s id in the game.';
comment on column territory_capture.zone is 'The zone''s id, or that of the instance of a dynamic zone.';
comment on column territory_capture.facility is 'facility_id in the game; join territory_facility for its name.';
comment on column territory_capture.old_faction is 'Who lost it; 0 where nobody held it.';
comment on column territory_capture.new_faction is 'Who took it.';
comment on column territory_capture.outfit is 'The capturing outfit; null where none, or where the source does not tell.';
comment on column territory_capture.occurred_at is 'When, in the game''s time.';
comment on column territory_capture.committed_at is 'When it was stored; years later where a recording was replayed.';
comment on column territory_capture.uncertainty_seconds is 'How much earlier than occurred_at it may have been.';
comment on column territory_capture.held_seconds is 'How long the loser had held it; null where the source does not tell.';
comment on column territory_capture.source is 'Who told, in rising order of trust: mapPoll, playerFacilityCapture, facilityControl.';
comment on column territory_capture.restates is 'True where a less trusted source had told of this capture already: counts leave these out.';
comment on column territory_capture.participants is 'Character ids of the capturing players where known, as a JSON array.';
comment on column territory_capture.key is 'The zone''s key in entity and entity_event.';
comment on column territory_capture.seq is 'Place in the zone''s history.';
comment on column territory_capture.commit is 'Number of the commit; follow the history in the order of commit, key, seq.';
