/** `#/system/{address}` and `#/faction/{name}` are places of their own; anything else is the galaxy. */
export function parseRoute(hash) {
  const system = /^#\/system\/(\d{1,20})\/?$/.exec(hash);
  if (system) {
    return { view: 'system', address: system[1] };
  }
  const faction = /^#\/faction\/([^/]+)\/?$/.exec(hash);
  const name = faction && decoded(faction[1]);
  return name ? { view: 'faction', name } : { view: 'galaxy' };
}

export function toSystem(address) {
  return `#/system/${address}`;
}

export function toFaction(name) {
  return `#/faction/${encodeURIComponent(name)}`;
}

// What somebody typed by hand may be no encoding at all.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
