import { el } from '../../js/dom.js';
import { clockTime, duration, fullTime } from '../../js/time.js';
import { feedNames } from './feeds.js';

/** Says first what is wrong; nothing where nothing is. */
export class Troubles {
  #node;
  #said = '';
  #galaxy = null;
  #failure = null;
  #away = false;

  constructor(node) {
    this.#node = node;
  }

  connection({ state }) {
    if (state !== 'connecting') {
      this.#away = state === 'waiting';
      this.#show();
    }
  }

  show(galaxy) {
    [this.#galaxy, this.#failure] = [galaxy, null];
    this.#show();
  }

  fail(error) {
    this.#failure = error.message;
    this.#show();
  }

  #show() {
    const troubles = [...this.#connection(), ...overdue(this.#galaxy), ...doubt(this.#galaxy), ...feeds(this.#galaxy)];
    const said = JSON.stringify(troubles);
    if (said !== this.#said) {
      this.#said = said;
      this.#node.replaceChildren(...troubles.map(({ what, detail, mild }) =>
        el('p', { class: mild ? 'trouble mild' : 'trouble' }, el('strong', {}, what), el('span', {}, detail))));
    }
  }

  #connection() {
    const as = this.#galaxy ? `Shown as of ${clockTime(this.#galaxy.asOf)}.` : '';
    if (this.#away) {
      return [{ what: 'No connection.', detail: as || 'The gateway does not answer.' }];
    }
    return this.#failure === null ? [] : [{ what: 'The galaxy cannot be read:', detail: `${this.#failure} ${as}` }];
  }
}

function overdue(galaxy) {
  if (!galaxy?.overdueSince) {
    return [];
  }
  const last = galaxy.tick ? `The last one began ${fullTime(galaxy.tick.startedAt)}` : 'None was ever seen';
  return [{ what: 'The tick is overdue.', detail: `${last}; that none came was noticed at ${clockTime(galaxy.overdueSince)}. Either the game is late, or too little is heard of it.` }];
}

function doubt(galaxy) {
  return galaxy?.tick?.standing === 'doubtful'
    ? [{ what: 'The last tick is doubtful.', detail: 'It is confirmed as more systems bear it out, or else taken back.', mild: true }] : [];
}

function feeds(galaxy) {
  return (galaxy?.feeds ?? []).filter(feed => feed.degradedSince).map(feed => ({
    what: `${feedNames[feed.feed] ?? feed.feed} is degraded:`,
    detail: `${(feed.reason || 'no reason was told').replace(/\.$/, '')}, since ${clockTime(feed.degradedSince)}${longAgo(feed.degradedSince)}.`,
    mild: true,
  }));
}

// A clock time alone says nothing of the day.
function longAgo(iso) {
  const ms = Date.now() - Date.parse(iso);
  return ms > 12 * 3_600_000 ? ` (${duration(Math.floor(ms / 3_600_000) * 3_600_000)})` : '';
}
