import { el } from '../../js/dom.js';
import { timeAgo } from '../../js/time.js';
import { bytes, count, milliseconds, rate } from '../../js/numbers.js';
import { number, sub, table } from '../../js/rows.js';

const boardAway = 'Not known now: what the processes tell of themselves does not come.';
const roles = { silo: 'silo', gateway: 'gateway', ingestors: 'ingestors' };

/** The slowest methods of the last minute. */
export class Methods {
  #rows;

  constructor(body) {
    this.#rows = table(body, 5, method => [
      [el('strong', {}, method.method), sub(method.grain)],
      number(count(method.calls), method.failures > 0 && el('span', { class: 'sub bad' }, `${count(method.failures)} failed`)),
      number(milliseconds(method.mean)), number(milliseconds(method.p99)), number(milliseconds(method.max)),
    ]);
  }

  show({ methods, missing }) {
    this.#rows(methods.slice(0, 12), method => `${method.grain}/${method.method}`, missing.includes('board') ? boardAway : 'No call within the last minute.');
  }
}

/** Who passes on what a feed brings, of each world where it has any. */
export class Feeds {
  #rows;

  constructor(body) {
    this.#rows = table(body, 3, feed => [
      [el('strong', {}, feed.feed), feed.worldId > 0 && ` world ${feed.worldId}`, feed.lastFrameAt && el('span', { class: 'sub' }, 'heard ', timeAgo(feed.lastFrameAt))],
      [feed.holder ? processName(feed.holder) : el('span', { class: 'bad' }, 'nobody'),
        el('span', { class: 'sub' }, feed.since ? ['for ', timeAgo(feed.since, 'for'), ', '] : null, standbys(feed.standbys.length))],
      number(rate(feed.eventsPerMinute)),
    ]);
  }

  show({ feeds, missing }) {
    this.#rows(feeds, feed => `${feed.feed}/${feed.worldId}`, missing.includes('board') ? boardAway : 'No process follows a feed.');
  }
}

/** Every process, whatever it does. */
export class Processes {
  #rows;

  constructor(body) {
    this.#rows = table(body, 5, process => [
      [el('strong', {}, process.roles.map(role => roles[role] ?? role).join(' · ') || 'process'), sub(`${process.host}, process ${process.processId}`)],
      number(`${process.cpuPercent.toFixed(0)} %`), number(bytes(process.memoryBytes)),
      [process.subscribers === null ? '–' : [`${count(process.subscribers)} watching`, sub(`${count(process.watchedEntities)} entities`)]],
      [process.isSilent ? el('span', { class: 'bad' }, `silent for ${Math.round(process.toldSecondsAgo)} s`) : 'just now', el('span', { class: 'sub' }, 'up for ', timeAgo(process.startedAt, 'for'))],
    ]);
  }

  show({ processes, missing }) {
    this.#rows(processes, process => process.process, missing.includes('board') ? boardAway : 'No process has told of itself yet.');
  }
}

// machine/process/something unique
function processName(process) {
  const [host, id] = process.split('/');
  return [el('strong', {}, host), id ? ` ${id}` : null];
}

function standbys(n) {
  return n === 0 ? 'no standby' : n === 1 ? 'one standby' : `${n} standbys`;
}
