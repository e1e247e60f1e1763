using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Silo.Tests.Sectors.Model;

/// <summary>A move that was answered.</summary>
internal sealed record ModelMove(string Id, string To, MoveVia? Via, string Answer);
