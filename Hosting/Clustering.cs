namespace OrleansGameState.Hosting;

/// <summary>How silos and clients find each other.</summary>
internal enum Clustering
{
    /// <summary>Not at all where one process is everything, else in PostgreSQL.</summary>
    Auto,

    /// <summary>Not at all: one silo, with its own client.</summary>
    Localhost,

    /// <summary>In a table of <c>ConnectionStrings:GameState</c>.</summary>
    Postgres,
}
