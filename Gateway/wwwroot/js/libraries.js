let asked = null;

/**
 * Whether the build could put a library beside the pages, so that nothing is asked for that is not there.
 * @param key as in lib/libraries.json.
 * @param name for people.
 * @returns {Promise<string|null>} why it is not here, as a sentence; null where it is.
 */
export async function lackOf(key, name) {
  const known = (await (asked ??= read()))[key];
  return !known ? `${name} was not put beside this page.` : known.lack === null ? null : `${name} is not here: ${known.lack}.`;
}

async function read() {
  const response = await fetch(new URL('../lib/libraries.json', import.meta.url), { headers: { accept: 'application/json' } });
  return response.ok ? response.json() : {};
}
