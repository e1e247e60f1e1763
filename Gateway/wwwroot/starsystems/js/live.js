import { el, setText } from '../../js/dom.js';
import { framed } from '../../js/frame.js';
import { clockTime, fullTime } from '../../js/time.js';
import { activityBars } from './bars.js';
import { toFaction, toSystem } from './routes.js';
import { pass, percent, points } from './words.js';

const mostLines = 60;

/** The messages as they come, newest first. It can be held still to be read. */
export class LiveList {
  #node;
  #note;
  #pause;
  #lines = [];
  #held = 0;
  #paused = false;
  #isOpen = null;
  #frame = framed();
  #show = () => this.#render();

  constructor(node, note, choice, pause) {
    [this.#node, this.#note, this.#pause] = [node, note, pause];
    choice.addEventListener('click', e => this.#choose(choice, e.target.closest('[data-scope]')?.dataset.scope));
    pause.addEventListener('click', () => this.#hold(!this.#paused));
    this.#frame(this.#show);
  }

  /** `told` is when the server learned of it. */
  add(topic, message, told) {
    this.#lines.unshift({ topic, message, told, node: null });
    this.#lines.length = Math.min(this.#lines.length, mostLines * (this.#paused ? 4 : 1));
    this.#held += this.#paused ? 1 : 0;
    this.#frame(this.#show);
  }

  /** Whether messages can come: `live`, `connecting` or `waiting`. */
  connection(state) {
    this.#isOpen = state === 'live' ? true : state === 'waiting' ? false : this.#isOpen;
    this.#frame(this.#show);
  }

  #hold(paused) {
    [this.#paused, this.#held] = [paused, 0];
    this.#pause.setAttribute('aria-pressed', String(paused));
    this.#frame(this.#show);
  }

  #choose(choice, scope) {
    if (scope) {
      this.#node.dataset.scope = scope;
      for (const button of choice.children) {
        button.setAttribute('aria-pressed', String(button.dataset.scope === scope));
      }
      this.#frame(this.#show);
    }
  }

  #render() {
    setText(this.#pause, this.#paused ? `Go on${this.#held > 0 ? ` (${this.#held} new)` : ''}` : 'Pause');
    this.#note.hidden = this.#isOpen !== false;
    setText(this.#note, 'The connection broke off and is tried again. What comes meanwhile will be missing here, not in the systems.');
    if (this.#paused) {
      return;
    }
    this.#lines.length = Math.min(this.#lines.length, mostLines);
    const plain = this.#node.dataset.scope === 'notable';
    const nodes = this.#lines.filter(line => !plain || line.topic !== 'SystemTick').map(line => (line.node ??= lineOf(line)));
    if (nodes.length === 0) {
      this.#node.replaceChildren(el('li', { class: 'none' }, this.#isOpen === null ? 'Connecting…' : plain && this.#lines.length > 0
        ? 'Nothing but plain ticks has come since the page was opened.' : 'Nothing has come since the page was opened. Ticks appear here as they are detected.'));
      return;
    }
    const wanted = new Set(nodes);
    [...this.#node.children].filter(node => !wanted.has(node)).forEach(node => node.remove());
    nodes.forEach((node, i) => {
      if (this.#node.children[i] !== node) {
        this.#node.insertBefore(node, this.#node.children[i] ?? null);
      }
    });
  }
}

function lineOf({ topic, message, told }) {
  const { at = told, head, more, mark } = (kinds[topic] ?? unknown)(message, topic);
  return el('li', { class: 'line', 'data-topic': topic, 'data-mark': mark },
    el('time', { class: 'at', datetime: at, title: at && fullTime(at) }, at ? clockTime(at) : '–'),
    el('div', { class: 'what' }, el('div', { class: 'said' }, head), more && el('div', { class: 'by muted' }, more)));
}

/** A tick of a system in two short lines. */
export function tickLine(tick, withSystem = true) {
  const m = tick.metrics;
  return {
    at: tick.timestamp,
    head: [withSystem ? systemLink(tick) : el('strong', {}, pass(tick)), el('span', { class: 'line-end' }, m.stateChange ? el('span', { class: 'tag' }, 'state') : null, activityBars(m.BGSActivityEstimate))],
    more: [withSystem ? `${pass(tick)}: ` : '', `${m.cmfName} ${percent(m.cmfInf)} (${points(m.cmfInfDrop)})`],
  };
}

const kinds = {
  SystemTick: tick => tickLine(tick),
  GalaxyTick: tick => ({ ...tickLine(tick), head: [el('strong', {}, 'The galaxy ticks'), el('span', { class: 'line-end' }, activityBars(tick.metrics.BGSActivityEstimate))], more: ['first seen in ', systemLink(tick)], mark: 'good' }),
  FactionChanges: changes => ({
    at: changes.timestamp,
    head: [systemLink(changes)],
    more: [...(changes.factionChanges.arrived ?? []).map(name => [factionLink(name), ' arrived. ']), ...(changes.factionChanges.retreated ?? []).map(name => [factionLink(name), ' retreated. '])],
    mark: 'warn',
  }),
  FactionExpandedFrom: expansion => ({
    at: expansion.timestamp,
    head: [systemLink(expansion)],
    more: [factionLink(expansion.faction), ` expanded from here, and paid ${percent(expansion.InfDrop)}`],
    mark: 'warn',
  }),
  GalaxyTickRevised: tick => ({
    head: [el('strong', {}, `The tick is ${tick.standing}`)],
    more: [tick.reason, tick.reason ? ' ' : '', el('code', {}, tick.id)],
    mark: tick.standing === 'withdrawn' ? 'bad' : 'good',
  }),
  GalaxyTickOverdue: overdue => ({
    at: overdue.noticedAt,
    head: [el('strong', {}, 'The tick is overdue')],
    more: [overdue.lastTick ? `The last one began ${fullTime(overdue.lastTick)}.` : 'None is known.'],
    mark: 'bad',
  }),
};

function unknown(message, topic) {
  return { head: [el('strong', {}, topic)], more: null };
}

export function systemLink({ systemAddress, system }) {
  return el('a', { href: toSystem(systemAddress) }, system);
}

export function factionLink(name) {
  return el('a', { href: toFaction(name) }, name);
}
