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

  // What fails alike is said once.
  #grouped() {
    const byMessage = new Map();
    for (const [what, message] of this.#failures) {
      byMessage.set(message, [...(byMessage.get(message) ?? []), what]);
    }
    return [...byMessage];
  }

  #show() {
    const as = this.#asOf ? ` Shown as of ${clockTime(this.#asOf)}.` : '';
    const troubles = this.#away
      ? [['No connection.', as || 'The gateway does not answer.']]
      : this.#grouped().map(([message, whats]) => [`${listed(whats)} cannot be read now:`, `${message.replace(/\.?$/, '.')}${as}`]);
    const said = JSON.stringify(troubles);
    if (said !== this.#said) {
      this.#said = said;
      this.#node.replaceChildren(...troubles.map(([what, detail]) => el('p', { class: 'trouble' }, el('strong', {}, what), el('span', {}, detail))));
    }
  }
}

function listed(whats) {
  const [first, ...rest] = whats;
  const all = [first, ...rest.map(what => what.charAt(0).toLowerCase() + what.slice(1))];
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : first;
}
