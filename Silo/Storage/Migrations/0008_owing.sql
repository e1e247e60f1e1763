-- What is pending changes with nearly every write of an entity that owes others much. In an index's condition it would
-- keep each of those writes from staying on its page, and make it touch every index. Whether there is something changes
-- seldom.
drop index entity_pending;

-- Nobody searches in these: as text they are checked and kept, as jsonb they would be taken apart at each write.
alter table entity alter column pending type json using pending::json, alter column received type json using received::json;

alter table entity add column owes boolean not null generated always as (pending is not null) stored;

comment on column entity.owes is 'True where something is pending.';

create index entity_owing on entity (system, key) where owes;

-- Rows of a few kilobytes are rewritten as they are, rather than compressed, and set aside where that does not help.
alter table entity set (toast_tuple_target = 4080);

do $$
begin
    execute 'alter table entity alter column pending set compression lz4, alter column received set compression lz4';
exception
    when feature_not_supported or syntax_error or invalid_parameter_value then
        raise notice 'lz4 is not available: %', sqlerrm;
end
$$;
