-- As many players as :players, put into sectors as the silo's are.
INSERT INTO player (id, username, current_ship_id, current_sector_id, turns)
SELECT p, 'Captain ' || p, 'ship-' || p, 1 + (p - 1) % (SELECT count(*) FROM sector), 1000000000
FROM generate_series(1, :players) AS p;

INSERT INTO ship (id, name, type, sector_id)
SELECT current_ship_id, 'Quickstrike', 'FAST_COURIER', current_sector_id FROM player;

UPDATE sector SET players_present = here.players, ships_present = here.ships
FROM (
    SELECT current_sector_id,
        jsonb_agg(jsonb_build_object(
            'player_id', player.id::text, 'username', username, 'ship_id', ship.id, 'ship_name', ship.name, 'ship_type', ship.type,
            'team_id', team_id, 'arrived_at', now())) AS players,
        jsonb_agg(jsonb_build_object(
            'ship_id', ship.id, 'ship_name', ship.name, 'ship_type', ship.type, 'pilot_id', player.id::text)) AS ships
    FROM player JOIN ship ON ship.id = current_ship_id
    GROUP BY current_sector_id
) AS here
WHERE here.current_sector_id = sector.id;

ANALYZE;
