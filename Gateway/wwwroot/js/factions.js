import { el } from './dom.js';

const factions = new Map([
  [0, { id: 0, key: 'none', short: '–', name: 'Nobody' }],
  [1, { id: 1, key: 'vs', short: 'VS', name: 'Vanu Sovereignty' }],
  [2, { id: 2, key: 'nc', short: 'NC', name: 'New Conglomerate' }],
  [3, { id: 3, key: 'tr', short: 'TR', name: 'Terran Republic' }],
  [4, { id: 4, key: 'ns', short: 'NSO', name: 'NS Operatives' }],
]);

const unknown = { id: null, key: 'unknown', short: '?', name: 'Unknown' };

/** The three that hold continents, in the order every bar shows them. */
export const empires = [1, 2, 3].map(id => factions.get(id));

/** Never fails: an id nobody knows is shown as unknown. */
export function faction(id) {
  return factions.get(id) ?? unknown;
}

/** A badge that says the faction by letters as well as by colour. */
export function factionBadge(id, long = false) {
  const f = faction(id);
  return el('span', { class: 'faction', 'data-faction': f.key, title: f.name }, long ? f.name : f.short);
}
