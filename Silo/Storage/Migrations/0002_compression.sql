-- lz4 costs a fraction of the time of the default on states of some kilobytes. Servers built without it, and those
-- before 14, keep the default. Partitions take it over as they are made.
do $$
begin
    execute 'alter table entity alter column state set compression lz4';
    execute 'alter table entity_checkpoint alter column state set compression lz4';
    execute 'alter table entity_event alter column body set compression lz4';
exception
    when feature_not_supported or syntax_error or invalid_parameter_value then
        raise notice 'lz4 is not available: %', sqlerrm;
end
$$;
