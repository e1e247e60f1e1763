namespace OrleansGameState.Ingestors.Territory;

/// <summary>The section <c>Ingestors:Territory</c>, as configured; <see cref="TerritorySettings"/> is what follows from it.</summary>
internal sealed class TerritoryOptions
{
    public const string Section = "Ingestors:Territory";

    /// <summary>False leaves the territory feed out of this process.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary><c>ps2</c>, <c>ps2ps4us</c> or <c>ps2ps4eu</c>.</summary>
    public string Environment { get; set; } = "ps2";

    /// <summary>Origin and path of the push service, without query; setting it turns the live feed on.</summary>
    public string? StreamUrl { get; set; }

    /// <summary>Origin of the REST service; empty switches it off.</summary>
    public string? RestUrl { get; set; }

    /// <summary>With or without <c>s:</c>; setting it turns the live feed on.</summary>
    public string? ServiceId { get; set; }

    /// <summary>World ids, as a list or as text with commas. Worlds can be split over processes by it.</summary>
    public string[]? Worlds { get; set; }

    /// <summary>Static zones to follow. Instances of dynamic zones are always followed.</summary>
    public string[]? Zones { get; set; }

    /// <summary>Seconds between two polls of a world's map: 5 to 300.</summary>
    public int MapPollSeconds { get; set; } = 10;

    /// <summary>How old the REST service's answer may be, in seconds: 0 to 300.</summary>
    public int CacheLagSeconds { get; set; } = 5;

    /// <summary>How many characters' factions are remembered: 100 to 10,000,000.</summary>
    public int CharacterCacheSize { get; set; } = 50_000;
}
