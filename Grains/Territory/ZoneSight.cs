using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

/// <summary>
/// What polls confirmed without changing anything. It is weighed like any other fact, so that an older event does not
/// undo what a later poll saw; but an entity at rest writes nothing, so it is held beside the state, in memory.
/// </summary>
internal sealed record ZoneSight(ImmutableDictionary<int, DateTimeOffset> ConfirmedAt)
{
    public static ZoneSight Nothing { get; } = new(ImmutableDictionary<int, DateTimeOffset>.Empty);

    public FactRank RankOf(int facilityId) =>
        ConfirmedAt.TryGetValue(facilityId, out var speaksOf) ? FactRank.Poll(speaksOf) : default;

    /// <summary>The sight after a poll was decided on.</summary>
    public ZoneSight After(ZoneState zone, ReportMap poll)
    {
        if (zone.Map is null)
        {
            return this;
        }

        var speaksOf = MapRules.SpeaksOf(poll);
        var facilities = MapRules.FacilitiesByRegion(zone.Map);
        var confirmed = ConfirmedAt.ToBuilder();
        foreach (var owner in poll.Owners)
        {
            if (facilities.TryGetValue(owner.RegionId, out var id) && id is { } facility
                && (!confirmed.TryGetValue(facility, out var before) || before < speaksOf))
            {
                confirmed[facility] = speaksOf;
            }
        }

        return new(confirmed.ToImmutable());
    }
}
