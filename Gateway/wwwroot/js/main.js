import { Announcer } from './announcer.js';
import { api } from './api.js';
import { el, setText } from './dom.js';
import { framed } from './frame.js';
import { ConnectionPanel } from './panels/connection.js';
import { controlPanel } from './panels/control.js';
import { showNotices } from './panels/notices.js';
import { alertPanel } from './panels/status.js';
import { Ticker } from './panels/ticker.js';
import { TimeBar } from './panels/timebar.js';
import { WorldsPanel } from './panels/worlds.js';
import { Past } from './past.js';
import { chooseStart, parseRoute, pushRoute, replaceRoute, routeTo } from './router.js';
import { Stage } from './stage.js';
import { Store } from './store.js';
import { Sync } from './sync.js';
import { asOf, fullTime, startClock, timeAgo } from './time.js';

const byId = id => document.getElementById(id);
const store = new Store();
const sync = new Sync(store);
const stage = new Stage(store, facility => go(store.selection.world, store.selection.zone, facility));
const past = new Past(store);
const ticker = new Ticker(byId('ticker'), entry => go(...zoneOf(entry), entry.facilityId), entry => go(...zoneOf(entry), entry.facilityId, entry.committedAt));
const timeBar = new TimeBar(byId('timebar'), byId('time-said'), at => go(store.selection.world, store.selection.zone, store.selection.facility, at));
const worlds = new WorldsPanel(byId('worlds'));
const connection = new ConnectionPanel(byId('connection'), () => sync.retryNow());
const later = framed();
const announcer = new Announcer(byId('announcer'));
let scope = 'zone';
let memory = false;
let route = parseRoute(location.hash);

store.addEventListener('connection', () => {
  connection.show(store.connection);
  if (store.connection.state === 'live') {
    readMode();
  }
});
store.addEventListener('selection', () => later(showAll));
store.addEventListener('past', () => later(showAll));
store.addEventListener('ticker', () => later(showTicker));
store.addEventListener('worlds', () => {
  settleSelection();
  later(showAll);
});
store.addEventListener('zone', ({ detail }) => {
  settleSelection();
  later(detail.key === store.zoneKey ? showAll : showRail);
  later(showTicker);
  if (detail.key === store.zoneKey && store.selection.at === null) {
    tell(detail);
  }
});
addEventListener('hashchange', () => {
  route = parseRoute(location.hash);
  settleSelection();
});
byId('ticker-switch').addEventListener('click', e => chooseScope(e.target.closest('[data-scope]')?.dataset.scope));

connection.show(store.connection);
startClock();
showAll();
sync.start();

/** Goes where the address says, or where the most is going on. */
function settleSelection() {
  const { world, zone, facility, at } = chooseStart([...store.worlds.values()], route);
  const before = store.selection;
  if (world !== before.world || zone !== before.zone || facility !== before.facility || at !== before.at) {
    if (world !== before.world || zone !== before.zone || at !== before.at) {
      announcer.clear();
      stage.calm();
    }
    if (at !== before.at) {
      announcer.say(at === null ? 'Live again' : `Shown as of ${fullTime(at)}`);
    }
    // Once chosen it stays: a world that grows livelier does not take the page away from its reader.
    route = zone === null ? route : { world, zone, facility, at };
    store.select({ world, zone, facility, at });
    past.follow();
    stage.pinned(facility);
    sync.readBacklogs();
  }
}

// Leaving for the past is a step that Back undoes; steps within it are not.
function go(world, zone, facility, at = store.selection.at) {
  const change = at !== null && store.selection.at === null ? pushRoute : replaceRoute;
  change(routeTo(world, zone, facility, at));
  route = { world, zone, facility, at };
  settleSelection();
}

function zoneOf(entry) {
  return entry.key.split('/').map(Number);
}

async function readMode() {
  memory = await api.heldInMemory();
  later(showAll);
}

function tell({ changed, event }) {
  requestAnimationFrame(() => {
    for (const id of changed) {
      const facility = store.zone?.facilities.find(f => f.facilityId === id);
      stage.pulse(id, facility?.factionId);
      if (facility && event?.type === 'facilityCaptured') {
        announcer.captured(facility.name, facility.factionId);
      }
    }
    if (event?.type === 'facilityDefended') {
      stage.pulse(event.facilityId, event.faction, 'defence');
    }
  });
}

function showAll() {
  const { zone, selection, shownAt } = store;
  timeBar.show(selection.at, store.past);
  byId('timebar').hidden = selection.zone === null;
  asOf(shownAt, () => showZone(zone));
  showNotices(byId('notices'), { replay: store.world?.feed?.mode === 'replay', memory });
  document.title = zone ? `${zone.name} ${shownAt ? `as of ${fullTime(shownAt)} ` : ''}· ${store.world?.name ?? ''} · Territory` : 'Territory · OrleansGameState';
  showRail();
  showTicker();
}

function showZone(zone) {
  stage.show();
  byId('control').replaceChildren(...(zone ? controlPanel(zone) : [el('p', { class: 'muted' }, 'Nothing to show.')]));
  byId('alert-panel').hidden = !zone?.alert;
  byId('alert').replaceChildren(...(zone?.alert ? [alertPanel(zone.alert)] : []));
  showFooter(zone);
}

function showRail() {
  worlds.show(store);
}

function showTicker() {
  const { selection, zoneKey, entries, shownAt } = store;
  byId('ticker-switch').hidden = selection.at !== null;
  if (selection.at !== null) {
    byId('ticker').dataset.scope = 'zone';
    asOf(shownAt, () => ticker.show(store.past?.entries ?? [], `${zoneKey}@${shownAt}`, 'Nothing was heard before.'));
    return;
  }
  const mine = entries.filter(e => (scope === 'zone' ? e.key === zoneKey : e.key.startsWith(`${selection.world}/`)));
  ticker.show(mine, scope === 'zone' ? zoneKey : String(selection.world));
  byId('ticker').dataset.scope = scope;
}

function chooseScope(chosen) {
  if (chosen) {
    scope = chosen;
    for (const button of byId('ticker-switch').children) {
      button.setAttribute('aria-pressed', String(button.dataset.scope === scope));
    }
    sync.readBacklogs();
    showTicker();
  }
}

// Rebuilt only for another continent: a link that has the focus keeps it.
function showFooter(zone) {
  const foot = byId('foot');
  const key = zone ? `${store.zoneKey}:${zone.mapVersion}:${store.shownAt}` : '';
  if (foot.dataset.key !== key) {
    foot.dataset.key = key;
    foot.replaceChildren(...(zone ? footer(zone) : []));
  }
  if (zone) {
    setText(byId('sequence'), String(zone.sequence));
    byId('last-change').replaceChildren(timeAgo(zone.asOf));
  }
}

function footer(zone) {
  return [
    el('span', {}, 'Sequence ', el('code', { id: 'sequence' })),
    el('span', {}, 'Last change ', el('span', { id: 'last-change' })),
    zone.mapVersion && el('span', {}, `Map of ${zone.mapVersion}`),
    el('span', { class: 'foot-links' },
      el('a', { href: `/api/v1/territory/worlds/${zone.worldId}/zones/${zone.zoneId}${store.shownAt ? `?at=${store.shownAt}` : ''}` }, 'This continent as JSON'),
      el('a', { href: '/openapi/v1.json' }, 'API')),
  ].filter(Boolean);
}
