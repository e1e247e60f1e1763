import { hexland } from './hexland.js';

const cache = new Map();

/** The facilities that have a place on the map. */
export function placed(zone) {
  return zone.facilities.filter(f => f.x !== null && f.z !== null);
}

/** The land of a zone, made once for each layout: the same continent of two worlds shares it. Null where nothing has a place. */
export function landOf(zone) {
  const facilities = placed(zone);
  if (facilities.length < 2) {
    return null;
  }
  const key = facilities.map(f => `${f.facilityId}:${f.x}:${f.z}`).join();
  if (!cache.has(key)) {
    cache.set(key, hexland(facilities));
  }
  return cache.get(key);
}
