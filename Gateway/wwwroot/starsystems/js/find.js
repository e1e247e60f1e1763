import { el } from '../../js/dom.js';
import { api } from './api.js';
import { toFaction, toSystem } from './routes.js';

const hints = { system: ['Name or address', 'Name or address of a system'], faction: ['Name of a faction', 'Name of a faction'] };

/** Finds a system by its name or address, or a faction by its name, and goes there. */
export class Find {
  #input;
  #found;
  #switch;
  #kind = 'system';
  #asked = 0;

  constructor(form, input, kinds, found) {
    [this.#input, this.#switch, this.#found] = [input, kinds, found];
    form.addEventListener('submit', e => {
      e.preventDefault();
      this.#go();
    });
    kinds.addEventListener('click', e => this.#choose(e.target.closest('[data-kind]')?.dataset.kind));
    addEventListener('hashchange', () => this.#say());
  }

  #choose(kind) {
    if (kind) {
      this.#kind = kind;
      for (const button of this.#switch.children) {
        button.setAttribute('aria-pressed', String(button.dataset.kind === kind));
      }
      this.#input.placeholder = hints[kind][0];
      this.#input.setAttribute('aria-label', hints[kind][1]);
    }
  }

  async #go() {
    const name = this.#input.value.trim();
    const asked = ++this.#asked;
    if (name === '') {
      this.#say();
    } else if (this.#kind === 'faction') {
      location.hash = toFaction(name);
    } else {
      this.#say('Looking…');
      const said = await this.#system(name);
      if (asked === this.#asked) {
        this.#say(...said);
      }
    }
  }

  // Goes there where there is one; gives what is to be said.
  async #system(name) {
    try {
      const systems = await api.named(name);
      if (systems.length === 0 && /^\d{1,20}$/.test(name)) {
        location.hash = toSystem(name);
        return [];
      }
      if (systems.length === 1) {
        location.hash = toSystem(systems[0].systemAddress);
        return [];
      }
      return systems.length === 0
        ? [`No system called “${name}” was heard of. A name has to be whole; upper and lower case do not matter. `, el('a', { href: toFaction(name) }, 'Is it a faction?')]
        : [`${systems.length} systems are called that: `, systems.map((s, i) => [i > 0 ? ', ' : '', el('a', { href: toSystem(s.systemAddress) }, `${s.name} (${s.systemAddress})`)])];
    } catch (error) {
      return [`It cannot be looked up now: ${error.message}`];
    }
  }

  #say(...said) {
    this.#found.hidden = said.length === 0;
    this.#found.replaceChildren(...said.flat(3));
  }
}
