import { el } from '../../js/dom.js';
import { api } from './api.js';
import { many, turns } from './words.js';

/** Asks for the way from one sector to another, shows it on the map, and says it in words. */
export class PathFinder {
  #form;
  #from;
  #to;
  #said;
  #clear;
  #page;
  #links;
  #show;
  #asked = 0;

  /** `page()` gives the universe; `show(ids)` draws the way, null none; `go(from, to)` asks for another. */
  constructor(byId, page, links, show, go) {
    [this.#form, this.#from, this.#to, this.#said, this.#clear] = ['path', 'path-from', 'path-to', 'path-said', 'path-clear'].map(byId);
    [this.#page, this.#links, this.#show] = [page, links, show];
    this.#form.addEventListener('submit', e => {
      e.preventDefault();
      const [from, to] = [this.#from.value.trim(), this.#to.value.trim()];
      if (from !== '' && to !== '') {
        go(from, to);
      } else {
        (from === '' ? this.#from : this.#to).focus();
      }
    });
    this.#clear.addEventListener('click', () => go(this.#from.value.trim() || null, null));
  }

  /** The sector that is chosen is where a way begins, unless one is shown. */
  begin(sector) {
    this.#from.value = sector ?? '';
  }

  async of(from, to) {
    const asked = ++this.#asked;
    this.#clear.hidden = to === null;
    if (from === null || to === null) {
      this.#said.replaceChildren();
      this.#show(null);
      return;
    }
    [this.#from.value, this.#to.value] = [from, to];
    try {
      const path = await api.path(this.#page().universe, from, to);
      if (asked === this.#asked) {
        this.#show([from, ...path.steps.map(step => String(step.to))]);
        this.#said.replaceChildren(...this.#words(path));
      }
    } catch (error) {
      if (asked === this.#asked) {
        this.#show(null);
        this.#said.replaceChildren(el('span', { class: 'warned' }, error.message));
      }
    }
  }

  #words({ from, turns: cost, steps }) {
    return [
      el('strong', {}, `${turns(cost)}, ${many(steps.length, 'step')}: `), this.#links.sector(from, { short: true }),
      ...steps.flatMap(step => [step.via === 'tunnel' ? ' ⇢ ' : ' → ', this.#links.sector(step.to, { short: true })]),
    ];
  }
}
