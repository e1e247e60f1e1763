import { lackOf } from '../../js/libraries.js';

const folder = '../../lib/uplot';
let asked = null;

/**
 * The chart library that the build put beside the page, once.
 * @returns {Promise<{uPlot: Function|null, lack: string|null}>} the library, or why there is none, as a sentence.
 */
export function chartLibrary() {
  return (asked ??= load());
}

async function load() {
  try {
    const lack = await lackOf('uplot', 'The chart library uPlot');
    if (lack !== null) {
      return { uPlot: null, lack };
    }
    const [module] = await Promise.all([import(`${folder}/uPlot.esm.js`), style(new URL(`${folder}/uPlot.min.css`, import.meta.url))]);
    return { uPlot: module.default, lack: null };
  } catch {
    return { uPlot: null, lack: 'The chart library uPlot could not be loaded.' };
  }
}

function style(href) {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: resolve, onerror: reject });
    document.head.append(link);
  });
}
