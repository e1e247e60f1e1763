#!/usr/bin/env python3
"""Writes island.ndjson: a small continent of our own making, in the feed's real formats.

Deterministic (seeded, no dependencies): run it again and git sees no change. README.md tells what happens when.
"""
import json
import math
import os
import random
from datetime import datetime, timedelta, timezone

VS, NC, TR, NSO = 1, 2, 3, 4
WARPGATE, AMP, BIO, TECH, LARGE, SMALL, INTERLINK = 7, 2, 3, 4, 5, 6, 8
TYPES = {7: "Warpgate", 2: "Amp Station", 3: "Bio Lab", 4: "Tech Plant", 5: "Large Outpost", 6: "Small Outpost", 8: "Interlink Facility"}
BASE = datetime(2026, 1, 10, 18, 0, 0, tzinfo=timezone.utc)
LOCKER = NC
CAPTURES_END, LOCK, UNLOCK, END = 206.0, 214.0, 260.0, 272.0
POLL_LAG = 3.0

FIRST = ("Alder Amber Ashen Birch Black Cinder Cobble Copper Crow Dun Ember Fallow Fern Flint Gale Gorse Granite Grey "
         "Harrier Hazel Heron Hollow Iron Juniper Kestrel Lark Linden Marrow Mist Moss North Oriel Otter Pale Pike Quarry "
         "Raven Reed Rowan Rust Sable Salt Sedge Shale Slate Sorrel South Stone Storm Tallow Tern Thistle Thorn Umber Vale "
         "Vesper West Whin Willow Wren").split()
LAST = ("Anchorage Array Bastion Bridge Cairn Crossing Depot Drop Exchange Ford Foundry Gap Garrison Heights Hold Junction "
        "Landing Ledge Lookout Mill Outlook Overlook Pass Point Refinery Relay Ridge Span Spur Station Terrace Watch "
        "Works Yard").split()


class Zone:
    def __init__(self, zone_id, name, code, first_region, first_facility):
        self.id, self.name, self.code = zone_id, name, code
        self.first_region, self.first_facility = first_region, first_facility
        self.facilities = []  # dicts: id, region, name, type, x, z
        self.links = []
        self.neutral_region = None

    def neighbours(self, facility):
        return [b if a == facility else a for a, b in self.links if facility in (a, b)]

    def gates(self):
        return [f for f in self.facilities if f["type"] == WARPGATE]


def coast(angle):
    """How far the island reaches, as a part of its radius."""
    return 0.86 + 0.10 * math.sin(2 * angle + 0.7) + 0.09 * math.sin(3 * angle + 2.1) + 0.05 * math.sin(5 * angle)


def scatter(rng, radius, spacing):
    points, row = [], 0
    z = -radius
    while z <= radius:
        x = -radius + (spacing / 2 if row % 2 else 0)
        while x <= radius:
            px, pz = x + rng.uniform(-0.24, 0.24) * spacing, z + rng.uniform(-0.24, 0.24) * spacing
            if math.hypot(px, pz) <= radius * coast(math.atan2(pz, px)):
                points.append((round(px, 2), round(pz, 2)))
            x += spacing
        z += spacing * 0.87
        row += 1
    return points


def gabriel(points):
    """An edge stands where no third point lies in the circle over it: planar, and never far to a neighbour."""
    edges = []
    for i, (ax, az) in enumerate(points):
        for j in range(i + 1, len(points)):
            bx, bz = points[j]
            mx, mz, r2 = (ax + bx) / 2, (az + bz) / 2, ((ax - bx) ** 2 + (az - bz) ** 2) / 4
            if all(k in (i, j) or (x - mx) ** 2 + (z - mz) ** 2 >= r2 for k, (x, z) in enumerate(points)):
                edges.append((i, j))
    return edges


def connected(count, edges):
    seen, stack = {0}, [0]
    while stack:
        at = stack.pop()
        for a, b in edges:
            for here, there in ((a, b), (b, a)):
                if here == at and there not in seen:
                    seen.add(there)
                    stack.append(there)
    return len(seen) == count


def thin(rng, points, edges, protected, keep):
    """Takes links out, longest first and some at random, while all stay connected and gates keep theirs."""
    length = lambda e: math.dist(points[e[0]], points[e[1]])
    for edge in sorted(edges, key=lambda e: -length(e) * rng.uniform(0.6, 1.0)):
        if len(edges) <= keep:
            break
        rest = [e for e in edges if e != edge]
        degree = lambda p: sum(p in e for e in rest)
        if not (set(edge) & protected) and min(degree(edge[0]), degree(edge[1])) >= 2 and connected(len(points), rest):
            edges = rest
    return edges


def build(rng, zone, radius, wanted, names, big):
    spacing = radius / 2
    while len(points := scatter(random.Random(zone.id), radius, spacing)) < wanted:
        spacing *= 0.99
    points = sorted(points, key=lambda p: math.hypot(*p) / coast(math.atan2(p[1], p[0])))[:wanted]
    gates = []
    for angle in (math.pi / 2, math.pi * 7 / 6, math.pi * 11 / 6):
        at = max(range(len(points)), key=lambda i: points[i][0] * math.cos(angle) + points[i][1] * math.sin(angle))
        x, z = points[at]
        points[at] = (round(x + 0.06 * radius * math.cos(angle), 2), round(z + 0.06 * radius * math.sin(angle), 2))
        gates.append(at)
    edges = [e for e in gabriel(points) if not set(e) <= set(gates)]
    for gate in gates:  # two or three ways out of each warpgate
        own = sorted((e for e in edges if gate in e), key=lambda e: math.dist(points[e[0]], points[e[1]]))
        for edge in own[3:]:
            if connected(len(points), [e for e in edges if e != edge]):
                edges.remove(edge)
        near = sorted((i for i in range(len(points)) if i not in gates), key=lambda i: math.dist(points[i], points[gate]))
        for i in near[:2]:
            if sum(gate in e for e in edges) < 2 and tuple(sorted((gate, i))) not in edges:
                edges.append(tuple(sorted((gate, i))))
    edges = thin(rng, points, edges, set(gates), int(wanted * 1.75))

    types = {gate: WARPGATE for gate in gates}
    for kind in big:  # big bases lie as far apart as can be
        free = [i for i in range(len(points)) if i not in types]
        types[max(free, key=lambda i: min(math.dist(points[i], points[j]) for j in types))] = kind
    for i, (x, z) in enumerate(points):
        kind = types.get(i) or (LARGE if rng.random() < 0.35 else SMALL)
        name = ["North Warpgate", "Southwest Warpgate", "Southeast Warpgate"][gates.index(i)] if i in gates else names.pop()
        if kind in (AMP, BIO, TECH):
            name = f"{name.split()[0]} {TYPES[kind]}"
        zone.facilities.append({"id": zone.first_facility + i, "region": zone.first_region + i, "name": name, "type": kind, "x": x, "z": z})
    zone.links = sorted((zone.first_facility + a, zone.first_facility + b) for a, b in edges)
    zone.neutral_region = zone.first_region + len(points)


def divide(zone):
    """Even shares: in turn each faction takes what it borders on and lies nearest to its warpgate."""
    place = {f["id"]: (f["x"], f["z"]) for f in zone.facilities}
    homes = dict(zip((VS, NC, TR), (g["id"] for g in zone.gates())))
    owner = {gate: faction for faction, gate in homes.items()}
    while len(owner) < len(place):
        for faction, gate in homes.items():
            border = sorted({n for f, o in owner.items() if o == faction for n in zone.neighbours(f) if n not in owner})
            if border:
                owner[min(border, key=lambda f: math.dist(place[f], place[gate]))] = faction
    return owner


class Recording:
    def __init__(self):
        self.lines = []

    def add(self, t, feed, frame):
        self.lines.append((round(t, 3), len(self.lines), feed, frame))

    def push(self, t, frame):
        self.add(t, "territory/push", frame)

    def event(self, t, **payload):
        ordered = {key: str(payload[key]) for key in sorted(payload)}
        self.push(t, {"payload": ordered, "service": "event", "type": "serviceMessage"})

    def rest(self, t, collection, rows, world=None, requested=None):
        self.add(t, "territory/rest", {
            "collection": collection, "worldId": world, "requestedAt": stamp(t - 0.2 if requested is None else requested),
            "status": 200, "body": {f"{collection}_list": rows, "returned": len(rows)}})

    def write(self, path):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            for t, _, feed, frame in sorted(self.lines):
                file.write(json.dumps({"at": stamp(t), "feed": feed, "frame": frame}, separators=(",", ":")) + "\n")


def stamp(t):
    return (BASE + timedelta(seconds=t)).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def unix(t):
    return int(BASE.timestamp()) + math.floor(t)


class Continent:
    """One zone of one world as it changes; what it does is written to the recording."""

    def __init__(self, rng, recording, world, zone, owner):
        self.rng, self.recording, self.world, self.zone = rng, recording, world, zone
        self.start = dict(owner)
        self.owner = dict(owner)
        self.since = {f: -rng.uniform(600, 40000) for f in owner}
        self.changes = []  # (t, facility, faction): what polls see

    def at(self, t):
        owner = dict(self.start)
        for changed, facility, faction in self.changes:
            if changed <= t:
                owner[facility] = faction
        return owner

    def take(self, t, facility, faction, told=True, outfit=0, held=None):
        before = self.owner[facility]
        if told:
            self.recording.event(
                t, event_name="FacilityControl", world_id=self.world, zone_id=self.zone.id, facility_id=facility, old_faction_id=before,
                new_faction_id=faction, duration_held=int(t - self.since[facility]) if held is None else held, outfit_id=outfit, timestamp=unix(t))
        if before != faction:
            self.owner[facility], self.since[facility] = faction, t
            self.changes.append((t, facility, faction))

    def players(self, t, facility, who, spread=True):
        for i, (character, _, outfit) in enumerate(who):
            late = self.rng.choice((0, 0, 0, 1)) if spread else 0
            self.recording.event(
                t + 0.02 * (i + 1) + late, event_name="PlayerFacilityCapture", world_id=self.world, zone_id=self.zone.id,
                facility_id=facility, character_id=character, outfit_id=outfit, timestamp=unix(t) + late)

    def attackable(self, faction, t):
        reached, stack = set(), [g["id"] for g in self.zone.gates() if self.owner[g["id"]] == faction]
        while stack:
            here = stack.pop()
            if here not in reached:
                reached.add(here)
                stack += [n for n in self.zone.neighbours(here) if self.owner[n] == faction]
        gates = {g["id"] for g in self.zone.gates()}
        return sorted({n for here in reached for n in self.zone.neighbours(here)
                       if self.owner[n] != faction and n not in gates and t - self.since[n] > 20})

    def rows(self, t):
        owner = self.at(t)
        rows = [{"RowData": {"RegionId": str(f["region"]), "FactionId": str(owner[f["id"]])}} for f in self.zone.facilities]
        rows.append({"RowData": {"RegionId": str(self.zone.neutral_region), "FactionId": "0"}})
        return {"ZoneId": str(self.zone.id), "Regions": {"IsList": "1", "Row": rows}}


def people(rng):
    characters = []
    for faction in (VS, NC, TR):
        outfits = [37500000000000000 + faction * 1000 + n for n in range(4)]
        characters += [(5428000000000000000 + faction * 10000 + n, faction, rng.choice(outfits)) for n in range(28)]
    characters += [(5428000000000040000 + n, NSO, 0) for n in range(6)]
    return characters


def crowd(rng, characters, faction, least=3, most=7):
    who = rng.sample([c for c in characters if c[1] == faction], rng.randint(least, most))
    return who + (rng.sample([c for c in characters if c[1] == NSO], 1) if rng.random() < 0.3 else [])


def front_line(rng, continent, characters):
    """Captures along the lattice, with what else a real evening has."""
    recording, t = continent.recording, 1.6
    odd = {"resecure": 38, "unknown": 48, "players": 60, "chain": 75, "poll": 92, "resecure2": 120, "players2": 150}
    copies = [12, 66, 130]
    while t < CAPTURES_END:
        due = next((name for name, at in odd.items() if at <= t), None)
        faction = rng.choices((VS, NC, TR), (30, 42, 28))[0]
        targets = continent.attackable(faction, t) or continent.attackable(NC, t)
        target = rng.choice(targets)
        faction = faction if target in continent.attackable(faction, t) else NC
        who = crowd(rng, characters, faction)
        outfit = rng.choice([c[2] for c in who if c[2]]) if rng.random() < 0.85 else 0
        if due:
            odd.pop(due)
        if due in ("resecure", "resecure2"):
            held = rng.choice([f for f, o in sorted(continent.owner.items()) if o == faction and t - continent.since[f] > 60])
            continent.take(t, held, faction, outfit=outfit)
        elif due == "unknown":
            recording.event(t, event_name="FacilityControl", world_id=continent.world, zone_id=continent.zone.id, facility_id=400127,
                            old_faction_id=TR, new_faction_id=NC, duration_held=311, outfit_id=0, timestamp=unix(t))
        elif due in ("players", "players2"):
            continent.take(t, target, faction, told=False)
            continent.players(t, target, crowd(rng, characters, faction, 5, 7), spread=False)
        elif due == "chain":
            t = math.floor(t) + 0.2
            third = next(f for f in (VS, NC, TR) if f not in (faction, continent.owner[target]))
            continent.take(t, target, faction, outfit=outfit)
            continent.take(t + 0.15, target, third, held=0)
        elif due == "poll":
            continent.take(t, target, faction, told=False)
        else:
            continent.take(t, target, faction, outfit=outfit)
            if copies and copies[0] <= t:
                copies.pop(0)
                again = recording.lines[-1]
                recording.add(t + 0.4, again[2], again[3])
            if rng.random() < 0.7:
                continent.players(t, target, who)
        t += rng.uniform(2.0, 3.8)


def lock(rng, continent):
    recording, zone = continent.recording, continent.zone
    recording.event(LOCK, event_name="ContinentLock", world_id=continent.world, zone_id=zone.id, triggering_faction=LOCKER, previous_faction=0,
                    vs_population=31, nc_population=37, tr_population=32, metagame_event_id=0, timestamp=unix(LOCK))
    lost = [f["id"] for f in zone.facilities if continent.owner[f["id"]] != LOCKER]
    kept = [f["id"] for f in zone.facilities if continent.owner[f["id"]] == LOCKER and f["type"] != WARPGATE]
    burst = lost + rng.sample(kept, max(0, min(len(kept), 60 - len(lost))))
    rng.shuffle(burst)
    for i, facility in enumerate(burst):
        continent.take(LOCK + 0.25 + 1.3 * i / len(burst), facility, LOCKER)
    recording.event(LOCK + 1.6, event_name="FacilityControl", world_id=continent.world, zone_id=zone.id, facility_id=400389,
                    old_faction_id=0, new_faction_id=LOCKER, duration_held=unix(LOCK), outfit_id=0, timestamp=unix(LOCK + 1.6))


def unlock(continent):
    gates = [g["id"] for g in continent.zone.gates()]
    order = gates + sorted(f for f in continent.owner if f not in gates)
    back = [f for f in order if continent.owner[f] != continent.start[f]]
    for i, facility in enumerate(back):
        continent.take(UNLOCK + 1.8 * i / len(back), facility, continent.start[facility])


def skirmish(rng, continent, characters):
    t = 4.3
    while t < 245:
        faction = rng.choice((VS, NC, TR))
        targets = continent.attackable(faction, t)
        if targets:
            target, who = rng.choice(targets), crowd(rng, characters, faction, 2, 4)
            continent.take(t, target, faction, outfit=who[0][2])
            continent.players(t, target, who)
        t += rng.uniform(7, 11)
    for i, facility in enumerate(sorted(f for f in continent.owner if continent.owner[f] != continent.start[f])):
        continent.take(252 + 1.7 * i, facility, continent.start[facility])


def static(recording, zones):
    world = lambda id, name: {"world_id": str(id), "state": "online", "name": {"en": name}}
    recording.rest(0.05, "world", [world(1, "Lanthorn"), world(10, "Harrow")])
    recording.rest(0.10, "zone", [
        {"zone_id": str(z.id), "code": z.code, "hex_size": "200", "name": {"en": z.name}, "geometry_id": str(z.id), "dynamic": "0"} for z in zones])
    recording.rest(0.15, "facility_link", [
        {"zone_id": str(z.id), "facility_id_a": str(a), "facility_id_b": str(b)} for z in zones for a, b in z.links])
    regions = []
    for z in zones:
        regions += [{
            "map_region_id": str(f["region"]), "zone_id": str(z.id), "facility_id": str(f["id"]), "facility_name": f["name"],
            "localized_facility_name": {"en": f["name"]}, "facility_type_id": str(f["type"]), "facility_type": TYPES[f["type"]],
            # The game's x points north and its z east.
            "location_x": str(f["z"]), "location_y": "60", "location_z": str(f["x"])} for f in z.facilities]
        regions.append({"map_region_id": str(z.neutral_region), "zone_id": str(z.id)})
    recording.rest(0.20, "map_region", regions)


def control(recording):
    recording.push(0.0, {"connected": "true", "service": "push", "type": "connectionStateChanged"})
    for world, name in ((10, "Harrow"), (1, "Lanthorn")):
        recording.push(0.45, {"detail": f"EventServerEndpoint_{name}_{world}", "online": "true", "service": "event", "type": "serviceStateChanged"})
    for t in range(30, int(END), 30):
        recording.push(t + 0.05, {"online": {"EventServerEndpoint_Harrow_10": "true", "EventServerEndpoint_Lanthorn_1": "true"}, "service": "event", "type": "heartbeat"})
    recording.push(0.5, {"send this for help": {"service": "event", "action": "help"}})
    recording.push(0.6, {"subscription": {
        "characterCount": 0, "eventNames": ["ContinentLock", "FacilityControl", "MetagameEvent", "PlayerFacilityCapture"],
        "logicalAndCharactersWithWorlds": True, "worlds": ["1", "10"]}})


def alert(recording, t, state):
    recording.event(t, event_name="MetagameEvent", world_id=10, zone_id=2, metagame_event_id=147, metagame_event_state=state,
                    metagame_event_state_name={135: "started", 138: "ended"}[state], faction_vs="33.1", faction_nc="35.4", faction_tr="31.5",
                    experience_bonus="25.0", instance_id=41207, timestamp=unix(t))


def main():
    rng = random.Random(20260110)
    names = [f"{first} {rng.choice(LAST)}" for first in FIRST * 2]
    rng.shuffle(names)
    names = list(dict.fromkeys(names))
    main_zone, small_zone = Zone(2, "Carrowmoor", "Carrowmoor", 9101, 700101), Zone(8, "Skerrin Atoll", "Skerrin", 9301, 700301)
    build(rng, main_zone, 3450, 66, names, [BIO, AMP, TECH, BIO, AMP, TECH, INTERLINK, BIO, AMP, TECH])
    build(rng, small_zone, 2400, 14, names, [BIO, TECH, AMP])

    recording, characters = Recording(), people(rng)
    control(recording)
    static(recording, [main_zone, small_zone])
    recording.rest(0.35, "character", [{"character_id": str(id), "faction_id": str(faction)} for id, faction, _ in characters])

    fought = Continent(rng, recording, 10, main_zone, divide(main_zone))
    small = Continent(rng, recording, 1, small_zone, divide(small_zone))
    locked = {1: Continent(rng, recording, 1, main_zone, {f["id"]: TR for f in main_zone.facilities}),
              10: Continent(rng, recording, 10, small_zone, {f["id"]: VS for f in small_zone.facilities})}
    alert(recording, 22.0, 135)
    front_line(rng, fought, characters)
    alert(recording, 209.0, 138)
    lock(rng, fought)
    unlock(fought)
    skirmish(rng, small, characters)
    recording.event(33.3, event_name="PlayerLogin", world_id=10, character_id=characters[0][0], timestamp=unix(33.3))

    t = 0.3
    while t < END:
        seen = t - POLL_LAG
        recording.rest(t + 0.1, "map", [fought.rows(seen), locked[10].rows(seen)], world=10, requested=t)
        if round(t - 0.3) % 30 == 0:
            recording.rest(t + 0.14, "map", [locked[1].rows(seen), small.rows(seen)], world=1, requested=t + 0.04)
        t += 10
    recording.rest(END, "map", [fought.rows(END), locked[10].rows(END)], world=10)
    recording.rest(END + 0.05, "map", [locked[1].rows(END), small.rows(END)], world=1)
    recording.write(os.path.join(os.path.dirname(os.path.abspath(__file__)), "island.ndjson"))


if __name__ == "__main__":
    main()
