import { el, setText } from '../../js/dom.js';
import { timeAgo } from '../../js/time.js';
import { Keyed } from '../../js/keyed.js';
import { LiveLine } from './liveline.js';
import { bytes, count, milliseconds, rate } from '../../js/numbers.js';
import { placeOf, stateOf } from './states.js';

/** A card for each silo. */
export class Silos {
  #cards;

  constructor(list, hues) {
    this.#cards = new Keyed(list, silo => new Card(silo, hues));
  }

  show({ silos, processes }) {
    const byName = new Map(processes.map(process => [process.process, process]));
    this.#cards.show(silos.map(silo => ({ silo, process: byName.get(silo.process) })), ({ silo }) => silo.address);
  }
}

class Card {
  #state = el('span', { class: 'state' });
  #facts = new Map();
  #list = el('dl', { class: 'silo-facts' });
  #line;

  constructor({ silo }, hues) {
    this.#line = new LiveLine(`Calls a second of ${silo.name}`);
    this.node = el('li', { class: 'silo', 'data-hue': hues.of(silo.address), 'data-silo': silo.address },
      el('div', { class: 'silo-head' },
        el('h3', { class: 'silo-name' }, silo.name, el('span', { class: 'silo-at' }, placeOf(silo.address))),
        this.#state),
      this.#line.node, this.#list);
  }

  show({ silo, process }) {
    const { word, kind } = stateOf(silo);
    this.node.dataset.state = kind;
    this.#state.dataset.state = kind;
    setText(this.#state, word);
    this.#line.add(silo.callsPerSecond);
    this.#fact('Calls/s', rate(silo.callsPerSecond));
    this.#fact('Activations', count(silo.activations));
    this.#fact('Up for', silo.startedAt && silo.status !== 'dead' ? timeAgo(silo.startedAt, 'for') : '–');
    this.#fact('CPU', process ? `${process.cpuPercent.toFixed(0)} %` : '–');
    this.#fact('Memory', process ? bytes(process.memoryBytes) : '–');
    this.#fact('Called lately', count(silo.recentlyUsed));
    this.#store(silo.store);
  }

  #store(store) {
    const kept = store && store.mode !== 'memory';
    this.#fact('Commits/s', kept ? rate(store.perSecond) : '–');
    this.#fact('Waiting', kept ? count(store.waiting) : '–');
    const failing = store?.failingSince;
    this.#fact('Oldest', failing ? el('span', { class: 'alarm' }, 'failing for ', timeAgo(failing, 'for')) : kept && store.oldestSeconds > 0 ? milliseconds(store.oldestSeconds * 1000) : '–');
  }

  #fact(name, value) {
    let node = this.#facts.get(name);
    if (!node) {
      node = el('dd');
      this.#facts.set(name, node);
      this.#list.append(el('div', {}, el('dt', {}, name), node));
    }
    if (typeof value === 'string') {
      setText(node, value);
    } else {
      node.replaceChildren(value);
    }
  }
}
