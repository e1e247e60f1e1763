namespace OrleansGameState.Silo.Postgres;

/// <summary>Where to look for PostgreSQL's programs.</summary>
/// <param name="Configured">The only folder to look in; empty looks everywhere.</param>
/// <param name="Path">Folders with colons between, such as <c>$PATH</c>.</param>
/// <param name="Preferred">The major version of the data folder, where there is one.</param>
/// <param name="Root">What the usual places are below.</param>
internal sealed record BinarySearch(string Configured, string Path, int? Preferred = null, string Root = "/");
