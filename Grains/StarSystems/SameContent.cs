using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>Whether two observations tell the same. Nearly all do, so this allocates nothing.</summary>
internal static class SameContent
{
    public static bool Is(Observation told, Observation known) =>
        told.Population == known.Population
        && told.Name == known.Name
        && Are(told.Factions, known.Factions)
        && told.ControllingFaction == known.ControllingFaction
        && told.Allegiance == known.Allegiance
        && told.Government == known.Government
        && told.Economy == known.Economy
        && told.Security == known.Security
        && told.Position == known.Position
        && Are(told.Conflicts, known.Conflicts);

    private static bool Are(ImmutableArray<FactionPresence> told, ImmutableArray<FactionPresence> known)
    {
        var first = Span(told);
        var second = Span(known);
        if (first.Length != second.Length)
        {
            return false;
        }

        for (var index = 0; index < first.Length; index++)
        {
            if (!Is(first[index], second[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Is(FactionPresence told, FactionPresence known) =>
        ReferenceEquals(told, known)
        || (told.Name == known.Name
            && told.Influence == known.Influence
            && told.State == known.State
            && told.Government == known.Government
            && told.Allegiance == known.Allegiance
            && told.Happiness == known.Happiness
            && Span(told.ActiveStates).SequenceEqual(Span(known.ActiveStates))
            && Span(told.PendingStates).SequenceEqual(Span(known.PendingStates))
            && Span(told.RecoveringStates).SequenceEqual(Span(known.RecoveringStates)));

    private static bool Are(ImmutableArray<Conflict> told, ImmutableArray<Conflict> known) => Span(told).SequenceEqual(Span(known));

    // An array that was left out is as good as an empty one.
    private static ReadOnlySpan<T> Span<T>(ImmutableArray<T> array) => array.IsDefault ? [] : array.AsSpan();
}
