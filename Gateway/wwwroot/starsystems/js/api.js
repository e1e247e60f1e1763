import { get } from '../../js/api.js';

const root = '/api/v1';
const ticksSince = 30 * 86_400_000;

/** The star systems' part of the public API over HTTP; every call fails with an Error whose message can be shown. */
export const api = {
  galaxy: () => get(`${root}/galaxy`),
  named: async name => (await get(`${root}/systems?name=${encodeURIComponent(name)}`)).systems,
  system: address => get(`${root}/systems/${address}`),
  /** Those of the last thirty days, oldest first. */
  ticks: async address => (await get(`${root}/systems/${address}/ticks?limit=500&from=${encodeURIComponent(new Date(Date.now() - ticksSince).toISOString())}`)).ticks,
  influence: (address, from) => get(`${root}/systems/${address}/influence?from=${encodeURIComponent(from)}`),
  faction: name => get(`${root}/factions/${encodeURIComponent(name)}/systems`),
};
