using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using static OrleansGameState.Grains.Tests.Sectors.Given;

namespace OrleansGameState.Grains.Tests.Sectors;

/// <summary>What holds of a player whatever they do, with a clock that is set back at times.</summary>
public sealed class PlayerProperties
{
    private static readonly string Key = SectorKeys.Player(Universe, PlayerId);
    private static readonly SectorOptions Usual = new();
    private static readonly StoredTypes Types = new(SectorKinds.All);
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);

    // Four sectors in a ring, whose links cost 0 to 3 turns; each has a port and a planet.
    private static readonly ImmutableArray<SectorChart> Ring =
    [
        .. Enumerable.Range(0, 4).Select(id => Sector($"{id}", Link($"{(id + 1) % 4}", id)) with { Ports = [new("p", "")], Planets = [new("x", "")] }),
    ];

    private static readonly Gen<object> Steps = Gen.Frequency(
        (6, from move in Gen.Choose(0, 90) from to in Gen.Choose(0, 4) select (object)Move($"{to}", $"m{move}")),
        (1, from turns in Gen.Choose(-1, 6) from ship in Gen.Choose(0, 2) from session in Gen.Elements(null, "a", "b") select (object)new LogIn(Ada with { Ship = new($"s{ship}", "", "") }, "0", turns == 0 ? null : turns, session)),
        (1, from to in Gen.Choose(0, 4) from start in Gen.Choose(0, 3) select (object)new Teleport($"{start}", $"{to}")),
        (2, Gen.Elements<object>(new Heartbeat(), new Dock("p"), new Land("x"), new Undock(), new TakeOff(), new LogOut(), new Sweep())));

    private static readonly Arbitrary<(object Step, double Minute)[]> Stories = Arb.From(
        from steps in Gen.ArrayOf(Steps).Resize(40)
        from waits in Gen.ArrayOf(Gen.Choose(-30, 90), steps.Length)
        select Timed(steps, waits),
        story => story.Select((_, index) => story[..index]));

    [Fact]
    public void DecidedTwice_ChangesNothing() => Check.One(Many, Prop.ForAll(Stories, story => Holds(story, (player, step, minute, _) => Decide(player, step, minute).Events.IsEmpty)));

    [Fact]
    public void Turns_AreNeverNegative() => Check.One(Many, Prop.ForAll(Stories, story => Holds(story, (player, _, _, _) => player.Turns >= 0)));

    [Fact]
    public void Arrival_AndActivity_NeverGoBack() => Check.One(Many, Prop.ForAll(Stories, story => Holds(story, (player, _, _, before) =>
        player.ArrivedAt >= before.ArrivedAt && player.LastActivityAt >= before.LastActivityAt)));

    [Fact]
    public void WhoComesSomewhere_IsNeitherDockedNorLanded() => Check.One(Many, Prop.ForAll(Stories, story => Holds(story, (player, _, _, before) =>
        player.Sector == before.Sector || (!player.IsDocked && !player.IsLanded))));

    [Fact]
    public void WhoIsActive_IsInSpace() => Check.One(Many, Prop.ForAll(Stories, story => Holds(story, (player, _, _, _) => player.IsPresent || !player.IsActive)));

    [Fact]
    public void LastMoves_AreRemembered() => Check.One(Many, Prop.ForAll(Stories, story =>
    {
        var (_, events) = Play(story);
        var answers = events.Select((told, index) => (Id: MoveRules.IdOf(told), Sequence: index + 1L)).Where(answer => answer.Id is not null).ToArray();
        var memory = Play(story).Player.Moves;
        return answers.TakeLast(MoveMemory.Most).All(answer => memory.Candidates(answer.Id!).Contains(answer.Sequence));
    }));

    // Each sector is told in and out by turns, so that no list can have the player twice, or once too often.
    [Fact]
    public void Sectors_AreToldWhereThePlayerIs_AndOnlyThere() => Check.One(Many, Prop.ForAll(Stories, story =>
    {
        var owes = new PlayerOwes(Universe, PlayerId);
        var lists = new Dictionary<string, SectorState>();
        var player = PlayerState.Initial(Key);
        foreach (var told in Play(story).Events)
        {
            var before = player;
            player = player.Apply(told);
            foreach (var owed in owes.Of(before, player, told))
            {
                var sector = lists.GetValueOrDefault(owed.Target) ?? SectorState.Initial(owed.Target);
                lists[owed.Target] = SectorRules.Hear(sector, owed.Event, player.Sequence).Events.Aggregate(sector, (state, @event) => state.Apply(@event));
            }
        }

        string[] listed = [.. lists.Where(list => list.Value.Players.Count > 0).Select(list => list.Key)];
        return listed.SequenceEqual(player.IsPresent ? [SectorKeys.Sector(Universe, player.Sector)] : []);
    }));

    [Fact]
    public void State_IsTheFoldOfItsEvents_AsTheyAreStored() => Check.One(Many, Prop.ForAll(Stories, story =>
    {
        var (player, events) = Play(story);
        var folded = events.Aggregate(SectorKinds.Player.Initial(Key), (state, told) =>
        {
            var (name, json) = Types.Encode(told);
            return SectorKinds.Player.Apply(state, Types.Decode(SectorKeys.System, name, json));
        });
        return SectorKinds.Player.Encode(folded).AsSpan().SequenceEqual(SectorKinds.Player.Encode(player)) && player.Sequence == events.Length;
    }));

    private static bool Holds((object Step, double Minute)[] story, Func<PlayerState, object, double, PlayerState, bool> holds)
    {
        var player = PlayerState.Initial(Key);
        foreach (var (step, minute) in story)
        {
            var before = player;
            player = Decide(player, step, minute).Events.Aggregate(player, (state, told) => state.Apply(told));
            if (!holds(player, step, minute, before))
            {
                return false;
            }
        }

        return true;
    }

    private static (PlayerState Player, ImmutableArray<PlayerEvent> Events) Play((object Step, double Minute)[] story)
    {
        var player = PlayerState.Initial(Key);
        var events = ImmutableArray.CreateBuilder<PlayerEvent>();
        foreach (var (step, minute) in story)
        {
            foreach (var told in Decide(player, step, minute).Events)
            {
                player = player.Apply(told);
                events.Add(told);
            }
        }

        return (player, events.ToImmutable());
    }

    // As the grain does it, whose waits are for others only.
    private static Decision<PlayerEvent> Decide(PlayerState player, object step, double minute) => step switch
    {
        MovePlayer move => DecideMove(player, move, At(minute)),
        LogIn login => LoginRules.Decide(player, login, new(UniverseSettings.Default, ChartOf(player.Sector), ChartOf("0")), Usual, $"session{minute}", At(minute)),
        Sweep => PlayerRules.IsSilent(player, TimeSpan.FromMinutes(30), Usual, At(minute))
            ? Decision<PlayerEvent>.Of(new PlayerSwept(At(minute), player.Sector, player.LastActivityAt))
            : Decision<PlayerEvent>.Nothing,
        Teleport teleport => PlayerRules.Decide(player, teleport, new(null, null, ChartOf(teleport.To)), Usual, At(minute)),
        PlayerCommand command => PlayerRules.Decide(player, command, new(null, ChartOf(player.Sector), null), Usual, At(minute)),
        _ => throw new InvalidOperationException($"{step} is no step."),
    };

    private static Decision<PlayerEvent> DecideMove(PlayerState player, MovePlayer move, DateTimeOffset now)
    {
        if (!player.Moves.Candidates(move.MoveId).IsEmpty || PlayerRules.RefuseAbsent(player) is not null)
        {
            return Decision<PlayerEvent>.Nothing;
        }

        var route = RouteRules.Find(player, move, ChartOf(player.Sector), ChartOf(move.To));
        return Decision<PlayerEvent>.Of(route.Rejection is { } refused
            ? MoveRules.Refuse(move, refused, now)
            : MoveRules.Decide(player, move, route, null, Usual, Never, now));
    }

    private static SectorChart? ChartOf(string id) => Ring.FirstOrDefault(sector => sector.Id == id);

    private static (object Step, double Minute)[] Timed(object[] steps, int[] waits)
    {
        var minute = 0.0;
        return [(new LogIn(Ada, "0", 12, "a"), 0), .. steps.Zip(waits, (step, wait) => (step, minute += wait > 60 ? 45 : wait / 10.0))];
    }

    private sealed record Sweep;
}
