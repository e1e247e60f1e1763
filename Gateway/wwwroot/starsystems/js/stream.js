const topics = ['SystemTick', 'GalaxyTick', 'FactionChanges', 'FactionExpandedFrom', 'GalaxyTickRevised', 'GalaxyTickOverdue'];
const tryAgainAfter = 10_000;

/** The messages of /api/v1/stream/ticks, one by one as they come. Nothing is told again that came while it was away. */
export class TickStream {
  #hear;
  #tell;

  /** `hear(topic, message)`; `tell(true)` where it is open, `tell(false)` where it broke off. */
  constructor(hear, tell) {
    [this.#hear, this.#tell] = [hear, tell];
  }

  open() {
    const source = new EventSource(`/api/v1/stream/ticks?topic=${topics.join(',')}`);
    source.onopen = () => this.#tell(true);
    source.onerror = () => {
      this.#tell(false);
      if (source.readyState === EventSource.CLOSED) {
        // Refused, and not only broken off: the browser itself would never ask again.
        setTimeout(() => this.open(), tryAgainAfter);
      }
    };
    for (const topic of topics) {
      source.addEventListener(topic, message => this.#hear(topic, JSON.parse(message.data)));
    }
  }
}
