namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Comes into the universe, or back. Where the player is active already nothing begins, and what is new of them is taken.</summary>
/// <param name="Profile">Who they are.</param>
/// <param name="StartSector">Where they come into the universe; null for the universe's start. Of no meaning to one who is there.</param>
/// <param name="Turns">How many turns they have from now on; null for the universe's at first, and what they have later.</param>
/// <param name="SessionId">Their session; null to go on with the one they have, or to have one made.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.LogIn")]
public sealed record LogIn(
    [property: Id(0)] PlayerProfile Profile,
    [property: Id(1)] string? StartSector,
    [property: Id(2)] int? Turns,
    [property: Id(3)] string? SessionId) : PlayerCommand;
