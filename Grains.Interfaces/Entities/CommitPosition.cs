using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>
/// A place in a system's history: events of all its entities in the order of their commits. As text
/// <c>{commit}.{sequence}.{key}</c>, such as <c>1742.17.ps2/10/2</c>.
/// </summary>
/// <param name="Commit">Number of the commit; events that were committed together share it.</param>
/// <param name="Key">The entity's key; orders the events of one commit.</param>
/// <param name="Sequence">The event's sequence in its entity; orders those of one entity.</param>
[GenerateSerializer]
[Immutable]
[Alias("CommitPosition")]
public sealed record CommitPosition(
    [property: Id(0)] long Commit,
    [property: Id(1)] string Key,
    [property: Id(2)] long Sequence)
{
    /// <summary>Before everything.</summary>
    public static readonly CommitPosition Start = new(0, "", 0);

    public static bool TryParse(string text, [NotNullWhen(true)] out CommitPosition? position)
    {
        position = null;
        var parts = text.Split('.', 3);
        if (parts.Length == 3 && TryParseNumber(parts[0], out var commit) && TryParseNumber(parts[1], out var sequence))
        {
            position = new(commit, parts[2], sequence);
        }

        return position is not null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Commit}.{Sequence}.{Key}");

    private static bool TryParseNumber(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
