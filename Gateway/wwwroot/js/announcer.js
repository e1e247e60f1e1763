import { faction } from './factions.js';

const quiet = 6000;

/** Tells a screen reader of captures on the chosen continent: politely, at most once in a few seconds, summed up. */
export class Announcer {
  #node;
  #waiting = [];
  #timer = 0;

  constructor(node) {
    this.#node = node;
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
      this.#node.textContent = said.length > 3 ? `${said.length} facilities changed hands.` : `${said.join('. ')}.`;
    }
  }
}
