/** `#/10/2/7500` is a world, a zone and a facility; each may be absent. Anything else is the start. */
export function parseRoute(hash) {
  const match = /^#\/(\d{1,9})(?:\/(\d{1,10})(?:\/(\d{1,10}))?)?\/?$/.exec(hash);
  const number = text => (text === undefined ? null : Number(text));
  return match
    ? { world: number(match[1]), zone: number(match[2]), facility: number(match[3]) }
    : { world: null, zone: null, facility: null };
}

export function routeTo(world, zone = null, facility = null) {
  return `#/${[world, zone, facility].filter(part => part !== null).join('/')}`;
}

/** Changes the address without adding to the history: what the page chose by itself is not a step of the reader's. */
export function replaceRoute(hash) {
  if (location.hash !== hash) {
    history.replaceState(null, '', hash);
  }
}

/** Where the page stands when the address does not say: where the feed speaks and the most is going on. */
export function chooseStart(worlds, route) {
  const byLife = [...worlds].sort((a, b) => life(b) - life(a) || a.worldId - b.worldId);
  const world = worlds.find(w => w.worldId === route.world) ?? (route.world === null ? byLife[0] : undefined);
  if (!world) {
    return route;
  }
  const open = world.zones.find(z => z.status === 'open') ?? world.zones[0];
  return { ...route, world: world.worldId, zone: route.zone ?? open?.zoneId ?? null };
}

function life(world) {
  const captures = Object.values(world.capturesLastHour ?? {}).reduce((sum, n) => sum + n, 0);
  return captures + (world.online ? 1000 : 0) + (world.degradedSince ? 0 : 500) + (world.zones.some(z => z.status === 'open') ? 2000 : 0);
}
