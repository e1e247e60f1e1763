import { count } from '../../js/numbers.js';
import { duration } from '../../js/time.js';

const people = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** `66.1 %` of 0.661; two decimals below one per cent, where a tenth matters. */
export function percent(share) {
  return share === null || share === undefined ? '–' : `${(Number(share) * 100).toFixed(Number(share) < 0.00995 ? 2 : 1)} %`;
}

/** `+1.5` or `−1.5`: a change of a share in points. */
export function points(change) {
  const value = (Number(change) * 100).toFixed(1);
  return Number(value) === 0 ? '±0.0' : Number(change) > 0 ? `+${value}` : `−${value.slice(1)}`;
}

/** `1.2 billion` is too long for a table: `1.2B`, `500K`, `none`. */
export function population(value) {
  return value === null || value === undefined ? '–' : Number(value) === 0 ? 'none' : people.format(Number(value));
}

/** `Infrastructure Failure` of the journal's `InfrastructureFailure`, `Medium` of its `$SYSTEM_SECURITY_medium;`. */
export function spaced(name) {
  const word = (name ?? '').replace(/^\$(?:\w+_)?([^_;]+);$/, '$1').replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `civil war` of the journal's `civilwar`. */
export function warType(type) {
  return { war: 'War', civilwar: 'Civil war', election: 'Election' }[type?.toLowerCase()] ?? spaced(type);
}

const passes = {
  State: 'State pass', Inf: 'Influence pass', Either: 'State or influence pass',
};

export function pass(tick) {
  return passes[tick.metrics.tickPass] ?? tick.metrics.tickPass;
}

/** What a tick of a system says, as sentences; each with what makes it notable, if anything. */
export function sentences({ metrics: m, timeGapMins, dayCount }) {
  const said = [];
  const say = (text, mark = '') => said.push({ text, mark });
  say(`${m.cmfName || 'The controlling faction'} controls with ${percent(m.cmfInf)} (${points(m.cmfInfDrop)} points).`);
  if (m.cmfExpansionTax) {
    say('It has paid for an expansion.', 'warned');
  } else if (m.cmfHasExpanded) {
    say('It is recovering from an expansion.');
  }
  for (const name of m.factionChanges?.arrived ?? []) {
    say(`${name} arrived.`, 'good');
  }
  for (const name of m.factionChanges?.retreated ?? []) {
    say(`${name} retreated.`, 'bad');
  }
  if (m.conflictEnded) {
    say('A conflict has ended.', 'warned');
  }
  if (m.activeConflictCount > 0) {
    say(`${m.activeConflictCount === 1 ? 'A conflict locks' : `${m.activeConflictCount} conflicts lock`} ${percent(m.lockedInf)} of the influence.`, 'warned');
  }
  for (const faction of m.atRiskNNFactions ?? []) {
    say(`${faction.name} is at risk with ${percent(faction.newInf)} (before: ${percent(faction.previousInf)}).`, 'bad');
  }
  say(`Influence moved by ${percent(m.allFacSwing)} in all, among ${m.facCount} factions and ${population(m.population)} people.`);
  say(`Before this it was last seen ${duration(Number(timeGapMins) * 60_000)} earlier. ${dayCount === 1 ? 'Its first tick' : `${count(dayCount)} ticks`} in seven days.`);
  return said;
}
