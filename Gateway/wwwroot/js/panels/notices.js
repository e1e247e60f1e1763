import { el, icon } from '../dom.js';

/** Badges for what a reader must know of all that is shown: a replay, or a server that keeps nothing. */
export function showNotices(node, { replay, memory }) {
  node.replaceChildren(...[
    replay && notice('replay', 'Replaying a recording', 'The feed is a recording with its times moved to now.'),
    memory && notice('memory', 'In memory: nothing is kept', 'This server keeps its state and history in memory: they end with it. Install PostgreSQL to keep them.'),
  ].filter(Boolean));
}

function notice(name, text, title) {
  return el('span', { class: `notice ${name}`, title }, icon(name), el('span', {}, text));
}
