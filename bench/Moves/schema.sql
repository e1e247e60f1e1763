-- The specification's design: rows of players and of their ships, and a row a sector, whose lists are two jsonb columns.
CREATE TABLE sector (
    id int PRIMARY KEY,
    name text NOT NULL,
    type text NOT NULL,
    hazard_level double precision NOT NULL,
    defenses jsonb NOT NULL,
    links int[] NOT NULL,
    players_present jsonb NOT NULL DEFAULT '[]',
    ships_present jsonb NOT NULL DEFAULT '[]'
);

CREATE TABLE ship (
    id text PRIMARY KEY,
    name text NOT NULL,
    type text NOT NULL,
    sector_id int NOT NULL
);

CREATE TABLE player (
    id int PRIMARY KEY,
    username text NOT NULL,
    team_id text,
    current_ship_id text NOT NULL,
    current_sector_id int NOT NULL,
    is_docked boolean NOT NULL DEFAULT false,
    is_landed boolean NOT NULL DEFAULT false,
    current_port_id text,
    current_planet_id text,
    turns int NOT NULL,
    aria_total_interactions int NOT NULL DEFAULT 0,
    last_activity_at timestamptz NOT NULL DEFAULT now()
);
