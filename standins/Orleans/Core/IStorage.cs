namespace Orleans.Core;

/// <summary>Storage of one state, without its type.</summary>
public interface IStorage
{
    /// <summary>The version last read or written; null where there is none.</summary>
    string? Etag { get; }

    /// <summary>Whether the store holds a record.</summary>
    bool RecordExists { get; }

    /// <summary>Removes the record.</summary>
    Task ClearStateAsync();

    /// <summary>Writes the state.</summary>
    /// <exception cref="Storage.InconsistentStateException">The store holds another version.</exception>
    Task WriteStateAsync();

    /// <summary>Reads the state anew.</summary>
    Task ReadStateAsync();

    /// <inheritdoc cref="ClearStateAsync()"/>
    Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    /// <inheritdoc cref="WriteStateAsync()"/>
    Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    /// <inheritdoc cref="ReadStateAsync()"/>
    Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
}
