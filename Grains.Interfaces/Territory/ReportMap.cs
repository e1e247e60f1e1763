using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>An answer of the REST map for this zone.</summary>
/// <param name="RequestedAt">When it was asked for; the answer cannot know of anything later.</param>
/// <param name="CacheLagSeconds">How old the service's answer may be; taken off <paramref name="RequestedAt"/> when it is weighed against events.</param>
/// <param name="UncertaintySeconds">How long before a change may have happened: the time since the poll before.</param>
/// <param name="Owners">The owner of each region.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ReportMap")]
public sealed record ReportMap(
    [property: Id(0)] DateTimeOffset RequestedAt,
    [property: Id(1)] int CacheLagSeconds,
    [property: Id(2)] int UncertaintySeconds,
    [property: Id(3)] ImmutableArray<RegionOwner> Owners) : ZoneCommand;
