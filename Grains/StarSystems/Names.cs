using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>Names of systems and of factions become keys of the indices, so that not every text will do.</summary>
internal static class Names
{
    /// <summary>The game's are at most half as long; an index of the database takes some thousand bytes.</summary>
    public const int Longest = 200;

    /// <summary>What a name is refused with; null where it can be a key.</summary>
    /// <param name="name">The name.</param>
    /// <param name="field">The command's field, in camel case.</param>
    /// <param name="where">For people: whose name it is.</param>
    public static Rejection? Refuse(string name, string field, string where) =>
        JsonText.Refuse(name, field, where)
        ?? (name.Length > Longest ? new("too-long", field, $"{where} has {name.Length} characters; there may be {Longest}.")
            : !StarSystemKeys.TryParseName(StarSystemKeys.Name(name), out _) ? new("no-name", field, $"{where} is '{name}', which names nothing.")
            : null);
}
