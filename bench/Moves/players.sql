-- As many players as :players, put into sectors as the silo's are.
INSERT INTO player (id, username, ship_id, ship_name, ship_type, current_sector_id, turns)
SELECT p, 'Captain ' || p, 'ship-' || p, 'Quickstrike', 'FAST_COURIER', 1 + (p - 1) % (SELECT count(*) FROM sector), 1000000000
FROM generate_series(1, :players) AS p;

UPDATE sector SET players_present = here.entries
FROM (
    SELECT current_sector_id, jsonb_agg(jsonb_build_object(
        'player_id', id::text, 'username', username, 'ship_id', ship_id, 'ship_name', ship_name, 'ship_type', ship_type,
        'team_id', team_id, 'arrived_at', now())) AS entries
    FROM player
    GROUP BY current_sector_id
) AS here
WHERE here.current_sector_id = sector.id;

ANALYZE;
