import { applyWorldEvent, applyZoneEvent } from './reduce.js';
import { tickerEntry } from './entries.js';

const mostEntries = 400;

/**
 * What the page knows. Views listen for: `worlds`, `zone` (key, changed facility ids, whether it was replaced, the
 * event), `ticker`, `connection`, `selection`, `past`.
 */
export class Store extends EventTarget {
  worlds = new Map();
  zones = new Map();
  entries = [];
  connection = { state: 'connecting', retryAt: null };
  selection = { world: null, zone: null, facility: null, at: null };
  past = null;
  loaded = false;
  #known = new Set();

  get world() {
    return this.worlds.get(this.selection.world) ?? null;
  }

  get zoneKey() {
    return `${this.selection.world}/${this.selection.zone}`;
  }

  /** The chosen continent: as it is, or as it was where an instant is chosen. */
  get zone() {
    return this.selection.at === null ? this.zones.get(this.zoneKey) ?? null : this.past?.view ?? null;
  }

  /** The instant that {@link zone} is of; null where it is of now. */
  get shownAt() {
    return this.selection.at === null ? null : this.past?.at ?? null;
  }

  setConnection(connection) {
    this.connection = connection;
    this.#tell('connection');
  }

  select(selection) {
    this.selection = { ...this.selection, ...selection };
    this.#tell('selection');
  }

  /** What is known of the past that was asked for: `{ key, at, view, entries, pending, problem }`; null for none. */
  setPast(past) {
    this.past = past;
    this.#tell('past');
  }

  /** The list as HTTP tells it, with the measures that no event carries. */
  setWorlds(worlds) {
    this.worlds = new Map(worlds.map(w => [w.worldId, this.#newer(this.worlds.get(w.worldId), w)]));
    this.loaded = true;
    this.#tell('worlds');
  }

  replace(topic, view) {
    if ('zoneId' in view) {
      this.replaceZone(view);
    } else {
      this.worlds.set(view.worldId, view);
      this.#tell('worlds');
    }
  }

  replaceZone(view) {
    const key = `${view.worldId}/${view.zoneId}`;
    const before = new Map(this.zones.get(key)?.facilities.map(f => [f.facilityId, f.factionId]));
    const changed = view.facilities.filter(f => before.has(f.facilityId) && before.get(f.facilityId) !== f.factionId);
    this.zones.set(key, view);
    this.#tell('zone', { key, changed: changed.map(f => f.facilityId), replaced: true, event: null });
  }

  /** @returns true where the view should be read again to be sure of it. */
  apply(topic, delta) {
    const key = topic.slice(topic.indexOf('/') + 1);
    const world = this.worlds.get(Number(key));
    if (world) {
      this.worlds.set(world.worldId, applyWorldEvent(world, delta));
      this.#tell('worlds');
      return false;
    }
    const zone = this.zones.get(key);
    if (!zone) {
      return false;
    }
    this.addEntries(key, [delta]);
    if (delta.sequence <= zone.sequence) {
      return false;
    }
    const next = applyZoneEvent(zone, delta);
    this.zones.set(key, next.zone);
    this.#tell('zone', { key, changed: next.changed, replaced: false, event: delta.event });
    return true;
  }

  /** Events of a zone, live or read from its log, become lines of the ticker, each once. */
  addEntries(key, deltas) {
    const zone = this.zones.get(key);
    const fresh = deltas
      .filter(d => !this.#known.has(`${key}#${d.sequence}#${d.at}`))
      .map(d => tickerEntry(key, zone, d))
      .filter(entry => entry !== null);
    deltas.forEach(d => this.#known.add(`${key}#${d.sequence}#${d.at}`));
    if (fresh.length > 0) {
      const restated = new Set(fresh.filter(e => e.restates).map(e => e.subject));
      const kept = this.entries.filter(e => !restated.has(e.subject) || e.type !== 'capture' || !isRestated(e, fresh));
      this.entries = [...fresh, ...kept].sort((a, b) => b.at - a.at || b.sequence - a.sequence).slice(0, mostEntries);
      this.#tell('ticker');
    }
  }

  #newer(held, told) {
    return held && held.sequence > told.sequence && Date.parse(held.asOf) > Date.parse(told.asOf) ? { ...told, ...held, feed: told.feed } : told;
  }

  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

// A more trusted source told of the same capture again: one line, the better one.
function isRestated(entry, fresh) {
  return fresh.some(f => f.restates && f.subject === entry.subject && f.to === entry.to && f.at - entry.at < 120_000 && entry.at - f.at < 120_000);
}
