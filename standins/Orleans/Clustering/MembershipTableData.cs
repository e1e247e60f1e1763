namespace Orleans;

/// <summary>What was read of a cluster's table.</summary>
[GenerateSerializer]
public sealed class MembershipTableData
{
    public MembershipTableData(List<Tuple<MembershipEntry, string>> list, TableVersion version) => (Members, Version) = (list, version);

    /// <summary>The silos, each with its row's ETag.</summary>
    [Id(0)]
    public IReadOnlyList<Tuple<MembershipEntry, string>> Members { get; private set; }

    [Id(1)]
    public TableVersion Version { get; private set; }
}
