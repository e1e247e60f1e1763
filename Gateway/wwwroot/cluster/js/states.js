const words = { created: 'Starting', joining: 'Joining', active: 'Active', shuttingDown: 'Stopping', stopping: 'Stopping', dead: 'Gone' };
const kinds = { active: 'good', dead: 'bad' };

/** How a silo is, in a word and as `good`, `busy` or `bad`. */
export function stateOf(silo) {
  if (silo.status === 'active' && !silo.answers) {
    return { word: 'No answer', kind: 'bad' };
  }
  if (silo.status === 'active' && silo.store?.failingSince) {
    return { word: 'Store away', kind: 'bad' };
  }
  return { word: words[silo.status] ?? silo.status, kind: kinds[silo.status] ?? 'busy' };
}

/** `10.0.0.5:11111` of `10.0.0.5:11111@123`. */
export function placeOf(address) {
  return address.split('@')[0];
}
