namespace OrleansGameState.Gateway.Sectors;

/// <summary>A sector's neighbourhood as clients see it, the nearest first.</summary>
internal sealed record ScanView(string Universe, string Sector, int Depth, long MapVersion, IReadOnlyList<SectorView> Sectors);
