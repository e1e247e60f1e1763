/**
 * `#/10/2/7500` is a world, a zone and a facility; each may be absent. `?at=2026-05-01T12:00:00Z` behind it is the instant
 * to show, now where absent. Anything else is the start.
 */
export function parseRoute(hash) {
  const match = /^#\/(\d{1,9})(?:\/(\d{1,10})(?:\/(\d{1,10}))?)?\/?(?:\?at=([^&]*))?$/.exec(hash);
  const number = text => (text === undefined ? null : Number(text));
  return match
    ? { world: number(match[1]), zone: number(match[2]), facility: number(match[3]), at: instant(match[4]) }
    : { world: null, zone: null, facility: null, at: null };
}

export function routeTo(world, zone = null, facility = null, at = null) {
  return `#/${[world, zone, facility].filter(part => part !== null).join('/')}${at === null ? '' : `?at=${at}`}`;
}

/** An instant as addresses have it; null where the text is none. */
export function instant(text) {
  return text && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

/** Changes the address without adding to the history: what the page chose by itself is not a step of the reader's. */
export function replaceRoute(hash) {
  if (location.hash !== hash) {
    history.replaceState(null, '', hash);
  }
}

/** Changes the address as a step of the reader's, which the browser's Back undoes. */
export function pushRoute(hash) {
  if (location.hash !== hash) {
    history.pushState(null, '', hash);
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
