import { el, setText } from '../dom.js';

const words = { live: 'Live', connecting: 'Connecting…', waiting: 'Disconnected' };

/** Says whether what is on the page is live, and lets the reader hurry a reconnect. */
export class ConnectionPanel {
  #text = el('span', { class: 'connection-text' });
  #wait = el('span', { class: 'connection-wait', 'aria-hidden': 'true' });
  #node;
  #connection = { state: 'connecting', retryAt: null };

  constructor(node, retryNow) {
    this.#node = node;
    node.append(el('span', { class: 'dot', 'aria-hidden': 'true' }), this.#text, this.#wait,
      el('button', { type: 'button', class: 'retry', onclick: retryNow }, 'Retry now'));
    setInterval(() => this.#count(), 500);
  }

  show(connection) {
    this.#connection = connection;
    this.#node.dataset.state = connection.state;
    document.body.dataset.connection = connection.state;
    setText(this.#text, words[connection.state]);
    this.#count();
  }

  // The seconds are for the eye only; a screen reader hears the state change once.
  #count() {
    const { state, retryAt } = this.#connection;
    setText(this.#wait, state === 'waiting' ? `next try in ${Math.max(0, Math.ceil((retryAt - Date.now()) / 1000))} s` : '');
  }
}
