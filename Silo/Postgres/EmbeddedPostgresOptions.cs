namespace OrleansGameState.Silo.Postgres;

/// <summary>Settings under <c>Storage:Embedded</c>: the PostgreSQL server that the silo starts for itself.</summary>
internal sealed class EmbeddedPostgresOptions
{
    public const string Section = "Storage:Embedded";

    /// <summary>The server's data folder, relative to the working directory. It is made where there is none.</summary>
    public string DataDirectory { get; set; } = Path.Combine("data", "postgres");

    /// <summary>Where initdb, postgres and pg_ctl are; empty looks for them in the usual places.</summary>
    public string BinDirectory { get; set; } = "";

    /// <summary>The account that the server runs under where the silo is root; empty takes the data folder's owner, else postgres, else nobody.</summary>
    public string User { get; set; } = "";

    /// <summary>Where the socket is, an absolute path; empty takes a short place that belongs to the data folder alone.</summary>
    public string RuntimeDirectory { get; set; } = "";

    /// <summary>For tests: nothing outlives the machine's crash, and little memory is taken.</summary>
    internal bool IsThrowAway { get; set; }
}
