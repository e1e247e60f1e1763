import { Announcer } from '../../js/announcer.js';
import { el, setText } from '../../js/dom.js';
import { ConnectionPanel } from '../../js/panels/connection.js';
import { Realtime } from '../../js/realtime.js';
import { clockTime, startClock } from '../../js/time.js';
import { api } from './api.js';
import { Feeds } from './feeds.js';
import { Find } from './find.js';
import { Hours } from './hours.js';
import { Influence } from './influence.js';
import { LiveList } from './live.js';
import { Reading } from '../../js/reading.js';
import { parseRoute } from './routes.js';
import { FactionView, SystemView, titleOf } from './system.js';
import { LastTick, showTicks } from './tick.js';
import { Tops } from './tops.js';
import { Troubles } from './troubles.js';

const galaxyTopic = 'starsystems/galaxy';
const ticksTopic = 'starsystems/ticks/';
const messages = ['SystemTick', 'GalaxyTick', 'FactionChanges', 'FactionExpandedFrom', 'GalaxyTickRevised', 'GalaxyTickOverdue'];
const always = [galaxyTopic, ...messages.map(name => ticksTopic + name)];
const dayInMs = 86_400_000;
const byId = id => document.getElementById(id);

const announcer = new Announcer(byId('announcer'), n => `${n} changes.`);
const troubles = new Troubles(byId('troubles'));
const lastTick = new LastTick(byId('tick'), byId('tick-state'));
const feeds = new Feeds(byId('feeds'));
const tops = new Tops(byId('busiest'), byId('risks'), document.querySelectorAll('.scope'));
const hours = new Hours(byId('hours'), byId('hour-said'), hour => tops.narrow(hour));
const live = new LiveList(byId('live'), byId('live-note'), byId('live-switch'), byId('live-pause'));
const system = new SystemView(byId);
const faction = new FactionView(byId);
const influence = new Influence(byId('influence'), byId('influence-lack'), byId('influence-as'));
new Find(byId('find'), byId('find-name'), byId('find-switch'), byId('found'));

let route = { view: 'galaxy' };
let days = 30;
let sequence = null;

const galaxyReading = new Reading(() => api.galaxy(), showGalaxy, error => troubles.fail(error), 2000);
const systemReading = new Reading(api.system, showSystem, error => sequence === null && system.fail(missing(error, 'this system')));
const ticksReading = new Reading(api.ticks, ticks => system.ticks(ticks), () => {}, 3000);
const influenceReading = new Reading(readInfluence, ({ data, from, to }) => influence.show(data, from, to), error => influence.fail(error), 3000);
const factionReading = new Reading(api.faction, showFaction, error => faction.fail(missing(error, 'a faction of this name')), 3000);

const realtime = new Realtime({
  state: connection => {
    panel.show(connection);
    troubles.connection(connection);
    live.connection(connection.state);
  },
  snapshot: topic => changed(topic),
  delta: topic => changed(topic),
  announcement: (topic, { at, event }) => heard(topic.slice(ticksTopic.length), event, at),
});
const panel = new ConnectionPanel(byId('connection'), () => realtime.retryNow());

startClock();
choices(byId('influence-days'), 'days', value => {
  days = Number(value);
  influenceReading.soon();
});
byId('skip').addEventListener('click', e => {
  // The address is the page's; a skip is no place.
  e.preventDefault();
  byId('stars').focus();
});
addEventListener('hashchange', () => go(true));
// What is only measured (feeds, the hour that runs) has no event to tell of it.
setInterval(() => document.hidden || refresh(), 20_000);
document.addEventListener('visibilitychange', () => document.hidden || refresh());

galaxyReading.of('galaxy');
go(false);
realtime.connect();

function go(byReader) {
  route = parseRoute(location.hash);
  sequence = null;
  for (const view of ['galaxy', 'system', 'faction']) {
    byId(`${view}-view`).hidden = view !== route.view;
  }
  const inside = route.view !== 'galaxy';
  byId('eyebrow').replaceChildren(inside ? el('a', { href: '#/' }, '‹ Galaxy') : 'Elite Dangerous');
  titleOf(byId('title'), { galaxy: 'Galaxy', system: `System ${route.address}`, faction: route.name }[route.view]);
  begin();
  realtime.want(route.view === 'system' ? [...always, `starsystems/${route.address}`] : always);
  if (byReader) {
    scrollTo(0, 0);
    byId('title').focus({ preventScroll: true });
  }
}

function begin() {
  const address = route.view === 'system' ? route.address : null;
  byId('system').classList.toggle('asking', address !== null);
  byId('system').hidden = false;
  byId('system-empty').hidden = true;
  influence.clear();
  systemReading.of(address);
  // These are asked for once there is such a system.
  ticksReading.of(null);
  influenceReading.of(null);
  factionReading.of(route.view === 'faction' ? route.name : null);
}

function refresh() {
  galaxyReading.soon();
  systemReading.soon();
  factionReading.soon();
}

function changed(topic) {
  (topic === galaxyTopic ? galaxyReading : systemReading).soon();
}

function heard(topic, message, at) {
  live.add(topic, message, at);
  galaxyReading.soon(5000);
  if (topic === 'GalaxyTick') {
    announcer.say(`The galaxy ticks, first seen in ${message.system}`);
  } else if (topic === 'GalaxyTickRevised') {
    announcer.say(`The galaxy's tick is ${message.standing}`);
  } else if (topic === 'GalaxyTickOverdue') {
    announcer.say('The galaxy\'s tick is overdue');
  } else if (String(message.systemAddress) === route.address) {
    announcer.say(`${message.system} has changed`);
    systemReading.soon();
  }
}

function showGalaxy(galaxy) {
  troubles.show(galaxy);
  lastTick.show(galaxy);
  showTicks(byId('ticks'), galaxy.ticks, galaxy.tick);
  feeds.show(galaxy.feeds);
  hours.show(galaxy);
  tops.show(galaxy.hours);
  setText(byId('as-of'), clockTime(new Date().toISOString()));
}

function showSystem(view) {
  titleOf(byId('title'), view.name);
  byId('system').classList.remove('asking');
  system.show(view);
  if (sequence === null) {
    ticksReading.of(route.address);
    influenceReading.of(route.address);
  } else if (sequence !== view.sequence) {
    ticksReading.soon();
    influenceReading.soon();
  }
  sequence = view.sequence;
}

function showFaction(view) {
  // As the game spells it, whatever was asked for.
  titleOf(byId('title'), view.faction);
  faction.show(view);
}

async function readInfluence(address) {
  const to = Date.now();
  const from = to - days * dayInMs;
  return { data: await api.influence(address, new Date(from).toISOString()), from, to };
}

function missing(error, what) {
  return error.status === 404 ? `Nothing was ever heard of ${what}. It shows here once a message tells of it.` : `It cannot be read now: ${error.message} It is asked for again.`;
}

function choices(group, key, choose) {
  group.addEventListener('click', e => {
    const value = e.target.closest(`[data-${key}]`)?.dataset[key];
    if (value) {
      for (const button of group.children) {
        button.setAttribute('aria-pressed', String(button.dataset[key] === value));
      }
      choose(value);
    }
  });
}
