import { el } from '../../js/dom.js';
import { clockTime } from '../../js/time.js';

/** Says first what is wrong; nothing where nothing is. */
export class Troubles {
  #node;
  #said = '';
  #failures = new Map();
  #away = false;
  #asOf = null;

  constructor(node) {
    this.#node = node;
  }

  connection({ state }) {
    if (state !== 'connecting') {
      this.#away = state === 'waiting';
      this.#show();
    }
  }

  /** A reading went well. */
  well(what) {
    this.#asOf = new Date().toISOString();
    this.#failures.delete(what);
    this.#show();
  }

  /** A reading failed; `what` is said before the error. */
  fail(what, error) {
    this.#failures.set(what, error.message);
    this.#show();
  }

  #show() {
    const as = this.#asOf ? ` Shown as of ${clockTime(this.#asOf)}.` : '';
    const troubles = this.#away
      ? [['No connection.', as || 'The gateway does not answer.']]
      : [...this.#failures].map(([what, message]) => [`${what} cannot be read now:`, `${message}${as}`]);
    const said = JSON.stringify(troubles);
    if (said !== this.#said) {
      this.#said = said;
      this.#node.replaceChildren(...troubles.map(([what, detail]) => el('p', { class: 'trouble' }, el('strong', {}, what), el('span', {}, detail))));
    }
  }
}
