import { el, setText } from '../../js/dom.js';
import { clockTime, duration, fullTime, timeAgo } from '../../js/time.js';
import { activityBars } from './bars.js';
import { toSystem } from './routes.js';

const standings = {
  confirmed: { word: 'Confirmed', state: 'good' },
  doubtful: { word: 'Doubtful', state: 'busy' },
  withdrawn: { word: 'Withdrawn', state: 'bad' },
};

/** The last tick that was not taken back: when, how sure, and by what. */
export class LastTick {
  #node;
  #state;
  #made = null;

  constructor(node, state) {
    [this.#node, this.#state] = [node, state];
  }

  show({ tick, overdueSince }) {
    const { word, state } = overdueSince ? { word: 'Overdue', state: 'bad' } : standings[tick?.standing] ?? { word: 'None yet', state: 'busy' };
    this.#state.hidden = false;
    this.#state.dataset.state = state;
    setText(this.#state, word);
    const key = JSON.stringify([tick, overdueSince]);
    if (key !== this.#made) {
      this.#made = key;
      this.#node.replaceChildren(...(tick ? known(tick) : [el('p', { class: 'none' },
        'No tick of the galaxy is known yet. One is called when the states of many systems change within a short time, once a day.')]));
    }
  }
}

function known(tick) {
  const took = Date.parse(tick.detectedAt) - Date.parse(tick.startedAt);
  const first = tick.tick;
  return [
    el('p', { class: 'big' }, timeAgo(tick.startedAt)),
    el('p', { class: 'muted' }, `Began ${fullTime(tick.startedAt)}`),
    el('dl', { class: 'facts' },
      el('dt', {}, 'Detected'), el('dd', {}, `${clockTime(tick.detectedAt)}, after ${duration(took)}`),
      el('dt', {}, 'Confidence'), el('dd', {}, confidence(tick.confidence)),
      el('dt', {}, 'Borne out by'), el('dd', {}, tick.systems === 1 ? 'one system' : `${tick.systems} systems`),
      first && [el('dt', {}, 'First seen in'), el('dd', { class: 'first' }, el('a', { href: toSystem(first.systemAddress) }, first.system), activityBars(first.metrics.BGSActivityEstimate))],
      el('dt', {}, 'Id'), el('dd', {}, el('code', {}, tick.id))),
  ];
}

function confidence(value) {
  const share = Math.min(1, Math.max(0, value));
  // Never rounded up to certainty.
  const text = `${Math.floor(share * 1000) / 10} %`;
  const bar = el('span', { class: 'meter', 'aria-hidden': 'true' }, el('i'));
  bar.firstChild.style.width = `${share * 100}%`;
  return el('span', { class: 'measured' }, bar, text);
}

/** The ticks before, newest first; one that was taken back stays and says so. */
export function showTicks(node, ticks, last) {
  const before = [...ticks].reverse().filter(tick => tick.id !== last?.id);
  node.replaceChildren(...(before.length === 0
    ? [el('li', { class: 'none' }, 'No earlier tick is known.')]
    : before.slice(0, 7).map(tick => el('li', { 'data-standing': tick.standing, 'data-tick': tick.id },
      el('span', { class: 'tick-day' }, el('time', { datetime: tick.startedAt, title: `${fullTime(tick.startedAt)} · ${tick.id}` }, day(tick.startedAt))),
      tick.standing === 'confirmed' ? null : el('span', { class: 'state', 'data-state': standings[tick.standing]?.state }, standings[tick.standing]?.word ?? tick.standing),
      el('span', { class: 'tick-gap muted' }, gap(tick, [last, ...before].filter(Boolean)))))));
}

const dayFormat = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

function day(iso) {
  return dayFormat.format(new Date(iso));
}

// How long it was until the next one that stood.
function gap(tick, all) {
  const next = all.slice(0, all.indexOf(tick)).filter(other => other.standing !== 'withdrawn').at(-1);
  return tick.standing === 'withdrawn' ? 'taken back' : next ? `${duration(Date.parse(next.startedAt) - Date.parse(tick.startedAt))} to the next` : '';
}
