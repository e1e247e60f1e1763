-- What is pending changes with nearly every write of an entity that owes others much. In an index's condition it would
-- keep each of those writes from staying on its page, and make it touch every index. Whether there is something changes
-- seldom.
alter table entity add column owes boolean not null generated always as (pending is not null) stored;

comment on column entity.owes is 'True where something is pending.';

create index entity_owing on entity (system, key) where owes;
drop index entity_pending;
