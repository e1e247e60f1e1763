/** A universe's map as a graph: sectors by index, each pair of linked sectors once, tunnels apart. */
export function graphOf(map) {
  const named = new Map();
  map.sectors.forEach(({ name }) => named.set(name, (named.get(name) ?? 0) + 1));
  // Of a name that many have, the id says more.
  const sectors = map.sectors.map((sector, index) => ({ ...sector, id: String(sector.id), index, label: sector.name && named.get(sector.name) === 1 ? sector.name : String(sector.id) }));
  const byId = new Map(sectors.map(sector => [sector.id, sector]));
  const pairs = pairsOf(sectors, byId);
  const tunnels = map.tunnels.map(tunnel => ({ ...tunnel, from: String(tunnel.from), to: String(tunnel.to) }))
    .filter(tunnel => byId.has(tunnel.from) && byId.has(tunnel.to))
    .map(tunnel => ({ ...tunnel, a: byId.get(tunnel.from).index, b: byId.get(tunnel.to).index }));
  const near = sectors.map(() => []);
  for (const { a, b } of pairs) {
    near[a].push(b);
    near[b].push(a);
  }
  return { version: map.version, sectors, byId, pairs, tunnels, near };
}

function pairsOf(sectors, byId) {
  const pairs = new Map();
  for (const { index: a, links } of sectors) {
    for (const to of links) {
      const b = byId.get(String(to))?.index;
      if (b === undefined || b === a) {
        continue;
      }
      const key = Math.min(a, b) * sectors.length + Math.max(a, b);
      const known = pairs.get(key);
      if (known) {
        known.isTwoWay ||= known.a === b;
      } else {
        pairs.set(key, { a, b, isTwoWay: false });
      }
    }
  }
  return [...pairs.values()];
}

/** What to call a sector in a sentence: `12, Snuffer's Wake`, and the name alone where it has the id in it. */
export function fullName({ id, name }) {
  return !name || name === id ? id : name.split(/\s+/).includes(id) ? name : `${id}, ${name}`;
}
