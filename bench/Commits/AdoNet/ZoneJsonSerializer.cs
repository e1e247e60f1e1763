using Orleans.Storage;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;

namespace OrleansGameState.Bench.Commits;

/// <summary>The JSON that the silo's storage writes too, so that storages are compared and not serialisers.</summary>
internal sealed class ZoneJsonSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(SampleZone.Encode((ZoneState)(object)input!));

    public T? Deserialize<T>(BinaryData input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return (T?)TerritoryKinds.Zone.Decode(input.ToMemory().Span);
    }
}
