import { el } from '../../js/dom.js';

const mostFound = 12;

/** Finds a sector by its id or a part of its name, or a player who is in space, and goes there. */
export class Find {
  #input;
  #found;
  #page;
  #links;
  #go;

  /** `page()` gives the graph and the presence book; `go(sector, player)` goes there. */
  constructor(form, input, found, page, links, go) {
    [this.#input, this.#found, this.#page, this.#links, this.#go] = [input, found, page, links, go];
    form.addEventListener('submit', e => {
      e.preventDefault();
      this.#look();
    });
    addEventListener('hashchange', () => this.#say());
  }

  #look() {
    const { graph, book } = this.#page();
    const asked = this.#input.value.trim();
    const lower = asked.toLowerCase();
    if (asked === '' || !graph) {
      this.#say();
      return;
    }
    const exact = graph.byId.get(asked);
    const players = book.players.filter(p => p.player.toLowerCase() === lower || p.name.toLowerCase().includes(lower));
    const sectors = exact ? [exact] : graph.sectors.filter(s => s.name.toLowerCase().includes(lower));
    const one = exact ?? (sectors.length === 1 && players.length === 0 ? sectors[0] : sectors.find(s => s.name.toLowerCase() === lower));
    if (one) {
      this.#to(one.id);
    } else if (players.length === 1 && sectors.length === 0) {
      this.#to(players[0].sector, players[0].player);
    } else if (players.length + sectors.length === 0) {
      this.#say(`No sector is called “${asked}” and has no such id, and no such player is in space.`);
    } else {
      this.#offer(sectors, players);
    }
  }

  #to(sector, player = null) {
    this.#say();
    this.#go(sector, player);
  }

  #offer(sectors, players) {
    const left = Math.max(0, sectors.length - mostFound);
    this.#say(`${sectors.length + players.length} are called like that: `, [
      ...players.slice(0, mostFound).map(p => [p.name, ' in ', this.#links.sector(p.sector)]),
      ...sectors.slice(0, mostFound).map(s => [this.#links.sector(s.id)]),
    ].map((item, i) => [i > 0 ? ' · ' : '', item]), left > 0 ? ` and ${left} more.` : '');
  }

  #say(...said) {
    this.#found.hidden = said.length === 0;
    this.#found.replaceChildren(el('span', {}, said));
  }
}

