import { Announcer } from '../../js/announcer.js';
import { el, setText } from '../../js/dom.js';
import { framed } from '../../js/frame.js';
import { ConnectionPanel } from '../../js/panels/connection.js';
import { Reading } from '../../js/reading.js';
import { Realtime } from '../../js/realtime.js';
import { clockTime, startClock } from '../../js/time.js';
import { api } from './api.js';
import { Find } from './find.js';
import { fullName, graphOf } from './graph.js';
import { showImport } from './importing.js';
import { layOut } from './layout.js';
import { mapLibrary } from './library.js';
import { Links } from './links.js';
import { SectorList } from './list.js';
import { SectorMap } from './map.js';
import { MoveList } from './moves.js';
import { PathFinder } from './path.js';
import { PlayerTable } from './players.js';
import { PresenceBook } from './presence.js';
import { parseRoute, toPlayer, toSector } from './routes.js';
import { SectorPanel } from './sector.js';
import { Troubles } from './troubles.js';
import { many } from './words.js';

const demo = 'demo';
const mostEvents = 30;
const byId = id => document.getElementById(id);

const page = { universe: null, graph: null, follow: null, book: new PresenceBook() };
const links = new Links(() => page);
const announcer = new Announcer(byId('announcer'), n => `${n} players came or left.`);
const troubles = new Troubles(byId('troubles'));
const moves = new MoveList(byId('moves'), byId('moves-note'), byId('moves-pause'), links);
const players = new PlayerTable(byId('players'), byId('players-count'), links);
const panel = new SectorPanel(byId('sector-title'), byId('sector-body'), links);
const list = new SectorList(byId('list'), links);
const path = new PathFinder(byId, () => page, links, ids => map?.path(ids), (from, to) => { location.hash = toSector(page.universe, from, to); });
new Find(byId('find'), byId('find-name'), byId('found'), () => page, links, (sector, player) => {
  location.hash = player === null ? toSector(page.universe, sector) : toPlayer(page.universe, player);
});

let map = null;
let route = parseRoute(location.hash);
let universes = [];
let universe = null;
let sector = null;
let shown = null;
let events = [];
let giveUpLayout = () => {};
let showSoon = 0;
const frame = framed();

const universesReading = reading('The list of universes', () => api.universes(), showUniverses, 5000);
const universeReading = reading('The universe', api.universe, showUniverse, 1000);
const mapReading = reading('The map', api.map, showMap, 2000);
const presenceReading = reading('Who is where', api.presence, showPresence, 2000);
const sectorReading = new Reading(id => api.sector(page.universe, id), showSector, sectorFailed, 400);
const tunnelsReading = new Reading(readTunnels, byTarget => panel.tunnels(byTarget), () => {}, 1500);
const eventsReading = new Reading(readEvents, showEvents, () => {}, 2000);

const realtime = new Realtime({
  state: connection => {
    connectionPanel.show(connection);
    troubles.connection(connection);
    moves.connection(connection.state);
    if (connection.state === 'live') {
      refresh();
    }
  },
  snapshot: topic => told(topic),
  delta: (topic, message) => (topic === sectorTopic() ? happened(message) : told(topic)),
  announcement: (topic, message) => heard(message),
  followed: (topic, message) => followed(message),
});
const connectionPanel = new ConnectionPanel(byId('connection'), () => realtime.retryNow());

startClock();
begin();

function begin() {
  byId('skip').addEventListener('click', e => {
    // The address is the page's; a skip is no place.
    e.preventDefault();
    byId('sectors').focus();
  });
  byId('as').addEventListener('click', e => showAs(e.target.closest('[data-as]')?.dataset.as));
  byId('universe').addEventListener('change', e => { location.hash = toSector(e.target.value); });
  byId('sector-close').addEventListener('click', () => { location.hash = toSector(page.universe); });
  for (const [id, act] of [['zoom-in', m => m.camera.zoom(1.5)], ['zoom-out', m => m.camera.zoom(1 / 1.5)], ['zoom-fit', m => m.camera.fit()]]) {
    byId(id).addEventListener('click', () => map && act(map));
  }
  byId('space').addEventListener('keydown', e => e.target.id === 'space' && e.key === 'Enter' && byId('sector').focus());
  document.addEventListener('click', e => {
    const player = e.target.closest('[data-follow]')?.dataset.follow;
    if (player) {
      location.hash = player === page.follow ? toSector(page.universe, sector) : toPlayer(page.universe, player);
    }
  });
  addEventListener('hashchange', () => go());
  // What is announced is told once and may be missed: who is where is looked up again now and then.
  setInterval(() => document.hidden || refresh(), 60_000);
  document.addEventListener('visibilitychange', () => document.hidden || refresh());
  openMap();
  universesReading.of('all');
  realtime.connect();
}

async function openMap() {
  const { d3, lack } = await mapLibrary();
  byId('lack').hidden = lack === null;
  setText(byId('lack'), lack === null ? '' : `${lack} The sectors are listed instead.`);
  byId('as').hidden = lack !== null;
  byId('map-whole').hidden = lack !== null;
  if (lack !== null) {
    showAs('list');
    return;
  }
  const pin = byId('space').insertBefore(el('div', { class: 'pin', hidden: true, 'aria-hidden': 'true' }), byId('drawing'));
  map = new SectorMap(byId('space'), pin, d3, id => choose(id));
  drawMap();
}

function choose(id) {
  location.hash = toSector(page.universe, id);
  const chosen = page.graph.byId.get(id);
  setText(byId('reader'), `${fullName(chosen)}, ${many(page.book.counts.get(id) ?? 0, 'player')}, ${many(chosen.links.length, 'way')} out`);
}

function showAs(as) {
  if (as) {
    list.isOpen = as === 'list';
    byId('list').hidden = as !== 'list';
    byId('map-whole').hidden = as === 'list';
    for (const button of byId('as').children) {
      button.setAttribute('aria-pressed', String(button.dataset.as === as));
    }
    list.show(page.graph, page.book.counts);
  }
}

function showUniverses(answer) {
  const isSame = JSON.stringify(answer.map(u => u.universe)) === JSON.stringify(universes.map(u => u.universe));
  universes = answer;
  if (!isSame || page.universe === null) {
    byId('universe').replaceChildren(...universes.map(u => el('option', { value: u.universe }, u.universe)));
    go();
    byId('universe').value = page.universe ?? '';
  }
}

// Where the address does not say: the demo, else the largest.
function go() {
  route = parseRoute(location.hash);
  const largest = [...universes].sort((a, b) => (b.universe === demo) - (a.universe === demo) || b.sectors - a.sectors)[0];
  const wanted = route.universe ?? largest?.universe ?? null;
  const isMissing = wanted === null || !universes.some(u => u.universe === wanted);
  byId('empty').hidden = !isMissing;
  byId('chooser').hidden = isMissing || universes.length < 2;
  byId('view').hidden = isMissing;
  if (isMissing) {
    byId('empty').replaceChildren(...emptiness(wanted));
    setText(byId('title'), wanted ?? 'Sectors');
    open(null);
    // It may be imported any moment.
    universesReading.soon(5000);
    return;
  }
  open(wanted);
  page.follow = route.follow;
  goTo(true);
}

function emptiness(wanted) {
  return [el('div', {}, el('p', {}, wanted === null ? 'No universe was imported yet. The map shows once one is: ' : `There is no universe “${wanted}”. `,
    wanted === null ? el('code', {}, 'POST /api/v1/universes/{universe}/import') : universes.map((u, i) => [i > 0 ? ', ' : 'Known are: ', el('a', { href: toSector(u.universe) }, u.universe)])))];
}

function open(name) {
  if (name === page.universe) {
    return;
  }
  giveUpLayout();
  [page.universe, page.graph, universe, sector, shown, events] = [name, null, null, null, null, []];
  page.book.clear();
  moves.clear();
  byId('importing').hidden = true;
  setText(byId('counts'), '');
  setText(byId('title'), name ?? 'Sectors');
  byId('universe').value = name ?? '';
  byId('map-json').href = name ? `${api.of(name)}/map` : api.root;
  byId('presence-json').href = name ? `${api.of(name)}/presence` : api.root;
  for (const one of [universeReading, mapReading, presenceReading]) {
    one.of(name);
  }
}

// To the sector that the address names, or where the followed player is.
function goTo(byReader = false) {
  const wanted = page.follow === null ? route.sector : page.book.of(page.follow)?.sector ?? null;
  showFollowing();
  if (wanted !== sector || (byReader && wanted === null)) {
    [sector, shown, events] = [wanted, null, []];
    byId('sector-close').hidden = sector === null;
    tunnelsReading.of(null);
    eventsReading.of(null);
    sectorReading.of(sector);
    if (sector === null) {
      panel.overview(page.graph, page.book);
    } else {
      panel.asking(nameOf(sector));
    }
    map?.select(sector, { closer: byReader });
    path.begin(sector);
  }
  map?.follow(page.follow === null ? null : sector);
  if (byReader) {
    path.of(route.sector, route.to);
  }
  document.title = `${sector === null ? '' : `${nameOf(sector)} · `}${page.universe} · OrleansGameState`;
  realtime.want([`sectors/${page.universe}`, movesTopic(), ...(sector === null ? [] : [sectorTopic()]), ...(page.follow === null ? [] : [meTopic()])]);
  if (byReader) {
    showWho();
  }
}

function nameOf(id) {
  const known = page.graph?.byId.get(id);
  return known ? fullName(known) : id;
}

function showFollowing() {
  const node = byId('following');
  node.hidden = page.follow === null;
  if (page.follow !== null) {
    const known = page.book.of(page.follow);
    const key = `${page.follow} ${known?.sector} ${known?.name} ${page.graph?.version}`;
    if (node.dataset.key !== key) {
      node.dataset.key = key;
      node.replaceChildren(
        el('span', {}, 'Following ', el('strong', {}, known?.name ?? page.follow), known ? [', who is in ', links.sector(known.sector)] : page.book.isKnown ? ', who is not in space now' : ''),
        el('a', { class: 'stop', href: toSector(page.universe, known?.sector ?? null) }, 'Stop'));
    }
  }
}

function showUniverse(view) {
  const wasRunning = universe?.import?.phase === 'running';
  universe = view;
  showImport(byId('importing'), view);
  if (view.import?.phase === 'running') {
    universeReading.soon(1000);
  }
  if ((view.import && view.import.version !== page.graph?.version) || (wasRunning && view.import?.phase !== 'running')) {
    mapReading.soon();
  }
}

function showMap(view) {
  if (view.version === page.graph?.version) {
    return;
  }
  page.graph = graphOf(view);
  drawMap();
  showCounts();
  list.show(page.graph, page.book.counts);
  goTo(true);
  if (sector !== null) {
    sectorReading.soon();
    tunnelsReading.soon();
  }
}

function drawMap() {
  const { graph } = page;
  if (!map || !graph) {
    return;
  }
  byId('space').setAttribute('aria-label', `Map of ${page.universe}: ${many(graph.sectors.length, 'sector')}`);
  giveUpLayout();
  let isFirst = true;
  giveUpLayout = layOut(page.universe, graph, (places, done) => {
    byId('drawing').hidden = done === 1 && places !== null;
    setText(byId('drawing'), places === null ? 'The map could not be laid out; the list has its sectors.' : `Laying the map out… ${Math.round(done * 100)} %`);
    if (places !== null && graph === page.graph) {
      map.show(graph, places);
      if (isFirst || done === 1) {
        map.presence(page.book.counts);
        map.select(sector, { closer: done === 1 });
        map.follow(page.follow === null ? null : sector);
        path.of(route.sector, route.to);
      }
      isFirst = false;
    }
  });
}

function showPresence(view) {
  page.book.read(view);
  setText(byId('as-of'), clockTime(view.at));
  whoChanged();
}

// The map at once; tables no more often than can be read.
function whoChanged() {
  map?.presence(page.book.counts);
  showSoon ||= setTimeout(() => {
    showSoon = 0;
    frame(showWho);
  }, 400);
  goTo();
}

function showWho() {
  const { counts } = page.book;
  map?.presence(counts);
  list.show(page.graph, counts);
  players.show(page.book, page.follow);
  showCounts();
  if (sector === null && page.graph) {
    panel.overview(page.graph, page.book);
  }
}

function showCounts() {
  const { graph, book } = page;
  setText(byId('counts'), graph === null ? '' : [
    many(graph.sectors.length, 'sector'), many(graph.pairs.length, 'link'), many(graph.tunnels.length, 'tunnel'), ...(book.isKnown ? [`${many(book.players.length, 'player')} in space`] : []),
  ].join(' · '));
}

function showSector(view) {
  if (shown && view.sequence < shown.sequence) {
    sectorReading.soon(500);
    return;
  }
  const isFirst = shown === null;
  shown = view;
  panel.show(view);
  if (isFirst) {
    eventsReading.of(sector);
    tunnelsReading.of(view.tunnels.length > 0 ? sector : null);
  }
}

function sectorFailed(error) {
  if (shown === null) {
    panel.fail(error.status === 404 ? 'The universe has no such sector.' : `It cannot be read now: ${error.message} It is asked for again.`);
  }
}

async function readTunnels(from) {
  const ways = shown?.tunnels ?? [];
  const all = await Promise.allSettled(ways.map(way => api.tunnel(page.universe, from, way.to)));
  return new Map(all.map((answer, i) => [String(ways[i].to), answer.value]).filter(([, tunnel]) => tunnel));
}

function readEvents(of) {
  return api.events(page.universe, of, Math.max(0, shown.sequence - mostEvents));
}

function showEvents(read) {
  const known = new Set(read.map(e => e.sequence));
  events = [...read, ...events.filter(e => !known.has(e.sequence))].sort((a, b) => b.sequence - a.sequence).slice(0, mostEvents);
  panel.events(events);
}

function sectorTopic() {
  return `sectors/${page.universe}/${sector}`;
}

// The player's messages, and those of the sector they are in. Unlike what is announced, none of these is lost.
function meTopic() {
  return `sectors/${page.universe}/me/${page.follow}`;
}

function movesTopic() {
  return `sectors/${page.universe}/universe/moves`;
}

function told(topic) {
  if (topic === sectorTopic()) {
    sectorReading.soon();
    eventsReading.soon();
  } else if (topic === `sectors/${page.universe}`) {
    universeReading.soon();
  }
}

// In the chosen sector: shown at once, and looked up again.
function happened({ sequence, at, event }) {
  events = [{ sequence, at, event }, ...events.filter(e => e.sequence !== sequence)].sort((a, b) => b.sequence - a.sequence).slice(0, mostEvents);
  if (shown && sequence > shown.sequence) {
    const others = shown.players_present.filter(p => p.player_id !== event.player?.player_id);
    const here = { 'sector.player_joined': () => [...others, event.player], 'sector.player_changed': () => [...others, event.player], 'sector.player_left': () => others }[event.type];
    if (here) {
      shown = { ...shown, sequence, players_present: here() };
      panel.show(shown);
      announcer.say(`${event.player.username} ${event.type === 'sector.player_left' ? 'left' : 'is in'} ${nameOf(sector)}`);
    }
    panel.events(events);
  }
  sectorReading.soon(300);
}

function followed(message) {
  const { op, key, sequence, at, event, data } = message;
  if (key === `${page.universe}/${sector}` && op === 'delta') {
    happened(message);
  } else if (key === `${page.universe}/player/${page.follow}`) {
    if (op === 'delta') {
      heard({ sequence, at, event });
    } else if (page.book.see(data)) {
      whoChanged();
    }
  }
}

function heard({ sequence, at, event }) {
  if (event.type.startsWith('tunnel.')) {
    moves.add({ at, event }, null);
    tunnelsReading.soon();
    return;
  }
  const moved = page.book.hear({ sequence, at, event });
  if (moved === null) {
    return;
  }
  moves.add({ at, event }, moved);
  if (moved.from !== null && moved.to !== null) {
    map?.travel(moved.from, moved.to);
  }
  if (event.via === 'tunnel' && String(event.from) === sector) {
    tunnelsReading.soon(500);
  }
  if (moved.player && moved.player.name === moved.player.player) {
    // Nobody has told what they are called.
    presenceReading.soon(500);
  }
  setText(byId('as-of'), clockTime(at));
  whoChanged();
}

function refresh() {
  universesReading.soon();
  universeReading.soon();
  presenceReading.soon();
  sectorReading.soon();
  tunnelsReading.soon();
}

function reading(what, read, show, pause) {
  return new Reading(read, answer => {
    troubles.well(what);
    show(answer);
  }, error => troubles.fail(what, error), pause);
}
