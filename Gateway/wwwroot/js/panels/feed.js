import { el } from '../dom.js';
import { timeAgo } from '../time.js';

/** A feed's health in a word. */
export function healthOf(world) {
  if (world.degradedSince) {
    return { key: 'degraded', text: 'feed degraded', title: world.degradedReason ?? '' };
  }
  return world.feed
    ? { key: 'healthy', text: 'feed healthy', title: 'Events arrive.' }
    : { key: 'none', text: 'no feed yet', title: 'No ingestor has reported.' };
}

/** What the feed measures: rate, last frame, what was refused and why. */
export function feedHealth(world) {
  const { feed } = world;
  const refusals = Object.entries(feed?.refusals ?? {}).sort(([, a], [, b]) => b - a);
  const refused = refusals.reduce((sum, [, n]) => sum + n, 0);
  return el('div', { class: 'feed' },
    el('h3', {}, 'Feed'),
    world.degradedSince && el('p', { class: 'degraded-note' }, 'Degraded ', timeAgo(world.degradedSince, 'for'),
      world.degradedReason ? `: ${world.degradedReason.replace(/\.$/, '')}` : '', '. The map poll still corrects the continents.'),
    feed && el('dl', { class: 'facts tight' },
      fact('Events a minute', feed.eventsPerMinute.toFixed(feed.eventsPerMinute < 10 ? 1 : 0)),
      fact('Last frame', timeAgo(feed.lastFrameAt)),
      fact('Last accepted', timeAgo(feed.lastAcceptedAt)),
      fact('Last map poll', timeAgo(feed.lastPollAt)),
      fact('Accepted', feed.accepted.toLocaleString('en')),
      fact('Reconnects', feed.reconnects.toLocaleString('en'))),
    feed && el('details', { class: 'refusals', 'data-key': `r${world.worldId}` },
      el('summary', { 'data-key': `s${world.worldId}` }, `${refused.toLocaleString('en')} refused`),
      refusals.length === 0
        ? el('p', { class: 'muted' }, 'Nothing was refused.')
        : el('dl', { class: 'facts tight' }, refusals.map(([reason, n]) => fact(spaced(reason), n.toLocaleString('en'))))),
    !feed && el('p', { class: 'muted' }, 'No ingestor has reported for this world.'));
}

function fact(name, value) {
  return [el('dt', {}, name), el('dd', {}, value)];
}

// Reasons are identifiers such as unknownFacility.
function spaced(reason) {
  return reason.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
}
