import { api } from './api.js';
import { Realtime } from './realtime.js';
import { chooseStart } from './router.js';

const worldsEvery = 5000;
const settleAfter = 1500;
const backlog = 60;
const mostTopics = 90;

/** Keeps the store as the server has it: the list of worlds by polling (its measures are no events), the rest live. */
export class Sync {
  #store;
  #realtime;
  #read = new Set();
  #settling = new Map();

  constructor(store) {
    this.#store = store;
    this.#realtime = new Realtime({
      state: connection => this.#connected(connection),
      snapshot: (topic, data) => this.#snapshot(topic, data),
      delta: (topic, message) => this.#delta(topic, message),
    });
    store.addEventListener('selection', () => this.#follow());
    store.addEventListener('worlds', () => this.#follow());
  }

  async start() {
    this.#realtime.connect();
    setInterval(() => document.hidden || this.#readWorlds(), worldsEvery);
    await this.#readWorlds();
  }

  retryNow() {
    this.#realtime.retryNow();
    this.#readWorlds();
  }

  /** Reads the recent past of every continent of the chosen world, for the ticker. */
  readBacklogs() {
    const { worldId, zones } = this.#store.world ?? { zones: [] };
    zones.slice(0, 12).forEach(z => this.#readBacklog(`${worldId}/${z.zoneId}`));
  }

  async #readWorlds() {
    try {
      this.#store.setWorlds(await api.worlds());
    } catch (error) {
      console.info(`worlds: ${error.message}`);
    }
  }

  #connected(connection) {
    this.#store.setConnection(connection);
    if (connection.state === 'live') {
      this.#readWorlds();
    }
  }

  // The chosen world's continents come first: a connection may follow only so many topics.
  #follow() {
    const { worlds, selection } = this.#store;
    const { world, zone } = chooseStart([...worlds.values()], selection);
    const zones = (worlds.get(world)?.zones ?? []).map(z => `territory/${world}/${z.zoneId}`);
    const chosen = world !== null && zone !== null ? [`territory/${world}/${zone}`] : [];
    const all = [...worlds.keys()].map(id => `territory/${id}`);
    this.#realtime.want([...chosen, ...all, ...zones].slice(0, mostTopics));
  }

  #snapshot(topic, data) {
    this.#store.replace(topic, data);
    if (data.zoneId === this.#store.selection.zone) {
      this.#readBacklog(`${data.worldId}/${data.zoneId}`);
    }
  }

  #delta(topic, message) {
    if (this.#store.apply(topic, message)) {
      this.#settle(topic);
    }
  }

  // A delta is shown at once; the server's view, read when a burst is over, has the last word.
  #settle(topic) {
    clearTimeout(this.#settling.get(topic));
    this.#settling.set(topic, setTimeout(() => this.#readZone(topic), settleAfter));
  }

  async #readZone(topic) {
    const [, world, zone] = topic.split('/');
    try {
      const view = await api.zone(world, zone);
      if (view.sequence >= (this.#store.zones.get(`${world}/${zone}`)?.sequence ?? 0)) {
        this.#store.replaceZone(view);
      }
    } catch (error) {
      console.info(`${topic}: ${error.message}`);
    }
  }

  async #readBacklog(key) {
    const zone = this.#store.zones.get(key);
    if (!zone || this.#read.has(key)) {
      return;
    }
    this.#read.add(key);
    try {
      const { events } = await api.events(zone.worldId, zone.zoneId, Math.max(0, zone.sequence - backlog), backlog);
      this.#store.addEntries(key, events);
    } catch (error) {
      this.#read.delete(key);
      console.info(`events of ${key}: ${error.message}`);
    }
  }
}
