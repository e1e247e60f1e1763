import { el } from '../dom.js';
import { factionBadge, faction } from '../factions.js';
import { routeTo } from '../router.js';
import { timeAgo } from '../time.js';
import { repaint, thumbnail } from '../map/thumbnail.js';
import { controlBar } from './control.js';
import { feedHealth, healthOf } from './feed.js';

/** The worlds; the chosen one with its feed's health and its continents. */
export class WorldsPanel {
  #node;
  #pictures = new Map();

  constructor(node) {
    this.#node = node;
  }

  show(store) {
    const held = document.activeElement?.closest?.('[data-key]')?.dataset.key;
    const open = new Set([...this.#node.querySelectorAll('details[open]')].map(d => d.dataset.key));
    const worlds = [...store.worlds.values()].sort((a, b) => a.worldId - b.worldId);
    this.#node.replaceChildren(...worlds.map(world => this.#world(world, store)));
    this.#node.querySelectorAll('details').forEach(d => { d.open = open.has(d.dataset.key); });
    if (held) {
      this.#node.querySelector(`[data-key="${held}"]`)?.focus({ preventScroll: true });
    }
  }

  #world(world, store) {
    const chosen = world.worldId === store.selection.world;
    const health = healthOf(world);
    return el('section', { class: chosen ? 'world chosen' : 'world', 'data-world': world.worldId },
      el('a', { class: 'world-head', href: routeTo(world.worldId, null, null, store.selection.at), 'data-key': `w${world.worldId}`, 'aria-current': chosen ? 'true' : null },
        el('span', { class: 'world-name' }, world.name || `World ${world.worldId}`),
        el('span', { class: 'online', 'data-online': String(world.online) }, { true: 'online', false: 'offline' }[world.online] ?? 'state unknown'),
        el('span', { class: 'health', 'data-health': health.key, title: health.title }, health.text)),
      chosen && captures(world),
      chosen && el('ul', { class: 'zones' }, world.zones.map(z => el('li', {}, this.#zone(world, z, store)))),
      chosen && feedHealth(world));
  }

  #zone(world, summary, store) {
    const zone = store.zones.get(`${world.worldId}/${summary.zoneId}`);
    const chosen = store.selection.zone === summary.zoneId;
    const status = zone?.status ?? summary.status;
    const lockedBy = zone ? zone.lockedBy : summary.lockedBy;
    return el('a', {
      class: 'zone-card', href: routeTo(world.worldId, summary.zoneId, null, store.selection.at), 'data-key': `z${summary.zoneId}`, 'data-status': status,
      'data-owner': status === 'locked' ? faction(lockedBy).key : null, 'aria-current': chosen ? 'page' : null,
    },
    zone ? this.#picture(zone) : el('span', { class: 'thumbnail' }),
    el('span', { class: 'zone-name' }, summary.name || `Zone ${summary.zoneId}`),
    el('span', { class: 'zone-state muted' }, zoneState(status, lockedBy, summary.since)),
    zone ? controlBar(zone.control) : null);
  }

  #picture(zone) {
    const key = `${zone.worldId}/${zone.zoneId}:${zone.facilities.length}:${zone.mapVersion}`;
    const picture = this.#pictures.get(key) ?? thumbnail(zone) ?? el('span', { class: 'thumbnail none' });
    this.#pictures.set(key, picture);
    if (picture.tagName === 'svg') {
      repaint(picture, zone);
    }
    return picture;
  }
}

function zoneState(status, lockedBy, since) {
  if (status === 'locked') {
    return [lockedBy === null ? 'locked ' : ['locked by ', factionBadge(lockedBy), ' '], since ? timeAgo(since, 'for') : null];
  }
  return [status === 'open' ? 'open ' : 'status unknown', since ? timeAgo(since, 'for') : null];
}

function captures(world) {
  return el('p', { class: 'hour muted' }, 'Captures, last hour ',
    [1, 2, 3].map(id => el('span', { class: 'hour-part' }, factionBadge(id), ` ${world.capturesLastHour?.[id] ?? 0}`)));
}
