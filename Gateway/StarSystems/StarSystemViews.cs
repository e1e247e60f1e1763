using System.Collections.Immutable;
using System.Globalization;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>From a star system's state to what clients see.</summary>
internal static class StarSystemViews
{
    /// <param name="snapshot">The state.</param>
    /// <param name="lastSeen">The newest observation's time, also where it told nothing new; null where only the state is known.</param>
    public static StarSystemView Of(Snapshot<StarSystemState> snapshot, DateTimeOffset? lastSeen)
    {
        var system = snapshot.State;
        var last = system.Last;
        return new(
            system.SystemAddress,
            Name(system),
            snapshot.Sequence,
            snapshot.AsOf,
            lastSeen > last?.ObservedAt ? lastSeen : last?.ObservedAt ?? lastSeen,
            last?.ObservedAt,
            last?.Position,
            last?.Population ?? system.LastTick?.Metrics.Population ?? 0,
            Controlling(system),
            last?.Allegiance ?? "",
            last?.Government ?? "",
            last?.Economy ?? "",
            last?.Security ?? "",
            system.IsColony ?? (last is null ? system.LastTick?.IsColony : null),
            system.NativeFactions,
            Factions(system),
            last?.Conflicts ?? [],
            system.LastTick is { } tick ? FeedMessages.Of(tick) : null);
    }

    public static TickPageView Of(TickPage page) => new([.. page.Ticks.Select(Recorded)], page.Oldest, page.Latest, page.Next);

    public static SystemFactionsView FactionsOf(StarSystemState system) =>
        new(system.SystemAddress, Name(system), system.Last?.ObservedAt, Factions(system));

    /// <summary>A faction's stand in a system; null where it is not there.</summary>
    public static FactionSystemView? Of(StarSystemState system, string faction) =>
        system.Last is { } last && last.Factions.FirstOrDefault(presence => IsSame(presence.Name, faction)) is { } found
            ? new(
                system.SystemAddress,
                last.Name,
                FeedMessages.Plain(found.Influence),
                IsSame(found.Name, Controlling(system)),
                found.State,
                found.ActiveStates,
                found.PendingStates,
                found.RecoveringStates,
                last.Population,
                last.ObservedAt)
            : null;

    public static string Name(StarSystemState system) =>
        system.Last?.Name ?? system.LastTick?.System ?? string.Create(CultureInfo.InvariantCulture, $"System {system.SystemAddress}");

    // The journal's word; where it told none, who is strongest controls, as the feed has it.
    private static string Controlling(StarSystemState system) => system.Last switch
    {
        null => system.LastTick?.Metrics.CmfName ?? "",
        { ControllingFaction.Length: > 0 } last => last.ControllingFaction,
        var last => last.Factions.MaxBy(faction => faction.Influence)?.Name ?? "",
    };

    private static ImmutableArray<PresenceView> Factions(StarSystemState system)
    {
        var controlling = Controlling(system);
        return [.. (system.Last?.Factions ?? []).Select(faction => new PresenceView(
            faction.Name,
            FeedMessages.Plain(faction.Influence),
            faction.PreviousInfluence is { } previous ? FeedMessages.Plain(previous) : null,
            faction.State,
            faction.Government,
            faction.Allegiance,
            faction.Happiness,
            faction.ActiveStates,
            faction.PendingStates,
            faction.RecoveringStates,
            IsNative(system, faction.Name),
            IsSame(faction.Name, controlling)))];
    }

    private static RecordedTickView Recorded(Envelope envelope)
    {
        var fact = (SystemTicked)envelope.Event;
        return new(envelope.Sequence, envelope.At, fact.Tick.Source, fact.Reverts, FeedMessages.Of(fact.Tick));
    }

    private static bool IsNative(StarSystemState system, string faction) =>
        system.NativeFactions.Contains(faction) || faction.Contains(Name(system), StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(string faction, string other) => faction.Equals(other, StringComparison.OrdinalIgnoreCase);
}
