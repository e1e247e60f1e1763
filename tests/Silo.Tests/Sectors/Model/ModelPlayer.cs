using System.Collections.Immutable;

namespace OrleansGameState.Silo.Tests.Sectors.Model;

/// <summary>All that a player is, said as simply as can be.</summary>
/// <param name="Sector">Where they are or were; empty before they were first seen.</param>
/// <param name="IsPresent">Whether a list has them.</param>
/// <param name="IsActive">From login to logout.</param>
/// <param name="Turns">What they have left.</param>
/// <param name="Interactions">ARIA's count.</param>
/// <param name="SeenAt">Their last activity, in seconds since the beginning.</param>
/// <param name="Moves">Their answered moves, with the answers.</param>
internal sealed record ModelPlayer(
    string Sector, bool IsPresent, bool IsActive, int Turns, int Interactions, int SeenAt, ImmutableList<ModelMove> Moves)
{
    /// <summary>One nobody has seen yet.</summary>
    public static readonly ModelPlayer Unborn = new("", false, false, 0, 0, 0, []);

    public bool IsBorn => Sector.Length > 0;
}
