import { el, setText } from '../../js/dom.js';
import { LiveLine } from './liveline.js';
import { count, rate } from '../../js/numbers.js';

const modes = { memory: 'in memory: nothing is kept', embedded: 'its own PostgreSQL', server: 'PostgreSQL', orleans: "Orleans' storage" };

/** The whole cluster in four numbers. */
export class Figures {
  #byId;
  #line = new LiveLine('Calls a second');

  constructor(byId) {
    this.#byId = byId;
    byId('call-line').append(this.#line.node);
  }

  show({ silos, activations, callsPerSecond, grains, missing, processes }) {
    const active = silos.filter(silo => silo.status === 'active');
    const well = active.filter(silo => silo.answers).length;
    this.#byId('silo-count').replaceChildren(`${well}`, el('small', {}, ` of ${silos.length}`));
    setText(this.#byId('silo-note'), missing.includes('membership') ? 'membership does not answer' : well === silos.length ? 'all active' : 'active and answering');
    setText(this.#byId('activation-count'), count(activations));
    setText(this.#byId('activation-note'), `of ${grains.filter(grain => grain.isOwn).length} kinds of grain`);
    const told = silos.some(silo => silo.callsPerSecond !== null);
    setText(this.#byId('call-rate'), told ? rate(callsPerSecond) : '–');
    this.#line.add(told ? callsPerSecond : null);
    this.#commits(silos.map(silo => silo.store).filter(Boolean), processes);
  }

  #commits(stores) {
    const waiting = stores.reduce((sum, store) => sum + store.waiting, 0);
    const kept = stores.filter(store => store.mode !== 'memory');
    setText(this.#byId('commit-rate'), kept.length === 0 ? '–' : rate(kept.reduce((sum, store) => sum + store.perSecond, 0)));
    const words = [...new Set(stores.map(store => modes[store.mode] ?? store.mode))].join(', ');
    setText(this.#byId('commit-note'), kept.length === 0 ? words : `${count(waiting)} waiting · ${words}`);
  }
}
