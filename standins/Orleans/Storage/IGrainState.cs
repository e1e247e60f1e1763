namespace Orleans;

/// <summary>A state on its way to or from a store.</summary>
public interface IGrainState<T>
{
    /// <summary>The state.</summary>
    T? State { get; set; }

    /// <summary>The version in the store; null where there is no record.</summary>
    string? ETag { get; set; }

    /// <summary>Whether the store holds a record.</summary>
    bool RecordExists { get; set; }
}
