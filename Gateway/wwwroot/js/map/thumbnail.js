import { svg } from '../dom.js';
import { faction } from '../factions.js';
import { landOf } from './land.js';

/** A small picture of a continent's territory; null where it has no places. */
export function thumbnail(zone) {
  const land = landOf(zone);
  if (!land) {
    return null;
  }
  const owner = new Map(zone.facilities.map(f => [f.facilityId, faction(f.factionId).key]));
  return svg('svg', { class: 'thumbnail', viewBox: `0 0 ${land.width.toFixed(0)} ${land.height.toFixed(0)}`, 'aria-hidden': 'true' },
    [...land.regions].map(([id, d]) => svg('path', { d, 'data-id': id, 'data-owner': owner.get(id) })));
}

/** Brings a picture's owners up to date. */
export function repaint(picture, zone) {
  const owner = new Map(zone.facilities.map(f => [f.facilityId, faction(f.factionId).key]));
  for (const path of picture.children) {
    path.dataset.owner = owner.get(Number(path.dataset.id));
  }
}
