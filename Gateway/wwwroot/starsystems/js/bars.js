import { el } from '../../js/dom.js';

/** An activity estimate as the game's players know it: none to five bars, and its word. */
export function activityBars(activity) {
  const bars = Math.min(5, Math.max(0, activity?.bars ?? 0));
  const label = activity?.label ?? 'Unknown';
  return el('span', { class: 'activity', 'data-bars': bars, role: 'img', 'aria-label': `${label} activity, ${bars} of 5`, title: activity ? `${label}: ${activity.valueAdj}` : null },
    [1, 2, 3, 4, 5].map(n => el('i', { class: n <= bars ? 'on' : null })));
}
