namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>The section <c>Ingestors:StarSystems</c>.</summary>
internal sealed class StarSystemOptions
{
    public const string Section = "Ingestors:StarSystems";

    /// <summary>False leaves the star systems' feeds out of this process.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>EDDN's relay, such as <c>tcp://eddn.edcd.io:9500</c>; setting it turns the live feed on.</summary>
    public string? EddnEndpoint { get; set; }

    /// <summary>A Tick Detector, such as <c>tcp://infomancer.uk:5551</c>; setting it turns the live feed on.</summary>
    public string? TickDetectorEndpoint { get; set; }

    /// <summary>A file that tells what observations do not, told to the systems at start; relative to the working directory.</summary>
    public string? SystemsFile { get; set; }

    /// <summary>True where the options ask for a live feed.</summary>
    public bool AsksForLive => !string.IsNullOrWhiteSpace(EddnEndpoint) || !string.IsNullOrWhiteSpace(TickDetectorEndpoint);
}
