import { Announcer } from './announcer.js';
import { api } from './api.js';
import { el, setText } from './dom.js';
import { framed } from './frame.js';
import { ConnectionPanel } from './panels/connection.js';
import { controlPanel } from './panels/control.js';
import { showNotices } from './panels/notices.js';
import { alertPanel } from './panels/status.js';
import { Ticker } from './panels/ticker.js';
import { WorldsPanel } from './panels/worlds.js';
import { chooseStart, parseRoute, replaceRoute, routeTo } from './router.js';
import { Stage } from './stage.js';
import { Store } from './store.js';
import { Sync } from './sync.js';
import { startClock, timeAgo } from './time.js';

const byId = id => document.getElementById(id);
const store = new Store();
const sync = new Sync(store);
const stage = new Stage(store, facility => go(store.selection.world, store.selection.zone, facility));
const ticker = new Ticker(byId('ticker'), entry => go(...entry.key.split('/').map(Number), entry.facilityId));
const worlds = new WorldsPanel(byId('worlds'));
const connection = new ConnectionPanel(byId('connection'), () => sync.retryNow());
const later = framed();
const announcer = new Announcer(byId('announcer'));
let scope = 'zone';
let memory = false;
let route = parseRoute(location.hash);

store.addEventListener('connection', () => connection.show(store.connection));
store.addEventListener('selection', () => later(showAll));
store.addEventListener('ticker', () => later(showTicker));
store.addEventListener('worlds', () => {
  settleSelection();
  later(showAll);
});
store.addEventListener('zone', ({ detail }) => {
  settleSelection();
  later(detail.key === store.zoneKey ? showAll : showRail);
  later(showTicker);
  if (detail.key === store.zoneKey) {
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
api.heldInMemory().then(held => {
  memory = held;
  later(showAll);
});

/** Goes where the address says, or where the most is going on. */
function settleSelection() {
  const { world, zone, facility } = chooseStart([...store.worlds.values()], route);
  const before = store.selection;
  if (world !== before.world || zone !== before.zone || facility !== before.facility) {
    if (world !== before.world || zone !== before.zone) {
      announcer.clear();
    }
    // Once chosen it stays: a world that grows livelier does not take the page away from its reader.
    route = zone === null ? route : { world, zone, facility };
    store.select({ world, zone, facility });
    stage.pinned(facility);
    sync.readBacklogs();
  }
}

function go(world, zone, facility) {
  replaceRoute(routeTo(world, zone, facility));
  route = { world, zone, facility };
  settleSelection();
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
  const { zone } = store;
  stage.show();
  byId('control').replaceChildren(...(zone ? controlPanel(zone) : [el('p', { class: 'muted' }, 'No continent chosen.')]));
  byId('alert-panel').hidden = !zone?.alert;
  byId('alert').replaceChildren(...(zone?.alert ? [alertPanel(zone.alert)] : []));
  showFooter(zone);
  showNotices(byId('notices'), { replay: store.world?.feed?.mode === 'replay', memory });
  document.title = zone ? `${zone.name} · ${store.world?.name ?? ''} · Territory` : 'Territory · OrleansGameState';
  showRail();
  showTicker();
}

function showRail() {
  worlds.show(store);
}

function showTicker() {
  const { selection, zoneKey, entries } = store;
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
  const key = zone ? `${store.zoneKey}:${zone.mapVersion}` : '';
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
    el('span', { class: 'foot-links' }, el('a', { href: `/api/v1/territory/worlds/${zone.worldId}/zones/${zone.zoneId}` }, 'This continent as JSON'),
      el('a', { href: '/openapi/v1.json' }, 'API')),
  ].filter(Boolean);
}
