namespace OrleansGameState.Ingestors;

/// <summary>The section <c>Ingestors</c>: what all feeds share.</summary>
internal sealed class IngestorOptions
{
    public const string Section = "Ingestors";

    /// <summary>Where static data is kept for when its service is down; relative to the working directory.</summary>
    public string DataDirectory { get; set; } = "data";
}
