namespace OrleansGameState.Gateway.Sectors;

/// <summary>A sector on the map.</summary>
internal sealed record MapSectorView(
    string Id,
    string Name,
    string Type,
    double HazardLevel,
    double? X,
    double? Y,
    bool IsStub,
    IReadOnlyList<string> Links,
    bool HasPort,
    bool HasPlanet);
