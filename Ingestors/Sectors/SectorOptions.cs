namespace OrleansGameState.Ingestors.Sectors;

/// <summary>The section <c>Ingestors:Sectors</c>.</summary>
internal sealed class SectorOptions
{
    public const string Section = "Ingestors:Sectors";

    public const string Auto = "auto";
    public const string On = "on";
    public const string Off = "off";

    /// <summary>Whether invented players move about the bundled universe: <c>on</c>, <c>off</c>, or where the bundled recordings play, too.</summary>
    public string Demo { get; set; } = Auto;

    /// <summary>How many of them; 1 to 200.</summary>
    public int DemoPlayers { get; set; } = 25;

    /// <summary>What their ways are drawn from.</summary>
    public int DemoSeed { get; set; } = 1;

    /// <summary>True where this process plays.</summary>
    /// <param name="playsBundled">Whether the other systems play their bundled recordings.</param>
    public bool IsOn(bool playsBundled) =>
        string.Equals(Demo, On, StringComparison.OrdinalIgnoreCase)
        || (playsBundled && string.Equals(Demo, Auto, StringComparison.OrdinalIgnoreCase));
}
