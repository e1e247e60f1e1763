-- A move as one transaction: the player is locked, both lists of the two sectors are rewritten, all is committed or nothing.
-- The sectors are locked in the order of their ids, so that no two moves wait for each other.
\set player random(1, :players)
BEGIN;
SELECT current_sector_id AS old, current_ship_id AS ship FROM player WHERE id = :player FOR UPDATE \gset
SELECT links[1 + floor(random() * cardinality(links))::int] AS new FROM sector WHERE id = :old \gset
SELECT count(*) FROM (SELECT 1 FROM sector WHERE id IN (:old, :new) ORDER BY id FOR UPDATE) AS locked;
UPDATE sector SET
    players_present = (
        SELECT coalesce(jsonb_agg(entry), '[]') FROM jsonb_array_elements(players_present) AS entry WHERE entry ->> 'player_id' <> :player::text),
    ships_present = (
        SELECT coalesce(jsonb_agg(entry), '[]') FROM jsonb_array_elements(ships_present) AS entry WHERE entry ->> 'ship_id' <> :ship)
WHERE id = :old;
UPDATE sector SET
    players_present = (
        SELECT coalesce(jsonb_agg(entry), '[]') FROM jsonb_array_elements(players_present) AS entry WHERE entry ->> 'player_id' <> :player::text)
        || (SELECT jsonb_build_object(
            'player_id', player.id::text, 'username', username, 'ship_id', ship.id, 'ship_name', ship.name, 'ship_type', ship.type,
            'team_id', team_id, 'arrived_at', now()) FROM player JOIN ship ON ship.id = current_ship_id WHERE player.id = :player),
    ships_present = (
        SELECT coalesce(jsonb_agg(entry), '[]') FROM jsonb_array_elements(ships_present) AS entry WHERE entry ->> 'ship_id' <> :ship)
        || (SELECT jsonb_build_object('ship_id', id, 'ship_name', name, 'ship_type', type, 'pilot_id', :player::text) FROM ship WHERE id = :ship)
WHERE id = :new;
UPDATE ship SET sector_id = :new WHERE id = :ship;
UPDATE player SET current_sector_id = :new, is_docked = false, is_landed = false, current_port_id = NULL, current_planet_id = NULL,
    turns = turns - 1, aria_total_interactions = aria_total_interactions + 1, last_activity_at = now()
WHERE id = :player;
COMMIT;
