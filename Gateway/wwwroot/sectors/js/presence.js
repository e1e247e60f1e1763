/**
 * Who is where, by the players' own records: read as a whole, and kept up by what is announced. Each player's sequence says
 * which of two tidings is the newer.
 */
export class PresenceBook {
  #players = new Map();
  // Of players who are nowhere, so that a reading from before does not bring them back.
  #gone = new Map();
  isKnown = false;

  get players() {
    return [...this.#players.values()];
  }

  /** How many are where, by sector. */
  get counts() {
    const counts = new Map();
    for (const { sector } of this.#players.values()) {
      counts.set(sector, (counts.get(sector) ?? 0) + 1);
    }
    return counts;
  }

  of(player) {
    return this.#players.get(player) ?? null;
  }

  in(sector) {
    return this.players.filter(player => player.sector === sector);
  }

  clear() {
    this.#players.clear();
    this.#gone.clear();
    this.isKnown = false;
  }

  /** As GET /presence has it. */
  read({ players }) {
    const before = this.#players;
    this.#players = new Map();
    for (const { player, sequence, sector, isActive, entry } of players) {
      const known = before.get(player);
      if (known && known.sequence > sequence) {
        this.#players.set(player, known);
      } else if (!(this.#gone.get(player) > sequence)) {
        this.#players.set(player, {
          player, sequence, sector: String(sector), isActive, name: entry.username, ship: entry.ship_name, shipType: entry.ship_type, team: entry.team_id, since: entry.arrived_at,
        });
      }
    }
    // Whoever came after it was read.
    for (const [player, known] of before) {
      if (known.isNew && !this.#players.has(player)) {
        this.#players.set(player, { ...known, isNew: false });
      }
    }
    this.isKnown = true;
  }

  /** A player as GET has it; true where that is news. */
  see({ player, sequence, sector, isPresent, isActive, username, team, ship, arrivedAt }) {
    const known = this.#players.get(player);
    if (!isPresent || (known?.sequence ?? this.#gone.get(player) ?? -1) >= sequence) {
      return false;
    }
    this.#players.set(player, {
      player, sequence, sector: String(sector), isActive, name: username, ship: ship.name, shipType: ship.type, team, since: arrivedAt, isNew: known === undefined,
    });
    return true;
  }

  /**
   * What is announced of a player.
   * @returns {{player: object|null, from: string|null, to: string|null}|null} who moved from where to where, null for what changes nothing.
   */
  hear({ sequence, at, event }) {
    const player = event.player_id;
    const known = this.#players.get(player) ?? null;
    if ((known?.sequence ?? this.#gone.get(player) ?? -1) >= sequence) {
      return null;
    }
    const to = { 'player.moved': event.to, 'player.teleported': event.to, 'player.spawned': event.sector_id, 'player.returned': event.sector_id }[event.type];
    if (to !== undefined) {
      const next = {
        isActive: true, ...known, player, sequence, sector: String(to), since: event.occurred_at ?? at, isNew: known === null,
        name: event.username ?? known?.name ?? player, ship: event.ship_name ?? known?.ship ?? '', shipType: event.ship_type ?? known?.shipType ?? '', team: event.team_id ?? known?.team ?? null,
      };
      this.#players.set(player, next);
      return { player: next, from: known?.sector ?? (event.from === undefined ? null : String(event.from)), to: next.sector };
    }
    if (event.type === 'player.swept') {
      this.#players.delete(player);
      this.#gone.set(player, sequence);
      return { player: known, from: known?.sector ?? null, to: null };
    }
    return null;
  }
}
