import { controlOf } from './control.js';

/**
 * The zone after one event, for showing it at once; the server's own view, read a moment later, has the last word.
 * @returns {{zone: object, changed: number[], stale: boolean}} the facilities that changed hands; stale where the event
 * says less than the view holds.
 */
export function applyZoneEvent(zone, { sequence, at, event }) {
  const next = { ...zone, sequence, asOf: at };
  const apply = zoneEvents[event.type];
  const changed = apply?.(next, event) ?? [];
  if (changed.length > 0) {
    next.control = controlOf(next);
  }
  return { zone: next, changed, stale: event.type === 'zoneMapChanged' || !apply };
}

const zoneEvents = {
  facilityCaptured: (zone, e) => own(zone, e.facilityId, {
    factionId: e.newFaction,
    outfitId: e.outfitId,
    capturedAt: e.occurredAt,
    uncertaintySeconds: e.uncertaintySeconds,
    source: e.source,
    participants: (e.participants ?? []).map(String),
  }),
  facilityOwnerLearned: (zone, e) => own(zone, e.facilityId, {
    factionId: e.faction, outfitId: null, capturedAt: null, source: 'mapPoll', participants: [],
  }),
  facilityDefended: () => [],
  participantsJoined: (zone, e) => {
    edit(zone, e.facilityId, f => ({ participants: [...new Set([...(f.participants ?? []), ...e.participants.map(String)])] }));
    return [];
  },
  zoneLocked: (zone, e) => status(zone, 'locked', e.faction ?? null, e.occurredAt),
  zoneUnlocked: (zone, e) => status(zone, 'open', null, e.occurredAt),
  continentLockReported: (zone, e) => {
    zone.lastLock = e;
    return [];
  },
  alertChanged: (zone, e) => {
    const over = e.state === 'ended' || e.state === 'cancelled';
    const begins = e.state === 'started' || e.state === 'restarted' || !zone.alert;
    zone.alert = over ? null : {
      ...zone.alert, ...e, instanceId: e.instanceId ?? null,
      startedAt: begins ? e.occurredAt : zone.alert.startedAt, changedAt: e.occurredAt,
    };
    return [];
  },
  zoneMapChanged: () => [],
  zoneRetired: () => [],
};

/** The world after one event. */
export function applyWorldEvent(world, { sequence, at, event }) {
  return { ...world, sequence, asOf: at, ...worldEvents[event.type]?.(world, event) };
}

const worldEvents = {
  worldDescribed: (_, e) => ({ name: e.name }),
  worldOnlineChanged: (_, e) => ({ online: e.online }),
  feedDegraded: (_, e) => ({ degradedSince: e.occurredAt, degradedReason: e.reason }),
  feedRecovered: () => ({ degradedSince: null, degradedReason: '' }),
  zoneReported: (world, e) => ({
    zones: [...world.zones.filter(z => z.zoneId !== e.zone.zoneId), e.zone].sort((a, b) => a.zoneId - b.zoneId),
  }),
  zoneRemoved: (world, e) => ({ zones: world.zones.filter(z => z.zoneId !== e.zoneId) }),
};

function own(zone, facilityId, facts) {
  edit(zone, facilityId, () => facts);
  return [facilityId];
}

function status(zone, value, lockedBy, since) {
  Object.assign(zone, { status: value, lockedBy, statusSince: since });
  return [];
}

function edit(zone, facilityId, change) {
  const known = zone.facilities.some(f => f.facilityId === facilityId);
  const facilities = known ? zone.facilities : [...zone.facilities, unheardOf(facilityId)];
  zone.facilities = facilities.map(f => (f.facilityId === facilityId ? { ...f, ...change(f) } : f));
}

function unheardOf(facilityId) {
  return { facilityId, regionId: null, name: `Facility ${facilityId}`, type: null, x: null, z: null, factionId: null, participants: [] };
}
