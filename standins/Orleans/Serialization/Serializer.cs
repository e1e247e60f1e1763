using Orleans.Standin;

namespace Orleans.Serialization;

/// <summary>Writes and reads messages. This build passes references on and has no serializer: nothing makes one of these.</summary>
public sealed class Serializer
{
    private Serializer()
    {
    }

    /// <summary>Refused by this build.</summary>
    public byte[] SerializeToArray<T>(T? value) => throw NotInThisBuild.Error(nameof(SerializeToArray));

    /// <summary>Refused by this build.</summary>
    public T? Deserialize<T>(byte[] source) => throw NotInThisBuild.Error(nameof(Deserialize));
}
