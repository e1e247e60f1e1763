using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Http;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>What is asked for: addresses, names, instants and topics, or the problem with them.</summary>
internal static class StarSystemQueries
{
    public const string Address = "address";
    public const string Name = "name";
    public const string Galaxy = "galaxy";
    public const string Topic = "topic";

    // Twice what the game lets a name be.
    private const int LongestName = 128;

    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    public static bool TrySystem(StarSystemKind kind, string text, out Entity? system, out Problem? problem)
    {
        system = Numbers.TryParse(Address, text, 1, long.MaxValue, out long address, out problem)
            ? new(kind, StarSystemKeys.StarSystem(address), StarSystemTopics.StarSystem(address))
            : null;
        return system is not null;
    }

    /// <summary>What is wrong with a name; null where nothing is.</summary>
    public static Problem? RefuseName(string? name) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => Problem.Invalid(Name, "name is missing; it is the whole name, such as Sol, in any case."),
        { Length: > LongestName } => Problem.Invalid(Name, $"name has {name.Length} characters; it has at most {LongestName}."),
        _ when name.Any(char.IsControl) => Problem.Invalid(Name, "name holds control characters."),
        _ => null,
    };

    /// <summary>The time from <paramref name="from"/> to <paramref name="to"/>, of which either may be left out: up to now, and thirty days.</summary>
    public static Problem? Span(DateTimeOffset? from, DateTimeOffset? to, TimeSpan longest, DateTimeOffset now, out (DateTimeOffset From, DateTimeOffset To) span)
    {
        // Bounds leave out their end; what is committed right now is asked for.
        var end = to ?? now.AddMinutes(1);
        var start = from ?? (end - DateTimeOffset.MinValue > Usual ? end - Usual : DateTimeOffset.MinValue);
        span = (start, end);
        return EventPages.Refusal(start, end) ?? (end - start > longest
            ? Problem.Invalid("from", $"from is {Instants.Text(start)}, which is more than {longest.TotalDays} days before to.")
            : null);
    }

    /// <summary>Full topics of the given names, all where there are none; separated by commas or given one by one.</summary>
    public static bool TryTopics(IEnumerable<string?> names, out IReadOnlyList<string> topics, out Problem? problem)
    {
        string[] asked = [.. names.SelectMany(name => (name ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];
        topics = [.. (asked.Length == 0 ? TickTopics.Names : asked).Select(TickTopics.Topic)];
        problem = asked.FirstOrDefault(name => !TickTopics.Names.Contains(name)) is { } unknown
            ? Problem.Invalid(Topic, $"topic is '{unknown}'; topics are {string.Join(", ", TickTopics.Names)}.")
            : null;
        return problem is null;
    }
}
