import { empires, faction } from './factions.js';

/** The type name the API gives to a warpgate. */
export const warpgate = 'Warpgate';

/** What each empire holds of a zone, counted as the server counts it: warpgates left out. */
export function controlOf(zone) {
  const mapped = zone.facilities.filter(f => f.regionId !== null);
  const counted = mapped.length === 0 ? zone.facilities : mapped.filter(f => f.type !== warpgate);
  const connected = connectedFacilities(zone);
  const percent = n => (counted.length === 0 ? 0 : (n * 100) / counted.length);
  return [...empires, faction(4)].map(({ id }) => {
    const held = counted.filter(f => f.factionId === id);
    const linked = held.filter(f => connected?.has(f.facilityId)).length;
    return {
      factionId: id,
      facilities: held.length,
      percent: percent(held.length),
      connectedFacilities: linked,
      connectedPercent: connected ? percent(linked) : null,
    };
  }).filter(control => control.factionId !== 4 || control.facilities > 0);
}

/** Ids of facilities that their owner's warpgate reaches through own facilities; null where the lattice is unknown. */
export function connectedFacilities(zone) {
  if (zone.links.length === 0) {
    return null;
  }
  const owner = new Map(zone.facilities.map(f => [f.facilityId, f.factionId]));
  const neighbours = new Map();
  for (const [a, b] of zone.links) {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  }
  const reached = new Set(zone.facilities.filter(f => f.type === warpgate && f.factionId).map(f => f.facilityId));
  for (const id of reached) {
    for (const next of neighbours.get(id) ?? []) {
      if (owner.get(next) === owner.get(id)) {
        reached.add(next);
      }
    }
  }
  return reached;
}
