import { el, setText } from '../../js/dom.js';
import { number, sub, table } from '../../js/rows.js';
import { timeAgo } from '../../js/time.js';
import { activityBars } from './bars.js';
import { span } from './hours.js';
import { toFaction, toSystem } from './routes.js';
import { percent } from './words.js';

const day = 86_400_000;
const mostBusy = 10;
const mostRisks = 20;

/** The busiest systems and the factions at risk, of the day or of one hour. */
export class Tops {
  #busiest;
  #risks;
  #scopes;
  #hours = [];
  #hour = null;

  constructor(busiest, risks, scopes) {
    this.#busiest = table(busiest, 3, busy => [
      el('a', { href: toSystem(busy.systemAddress) }, busy.system),
      activityBars(busy.activity),
      number(timeAgo(busy.timestamp)),
    ]);
    this.#risks = table(risks, 3, risk => [
      [el('a', { href: toFaction(risk.name) }, risk.name), sub(['in ', el('a', { href: toSystem(risk.systemAddress) }, risk.system)])],
      number(el('span', { class: risk.newInf < 0.025 ? 'bad' : null }, percent(risk.newInf)), sub(`was ${percent(risk.previousInf)}`)),
      [retreat(risk.retreatState), el('span', { class: 'sub' }, timeAgo(risk.timestamp))],
    ]);
    this.#scopes = scopes;
  }

  show(hours) {
    // The server keeps the last hours in which anything ticked, however long ago that was.
    this.#hours = hours.filter(h => Date.parse(h.hour) > Date.now() - day);
    this.#draw();
  }

  /** Narrows to the hour that begins then, in ms; null for all of them. */
  narrow(hour) {
    this.#hour = hour;
    this.#draw();
  }

  #draw() {
    const when = this.#hour === null ? 'within the last day' : 'within that hour';
    const hours = this.#hours.filter(h => this.#hour === null || Date.parse(h.hour) === this.#hour);
    for (const scope of this.#scopes) {
      setText(scope, this.#hour === null ? 'Last 24 hours' : span(this.#hour));
    }
    const busy = newest(hours.flatMap(h => h.busiest ?? []), b => b.systemAddress)
      .sort((a, b) => b.activity.valueAdj - a.activity.valueAdj).slice(0, mostBusy);
    const risks = newest(hours.flatMap(h => h.atRisk ?? []), r => `${r.systemAddress}/${r.name}`)
      .sort((a, b) => a.newInf - b.newInf).slice(0, mostRisks);
    this.#busiest(busy, b => b.systemAddress, `No system has ticked ${when}.`);
    this.#risks(risks, r => `${r.systemAddress}/${r.name}`, `No tick ${when} told of a non-native faction below 5 %.`);
  }
}

/** How far a retreat is, in a word and a colour. */
export function retreat(state) {
  return state && state !== 'None' ? el('span', { class: state === 'Active' ? 'bad' : 'warned' }, state) : el('span', { class: 'muted' }, 'no');
}

// The same thing may be told in several hours; the last word counts.
function newest(items, keyOf) {
  const byKey = new Map();
  for (const item of items) {
    const known = byKey.get(keyOf(item));
    if (!known || known.timestamp < item.timestamp) {
      byKey.set(keyOf(item), item);
    }
  }
  return [...byKey.values()];
}
