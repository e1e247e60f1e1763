/** A line of the ticker from an event of a zone; null where the event is nothing to tell people. */
export function tickerEntry(key, zone, { sequence, at, event }) {
  const make = kinds[event.type];
  if (!make || !event.occurredAt) {
    return null;
  }
  const facility = zone?.facilities.find(f => f.facilityId === event.facilityId);
  return {
    id: `${key}#${sequence}`,
    key,
    sequence,
    at: Date.parse(event.occurredAt),
    occurredAt: event.occurredAt,
    committedAt: at,
    subject: event.facilityId === undefined ? key : `${key}/${event.facilityId}`,
    facilityId: event.facilityId ?? null,
    facilityName: facility?.name ?? (event.facilityId ? `Facility ${event.facilityId}` : null),
    zoneName: zone?.name || `Zone ${key.split('/')[1]}`,
    restates: event.restates === true,
    ...make(event),
  };
}

const kinds = {
  facilityCaptured: e => ({
    type: 'capture', from: e.oldFaction, to: e.newFaction, outfitId: e.outfitId, source: e.source, uncertaintySeconds: e.uncertaintySeconds,
  }),
  facilityDefended: e => ({ type: 'defence', from: e.faction, to: e.faction, outfitId: e.outfitId, source: 'facilityControl' }),
  zoneLocked: e => ({ type: 'lock', from: null, to: e.faction ?? null }),
  zoneUnlocked: e => ({ type: 'unlock', from: e.previously ?? null, to: null }),
  alertChanged: e => ({ type: 'alert', from: null, to: null, state: e.state, metagameEventId: e.metagameEventId }),
};

/** The lines of a continent's past, newest first. A capture that a better source told again is told once. */
export function pastEntries(key, zone, deltas) {
  const entries = deltas.map(delta => tickerEntry(key, zone, delta)).filter(entry => entry !== null);
  const better = entries.filter(e => e.restates);
  return entries
    .filter(e => e.restates || e.type !== 'capture' || !better.some(b => b.subject === e.subject && b.to === e.to && Math.abs(b.at - e.at) < 120_000))
    .sort((a, b) => b.at - a.at || b.sequence - a.sequence);
}

const groupSize = 6;

/** Lines in order, with a burst (one faction, one zone, within seconds) folded into one: a lock brings sixty. */
export function fold(entries) {
  const lines = [];
  for (let i = 0; i < entries.length;) {
    const run = burst(entries, i);
    if (run.length >= groupSize) {
      lines.push({ ...run[0], type: 'burst', id: `burst-${run.at(-1).id}`, entries: run });
    } else {
      lines.push(...run);
    }
    i += run.length;
  }
  return lines;
}

function burst(entries, start) {
  const first = entries[start];
  let end = start + 1;
  while (end < entries.length && belongs(entries[end], entries[end - 1], first)) {
    end++;
  }
  return entries.slice(start, end);
}

function belongs(entry, previous, first) {
  return first.type === 'capture' && entry.type === 'capture' && entry.key === first.key && entry.to === first.to && previous.at - entry.at <= 1500;
}
