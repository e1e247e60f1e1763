namespace OrleansGameState.Grains.Sectors;

/// <summary>A tunnel with reservations that have stood for long.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Overdue">How many.</param>
internal sealed record AuditedTunnel(string Key, int Overdue) : Audited;
