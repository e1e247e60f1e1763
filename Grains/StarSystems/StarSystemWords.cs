using System.Text.Json.Serialization;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>
/// What this system's enums are called in the store. The words stand in databases: they are never changed, and never used
/// again for something else.
/// </summary>
internal static class StarSystemWords
{
    public static readonly JsonConverter[] All =
    [
        new WordJsonConverter<TickPass>(
            (TickPass.State, "state"),
            (TickPass.Inf, "inf"),
            (TickPass.Either, "either")),
        new WordJsonConverter<TickSource>(
            (TickSource.Observed, "observed"),
            (TickSource.Relayed, "relayed")),
        new WordJsonConverter<GalaxyTickStanding>(
            (GalaxyTickStanding.Doubtful, "doubtful"),
            (GalaxyTickStanding.Confirmed, "confirmed"),
            (GalaxyTickStanding.Withdrawn, "withdrawn")),
    ];
}
