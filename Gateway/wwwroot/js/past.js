import { api } from './api.js';
import { pastEntries } from './entries.js';
import { fullTime } from './time.js';

const backlog = 60;

/** Reads the chosen continent as it was at the chosen instant. What is shown stays until the answer is there. */
export class Past {
  #store;
  #asked = '';

  constructor(store) {
    this.#store = store;
  }

  /** Follows the selection. */
  follow() {
    const { world, zone, at } = this.#store.selection;
    const asked = at === null || zone === null ? '' : `${world}/${zone}@${at}`;
    if (asked === this.#asked) {
      return;
    }
    this.#asked = asked;
    if (asked === '') {
      this.#store.setPast(null);
    } else {
      this.#read(asked, `${world}/${zone}`, world, zone, at);
    }
  }

  async #read(asked, key, world, zone, at) {
    const { past, zones } = this.#store;
    this.#store.setPast(past?.key === key
      ? { ...past, pending: true, problem: null }
      : { key, at: null, view: zones.get(key) ?? null, entries: [], pending: true, problem: null });
    try {
      const view = await api.zoneAt(world, zone, at);
      const { events } = await api.events(world, zone, Math.max(0, view.sequence - backlog), Math.min(backlog, view.sequence));
      this.#answered(asked, { key, at, view, entries: pastEntries(key, view, events), pending: false, problem: null });
    } catch (error) {
      this.#answered(asked, { key, at, view: null, entries: [], pending: false, problem: words(error) });
    }
  }

  // Who steps on quickly wants the last answer only.
  #answered(asked, past) {
    if (asked === this.#asked) {
      this.#store.setPast(past);
    }
  }
}

function words({ message, problem }) {
  const since = problem?.since ?? null;
  return { since, text: since === null ? message : `Nothing is known of this continent before ${fullTime(since)}.` };
}
