/**
 * `#demo/12` is a sector of a universe, `#demo` the universe; `#demo/12?to=45` shows the way to that one, and
 * `#demo?follow=player` is the sector that the player is in. Anything else is the start.
 */
export function parseRoute(hash) {
  const match = /^#([^/?]+)(?:\/([^/?]+))?\/?(?:\?(.*))?$/.exec(hash);
  const asked = new URLSearchParams(match?.[3] ?? '');
  return { universe: id(match?.[1]), sector: id(match?.[2]), to: id(asked.get('to')), follow: id(asked.get('follow')) };
}

export function toSector(universe, sector = null, to = null) {
  return `#${encodeURIComponent(universe)}${sector === null ? '' : `/${encodeURIComponent(sector)}`}${to === null ? '' : `?to=${encodeURIComponent(to)}`}`;
}

export function toPlayer(universe, player) {
  return `#${encodeURIComponent(universe)}?follow=${encodeURIComponent(player)}`;
}

// What somebody typed by hand may be no encoding, or no id, at all.
function id(text) {
  try {
    const decoded = decodeURIComponent(text ?? '');
    return /^[A-Za-z0-9_]([A-Za-z0-9_.:-]{0,62}[A-Za-z0-9_])?$/.test(decoded) ? decoded : null;
  } catch {
    return null;
  }
}
