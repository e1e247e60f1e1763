import { lackOf } from '../../js/libraries.js';

// Each after those that it builds on: these files share one global, d3.
const parts = ['color', 'dispatch', 'ease', 'interpolate', 'quadtree', 'selection', 'timer', 'transition', 'drag', 'zoom'];
let asked = null;

/**
 * What the build put beside the page of D3, once.
 * @returns {Promise<{d3: object|null, lack: string|null}>} the library, or why there is none, as a sentence.
 */
export function mapLibrary() {
  return (asked ??= load());
}

async function load() {
  try {
    const lack = await lackOf('d3', 'The library that moves the map, D3,');
    if (lack !== null) {
      return { d3: null, lack };
    }
    for (const part of parts) {
      await import(`../../lib/d3/d3-${part}.min.js`);
    }
    return { d3: globalThis.d3, lack: null };
  } catch {
    return { d3: null, lack: 'The library that moves the map, D3, could not be loaded.' };
  }
}
