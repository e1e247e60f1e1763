const pingEvery = 20_000;
const silenceLimit = 45_000;
const longestWait = 30_000;
const askAgainAfter = 3000;

/**
 * One connection to /realtime. It keeps the wanted topics subscribed, resumes each by its last sequence after a
 * reconnect, asks for a fresh snapshot on a gap, and tells its state: connecting, live, waiting. Announcements have no past:
 * those made while it was away are not told. A topic that leads from one thing to another, and says with each message which
 * by its `key`, begins anew after a reconnect.
 */
export class Realtime {
  #topics = new Map();
  #socket = null;
  #attempt = 0;
  #retry = 0;
  #heard = 0;
  #handlers;

  constructor(handlers) {
    this.#handlers = handlers;
    addEventListener('online', () => this.retryNow());
    document.addEventListener('visibilitychange', () => document.hidden || this.retryNow());
    setInterval(() => this.#keepAlive(), pingEvery);
  }

  connect() {
    clearTimeout(this.#retry);
    this.#handlers.state({ state: 'connecting', retryAt: null });
    const socket = new WebSocket(new URL('/realtime', location.href.replace(/^http/, 'ws')));
    this.#socket = socket;
    socket.onopen = () => this.#opened();
    socket.onmessage = message => this.#received(message.data);
    socket.onclose = () => this.#socket === socket && this.#closed();
  }

  /** Reconnects at once where it is waiting to. */
  retryNow() {
    if (this.#socket === null) {
      this.#attempt = 0;
      this.connect();
    }
  }

  /** Subscribes to what is new in the list and unsubscribes from what is no longer in it. */
  want(topics) {
    const wanted = new Set(topics);
    for (const topic of [...this.#topics.keys()].filter(t => !wanted.has(t))) {
      this.#topics.delete(topic);
      this.#send({ op: 'unsubscribe', topic });
    }
    for (const topic of wanted) {
      if (!this.#topics.has(topic)) {
        this.#topics.set(topic, null);
        this.#send({ op: 'subscribe', topic });
      }
    }
  }

  #opened() {
    this.#attempt = 0;
    this.#heard = Date.now();
    for (const [topic, sequence] of this.#topics) {
      this.#send(sequence === null ? { op: 'subscribe', topic } : { op: 'subscribe', topic, after: sequence });
    }
    this.#handlers.state({ state: 'live', retryAt: null });
  }

  #closed() {
    this.#socket = null;
    const ceiling = Math.min(longestWait, 1000 * 2 ** this.#attempt++);
    const wait = ceiling * (0.5 + Math.random() / 2);
    this.#handlers.state({ state: 'waiting', retryAt: Date.now() + wait });
    this.#retry = setTimeout(() => this.connect(), wait);
  }

  #received(text) {
    this.#heard = Date.now();
    const message = JSON.parse(text);
    const { op, topic, sequence } = message;
    if (op === 'error') {
      console.info(`realtime: ${message.message}`);
    }
    if (!this.#topics.has(topic)) {
      return;
    }
    if (message.key !== undefined && (op === 'snapshot' || op === 'delta')) {
      this.#handlers.followed?.(topic, message);
    } else if (op === 'error') {
      // A server that has just begun may not have heard of it yet.
      this.#topics.set(topic, null);
      setTimeout(() => this.#askAgain(topic), askAgainAfter);
    } else if (op === 'snapshot') {
      this.#topics.set(topic, sequence);
      this.#handlers.snapshot(topic, message.data);
    } else if (op === 'subscribed' && sequence < this.#topics.get(topic)) {
      // The server has forgotten what this page has seen: a restart that began anew.
      this.#resync(topic);
    } else if (op === 'delta') {
      this.#delta(topic, message);
    } else if (op === 'announcement') {
      this.#handlers.announcement?.(topic, message);
    }
  }

  #delta(topic, message) {
    const known = this.#topics.get(topic);
    if (known === null || message.sequence <= known) {
      return;
    }
    if (message.sequence !== known + 1) {
      this.#resync(topic);
      return;
    }
    this.#topics.set(topic, message.sequence);
    this.#handlers.delta(topic, message);
  }

  #askAgain(topic) {
    if (this.#topics.get(topic) === null) {
      this.#send({ op: 'subscribe', topic });
    }
  }

  #resync(topic) {
    // Subscribing again begins anew.
    this.#topics.set(topic, null);
    this.#send({ op: 'subscribe', topic });
  }

  #keepAlive() {
    if (this.#socket?.readyState !== WebSocket.OPEN) {
      return;
    }
    if (Date.now() - this.#heard > silenceLimit) {
      // A half-open connection may take minutes to close by itself.
      const dead = this.#socket;
      this.#closed();
      dead.close();
    } else {
      this.#send({ op: 'ping' });
    }
  }

  #send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(message));
    }
  }
}
