namespace OrleansGameState.Ingestors.Feeds;

/// <summary>The section <c>Ingestors:Record</c>.</summary>
internal sealed class RecordOptions
{
    public const string Section = "Ingestors:Record";

    /// <summary>Where to append what comes, in hourly files; empty records nothing.</summary>
    public string Directory { get; set; } = "";
}
