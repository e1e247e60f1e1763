namespace OrleansGameState.Grains.StarSystems;

/// <summary>The journal's names of states that the rules know.</summary>
internal static class States
{
    public const string Expansion = "Expansion";
    public const string Retreat = "Retreat";

    /// <summary>States that move influence by themselves when the state pass comes.</summary>
    public static bool MovesInfluence(string state) => state is
        "Blight" or "InfrastructureFailure" or "NaturalDisaster" or "PirateAttack" or "PublicHoliday" or Retreat or "Terrorism";

    /// <summary>States of factions that fight or vote each other down.</summary>
    public static bool IsConflict(string state) => state is "War" or "CivilWar" or "Election";
}
