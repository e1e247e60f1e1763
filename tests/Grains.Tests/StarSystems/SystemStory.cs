using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Grains.StarSystems;

namespace OrleansGameState.Grains.Tests.StarSystems;

/// <summary>A star system under test: tells its kernel commands one after the other, as the grain does.</summary>
internal sealed class SystemStory(long address = SystemStory.Address)
{
    public const long Address = 1_458_309_206_762;
    public const string Name = "Gliese 9539";

    /// <summary>The game's time that stories begin at.</summary>
    public static readonly DateTimeOffset Start = new(2026, 5, 10, 12, 0, 0, TimeSpan.Zero);

    public StarSystemState State { get; private set; } = StarSystemState.Initial(StarSystemKeys.StarSystem(address));

    public StarSystemSight Sight { get; private set; }

    public DateTimeOffset Now { get; set; } = Start.AddYears(1);

    public StarSystemOptions Options { get; } = new();

    public List<StarSystemEvent> Events { get; } = [];

    public List<Owed> Owed { get; } = [];

    public IEnumerable<SystemTicked> Ticks => Events.OfType<SystemTicked>();

    /// <summary>A faction; states are told as <c>active|pending|recovering</c>, each with commas.</summary>
    public static FactionPresence Faction(string name, decimal influence, string states = "")
    {
        string[] parts = [.. states.Split('|'), "", ""];
        return new(name, influence, null, "", "Democracy", "Federation", "", Words(parts[0]), Words(parts[1]), Words(parts[2]));
    }

    public static Observation Seen(double minutes, params ReadOnlySpan<FactionPresence> factions) => SeenAs(Name, Start.AddMinutes(minutes), 1_200_000_000, factions);

    public static Observation SeenAs(string name, DateTimeOffset at, long population, params ReadOnlySpan<FactionPresence> factions)
    {
        FactionPresence[] sorted = [.. factions];
        Array.Sort(sorted, (first, second) => string.CompareOrdinal(first.Name, second.Name));
        return new(at, name, new(1, 2, 3), population, "", "", "", "", "", [.. sorted], []);
    }

    /// <summary>A tick that another detector tells of.</summary>
    public static SystemTick Relayed(double sinceMinutes, double minutes, TickPass pass) => new(
        Name,
        Address,
        Start.AddMinutes(sinceMinutes),
        Start.AddMinutes(minutes),
        4,
        false,
        new(pass, pass != TickPass.Inf, pass != TickPass.State, false, 0.5m, "A", false, 0, false, false, FactionChangeSet.None, [], 3, 1000, 0.1m, new("Low", 0.05m, 0.05m, 1), 0, 0, ""),
        TickSource.Relayed,
        "");

    public Decision<StarSystemEvent> See(Observation observation) => Tell(new ReportObservation(observation));

    public Decision<StarSystemEvent> Tell(StarSystemCommand command)
    {
        var decision = StarSystemRules.Decide(State, Sight, command, Now, Options);
        if (command is ReportObservation report && decision.Rejections.IsEmpty)
        {
            Sight = Sight.After(report.Observation);
        }

        foreach (var @event in decision.Events)
        {
            var before = State;
            State = before.Apply(@event);
            Owed.AddRange(OwedRules.Of(before, State, @event));
            Events.Add(@event);
        }

        return decision;
    }

    /// <summary>The silo lost what it held in memory.</summary>
    public void Restart() => Sight = default;

    public static string? CodeOf(Decision<StarSystemEvent> decision) => decision.Rejections.IsEmpty ? null : Assert.Single(decision.Rejections).Code;

    private static ImmutableArray<string> Words(string states) => [.. states.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)];
}
