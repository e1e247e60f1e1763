import { el, icon } from '../dom.js';
import { faction, factionBadge } from '../factions.js';
import { timeAgo } from '../time.js';

const statusWords = { open: 'Open', locked: 'Locked', unknown: 'Status unknown' };

/** Chips beside the continent's name: its status, a running alert, whether its feed can be trusted. */
export function statusChips(zone, world) {
  return [
    el('span', { class: 'chip', 'data-status': zone.status }, icon(zone.status === 'locked' ? 'lock' : 'unlock'),
      el('span', {}, statusWords[zone.status] ?? zone.status, zone.statusSince ? [' for ', timeAgo(zone.statusSince, 'for')] : null)),
    zone.alert && el('span', { class: 'chip alert-chip' }, icon('alert'), el('span', {}, 'Alert for ', timeAgo(zone.alert.startedAt, 'for'))),
    world?.degradedSince && el('span', { class: 'chip degraded', title: world.degradedReason ?? '' }, icon('alert'),
      el('span', {}, 'Feed degraded for ', timeAgo(world.degradedSince, 'for'))),
  ].filter(Boolean);
}

/** The banner over a locked continent: by whom, since when, with how many. */
export function lockBanner(zone) {
  const lock = zone.lastLock;
  const holder = faction(zone.lockedBy);
  return [
    icon('lock'),
    el('div', { class: 'banner-text' },
      el('strong', {}, zone.lockedBy === null ? 'Locked' : `Locked by the ${holder.name}`),
      el('span', {}, 'since ', zone.statusSince ? [timeAgo(zone.statusSince, 'ago')] : 'an unknown time')),
    lock?.populations && zone.statusSince && closeTo(lock.occurredAt, zone.statusSince) && populations(lock.populations),
  ].filter(Boolean);
}

/** The alert that is running. */
export function alertPanel(alert) {
  return el('dl', { class: 'facts' },
    el('dt', {}, 'Kind'), el('dd', {}, `Event ${alert.metagameEventId}`, alert.instanceId ? el('span', { class: 'muted' }, ` #${alert.instanceId}`) : null),
    el('dt', {}, 'Running'), el('dd', {}, timeAgo(alert.startedAt, 'for')),
    el('dt', {}, 'Last word'), el('dd', {}, alertWords[alert.state] ?? alert.state, ' ', timeAgo(alert.changedAt)));
}

export const alertWords = {
  started: 'started', restarted: 'restarted', cancelled: 'cancelled', ended: 'ended', xpBonusChanged: 'experience bonus changed',
};

function populations({ vs, nc, tr }) {
  return el('span', { class: 'populations', title: 'Players when it locked' },
    [[1, vs], [2, nc], [3, tr]].map(([id, n]) => el('span', {}, factionBadge(id), ` ${n}`)));
}

// The word on the lock may be of an earlier one.
function closeTo(a, b) {
  return Math.abs(Date.parse(a) - Date.parse(b)) < 120_000;
}
