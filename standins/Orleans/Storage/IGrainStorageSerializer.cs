namespace Orleans.Storage;

/// <summary>Makes bytes of a state, and the other way round.</summary>
public interface IGrainStorageSerializer
{
    BinaryData Serialize<T>(T? input);

    T? Deserialize<T>(BinaryData input);
}
