import { el } from '../../js/dom.js';
import { clockTime } from '../../js/time.js';
import { placeOf, stateOf } from './states.js';

/** Says first what is wrong, to the eye and to a screen reader; nothing where nothing is. */
export class Troubles {
  #node;
  #announcer;
  #said = '';
  #known = new Map();

  constructor(node, announcer) {
    [this.#node, this.#announcer] = [node, announcer];
  }

  connection({ state }, last) {
    if (state === 'waiting') {
      this.#say([{ what: 'No connection.', detail: last ? `Shown as of ${clockTime(last.at)}.` : 'The gateway does not answer.' }]);
    }
  }

  show(view) {
    this.#say([...silos(view), ...silent(view), ...feeds(view), ...missing(view)]);
    this.#announce(view.silos);
  }

  #say(troubles) {
    const said = JSON.stringify(troubles);
    if (said !== this.#said) {
      this.#said = said;
      this.#node.replaceChildren(...troubles.map(({ what, detail, mild }) =>
        el('p', { class: mild ? 'trouble mild' : 'trouble' }, el('strong', {}, what), el('span', {}, detail))));
    }
  }

  // Also what turned out well, which nothing above says.
  #announce(silos) {
    const now = new Map(silos.map(silo => [silo.address, stateOf(silo).word]));
    const changes = [...now].filter(([address, word]) => this.#known.size > 0 && this.#known.get(address) !== word);
    this.#known = now;
    if (changes.length > 0) {
      this.#announcer.textContent = changes.map(([address, word]) => `Silo ${placeOf(address)}: ${word}.`).join(' ');
    }
  }
}

function silos(view) {
  return view.silos.flatMap(silo => {
    const at = `${silo.name} at ${placeOf(silo.address)}`;
    if (silo.status === 'dead') {
      return [{ what: 'A silo is gone:', detail: `${at}. Its grains move to the others as they are called.` }];
    }
    if (silo.status === 'active' && !silo.answers) {
      return [{ what: 'A silo does not answer:', detail: at }];
    }
    return silo.store?.failingSince ? [{ what: 'A store takes no commits:', detail: `that of ${at}, since ${clockTime(silo.store.failingSince)}. ${silo.store.waiting} wait.` }] : [];
  });
}

// A silo's own silence shows by its card.
function silent({ processes }) {
  return processes.filter(process => process.isSilent && !process.roles.includes('silo'))
    .map(process => ({ what: 'A process fell silent:', detail: `${process.roles.join(' and ')} on ${process.host}, process ${process.processId}`, mild: true }));
}

function feeds({ feeds: all }) {
  const free = all.filter(feed => feed.holder === null);
  return free.length === 0 ? [] : [{ what: 'Nobody passes on:', detail: free.map(feed => feed.worldId > 0 ? `${feed.feed} world ${feed.worldId}` : feed.feed).join(', '), mild: true }];
}

function missing({ missing: parts }) {
  const words = { membership: 'who belongs to the cluster', board: 'what the processes tell of themselves' };
  const told = parts.map(part => words[part]).filter(Boolean);
  return told.length === 0 ? [] : [{ what: 'Not known now:', detail: told.join(', '), mild: true }];
}
