import { el } from '../../js/dom.js';
import { fullName } from './graph.js';
import { toSector } from './routes.js';

/** Makes links of the universe that is shown. `page` gives the universe, its graph, and who is followed. */
export class Links {
  #page;

  constructor(page) {
    this.#page = page;
  }

  /** Of the map that names come from; what was made before it was there is made again. */
  get version() {
    return this.#page().graph?.version ?? 0;
  }

  /** To a sector, by the name that the map has of it. */
  sector(id, { short = false } = {}) {
    const { universe, graph } = this.#page();
    const known = graph?.byId.get(String(id));
    return el('a', { href: toSector(universe, String(id)), 'data-sector': id }, known && !short ? fullName(known) : String(id));
  }

  /** A button that follows a player, or stops following them. */
  follow(player, name) {
    const { follow } = this.#page();
    const isOn = follow === player;
    return el('button', { type: 'button', class: 'follow', 'data-follow': player, 'aria-pressed': String(isOn), 'aria-label': `Follow ${name}` }, isOn ? 'Following' : 'Follow');
  }
}
