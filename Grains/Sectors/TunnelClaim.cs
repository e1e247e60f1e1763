using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>What a tunnel says to one who wants to pass.</summary>
/// <param name="Decision">What to commit before the answer.</param>
/// <param name="Grant">The answer; null where others' moves decide whether a use is left.</param>
internal readonly record struct TunnelClaim(Decision<WarpTunnelEvent> Decision, TunnelGrant? Grant);
