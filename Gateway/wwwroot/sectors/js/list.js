import { el, setText } from '../../js/dom.js';
import { number, sub, table } from '../../js/rows.js';
import { fullName } from './graph.js';
import { byName, spaced } from './words.js';

const most = 60;

/** The sectors as a table: those with players first, then by id. For whoever cannot use the map, or does not want to. */
export class SectorList {
  #rows;
  #more = el('button', { type: 'button', class: 'pause', hidden: true });
  #shown = most;
  #graph = null;
  #counts = new Map();
  isOpen = false;

  constructor(node, links) {
    const body = el('tbody');
    node.append(el('div', { class: 'scroll tall', tabindex: 0, role: 'region', 'aria-label': 'Sectors' }, el('table', { class: 'sector-table' },
      el('thead', {}, el('tr', {}, ['Sector', 'Type', 'Players', 'Ways'].map((head, i) => el('th', { scope: 'col', class: i > 1 ? 'number' : null }, head)))), body)), this.#more);
    this.#rows = table(body, 4, ({ id, type, count, ways, hasPort, hasPlanet, isStub }) => [
      [links.sector(id), hasPort || hasPlanet ? sub([hasPort && 'port', hasPlanet && 'planet'].filter(Boolean).join(', ')) : null],
      isStub ? 'only named' : spaced(type),
      number(count > 0 ? el('strong', {}, String(count)) : el('span', { class: 'muted' }, '0')),
      number(String(ways)),
    ]);
    this.#more.addEventListener('click', () => {
      this.#shown += most * 4;
      this.show(this.#graph, this.#counts);
    });
  }

  show(graph, counts) {
    if (graph !== this.#graph) {
      this.#shown = most;
    }
    [this.#graph, this.#counts] = [graph, counts];
    if (!this.isOpen || !graph) {
      return;
    }
    const all = graph.sectors.map(s => ({ id: s.id, name: fullName(s), type: s.type, hasPort: s.hasPort, hasPlanet: s.hasPlanet, isStub: s.isStub, count: counts.get(s.id) ?? 0, ways: s.links.length }))
      .sort((a, b) => b.count - a.count || byName(a.id, b.id));
    this.#rows(all.slice(0, this.#shown), s => s.id, 'The map has no sectors.');
    this.#more.hidden = all.length <= this.#shown;
    setText(this.#more, `Show more (${all.length - this.#shown} left)`);
  }
}
