using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using static OrleansGameState.Grains.Tests.Sectors.Given;

namespace OrleansGameState.Grains.Tests.Sectors;

/// <summary>What holds of a sector whatever players' records tell it, however often and however late.</summary>
public sealed class SectorProperties
{
    private static readonly string[] Players = ["ada", "bob", "eve"];
    private static readonly StoredTypes Types = new(SectorKinds.All);
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);
    private static readonly SectorState Empty = SectorState.Initial(SectorKeys.Sector(Universe, "1"));

    // What each of three players' records owes sector 1, in the order of its sequence: in and out by turns, with other ships in between.
    private static readonly Arbitrary<Told[]> Stories = Arb.From(
        from steps in Gen.ArrayOf(Gen.Choose(0, 2).SelectMany(player => Gen.Choose(0, 3), (player, kind) => (player, kind))).Resize(24)
        select Story(steps),
        story => story.Select((_, index) => story[..index]));

    private static readonly Arbitrary<int> Seeds = Arb.From(Gen.Choose(0, int.MaxValue));

    [Fact]
    public void InOrder_TheListIsWhatTheRecordsSay() => Check.One(Many, Prop.ForAll(Stories, story =>
        After(Empty, story).Players.Keys.Order().SequenceEqual(InSectorBy(story).Order())));

    [Fact]
    public void ToldAgain_ChangesNothing() => Check.One(Many, Prop.ForAll(Stories, Seeds, (story, seed) =>
    {
        var random = new System.Random(seed);
        var sector = Empty;
        for (var index = 0; index < story.Length; index++)
        {
            sector = After(sector, [story[index]]);
            var again = story[random.Next(index + 1)];
            if (SectorRules.Hear(sector, again.Event, again.Sequence).Events is { IsEmpty: false } events && !IsUnheard(sector, again))
            {
                throw new InvalidOperationException($"{again} was told again and changed {events[0]}.");
            }
        }

        return true;
    }));

    // Records are told in order by each player, and by different players in any order.
    [Fact]
    public void InterleavedOtherwise_TheListIsTheSame() => Check.One(Many, Prop.ForAll(Stories, Seeds, (story, seed) =>
    {
        var queues = story.GroupBy(told => told.Player).Select(group => new Queue<Told>(group)).ToList();
        var random = new System.Random(seed);
        var sector = Empty;
        while (queues.Where(queue => queue.Count > 0).ToArray() is { Length: > 0 } open)
        {
            sector = After(sector, [open[random.Next(open.Length)].Dequeue()]);
        }

        return sector.Players.Values.SequenceEqual(After(Empty, story).Players.Values);
    }));

    // A crash delivers again from the oldest that was not forgotten, in order.
    [Fact]
    public void Redelivery_EndsInTheSameList() => Check.One(Many, Prop.ForAll(Stories, Seeds, (story, seed) =>
    {
        var from = story.Length == 0 ? 0 : new System.Random(seed).Next(story.Length);
        var once = After(Empty, story);

        var twice = After(once, story[from..]);

        return twice.Players.Values.SequenceEqual(once.Players.Values) && twice.Heard.All(heard => once.Heard.GetValueOrDefault(heard.Key) == heard.Value);
    }));

    [Fact]
    public void Arrival_NeverGoesBackWhileListed() => Check.One(Many, Prop.ForAll(Stories, story =>
    {
        var sector = Empty;
        foreach (var told in story)
        {
            var before = sector;
            sector = After(sector, [told]);
            if (before.Players.Any(known => sector.Players.TryGetValue(known.Key, out var entry) && entry.ArrivedAt < known.Value.ArrivedAt))
            {
                return false;
            }
        }

        return true;
    }));

    [Fact]
    public void Ships_AreFlownOrParked_AndNeverBoth() => Check.One(Many, Prop.ForAll(Stories, story =>
    {
        var sector = After(Empty, story);
        return !sector.Players.Values.Any(entry => sector.Parked.ContainsKey(entry.Ship.Id));
    }));

    [Fact]
    public void State_IsTheFoldOfItsEvents_AsTheyAreStored() => Check.One(Many, Prop.ForAll(Stories, story =>
    {
        var (state, folded) = (Empty, SectorKinds.Sector.Initial(SectorKeys.Sector(Universe, "1")));
        foreach (var @event in story.SelectMany(told =>
        {
            var events = SectorRules.Hear(state, told.Event, told.Sequence).Events;
            state = events.Aggregate(state, (known, change) => known.Apply(change));
            return events;
        }))
        {
            var (name, json) = Types.Encode(@event);
            folded = SectorKinds.Sector.Apply(folded, Types.Decode(SectorKeys.System, name, json));
        }

        return SectorKinds.Sector.Encode(folded).AsSpan().SequenceEqual(SectorKinds.Sector.Encode(state));
    }));

    // A departure of one who is not listed is passed over without a memory, so that it is as new when it comes again.
    private static bool IsUnheard(SectorState sector, Told told) => told.Sequence > SectorRules.HeardOf(sector, told.Player);

    private static SectorState After(SectorState sector, IEnumerable<Told> story) => story.Aggregate(
        sector,
        (state, told) => SectorRules.Hear(state, told.Event, told.Sequence).Events.Aggregate(state, (known, @event) => known.Apply(@event)));

    private static IEnumerable<string> InSectorBy(Told[] story) =>
        story.GroupBy(told => told.Player).Where(group => group.Last().Event is not PlayerLeft).Select(group => group.Key);

    private static Told[] Story((int Player, int Kind)[] steps)
    {
        var story = new List<Told>();
        var entries = new PlayerEntry?[Players.Length];
        for (var index = 0; index < steps.Length; index++)
        {
            var (player, kind) = steps[index];
            var (at, sequence) = (At(index), index + 1L);
            EntityEvent told;
            if (entries[player] is not { } entry)
            {
                entries[player] = Entry(Players[player], index) with { Ship = new($"ship{kind % 2}-{Players[player]}", "", "") };
                told = new PlayerJoined(at, entries[player]!, PresenceReason.Moved, sequence);
            }
            else if (kind == 0)
            {
                entries[player] = entry with { Ship = new($"ship{index % 3}-{Players[player]}", "", "") };
                told = new PlayerEntryChanged(at, entries[player]!, entry.Ship.Id == entries[player]!.Ship.Id ? null : entry.Ship, sequence);
            }
            else
            {
                entries[player] = null;
                told = new PlayerLeft(at, entry, kind == 1 ? PresenceReason.Swept : PresenceReason.Moved, kind == 1, sequence);
            }

            story.Add(new(Players[player], sequence, told));
        }

        return [.. story];
    }

    private sealed record Told(string Player, long Sequence, EntityEvent Event);
}
