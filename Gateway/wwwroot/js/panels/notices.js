import { el, icon } from '../dom.js';

/** Badges for what a reader must know of all that is shown: a replay, or a server that keeps nothing. */
export function showNotices(node, { replay, memory }) {
  node.replaceChildren(...[
    replay && notice('replay', 'Replaying a recording', 'The feed is a recording with its times moved to now.'),
    memory && notice('memory', 'In memory', 'This server keeps its state in memory: nothing survives its end.'),
  ].filter(Boolean));
}

function notice(name, text, title) {
  return el('span', { class: 'notice', title }, icon(name), el('span', {}, text));
}
