import { el } from '../../js/dom.js';
import { many } from './words.js';

/** How far an import is; hidden where none is under way. */
export function showImport(node, { import: state }) {
  const isRunning = state?.phase === 'running';
  node.hidden = !isRunning;
  if (isRunning) {
    const { told, toTell, report } = state;
    const meter = el('progress', { max: Math.max(1, toTell), value: told, 'aria-label': 'Sectors and tunnels told' });
    node.replaceChildren(
      el('strong', {}, `Map ${state.version} is being imported`), meter,
      el('span', { class: 'muted' }, [
        toTell > 0 ? `${told.toLocaleString('en')} of ${toTell.toLocaleString('en')} sectors and tunnels know of it` : 'its sectors are about to be told',
        report.stubs > 0 ? `; ${many(report.stubs, 'sector')} only named by ${many(report.danglingLinks.length, 'link')}` : '',
        report.duplicateShips.length > 0 ? `; ${many(report.duplicateShips.length, 'ship')} in two places, left in the first` : '',
      ]));
  }
}
