/** `Asteroid field` of `ASTEROID_FIELD`. */
export function spaced(word) {
  const text = (word ?? '').replaceAll('_', ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** By number where there are numbers in the names: `2` before `10`. */
export const byName = new Intl.Collator('en', { numeric: true }).compare;

/** `one player`, `3 players`, `no players`. */
export function many(count, one, more = `${one}s`) {
  return count === 1 ? `one ${one}` : `${count === 0 ? 'no' : count.toLocaleString('en')} ${more}`;
}

/** `3 turns` of a cost. */
export function turns(cost) {
  return cost === 1 ? '1 turn' : `${cost} turns`;
}
