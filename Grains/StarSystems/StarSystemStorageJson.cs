using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>
/// The JSON that this system's states and events are stored as. Rows of every earlier version must stay readable: a
/// property may be added, and none may be renamed, or given another meaning. The golden files hold the tests to it.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.General, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(StarSystemState))]
[JsonSerializable(typeof(GalaxyState))]
[JsonSerializable(typeof(MinorFactionState))]
[JsonSerializable(typeof(SystemNameState))]
[JsonSerializable(typeof(SystemObserved))]
[JsonSerializable(typeof(SystemTicked))]
[JsonSerializable(typeof(FactionsChanged))]
[JsonSerializable(typeof(FactionExpandedFrom))]
[JsonSerializable(typeof(SystemDescribed))]
[JsonSerializable(typeof(StateChangeNoted))]
[JsonSerializable(typeof(StateChangeWithdrawn))]
[JsonSerializable(typeof(GalaxyTickCalled))]
[JsonSerializable(typeof(GalaxyTickRevised))]
[JsonSerializable(typeof(GalaxyTickOverdue))]
[JsonSerializable(typeof(HourTallied))]
[JsonSerializable(typeof(GalaxyFeedDegraded))]
[JsonSerializable(typeof(GalaxyFeedRecovered))]
[JsonSerializable(typeof(FactionEntered))]
[JsonSerializable(typeof(FactionLeft))]
[JsonSerializable(typeof(NameTaken))]
[JsonSerializable(typeof(NameGivenUp))]
internal sealed partial class StarSystemStorageJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions Stored = StoredJson.Options(new StarSystemStorageJson(), [.. StarSystemWords.All, new PooledTextConverter(), new PooledTextsConverter()]);

    /// <summary>How a type is stored; one that is not listed above is refused with a <see cref="NotSupportedException"/>.</summary>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Stored.GetTypeInfo(typeof(T));
}
