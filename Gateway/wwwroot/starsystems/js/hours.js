import { el, setText } from '../../js/dom.js';
import { count } from '../../js/numbers.js';

const hour = 3_600_000;
const shown = 24;
const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/**
 * The last day's ticks of systems as bars, an hour each; a press on one narrows what is below to its hour. One bar takes
 * part in tabbing, the arrow keys do the rest.
 */
export class Hours {
  #node;
  #said;
  #choose;
  #bars;
  #hours = [];
  #chosen = null;
  #begun = null;

  /** `choose` is called with the beginning of an hour, in ms, or null for the whole day. */
  constructor(node, said, choose) {
    [this.#node, this.#said, this.#choose] = [node, said, choose];
    this.#bars = Array.from({ length: shown }, (_, i) => new Bar(i, e => this.#press(i, e)));
    node.append(...this.#bars.map(bar => bar.node));
    node.addEventListener('keydown', e => this.#move(e));
    node.addEventListener('pointerleave', () => this.#say(null));
    this.#bars.forEach((bar, i) => {
      bar.button.addEventListener('pointerenter', () => this.#say(i));
      bar.button.addEventListener('focus', () => this.#say(i));
    });
    this.#rove(shown - 1);
  }

  show({ hours, tick, asOf }) {
    const newest = Math.max(Date.now(), Date.parse(asOf) || 0, ...hours.map(h => Date.parse(h.hour)));
    const first = Math.floor(newest / hour) * hour - (shown - 1) * hour;
    const tallies = new Map(hours.map(h => [Date.parse(h.hour), h]));
    this.#begun = tick ? Date.parse(tick.startedAt) : null;
    this.#hours = this.#bars.map((_, i) => {
      const at = first + i * hour;
      const { systemTicks = 0, stateChanges = 0 } = tallies.get(at) ?? {};
      return { at, systemTicks, stateChanges };
    });
    if (this.#chosen !== null && !this.#hours.some(h => h.at === this.#chosen)) {
      this.#pick(null);
    }
    const most = Math.max(1, ...this.#hours.map(h => h.systemTicks));
    this.#hours.forEach((h, i) => this.#bars[i].show(h, most, h.at === this.#chosen, this.#isStart(h)));
    this.#say(null);
  }

  #isStart(h) {
    return this.#begun !== null && this.#begun >= h.at && this.#begun < h.at + hour;
  }

  #press(i) {
    this.#rove(i);
    const { at } = this.#hours[i];
    this.#pick(this.#chosen === at ? null : at);
  }

  #pick(at) {
    this.#chosen = at;
    this.#bars.forEach((bar, i) => bar.press(this.#hours[i].at === at));
    this.#say(null);
    this.#choose(at);
  }

  #move(e) {
    const from = this.#bars.findIndex(bar => bar.button === document.activeElement);
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: shown - 1 }[e.key];
    if (from >= 0 && to >= 0 && to < shown) {
      e.preventDefault();
      this.#rove(to);
      this.#bars[to].button.focus();
    } else if (e.key === 'Escape' && this.#chosen !== null) {
      this.#pick(null);
    }
  }

  #rove(to) {
    this.#bars.forEach((bar, i) => { bar.button.tabIndex = i === to ? 0 : -1; });
  }

  // Of one hour, of the chosen one, or of the day.
  #say(i) {
    const h = this.#hours[i] ?? this.#hours.find(other => other.at === this.#chosen);
    const all = key => this.#hours.reduce((sum, other) => sum + other[key], 0);
    setText(this.#said, h ? `${span(h.at)}: ${words(h)}${this.#isStart(h) ? ', and the galaxy’s tick began' : ''}.`
      : all('systemTicks') === 0 ? 'No system has ticked within the last day.'
        : `The last 24 hours: ${words({ systemTicks: all('systemTicks'), stateChanges: all('stateChanges') })}. Press a bar to see its hour alone.`);
  }
}

class Bar {
  #rest = el('i', { class: 'rest' });
  #states = el('i', { class: 'states' });
  #label = el('span', { class: 'hour-label', 'aria-hidden': 'true' });

  constructor(i, press) {
    this.button = el('button', { type: 'button', 'aria-pressed': 'false', onclick: press }, this.#rest, this.#states);
    this.node = el('li', { class: i % 3 === 2 ? 'labelled' : null }, this.button, this.#label);
  }

  show({ at, systemTicks, stateChanges }, most, isChosen, isStart) {
    this.button.setAttribute('aria-label', `${span(at)}: ${words({ systemTicks, stateChanges })}${isStart ? ', the galaxy’s tick began' : ''}`);
    // What happened at all can be seen, however little of the most it is.
    const height = n => (n === 0 ? '0' : `max(2px, ${(100 * n / most).toFixed(2)}%)`);
    this.#rest.style.height = height(systemTicks - stateChanges);
    this.#states.style.height = height(stateChanges);
    this.node.dataset.hour = new Date(at).toISOString();
    this.node.classList.toggle('began', isStart);
    setText(this.#label, time.format(at));
    this.press(isChosen);
  }

  press(isChosen) {
    this.button.setAttribute('aria-pressed', String(isChosen));
  }
}

/** `14:00–15:00` in the reader's zone. */
export function span(at) {
  return `${time.format(at)}–${time.format(at + hour)}`;
}

function words({ systemTicks, stateChanges }) {
  return systemTicks === 0 ? 'no tick'
    : `${systemTicks === 1 ? 'one tick' : `${count(systemTicks)} ticks`}, ${stateChanges === 0 ? 'none' : count(stateChanges)} with a change of state`;
}
