import { el } from './dom.js';
import { Keyed } from './keyed.js';

/**
 * Rows of a table, each made anew only where its item changed. `cells` gives what is in them, the first heads the row.
 * @returns a function that shows items, or a sentence where there is none.
 */
export function table(body, columns, cells) {
  const rows = new Keyed(body, item => (item.nothing ? { node: el('tr', {}, el('td', { colspan: columns, class: 'none' }, item.nothing)), show: () => {} } : new Row(cells)));
  return (items, keyOf, nothing) => rows.show(items.length > 0 ? items : [{ nothing }], item => item.nothing ?? keyOf(item));
}

class Row {
  #cells;
  #made = null;

  constructor(cells) {
    this.#cells = cells;
    this.node = el('tr');
  }

  show(item) {
    const key = JSON.stringify(item);
    if (key !== this.#made) {
      this.#made = key;
      this.node.replaceChildren(...this.#cells(item).map((cell, i) => (cell instanceof HTMLTableCellElement ? cell : el(i === 0 ? 'th' : 'td', i === 0 ? { scope: 'row' } : {}, cell))));
    }
  }
}

/** A cell of a number. */
export function number(...text) {
  return el('td', { class: 'number' }, text);
}

/** A second line in a cell. */
export function sub(text) {
  return el('span', { class: 'sub' }, text);
}
