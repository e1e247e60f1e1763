namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>
/// The FacilityControl messages of one facility within one second, which carry no finer order than that: they chain by
/// who lost and who took (0 → 1 and 1 → 3 end with 3). The answer depends on the set alone, never on the order in which
/// the messages came.
/// </summary>
internal static class ControlChain
{
    /// <summary>The turn with which the second ended.</summary>
    public static ControlTurn Last(ReadOnlySpan<ControlTurn> turns)
    {
        var end = End(turns);
        var last = turns[0];
        var found = false;
        foreach (var turn in turns)
        {
            if (turn.To == end && (!found || Precedes(last, turn)))
            {
                (last, found) = (turn, true);
            }
        }

        return last;
    }

    private static Faction End(ReadOnlySpan<ControlTurn> turns)
    {
        Span<int> balance = stackalloc int[5];
        foreach (var turn in turns)
        {
            balance[(int)turn.To]++;
            balance[(int)turn.From]--;
        }

        var ends = 0;
        var end = Faction.None;
        for (var faction = 0; faction < balance.Length; faction++)
        {
            if (balance[faction] > 0)
            {
                ends += balance[faction];
                end = (Faction)faction;
            }
        }

        // One end: the chain is whole. None: it came back to where it began. More: messages of the second are missing.
        return ends switch
        {
            1 => end,
            0 => Longest(turns).From,
            _ => Shortest(turns).To,
        };
    }

    // The first turn of a second ends a long hold, the later ones end holds of nought seconds.
    private static ControlTurn Longest(ReadOnlySpan<ControlTurn> turns)
    {
        var longest = turns[0];
        foreach (var turn in turns)
        {
            longest = Precedes(turn, longest) ? turn : longest;
        }

        return longest;
    }

    private static ControlTurn Shortest(ReadOnlySpan<ControlTurn> turns)
    {
        var shortest = turns[0];
        foreach (var turn in turns)
        {
            shortest = Precedes(shortest, turn) ? turn : shortest;
        }

        return shortest;
    }

    // A capture outweighs a defence of the same second as the turn that ended it; the rest only makes the order total.
    private static bool Precedes(ControlTurn a, ControlTurn b) => Compare(a, b) < 0;

    private static int Compare(ControlTurn a, ControlTurn b)
    {
        var order = (a.From == a.To ? 0 : 1).CompareTo(b.From == b.To ? 0 : 1);
        order = order != 0 ? order : b.HeldSeconds.CompareTo(a.HeldSeconds);
        order = order != 0 ? order : a.From.CompareTo(b.From);
        order = order != 0 ? order : a.To.CompareTo(b.To);
        return order != 0 ? order : Nullable.Compare(a.OutfitId, b.OutfitId);
    }
}
