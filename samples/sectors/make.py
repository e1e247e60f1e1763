#!/usr/bin/env python3
"""Writes lantern.json: the Lantern Reach, a universe of sixty sectors of our own making, as POST .../import takes it.

Deterministic (seeded, no dependencies): run it again and git sees no change. README.md tells what is in it.
"""
import json
import math
import os
import random

REGIONS = (
    # name, centre, spread, names of its sectors
    ("The Commons", (480, 330), 118, "Lamplight Harbour|Chandler's Rest|Tallow Gate|Wickfield|Brasswater|Candlemere|Sconce Hollow|Ember Quay|Lowlight|Pharos Minor|Trimmer's Deep|Snuffer's Wake|Beeswax|Oil Street"),
    ("Northern Shelf", (300, 95), 105, "Glassreach|Cold Prism|Facet|Lens of Aldous|Hoarlight|Sleet Passage|Icefall|Mirror Narrows|White Beacon|Frostmark"),
    ("Verdant Arm", (790, 160), 112, "Greenglow|Foxfire|Marshlantern|Will-o'-Wisp|Fernhollow|Mossgate|Lichen Bank|Glowmere|Thicket|Sapling|Firefly Drift"),
    ("Ashen Coast", (845, 470), 112, "Cinder Point|Soot Harbour|Clinker|Greyfall|Ashkeel|Slagheap|Char Narrows|Smoulder|Kilnmouth|Scoria"),
    ("The Dim", (160, 430), 118, "Gloaming|Duskwater|Last Lamp|Penumbra|Hush|Shade of Orrin|Umber Deep|Nightjar|Blindfall|Afterglow|The Unlit"),
    ("Outer Wick", (520, 580), 60, "Guttering|Faraway|Wick's End|Sparkstone"),
)
TUNNELS = (
    # from, to, type, stability, turn cost, most uses, used, status
    ("1", "41", "ARTIFICIAL", 0.96, 2, None, 0, "ACTIVE"),
    ("41", "1", "ARTIFICIAL", 0.96, 2, None, 0, "ACTIVE"),
    ("20", "31", "NATURAL", 0.82, 3, None, 0, "ACTIVE"),
    ("31", "20", "NATURAL", 0.82, 3, None, 0, "ACTIVE"),
    ("56", "38", "QUANTUM", 0.61, 1, 400, 120, "ACTIVE"),
    ("38", "56", "QUANTUM", 0.58, 1, 400, 180, "ACTIVE"),
    ("47", "24", "UNSTABLE", 0.42, 1, 60, 45, "DEGRADING"),
    ("28", "60", "UNSTABLE", 0.24, 1, 12, 9, "UNSTABLE"),
    ("60", "18", "NATURAL", 0.77, 2, 250, 0, "ACTIVE"),
    ("52", "11", "QUANTUM", 0.66, 1, 30, 30, "COLLAPSED"),
    ("35", "45", "ARTIFICIAL", 0.9, 2, None, 0, "MAINTENANCE"),
)
HAZARDS = {"17": ("NEBULA", 4), "21": ("BLACK_HOLE", 9), "29": ("NEBULA", 3), "32": ("ASTEROID_FIELD", 5), "38": ("WORMHOLE", 6), "40": ("ASTEROID_FIELD", 7),
           "43": ("NEBULA", 6), "49": ("NEBULA", 5), "53": ("BLACK_HOLE", 8), "56": ("WORMHOLE", 7), "60": ("ASTEROID_FIELD", 4), "11": ("ASTEROID_FIELD", 2)}
BEACONS = {"1": "Welcome to the Lantern Reach. Keep your lamps trimmed.", "16": "Prism Watch: declare your cargo.", "21": "TURN BACK. Nothing returns from the Icefall.",
           "48": "Last lamp for forty sectors.", "57": "If you read this, you are nearly lost.", "36": "Ashen Coast customs: heave to."}
PORTS = ("Exchange", "Docks", "Yard", "Depot", "Market")
PLANETS = ("Prime", "Minor", "II", "IV", "Haven")
SHIPS = (("Patience", "CARGO_HAULER"), ("Old Tinder", "SCOUT_SHIP"), ("Moth", "FAST_COURIER"), ("Slow Match", "CARGO_HAULER"), ("Bellwether", "DEFENDER"), ("Unlit Candle", "SCOUT_SHIP"))


def place(rng):
    sectors = []
    for region, (cx, cy), spread, names in REGIONS:
        for name in names.split("|"):
            for attempt in range(2000):
                angle, reach = rng.uniform(0, 2 * math.pi), spread * math.sqrt(rng.random()) * (1 + attempt / 1000)
                x, y = cx + reach * math.cos(angle) * 1.18, cy + reach * math.sin(angle) * 0.88
                if all(math.hypot(x - other["x"], y - other["y"]) > 46 for other in sectors):
                    break
            sectors.append({"id": str(len(sectors) + 1), "name": name, "region": region, "x": round(x, 1), "y": round(y, 1)})
    return sectors


def links(sectors):
    """Of each region, those pairs that have no third sector between them; regions are joined by gates."""
    found = set()
    for a in sectors:
        for b in sectors:
            if a["region"] != b["region"] or int(a["id"]) >= int(b["id"]):
                continue
            middle, radius = ((a["x"] + b["x"]) / 2, (a["y"] + b["y"]) / 2), math.hypot(a["x"] - b["x"], a["y"] - b["y"]) / 2
            if all(math.hypot(c["x"] - middle[0], c["y"] - middle[1]) > radius * 0.999 for c in sectors if c is not a and c is not b):
                found.add((a["id"], b["id"]))
    return sorted(found, key=lambda pair: (int(pair[0]), int(pair[1]))) + list(gates(sectors))


def gates(sectors):
    """The pair of sectors nearest to each other, for each two regions that lie side by side."""
    pairs = (("The Commons", "Northern Shelf"), ("The Commons", "Verdant Arm"), ("The Commons", "Ashen Coast"), ("The Commons", "The Dim"),
             ("The Commons", "Outer Wick"), ("Northern Shelf", "The Dim"), ("Verdant Arm", "Ashen Coast"))
    for first, second in pairs:
        a, b = min(((a, b) for a in sectors if a["region"] == first for b in sectors if b["region"] == second),
                   key=lambda ab: math.hypot(ab[0]["x"] - ab[1]["x"], ab[0]["y"] - ab[1]["y"]))
        yield a["id"], b["id"]


def main():
    rng = random.Random(20260110)
    sectors = place(rng)
    pairs = list(dict.fromkeys(links(sectors)))
    region_of = {sector["id"]: sector["region"] for sector in sectors}
    parked = rng.sample([sector["id"] for sector in sectors], len(SHIPS))
    document = {"settings": {"startSector": "1", "startingTurns": 1000, "sessionMinutes": 30}, "sectors": [], "links": [], "tunnels": []}
    for sector in sectors:
        key, region = sector["id"], sector.pop("region")
        kind, hazard = HAZARDS.get(key, ("STANDARD", 0))
        is_safe = kind == "STANDARD"
        inner = region == "The Commons"
        entry = {**sector, "type": kind, "hazardLevel": hazard}
        drones = rng.choice((0, 0, 6, 18)) if not inner else 24 if key == "1" else 0
        fighters, mines = (rng.randint(5, 60) if rng.random() < 0.2 else 0), (rng.randint(3, 12) if rng.random() < 0.12 else 0)
        if drones or fighters or mines:
            entry["defenses"] = {"defenseDrones": drones, "fighters": fighters, "mines": mines}
        if key in BEACONS:
            entry["beacon"] = BEACONS[key]
        if key == "1" or is_safe and rng.random() < (0.55 if inner else 0.3):
            entry["ports"] = [{"id": f"port-{key}", "name": f"{sector['name']} {rng.choice(PORTS)}"}]
        if is_safe and rng.random() < 0.33:
            entry["planets"] = [{"id": f"planet-{key}", "name": f"{sector['name']} {rng.choice(PLANETS)}"}]
        if key in parked:
            name, ship = SHIPS[parked.index(key)]
            entry["ships"] = [{"id": f"derelict-{parked.index(key) + 1}", "name": name, "type": ship}]
        document["sectors"].append(entry)
    for a, b in pairs:
        document["links"].append({"from": a, "to": b, "turnCost": 1 if region_of[a] == region_of[b] else 2, "twoWay": True})
    for start, end, kind, stability, cost, most, used, status in TUNNELS:
        tunnel = {"from": start, "to": end, "type": kind, "stability": stability, "status": status, "turnCost": cost}
        if most is not None:
            tunnel |= {"maxUses": most, "currentUses": used}
        document["tunnels"].append(tunnel)
    write(document)


def write(document):
    """A line for each thing, so that a change can be read."""
    def lines(items):
        return ",\n".join("    " + json.dumps(item, ensure_ascii=False) for item in items)
    parts = [f'  "settings": {json.dumps(document["settings"])}', *(f'  "{name}": [\n{lines(document[name])}\n  ]' for name in ("sectors", "links", "tunnels"))]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "lantern.json"), "w", encoding="utf-8", newline="\n") as file:
        file.write("{\n" + ",\n".join(parts) + "\n}\n")


if __name__ == "__main__":
    main()
