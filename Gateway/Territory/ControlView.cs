using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>How much of a zone a faction holds, as HTTP and realtime clients see it.</summary>
internal sealed record ControlView(Faction FactionId, int Facilities, double Percent, int ConnectedFacilities, double? ConnectedPercent);
