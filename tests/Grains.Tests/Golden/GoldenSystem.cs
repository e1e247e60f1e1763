using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Sectors;
using OrleansGameState.Grains.StarSystems;
using OrleansGameState.Grains.Territory;

namespace OrleansGameState.Grains.Tests.Golden;

/// <summary>A system whose rows are kept as golden files.</summary>
/// <param name="Name">The system's name: the folder.</param>
/// <param name="Kinds">How it is stored.</param>
/// <param name="Options">Its JSON.</param>
/// <param name="States">What the files of states mean, by their names.</param>
/// <param name="Events">What the files of events mean, by their names.</param>
internal sealed record GoldenSystem(
    string Name,
    ImmutableArray<StoredKind> Kinds,
    JsonSerializerOptions Options,
    IReadOnlyDictionary<string, object> States,
    IReadOnlyDictionary<string, object> Events)
{
    public static IReadOnlyList<GoldenSystem> All { get; } =
    [
        new(TerritoryKeys.System, TerritoryKinds.All, TerritoryStorageJson.Of<ZoneState>().Options, TerritoryGolden.States, TerritoryGolden.Events),
        new(StarSystemKeys.System, StarSystemKinds.All, StarSystemStorageJson.Of<StarSystemState>().Options, StarSystemGolden.States, StarSystemGolden.Events),
        new(SectorKeys.System, SectorKinds.All, SectorStorageJson.Of<SectorState>().Options, SectorGolden.States, SectorGolden.Events),
    ];

    public static GoldenSystem Of(string name) => All.Single(system => system.Name == name);

    public JsonTypeInfo Json(Type type) => Options.GetTypeInfo(type);
}
