using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A star system as HTTP and realtime clients see it; null and empty text are what is not known.</summary>
internal sealed record StarSystemView(
    long SystemAddress,
    string Name,
    long Sequence,
    DateTimeOffset AsOf,
    DateTimeOffset? LastSeen,
    DateTimeOffset? ObservedAt,
    StarPosition? Position,
    long Population,
    string ControllingFaction,
    string Allegiance,
    string Government,
    string Economy,
    string Security,
    bool? IsColony,
    IReadOnlyList<string> NativeFactions,
    IReadOnlyList<PresenceView> Factions,
    IReadOnlyList<Conflict> Conflicts,
    SystemTickMessage? LastTick);
