using System.Data.Common;

namespace Orleans.Configuration;

/// <summary>Where clients find the silos.</summary>
public class AdoNetClusteringClientOptions
{
    /// <summary>The database; or <see cref="DataSource"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The database; or <see cref="ConnectionString"/>.</summary>
    public DbDataSource? DataSource { get; set; }

    /// <summary>The ADO.NET provider's name.</summary>
    public string Invariant { get; set; } = null!;
}
