const period = 2000;
const patience = 4000;

/** Asks again and again, while the page can be seen; tells what came, and whether anything does. */
export class Poll {
  #url;
  #show;
  #tell;
  #timer = null;
  #asking = null;

  /** The last answer; null until there is one. */
  last = null;

  constructor(url, show, tell) {
    [this.#url, this.#show, this.#tell] = [url, show, tell];
    document.addEventListener('visibilitychange', () => document.hidden || this.now());
  }

  start() {
    this.#tell({ state: 'connecting', retryAt: null });
    this.now();
  }

  /** At once, and not when it is due. */
  now() {
    clearTimeout(this.#timer);
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
      this.#timer = setTimeout(() => document.hidden || this.now(), period);
    });
  }

  async #ask() {
    try {
      const response = await fetch(this.#url, { cache: 'no-store', signal: AbortSignal.timeout(patience) });
      if (!response.ok) {
        throw new Error(`${response.status}`);
      }
      this.last = await response.json();
    } catch {
      this.#tell({ state: 'waiting', retryAt: Date.now() + period });
      return;
    }
    this.#tell({ state: 'live', retryAt: null });
    this.#show(this.last);
  }
}
