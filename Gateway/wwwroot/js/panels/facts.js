import { el } from '../dom.js';
import { factionBadge } from '../factions.js';
import { clockTime, timeAgo } from '../time.js';

const sources = {
  facilityControl: ['Event', 'FacilityControl: the game’s own word, with time and outfit.'],
  playerFacilityCapture: ['Players', 'PlayerFacilityCapture: told by the capturing players’ factions; no outfit.'],
  mapPoll: ['Map poll', 'The map as polled: no outfit, and the time is uncertain.'],
};

/** Where a fact was learned, as a small badge. */
export function sourceBadge(source) {
  const [text, title] = sources[source] ?? ['Unknown', ''];
  return el('span', { class: 'source', 'data-source': source ?? 'none', title }, text);
}

/** All that is known of a facility. */
export function facilityFacts(f, cutOff) {
  const people = f.participants ?? [];
  return el('dl', { class: 'facts' },
    fact('Held by', factionBadge(f.factionId), ' ', el('span', {}, factionBadge(f.factionId).title), cutOff ? el('span', { class: 'cut-note' }, 'cut off') : null),
    fact('Outfit', f.outfitId ? el('code', {}, f.outfitId) : el('span', { class: 'muted' }, 'not known')),
    fact('Captured', f.capturedAt ? capturedAt(f) : el('span', { class: 'muted' }, 'not known')),
    fact('Source', f.source ? sourceBadge(f.source) : el('span', { class: 'muted' }, 'none yet')),
    people.length > 0 && fact('Players', el('span', {}, `${people.length} present `), el('span', { class: 'muted ids' }, listed(people))));
}

function capturedAt(f) {
  const margin = f.uncertaintySeconds > 0 ? el('span', { class: 'muted' }, ` up to ${f.uncertaintySeconds} s earlier`) : null;
  return [timeAgo(f.capturedAt), el('span', { class: 'muted' }, ` ${clockTime(f.capturedAt)}`), margin];
}

function fact(name, ...values) {
  return [el('dt', {}, name), el('dd', {}, values)];
}

function listed(people) {
  const shown = people.slice(0, 3).map(id => `…${id.slice(-6)}`).join(', ');
  return people.length > 3 ? `${shown} and ${people.length - 3} more` : shown;
}
