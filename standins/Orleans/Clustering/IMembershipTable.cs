namespace Orleans;

/// <summary>Where the silos of a cluster find each other.</summary>
public interface IMembershipTable
{
    /// <summary>Readies the table, and makes the cluster's version where it is missing.</summary>
    Task InitializeMembershipTable(bool tryInitTableVersion);

    /// <summary>Removes all of a cluster.</summary>
    Task DeleteMembershipTableEntries(string clusterId);

    /// <summary>Removes silos that are not active and gave their last sign of life before that.</summary>
    Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate);

    /// <summary>Reads one silo and the version.</summary>
    Task<MembershipTableData> ReadRow(SiloAddress key);

    /// <summary>Reads all silos and the version.</summary>
    Task<MembershipTableData> ReadAll();

    /// <summary>Adds a silo; false where it is there, or the version is not the table's.</summary>
    Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion);

    /// <summary>Changes a silo; false where it is not there, or the version is not the table's.</summary>
    Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion);

    /// <summary>Writes a silo's sign of life and nothing else.</summary>
    Task UpdateIAmAlive(MembershipEntry entry);
}
