const folder = '../../lib';
const unknown = 'The chart library uPlot was not put beside this page.';
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
    // The build leaves a word on what it could get, so that nothing is asked for that is not there.
    const response = await fetch(new URL(`${folder}/libraries.json`, import.meta.url), { headers: { accept: 'application/json' } });
    const { uplot } = response.ok ? await response.json() : {};
    if (!uplot || uplot.lack !== null) {
      return { uPlot: null, lack: uplot ? `The chart library uPlot is not here: ${uplot.lack}.` : unknown };
    }
    const [module] = await Promise.all([import(`${folder}/uplot/uPlot.esm.js`), style(new URL(`${folder}/uplot/uPlot.min.css`, import.meta.url))]);
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
