import { faction } from './factions.js';

const quiet = 6000;

/** Tells a screen reader what happens: politely, at most once in a few seconds, summed up. */
export class Announcer {
  #node;
  #many;
  #waiting = [];
  #timer = 0;

  /** `many` says how much happened where it is too much to tell each. */
  constructor(node, many = n => `${n} facilities changed hands.`) {
    [this.#node, this.#many] = [node, many];
  }

  say(text) {
    this.#waiting.push(text);
    this.#timer ||= setTimeout(() => this.#speak(), quiet);
  }

  captured(facility, factionId) {
    this.say(`${facility}: ${faction(factionId).name}`);
  }

  clear() {
    this.#waiting = [];
  }

  #speak() {
    const said = this.#waiting;
    this.#waiting = [];
    this.#timer = 0;
    if (said.length > 0) {
      this.#node.textContent = said.length > 3 ? this.#many(said.length) : `${said.join('. ')}.`;
    }
  }
}
