#!/usr/bin/env python3
"""Writes marches.ndjson: thirty star systems of our own making, in the two feeds' real formats.

Deterministic (seeded, no dependencies): run it again and git sees no change. README.md tells what happens when.
"""
import copy
import json
import os
import random
from datetime import datetime, timedelta, timezone

BASE = datetime(2026, 1, 10, 18, 0, 0, tzinfo=timezone.utc)
END = 300.0
NAMES = ("Solace Aldermarch Brennoch Calder's_Light Dunmarrow Eskerval Farrowgate Grenholt Hallowmere Ivendale Jarrowfell Kestermoor "
         "Lornhaven Merrowick Nethercairn Oakenreach Pellinore Quillon Ravensthorpe Sallowdeep Tarnwick Underhollow Vantmoor "
         "Wexcombe Yarrowby Zephon's_Rest Ashkelder Birchenlow Corrindale Dovrefell").split()
OUTER = ("Elderwane", "Fenmarch", "Gullhaven", "Hobb's Landing")
COMPANIES = ("Brass Lantern Company", "Hollow Star Traders", "Order of the Quiet Orbit", "Free Hands of the March", "Vesper Mutual", "Ninth Meridian Corps")
KINDS = (("Democrats of {}", "Democracy", "Federation"), ("{} Holdings", "Corporate", "Independent"), ("{} Crimson Hand", "Anarchy", "Independent"),
         ("{} Dominion", "Dictatorship", "Empire"), ("United {} Co-operative", "Cooperative", "Independent"))
STATES = ("Boom", "CivilLiberty", "Investment", "Drought", "Bust", "PublicHoliday", "CivilUnrest", "Outbreak")
HAPPY = "$Faction_HappinessBand{};"


def at(second):
    return BASE + timedelta(seconds=second)


def whole(second):
    return at(second).strftime("%Y-%m-%dT%H:%M:%SZ")


def line(second, feed, frame):
    stamp = at(second).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
    return second, json.dumps({"at": stamp, "feed": "starsystems/" + feed, "frame": frame}, separators=(",", ":"), ensure_ascii=False)


class System:
    def __init__(self, rng, number, name):
        self.name, self.number = name, number
        self.address = 9_000_000_000_000 + number * 1_311_768 + 7
        self.pos = [0.0, 0.0, 0.0] if number == 0 else [round(rng.uniform(-90, 90) * 32) / 32 for _ in range(3)]
        self.population = int(10 ** rng.uniform(5, 9.6))
        self.economy = rng.choice(("Agri", "Industrial", "HighTech", "Refinery", "Tourism"))
        self.security = rng.choice(("low", "medium", "high"))
        self.factions = []
        kinds = list(KINDS)
        rng.shuffle(kinds)
        for form, government, allegiance in kinds[:rng.randint(3, 5)]:
            self.factions.append(faction(form.format(name), government, allegiance))
        for company in rng.sample(COMPANIES, rng.randint(1, 2)):
            self.factions.append(faction(company, "Corporate", "Independent"))
        weights = [rng.uniform(1, 3) for _ in self.factions]
        weights[0] += 5
        self.share(weights)
        self.conflicts = []

    def share(self, weights):
        total = sum(weights)
        shares = [round(weight / total, 6) for weight in weights]
        shares[0] = round(1 - sum(shares[1:]), 6)
        for known, influence in zip(self.factions, shares):
            known["Influence"] = influence

    def swing(self, rng, size):
        """The influence pass: most goes from one to another, and nobody falls to nothing."""
        self.share([max(0.004, known["Influence"] * (1 + rng.uniform(-size, size))) for known in self.factions])

    def states(self, faction_number, active, pending=(), recovering=()):
        known = self.factions[faction_number]
        known["FactionState"] = active[0] if active else "None"
        for key, words, trend in (("ActiveStates", active, False), ("PendingStates", pending, True), ("RecoveringStates", recovering, True)):
            known.pop(key, None)
            if words:
                known[key] = [{"State": word, "Trend": 0} if trend else {"State": word} for word in words]


def faction(name, government, allegiance):
    return {"Name": name, "FactionState": "None", "Government": government, "Influence": 0.0, "Allegiance": allegiance, "Happiness": HAPPY.format(2)}


def message(system, second, event):
    told = {"timestamp": whole(second), "event": event}
    if event != "FSDJump":
        told |= {"Docked": True, "StationName": system.name + " Dock", "StationType": "Coriolis", "MarketID": 3_200_000_000 + system.number}
    told |= {"Taxi": False, "Multicrew": False, "StarSystem": system.name, "SystemAddress": system.address, "StarPos": system.pos,
             "SystemAllegiance": system.factions[0]["Allegiance"], "SystemEconomy": f"$economy_{system.economy};", "SystemSecondEconomy": "$economy_None;",
             "SystemGovernment": f"$government_{system.factions[0]['Government']};", "SystemSecurity": f"$SYSTEM_SECURITY_{system.security};",
             "Population": system.population, "Body": system.name + " A", "BodyID": 1, "BodyType": "Star",
             "Factions": copy.deepcopy(system.factions), "SystemFaction": {"Name": system.factions[0]["Name"]}}
    if system.factions[0]["FactionState"] != "None":
        told["SystemFaction"]["FactionState"] = system.factions[0]["FactionState"]
    if system.conflicts:
        told["Conflicts"] = copy.deepcopy(system.conflicts)
    return told


class Recording:
    def __init__(self):
        self.rng = random.Random(20260110)
        self.lines = []

    def eddn(self, second, told, lag=None, header=None, schema="https://eddn.edcd.io/schemas/journal/1"):
        lag = self.rng.uniform(0.4, 3) if lag is None else lag
        gateway = at(second + lag).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        head = {"uploaderID": f"{self.rng.getrandbits(160):040x}", "softwareName": "Example Journal Sender", "softwareVersion": "1.4.2",
                "gameversion": "4.1.2.100", "gamebuild": "r312345/r0 ", "gatewayTimestamp": gateway}
        frame = {"$schemaRef": schema, "header": head | (header or {}), "message": told}
        self.lines.append(line(second + min(lag, 5) + 0.1, "eddn", frame))

    def see(self, system, second, event=None, **how):
        self.eddn(second, message(system, second, event or self.rng.choice(("FSDJump", "FSDJump", "FSDJump", "Location", "CarrierJump"))), **how)

    def relay(self, second, topic, told):
        self.lines.append(line(second, "tickdetector", {"topic": topic, "message": told}))

    def heartbeat(self, second, status="online"):
        for offset, topic in ((0, "HeartBeat"), (0.01, "Heartbeat")):
            stamp = at(second).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
            self.relay(second + offset, topic, {"status": status, "timestamp": stamp, "lastGalaxyTick": whole(85), "version": "0.1.2-example", "info": "invented"})

    def write(self, path):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            for _, text in sorted(self.lines, key=lambda one: one[0]):
                file.write(text + "\n")


def war(first, second, status, days):
    return {"WarType": "war", "Status": status, "Faction1": {"Name": first, "Stake": "Outer Yards", "WonDays": days},
            "Faction2": {"Name": second, "Stake": "", "WonDays": 1}}


def stage(systems, rng, day):
    """Sets all states as they are on one of three days; the third is followed by the first, so that nothing is taken back."""
    for system in systems[:18]:
        number = system.number
        word = STATES[(number + day * 3) % len(STATES)]
        system.states(0, [word])
        system.states(1, [STATES[(number * 2 + day + 5) % len(STATES)]] if (number + day) % 3 else [])
    fighting = systems[3]
    names = [known["Name"] for known in fighting.factions]
    fighting.states(1, ["War"] if day == 0 else [], recovering=["War"] if day == 1 else [])
    fighting.states(2, ["War"] if day == 0 else [], recovering=["War"] if day == 1 else [])
    fighting.conflicts = [war(names[1], names[2], "active" if day == 0 else "", 3 + day)] if day < 2 else []
    systems[7].states(0, ["Expansion"] if day == 0 else [], recovering=["Expansion"] if day == 1 else [])


def influences(systems, rng, day):
    for system in systems:
        system.swing(rng, 0.06 + 0.1 * (system.number % 4 == 0))
    taxed = systems[7]
    rest = [known["Influence"] for known in taxed.factions[1:]]
    lead = (0.74, 0.59, 0.66)[day]
    taxed.share([lead, *[share / sum(rest) * (1 - lead) for share in rest]])
    comers = systems[5]
    comers.factions = [known for known in comers.factions if known["Name"] != "Wandering Lamp Syndicate"]
    if day == 1:
        comers.factions.append(faction("Wandering Lamp Syndicate", "Patronage", "Independent"))
        comers.factions[-1]["Influence"] = 0.06
        comers.factions[-1]["ActiveStates"] = [{"State": "Boom"}]
    comers.share([known["Influence"] for known in comers.factions])
    leavers = systems[6]
    leavers.factions = [known for known in leavers.factions if known["Name"] != "Last Ember Collective"]
    if day != 2:
        leavers.factions.append(faction("Last Ember Collective", "Communism", "Independent"))
        leavers.factions[-1]["Influence"] = 0.031 if day == 0 else 0.019
        leavers.states(len(leavers.factions) - 1, ["Retreat"] if day == 1 else [], pending=["Retreat"] if day == 0 else [])
    leavers.share([known["Influence"] for known in leavers.factions])


def relayed(name, number, second, gap, changed):
    cmf = 0.41 + number * 0.05
    return {"system": name, "systemAddress": str(9_100_000_000_000 + number) if number % 2 else 9_100_000_000_000 + number, "schema": "notYetImplemented",
            "timeGapMins": f"{gap:.1f}", "timestamp": whole(second), "dayCount": 1 + number, "isColony": number == 2,
            "metrics": {"tickPass": "Either" if changed else "Inf", "stateChange": changed, "infChange": True, "infStates": False, "cmfInf": cmf,
                        "cmfName": f"{name} Holdings", "cmfHasExpanded": False, "cmfInfDrop": "-0.0154" if number % 2 else -0.0154, "cmfExpansionTax": False,
                        "conflictEnded": False, "factionChanges": {"retreated": [], "arrived": []},
                        "atRiskNNFactions": [{"name": "Vesper Mutual", "newInf": 0.031, "previousInf": 0.036, "retreatState": "Pending"}] if number == 1 else [],
                        "facCount": 6, "population": 4_210_000 * (number + 1), "allFacSwing": 0.0421 + number * 0.11,
                        "BGSActivityEstimate": {"label": ("Low", "Low", "Medium", "High")[number], "value": (0.05, 0.09, 0.21, 0.44)[number],
                                                "valueAdj": (0.05, 0.09, 0.21, 0.44)[number], "bars": (1, 1, 3, 5)[number]},
                        "activeConflictCount": 0, "lockedInf": 0}}


def junk(recording, systems):
    """What the feeds bring beside what is meant: everything is counted, and nothing of it is applied."""
    rng = recording.rng
    some = systems[20]
    recording.eddn(20, message(some, 20, "Location"), schema="https://eddn.edcd.io/schemas/journal/1/test")
    recording.eddn(24, {"timestamp": whole(24), "systemName": some.name, "stationName": "Dock", "commodities": []}, schema="https://eddn.edcd.io/schemas/commodity/3")
    recording.eddn(28, {"timestamp": whole(28), "event": "Scan", "BodyName": some.name + " 1", "StarSystem": some.name, "SystemAddress": some.address, "StarPos": some.pos})
    recording.eddn(32, message(some, 32, "FSDJump"), header={"gameversion": "3.8.0.406"})
    recording.eddn(36, message(some, 36, "Location") | {"SystemAddress": None})
    recording.lines.append(line(40, "eddn", "{]"))
    recording.lines.append(line(44, "eddn", {"deflated": "eJxLTEpOSQ=="}))
    late = message(systems[21], 62, "FSDJump")
    recording.eddn(62 - 7_000, late | {"timestamp": whole(62 - 7_000)}, lag=7_000)
    recording.lines[-1] = (62.0, line(62, "eddn", json.loads(recording.lines[-1][1])["frame"])[1])
    spaced = message(systems[22], 66, "FSDJump")
    spaced["timestamp"] = spaced["timestamp"].replace(":", ": ")
    recording.eddn(66, spaced)
    twice = message(systems[23], 68, "Location")
    twice["Factions"].append(copy.deepcopy(twice["Factions"][0]))
    recording.eddn(68, twice)
    bare = message(systems[24], 70, "FSDJump")
    for name in ("Factions", "SystemFaction"):
        bare.pop(name)
    recording.eddn(70, bare)
    ahead = message(systems[25], 72 + 900, "FSDJump")
    recording.eddn(72, ahead)
    recording.relay(74, "Stats", {"busiest": []})
    recording.relay(76, "SystemTick", {"system": "Nowhere", "timestamp": whole(76)})
    recording.lines.append(line(78, "tickdetector", {"topic": "SystemTick", "deflated": "eJxLTEpOSQ=="}))


def main():
    recording = Recording()
    rng = recording.rng
    systems = [System(rng, number, name.replace("_", " ")) for number, name in enumerate(NAMES)]
    recording.heartbeat(1, "startup")
    for second in (61, 121, 181, 241):
        recording.heartbeat(second)

    stage(systems, rng, 0)
    influences(systems, rng, 0)
    for system in systems:
        recording.see(system, 2 + rng.uniform(0, 50))
    junk(recording, systems)

    # A false change, and back: one of the two was wrong.
    false = copy.deepcopy(systems[19])
    recording.see(systems[19], 56)
    false.states(0, ["Terrorism"])
    recording.see(false, 64)
    recording.see(systems[19], 74)

    stage(systems, rng, 1)
    for system in systems[:18]:
        recording.see(system, 84 + rng.uniform(0, 50))
    before = copy.deepcopy(systems[10])
    influences(systems, rng, 1)
    for system in systems:
        recording.see(system, 150 + rng.uniform(0, 55))
        if system.number % 5 == 0:
            recording.lines.append((recording.lines[-1][0] + 0.3, recording.lines[-1][1]))

    # Later than what is known by then: it came by way of somebody who had been offline.
    recording.eddn(140, message(before, 140, "FSDJump"), lag=70)
    recording.lines[-1] = (210.1, line(210.1, "eddn", json.loads(recording.lines[-1][1])["frame"])[1])

    stage(systems, rng, 2)
    influences(systems, rng, 2)
    for system in systems:
        recording.see(system, 230 + rng.uniform(0, 55))

    for number, name in enumerate(OUTER):
        recording.relay(88 + number * 9, "SystemTick", relayed(name, number, 86 + number * 9, 2.5 + number * 0.1, number < 3))
        recording.relay(160 + number * 7, "SystemTick", relayed(name, number, 158 + number * 7, 0.8, False))
    recording.relay(88.2, "GalaxyTick", relayed(OUTER[0], 0, 86, 2.5, True))
    recording.relay(165, "FactionChanges", {"system": OUTER[3], "systemAddress": 9_100_000_000_003, "isColony": False, "timestamp": whole(163),
                                            "factionChanges": {"retreated": [], "arrived": ["Hollow Star Traders"]}})
    recording.relay(168, "FactionExpandedFrom", {"system": OUTER[1], "systemAddress": "9100000000001", "isColony": False, "timestamp": whole(166),
                                                 "faction": OUTER[1] + " Holdings", "InfDrop": "0.1383", "hasExpanded": True})
    recording.heartbeat(END - 4)
    recording.write(os.path.join(os.path.dirname(os.path.abspath(__file__)), "marches.ndjson"))


if __name__ == "__main__":
    main()
