import { el, setText } from '../../js/dom.js';
import { number, sub, table } from '../../js/rows.js';
import { timeAgo } from '../../js/time.js';
import { byName, many, spaced } from './words.js';

const mostShown = 200;

/** All who are in space, by name. */
export class PlayerTable {
  #rows;
  #count;

  constructor(body, count, links) {
    this.#count = count;
    this.#rows = table(body, 4, ({ player, name, ship, shipType, team, sector, since, isActive }) => [
      [el('span', { 'data-player': player }, name), sub([ship, shipType ? ` · ${spaced(shipType)}` : '', team ? ` · ${team}` : '', isActive ? '' : ' · logged out'])],
      links.sector(sector),
      number(timeAgo(since, 'for')),
      number(links.follow(player, name)),
    ]);
  }

  show(book, follow) {
    const players = book.players.sort((a, b) => (b.player === follow) - (a.player === follow) || byName(a.name, b.name));
    const shown = players.slice(0, mostShown);
    setText(this.#count, players.length > mostShown ? `${mostShown} of ${players.length}` : many(players.length, 'player'));
    this.#rows(shown.map(p => ({ ...p, isNew: undefined, sequence: undefined, isFollowed: p.player === follow })), p => p.player, book.isKnown ? 'Nobody is in space now.' : 'Asking…');
  }
}
