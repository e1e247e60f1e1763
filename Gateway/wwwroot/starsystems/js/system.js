import { el, setText } from '../../js/dom.js';
import { number, sub, table } from '../../js/rows.js';
import { clockTime, fullTime, timeAgo } from '../../js/time.js';
import { activityBars } from './bars.js';
import { factionLink, tickLine } from './live.js';
import { pass, percent, points, population, sentences, spaced, warType } from './words.js';

const mostTicks = 60;

/** What is known of one system. */
export class SystemView {
  #byId;
  #factions;
  #tick = null;

  constructor(byId) {
    this.#byId = byId;
    this.#factions = table(byId('factions'), 5, faction => [
      [factionLink(faction.name), el('span', { class: 'sub' }, tags(faction))],
      number(percent(faction.influence), moved(faction)),
      states(faction.activeStates), states(faction.pendingStates), states(faction.recoveringStates),
    ]);
  }

  show(system) {
    this.#byId('system-empty').hidden = true;
    this.#byId('system').hidden = false;
    this.#facts(system);
    this.#factions([...system.factions].sort((a, b) => b.influence - a.influence).map(faction => ({ ...faction })), faction => faction.name, system.observedAt ? 'No faction is here.' : 'Which factions are here is not known: another detector told of its ticks, but nobody was seen there yet.');
    this.#byId('conflicts').replaceChildren(...(system.conflicts.length === 0 ? [el('li', { class: 'none' }, 'None.')] : system.conflicts.map(conflict)));
    this.#last(system.lastTick);
  }

  /** Nothing can be shown: why. */
  fail(text) {
    this.#byId('system').hidden = true;
    this.#byId('system-empty').hidden = false;
    this.#byId('system-empty').replaceChildren(el('p', {}, text));
  }

  ticks(ticks) {
    const lines = [...ticks].sort((a, b) => b.sequence - a.sequence).slice(0, mostTicks).map(({ tick, source, reverts }) => {
      const { at, head, more } = tickLine(tick, false);
      return el('li', { class: 'line' }, el('time', { class: 'at', datetime: at, title: `${fullTime(at)} · ${source}` }, when(at)),
        el('div', { class: 'what' }, el('div', { class: 'said' }, head), el('div', { class: 'by muted' }, more, reverts ? ' · states as they were before' : '')));
    });
    this.#byId('system-ticks').replaceChildren(...(lines.length === 0 ? [el('li', { class: 'none' }, 'It has not ticked within thirty days.')] : lines));
  }

  #facts(system) {
    const native = system.nativeFactions ?? [];
    const facts = [
      ['Population', population(system.population)],
      ['Controlled by', system.controllingFaction ? factionLink(system.controllingFaction) : '–'],
      ['Allegiance', system.allegiance || '–'], ['Government', spaced(system.government) || '–'],
      ['Economy', spaced(system.economy) || '–'], ['Security', spaced(system.security) || '–'],
      ['Colony', system.isColony === null ? 'not known' : system.isColony ? 'yes' : 'no'],
      native.length > 0 ? ['Native factions', native.join(', ')] : null,
      system.position ? ['Position', [system.position.x, system.position.y, system.position.z].map(n => n.toLocaleString('en', { maximumFractionDigits: 2 })).join(' / ')] : null,
      ['Observed', timeAgo(system.observedAt)],
      ['Last seen', timeAgo(system.lastSeen)],
      ['Address', el('code', {}, String(system.systemAddress))],
    ].filter(Boolean);
    this.#byId('facts').replaceChildren(...facts.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
  }

  #last(tick) {
    const key = JSON.stringify(tick);
    if (key === this.#tick) {
      return;
    }
    this.#tick = key;
    this.#byId('last').replaceChildren(...(tick ? [
      el('p', { class: 'last-head' }, el('strong', {}, pass(tick)), timeAgo(tick.timestamp), activityBars(tick.metrics.BGSActivityEstimate), el('span', { class: 'muted' }, `${tick.metrics.BGSActivityEstimate.label} activity`)),
      el('ul', { class: 'sentences' }, sentences(tick).map(({ text, mark }) => el('li', { class: mark || null }, text))),
    ] : [el('p', { class: 'none' }, 'It has not ticked since it is known: nothing about its factions has changed.')]));
  }
}

/** Where a faction is. */
export class FactionView {
  #byId;
  #places;

  constructor(byId) {
    this.#byId = byId;
    this.#places = table(byId('places'), 5, place => [
      [el('a', { href: `#/system/${place.systemAddress}` }, place.system), place.isControlling ? el('span', { class: 'sub' }, el('span', { class: 'tag' }, 'controls')) : null],
      number(percent(place.influence)),
      [states(place.activeStates), place.pendingStates?.length > 0 ? sub(`pending: ${place.pendingStates.map(spaced).join(', ')}`) : null,
        place.recoveringStates?.length > 0 ? sub(`recovering: ${place.recoveringStates.map(spaced).join(', ')}`) : null],
      number(population(place.population)),
      timeCell(place.observedAt),
    ]);
  }

  show({ systems }) {
    this.#byId('faction-empty').hidden = true;
    this.#byId('faction').hidden = false;
    this.#places([...systems].sort((a, b) => b.influence - a.influence), place => place.systemAddress, 'It is in no system now.');
  }

  fail(text) {
    this.#byId('faction').hidden = true;
    this.#byId('faction-empty').hidden = false;
    this.#byId('faction-empty').replaceChildren(el('p', {}, text));
  }
}

function timeCell(iso) {
  return el('td', {}, timeAgo(iso));
}

function tags(faction) {
  return [
    faction.isControlling && el('span', { class: 'tag' }, 'controls'), faction.isNative && el('span', { class: 'tag plain' }, 'native'),
    [spaced(faction.government), faction.allegiance].filter(Boolean).join(', '),
  ];
}

function moved({ influence, previousInfluence }) {
  if (previousInfluence === null || previousInfluence === undefined) {
    return null;
  }
  const change = influence - previousInfluence;
  return el('span', { class: `sub ${change > 0 ? 'rose' : change < 0 ? 'fell' : ''}`, title: `before: ${percent(previousInfluence)}` }, points(change));
}

function states(names) {
  return (names ?? []).length === 0 ? el('span', { class: 'muted' }, '–') : names.map(name => el('span', { class: 'effect', 'data-effect': name }, spaced(name)));
}

function conflict({ warType: type, status, first, second }) {
  const side = ({ faction, stake, wonDays }) => el('div', { class: 'camp' }, factionLink(faction), el('strong', {}, `${wonDays}`), el('span', { class: 'sub' }, stake ? `at stake: ${stake}` : 'nothing at stake'));
  return el('li', { class: 'conflict' }, el('p', {}, el('strong', {}, warType(type)), el('span', { class: 'muted' }, status ? ` ${spaced(status).toLowerCase()}, days won` : ' over, days won')), side(first), side(second));
}

const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

function when(iso) {
  return `${dayFormat.format(new Date(iso))} ${clockTime(iso).slice(0, 5)}`;
}

export function titleOf(node, text) {
  setText(node, text);
  document.title = `${text} · OrleansGameState`;
}
