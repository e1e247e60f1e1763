using Orleans.Storage;

namespace Orleans.Configuration;

/// <summary>Grain states in a relational database.</summary>
public class AdoNetGrainStorageOptions
{
    public string? ConnectionString { get; set; }

    /// <summary>The name of the ADO.NET provider, such as <c>Npgsql</c>.</summary>
    public string Invariant { get; set; } = "Microsoft.Data.SqlClient";

    /// <summary>What makes bytes of a state.</summary>
    public IGrainStorageSerializer GrainStorageSerializer { get; set; } = null!;

    /// <summary>Whether a state that is cleared leaves no row.</summary>
    public bool DeleteStateOnClear { get; set; }
}
