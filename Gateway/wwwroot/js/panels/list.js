import { el } from '../dom.js';
import { factionBadge } from '../factions.js';
import { timeAgo } from '../time.js';
import { glyphIcon } from '../map/glyphs.js';
import { sourceBadge } from './facts.js';

/** The continent as a table, for those who cannot use the map and for zones without one. */
export function facilityList(zone, choose) {
  const rows = [...zone.facilities].sort((a, b) => a.name.localeCompare(b.name));
  return el('table', { class: 'facilities' },
    el('caption', { class: 'visually-hidden' }, `Facilities of ${zone.name}`),
    el('thead', {}, el('tr', {}, ['Facility', 'Held by', 'Captured', 'Source'].map(text => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, rows.map(f => row(f, choose))));
}

function row(f, choose) {
  return el('tr', { 'data-facility': f.facilityId },
    el('th', { scope: 'row' },
      el('button', { type: 'button', class: 'facility-name', onclick: () => choose(f.facilityId) }, glyphIcon(f.type), f.name),
      el('span', { class: 'muted type' }, f.type ?? '')),
    el('td', {}, factionBadge(f.factionId)),
    el('td', {}, timeAgo(f.capturedAt)),
    el('td', {}, f.source ? sourceBadge(f.source) : '–'));
}
