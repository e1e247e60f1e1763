-- A move as one transaction: the player is locked, the two sectors' lists are rewritten, all is committed or nothing.
-- The sectors are locked in the order of their ids, so that no two moves wait for each other.
\set player random(1, :players)
BEGIN;
SELECT current_sector_id AS old FROM player WHERE id = :player FOR UPDATE \gset
SELECT links[1 + floor(random() * cardinality(links))::int] AS new FROM sector WHERE id = :old \gset
SELECT count(*) FROM (SELECT 1 FROM sector WHERE id IN (:old, :new) ORDER BY id FOR UPDATE) AS locked;
UPDATE sector SET players_present = (
    SELECT coalesce(jsonb_agg(entry), '[]') FROM jsonb_array_elements(players_present) AS entry WHERE entry ->> 'player_id' <> :player::text)
WHERE id = :old;
UPDATE sector SET players_present = (
    SELECT coalesce(jsonb_agg(entry), '[]') FROM jsonb_array_elements(players_present) AS entry WHERE entry ->> 'player_id' <> :player::text)
    || (SELECT jsonb_build_object(
        'player_id', id::text, 'username', username, 'ship_id', ship_id, 'ship_name', ship_name, 'ship_type', ship_type,
        'team_id', team_id, 'arrived_at', now()) FROM player WHERE id = :player)
WHERE id = :new;
UPDATE player SET current_sector_id = :new, is_docked = false, is_landed = false, current_port_id = NULL, current_planet_id = NULL,
    turns = turns - 1, aria_total_interactions = aria_total_interactions + 1, last_activity_at = now()
WHERE id = :player;
COMMIT;
