using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>How this system is stored. The names stand in databases: they are never changed, and never used again for something else.</summary>
internal static class StarSystemKinds
{
    public static readonly StoredKind StarSystem = new StoredKind<StarSystemState, StarSystemEvent>(
        StarSystemKeys.System,
        "starSystem",
        key => StarSystemKeys.TryParseStarSystem(key, out _),
        StarSystemStorageJson.Of<StarSystemState>(),
        [
            new("systemObserved", StarSystemStorageJson.Of<SystemObserved>()),
            new("systemTicked", StarSystemStorageJson.Of<SystemTicked>()),
            new("factionsChanged", StarSystemStorageJson.Of<FactionsChanged>()),
            new("factionExpandedFrom", StarSystemStorageJson.Of<FactionExpandedFrom>()),
            new("systemDescribed", StarSystemStorageJson.Of<SystemDescribed>()),
        ]);

    public static readonly StoredKind Galaxy = new StoredKind<GalaxyState, GalaxyEvent>(
        StarSystemKeys.System,
        "galaxy",
        key => key == StarSystemKeys.Galaxy,
        StarSystemStorageJson.Of<GalaxyState>(),
        [
            new("stateChangeNoted", StarSystemStorageJson.Of<StateChangeNoted>()),
            new("stateChangeWithdrawn", StarSystemStorageJson.Of<StateChangeWithdrawn>()),
            new("galaxyTickCalled", StarSystemStorageJson.Of<GalaxyTickCalled>()),
            new("galaxyTickRevised", StarSystemStorageJson.Of<GalaxyTickRevised>()),
            new("galaxyTickOverdue", StarSystemStorageJson.Of<GalaxyTickOverdue>()),
            new("hourTallied", StarSystemStorageJson.Of<HourTallied>()),
            new("galaxyFeedDegraded", StarSystemStorageJson.Of<GalaxyFeedDegraded>()),
            new("galaxyFeedRecovered", StarSystemStorageJson.Of<GalaxyFeedRecovered>()),
        ]);

    public static readonly StoredKind MinorFaction = new StoredKind<MinorFactionState, MinorFactionEvent>(
        StarSystemKeys.System,
        "minorFaction",
        key => StarSystemKeys.TryParseFaction(key, out _),
        StarSystemStorageJson.Of<MinorFactionState>(),
        [
            new("factionEntered", StarSystemStorageJson.Of<FactionEntered>()),
            new("factionLeft", StarSystemStorageJson.Of<FactionLeft>()),
        ]);

    public static readonly StoredKind SystemName = new StoredKind<SystemNameState, SystemNameEvent>(
        StarSystemKeys.System,
        "systemName",
        key => StarSystemKeys.TryParseName(key, out _),
        StarSystemStorageJson.Of<SystemNameState>(),
        [
            new("nameTaken", StarSystemStorageJson.Of<NameTaken>()),
            new("nameGivenUp", StarSystemStorageJson.Of<NameGivenUp>()),
        ]);

    public static readonly ImmutableArray<StoredKind> All = [StarSystem, Galaxy, MinorFaction, SystemName];
}
