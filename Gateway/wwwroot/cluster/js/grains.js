import { el, setText } from '../../js/dom.js';
import { Keyed } from '../../js/keyed.js';
import { count } from '../../js/numbers.js';
import { placeOf } from './states.js';

/** Bars of activations: as long as there are many of a grain, in the colours of the silos that hold them. */
export class Grains {
  #bars;
  #legend;
  #hues;
  #scope = 'own';
  #view = null;

  constructor(list, legend, choice, hues) {
    this.#hues = hues;
    this.#bars = new Keyed(list, () => new Bar(hues));
    this.#legend = new Keyed(legend, silo => ({
      node: el('li', { 'data-hue': hues.of(silo.address) }, el('i', { 'aria-hidden': 'true' }), el('span', {}, placeOf(silo.address))),
      show: () => {},
    }));
    choice.addEventListener('click', e => this.#choose(choice, e.target.closest('[data-scope]')?.dataset.scope));
  }

  show(view) {
    this.#view = view;
    const shown = view.grains.filter(grain => this.#scope === 'all' || grain.isOwn);
    const most = Math.max(1, ...shown.map(grain => grain.total));
    this.#legend.show(view.silos.filter(silo => silo.status !== 'dead'), silo => silo.address);
    this.#bars.show(shown.map(grain => ({ grain, most })), ({ grain }) => grain.grain);
  }

  #choose(choice, scope) {
    if (scope) {
      this.#scope = scope;
      for (const button of choice.children) {
        button.setAttribute('aria-pressed', String(button.dataset.scope === scope));
      }
      if (this.#view) {
        this.show(this.#view);
      }
    }
  }
}

class Bar {
  #name = el('span', { class: 'grain-name' });
  #total = el('span', { class: 'grain-total' });
  #said = el('span', { class: 'visually-hidden' });
  #rest = el('span', { class: 'rest' });
  #bar = el('div', { class: 'grain-bar', 'aria-hidden': 'true' }, this.#rest);
  #parts = new Map();
  #hues;

  constructor(hues) {
    this.#hues = hues;
    this.node = el('li', { class: 'grain' }, this.#name, this.#total, this.#said, this.#bar);
  }

  show({ grain, most }) {
    setText(this.#name, grain.grain);
    setText(this.#total, count(grain.total));
    const silos = Object.entries(grain.bySilo).sort(([a], [b]) => (a < b ? -1 : 1));
    setText(this.#said, silos.length > 1 ? silos.map(([address, n]) => `${n} in ${placeOf(address)}`).join(', ') : '');
    for (const [address, part] of this.#parts) {
      if (!grain.bySilo[address]) {
        part.remove();
        this.#parts.delete(address);
      }
    }
    for (const [address, n] of silos) {
      const part = this.#part(address);
      part.style.flexGrow = n;
      part.title = `${count(n)} in ${placeOf(address)}`;
    }
    this.#rest.style.flexGrow = most - grain.total;
  }

  #part(address) {
    if (!this.#parts.has(address)) {
      const part = el('span', { 'data-hue': this.#hues.of(address) });
      const after = [...this.#parts.keys()].filter(other => other > address).sort()[0];
      (this.#parts.get(after) ?? this.#rest).before(part);
      this.#parts.set(address, part);
    }
    return this.#parts.get(address);
  }
}
