import { el, setText } from '../../js/dom.js';
import { clockTime, fullTime, timeAgo } from '../../js/time.js';
import { fullName } from './graph.js';
import { byName, many, spaced, turns } from './words.js';

const mostEvents = 14;
const hazards = new Set(['BLACK_HOLE', 'NEBULA', 'ASTEROID_FIELD', 'WORMHOLE']);

/** One sector: what it is, who is there, where one can go from it, and what happened lately. */
export class SectorPanel {
  #title;
  #body;
  #links;
  #parts = null;
  #made = new Map();

  constructor(title, body, links) {
    [this.#title, this.#body, this.#links] = [title, body, links];
  }

  /** Nothing is chosen: what there is to see. */
  overview(graph, book) {
    this.#begin('overview', 'Where most are', () => [el('p', { class: 'hint muted' }, 'Choose a sector on the map, in the list, or by its id or name above.'), el('ol', { class: 'busy' })]);
    const busiest = [...book.counts].sort((a, b) => b[1] - a[1] || byName(a[0], b[0])).slice(0, 12);
    this.#fill('busy', JSON.stringify([this.#links.version, busiest]), this.#body.querySelector('.busy'), () => (busiest.length === 0
      ? [el('li', { class: 'none' }, book.isKnown ? 'Nobody is in space now.' : 'Asking…')]
      : busiest.map(([sector, count]) => el('li', {}, this.#links.sector(sector), el('span', { class: 'muted' }, many(count, 'player'))))));
  }

  asking(name) {
    this.#parts = null;
    this.#made.clear();
    setText(this.#title, name);
    this.#body.replaceChildren(el('p', { class: 'muted' }, 'Asking…'));
  }

  fail(text) {
    this.#parts = null;
    this.#made.clear();
    this.#body.replaceChildren(el('p', { class: 'none' }, text));
  }

  /** A sector as GET has it. */
  show(view) {
    this.#begin(`sector/${view.sector}`, null, () => [
      el('p', { class: 'tags' }), el('blockquote', { class: 'beacon', hidden: true }),
      el('h3', {}, el('span', { class: 'here-title' })), el('ul', { class: 'here' }),
      el('h3', { class: 'ships-title' }, 'Ships without a pilot'), el('ul', { class: 'ships' }),
      el('h3', {}, 'Ways out'), el('ul', { class: 'out' }),
      el('h3', {}, 'What happened lately'), el('ol', { class: 'lines short lately', tabindex: 0, 'aria-label': 'What happened lately' }),
    ]);
    setText(this.#title, fullName({ id: view.sector, name: view.name }));
    this.#fill('tags', JSON.stringify([view.type, view.hazardLevel, view.defenses, view.ports, view.planets, view.isStub, view.isCharted]), this.#find('.tags'), () => tags(view));
    const beacon = this.#find('.beacon');
    beacon.hidden = !view.beacon;
    setText(beacon, view.beacon ?? '');
    this.#here(view);
    this.#ways(view);
  }

  /** What is known of its tunnels, by where they lead. */
  tunnels(byTarget) {
    for (const [to, tunnel] of byTarget) {
      const node = this.#body.querySelector(`.out [data-tunnel="${CSS.escape(to)}"]`);
      if (node) {
        this.#fill(`tunnel ${to}`, JSON.stringify(tunnel), node, () => tunnelFacts(tunnel));
      }
    }
  }

  /** What happened there, newest first: `{sequence, at, event}`. */
  events(events) {
    const list = this.#body.querySelector('.lately');
    if (list) {
      const said = events.map(entry => line(entry)).filter(Boolean).slice(0, mostEvents);
      this.#fill('lately', events.map(e => e.sequence).join(), list, () => (said.length > 0 ? said : [el('li', { class: 'none' }, 'Nothing was told of it yet.')]));
    }
  }

  #here({ players_present: players, ships_present: ships }) {
    setText(this.#find('.here-title'), players.length === 0 ? 'Nobody is here' : `${many(players.length, 'player')} here`.replace(/^o/, 'O'));
    const sorted = [...players].sort((a, b) => a.arrived_at.localeCompare(b.arrived_at));
    this.#fill('here', JSON.stringify(sorted) + this.#links.follow('', '').textContent, this.#find('.here'), () => sorted.map(p => el('li', { 'data-player': p.player_id },
      el('div', { class: 'who' }, el('strong', {}, p.username), p.team_id ? el('span', { class: 'tag plain' }, p.team_id) : null,
        el('span', { class: 'sub muted' }, [p.ship_name, p.ship_type ? ` · ${spaced(p.ship_type)}` : '', ' · ', timeAgo(p.arrived_at, 'for')])),
      this.#links.follow(p.player_id, p.username))));
    const parked = ships.filter(ship => ship.pilot_id === null);
    this.#find('.ships-title').hidden = parked.length === 0;
    this.#fill('ships', JSON.stringify(parked), this.#find('.ships'), () => parked.map(ship => el('li', { 'data-ship': ship.ship_id },
      el('strong', {}, ship.ship_name || ship.ship_id), el('span', { class: 'sub muted' }, spaced(ship.ship_type)))));
  }

  #ways({ neighbours, tunnels }) {
    const sorted = [...neighbours].sort((a, b) => byName(String(a.to), String(b.to)));
    this.#fill('out', JSON.stringify([this.#links.version, sorted, tunnels]), this.#find('.out'), () => (sorted.length + tunnels.length === 0
      ? [el('li', { class: 'none' }, 'No way leads out of it.')]
      : [
        ...sorted.map(way => el('li', {}, this.#links.sector(way.to), el('span', { class: 'cost muted' }, turns(way.turnCost)))),
        ...tunnels.map(way => el('li', { class: 'by-tunnel' }, this.#links.sector(way.to), el('span', { class: 'cost muted' }, el('span', { class: 'tag tunnel' }, 'tunnel'), ` ${turns(way.turnCost)}`),
          el('div', { class: 'tunnel-facts', 'data-tunnel': way.to }))),
      ]));
    for (const key of [...this.#made.keys()].filter(k => k.startsWith('tunnel '))) {
      if (!this.#body.querySelector(`[data-tunnel="${CSS.escape(key.slice(7))}"]`)?.hasChildNodes()) {
        this.#made.delete(key);
      }
    }
  }

  #begin(what, title, parts) {
    if (this.#parts !== what) {
      this.#parts = what;
      this.#made.clear();
      this.#body.replaceChildren(...parts());
    }
    if (title !== null) {
      setText(this.#title, title);
    }
  }

  // Only where something changed, so that focus and selections stay.
  #fill(part, key, node, make) {
    if (this.#made.get(part) !== key) {
      this.#made.set(part, key);
      node.replaceChildren(...make());
    }
  }

  #find(selector) {
    return this.#body.querySelector(selector);
  }
}

function tags({ type, hazardLevel, defenses, ports, planets, isStub, isCharted }) {
  const guards = [[defenses.defenseDrones, 'drone'], [defenses.fighters, 'fighter'], [defenses.mines, 'mine']].filter(([n]) => n > 0);
  return [
    isCharted === false ? el('span', { class: 'tag bad' }, 'on no map') : null,
    isStub ? el('span', { class: 'tag plain' }, 'only named by links') : el('span', { class: 'tag', 'data-kind': type }, spaced(type)),
    hazards.has(type) || hazardLevel > 0 ? el('span', { class: `tag ${hazardLevel < 7 ? 'warned' : 'bad'}` }, `hazard ${hazardLevel}`) : null,
    ...guards.map(([n, what]) => el('span', { class: 'tag warned' }, many(n, what))),
    ...ports.map(port => el('span', { class: 'tag plain', title: port.id }, `port: ${port.name || port.id}`)),
    ...planets.map(planet => el('span', { class: 'tag plain', title: planet.id }, `planet: ${planet.name || planet.id}`)),
  ].filter(Boolean);
}

const states = { ACTIVE: 'good', UNSTABLE: 'busy', DEGRADING: 'busy', FORMING: 'busy', MAINTENANCE: 'bad', COLLAPSED: 'bad' };

function tunnelFacts({ type, stability, status, maxUses, currentUses, usesLeft }) {
  const left = maxUses === null || maxUses === undefined ? 'no limit of uses' : `${currentUses} of ${maxUses} uses${status === 'COLLAPSED' ? '' : `, ${usesLeft} left`}`;
  return [el('span', { class: 'state', 'data-state': states[status] ?? 'busy' }, spaced(status)), el('span', { class: 'sub muted' }, `${spaced(type)}, stability ${Math.round(stability * 100)} %, ${left}`)];
}

const facts = {
  'sector.player_joined': e => [el('strong', {}, e.player.username), ' came'],
  'sector.player_left': e => [el('strong', {}, e.player.username), ' left'],
  'sector.player_changed': e => [el('strong', {}, e.player.username), ` flies ${e.player.ship_name} now`],
  'sector.charted': e => [`Charted by map ${e.map_version}`],
  'sector.uncharted': e => [`On no map since map ${e.map_version}`],
  'sector.ship_removed': e => [`Ship ${e.ship_id} was removed`],
};

function line({ sequence, at, event }) {
  const said = facts[event.type]?.(event);
  return said && el('li', { class: 'line', 'data-sequence': sequence, 'data-type': event.type },
    el('time', { class: 'at', datetime: at, title: fullTime(at) }, clockTime(at)), el('div', { class: 'what' }, said));
}
