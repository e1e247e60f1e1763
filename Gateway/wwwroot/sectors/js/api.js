import { get } from '../../js/api.js';

const root = '/api/v1/universes';
const of = universe => `${root}/${encodeURIComponent(universe)}`;
const sectorOf = (universe, sector) => `${of(universe)}/sectors/${encodeURIComponent(sector)}`;

/** The sectors' part of the public API over HTTP; every call fails with an Error whose message can be shown. */
export const api = {
  root,
  of,
  universes: async () => (await get(root)).universes,
  universe: universe => get(of(universe)),
  map: universe => get(`${of(universe)}/map`),
  presence: universe => get(`${of(universe)}/presence`),
  sector: (universe, sector) => get(sectorOf(universe, sector)),
  /** Those after a sequence, oldest first. */
  events: async (universe, sector, after) => (await get(`${sectorOf(universe, sector)}/events?after=${after}&limit=100`)).events,
  tunnel: (universe, from, to) => get(`${of(universe)}/tunnels/${encodeURIComponent(from)}/${encodeURIComponent(to)}`),
  player: (universe, player) => get(`${of(universe)}/players/${encodeURIComponent(player)}`),
  path: (universe, from, to) => get(`${of(universe)}/path?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`),
};
