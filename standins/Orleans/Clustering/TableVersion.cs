namespace Orleans;

/// <summary>The version of a cluster's table, which every change raises.</summary>
[GenerateSerializer]
[Immutable]
public sealed class TableVersion(int version, string eTag)
{
    [Id(0)]
    public int Version { get; } = version;

    /// <summary>What a change must name.</summary>
    [Id(1)]
    public string VersionEtag { get; } = eTag;

    /// <summary>The version that a change makes.</summary>
    public TableVersion Next() => new(Version + 1, VersionEtag);
}
