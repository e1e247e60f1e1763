import { setText } from '../dom.js';
import { duration, fullTime } from '../time.js';

/** Where in time the reader is: steps back and forth, any instant, and the way back to now. */
export class TimeBar {
  #node;
  #input;
  #said;
  #live;
  #begin;
  #travel;
  #at = null;
  #since = null;

  /** @param said where it is said that this is the past; @param travel called with an instant, or null for now. */
  constructor(node, said, travel) {
    [this.#node, this.#said, this.#travel] = [node, said, travel];
    [this.#input, this.#live, this.#begin] = ['#time-at', '#time-live', '#time-begin'].map(id => node.querySelector(id));
    node.addEventListener('click', e => this.#step(e.target.closest('[data-step]')?.dataset.step));
    this.#live.addEventListener('click', () => travel(null));
    this.#begin.addEventListener('click', () => travel(this.#since));
    this.#input.addEventListener('change', () => this.#chosen());
    setInterval(() => document.hidden || this.#showClock(), 1000);
  }

  show(at, past) {
    this.#at = at;
    this.#since = past?.problem?.since ?? null;
    const isPast = at !== null;
    this.#node.dataset.past = String(isPast);
    this.#node.setAttribute('aria-busy', String(Boolean(past?.pending)));
    document.body.dataset.past = String(isPast);
    this.#live.setAttribute('aria-pressed', String(!isPast));
    setText(this.#live.querySelector('span'), isPast ? 'Back to live' : 'Live');
    this.#node.querySelectorAll('[data-step^="+"]').forEach(button => { button.disabled = !isPast; });
    this.#begin.hidden = this.#since === null;
    this.#showClock();
  }

  #showClock() {
    const now = this.#at === null ? Date.now() : Date.parse(this.#at);
    this.#said.hidden = this.#at === null;
    setText(this.#said, this.#at === null ? '' : `The past: ${duration(Date.now() - now)} ago`);
    this.#said.title = this.#at === null ? '' : `As it was at ${fullTime(this.#at)}`;
    // Who is typing is not disturbed.
    if (document.activeElement !== this.#input) {
      this.#input.value = local(now);
    }
  }

  #step(seconds) {
    if (seconds !== undefined) {
      this.#go((this.#at === null ? Date.now() : Date.parse(this.#at)) + Number(seconds) * 1000);
    }
  }

  #chosen() {
    const chosen = new Date(this.#input.value);
    if (!Number.isNaN(chosen.getTime())) {
      this.#go(chosen.getTime());
    }
  }

  #go(ms) {
    this.#travel(ms >= Date.now() ? null : new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z'));
  }
}

// As an input of the type datetime-local has it: the reader's own time, without an offset.
function local(ms) {
  const shifted = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19);
}
