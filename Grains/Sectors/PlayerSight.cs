using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>What a player's rules must know of other entities for one command.</summary>
/// <param name="Settings">The universe's; null where it was never imported, or need not be known.</param>
/// <param name="Here">The sector that the player is in, or was; null where no map has it, or need not be known.</param>
/// <param name="There">The sector that they would come to; null likewise.</param>
internal readonly record struct PlayerSight(UniverseSettings? Settings, SectorChart? Here, SectorChart? There);
