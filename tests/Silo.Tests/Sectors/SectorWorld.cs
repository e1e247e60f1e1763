using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Silo.Tests.Storage.Commits;
using OrleansGameState.Testing;

namespace OrleansGameState.Silo.Tests.Sectors;

/// <summary>A small universe with one of each way to travel, over as many silos' lives as a test needs.</summary>
internal sealed class SectorWorld(SectorStore store, ManualTimeProvider clock)
{
    public const string Start = "1";

    public const string Neighbour = "2";

    /// <summary>At the end of a tunnel with five uses.</summary>
    public const string Far = "3";

    /// <summary>At the end of a tunnel with one use.</summary>
    public const string Brink = "4";

    /// <summary>At the end of a tunnel with any number of uses.</summary>
    public const string Open = "5";

    /// <summary>At the end of a tunnel with two uses.</summary>
    public const string Narrow = "6";

    /// <summary>No map has it.</summary>
    public const string Nowhere = "7";

    public const int Turns = 12;

    /// <summary>How long a player may be silent.</summary>
    public static readonly TimeSpan Session = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ReservationWait = TimeSpan.FromSeconds(2);

    /// <summary>A little longer than reservations stand before somebody asks.</summary>
    private static readonly TimeSpan ReservationAge = TimeSpan.FromSeconds(11);

    private static int _universes;

    public SectorStore Store => store;

    public ManualTimeProvider Clock => clock;

    public static SectorWorld InMemory()
    {
        var clock = new ManualTimeProvider();
        return new(SectorStore.InMemory(clock), clock);
    }

    public static SectorWorld OnPostgres(CommitHost host) => new(SectorStore.OnPostgres(host, $"u{Interlocked.Increment(ref _universes)}"), new());

    /// <summary>A life in which the universe is known.</summary>
    public async Task<SectorLife> BeginAsync(Fuse? fuse = null)
    {
        var life = await StartAsync(fuse);
        var answer = await life.Map.Import(Draft, new(false, false));
        Assert.Empty(answer.Rejections);
        await life.SettleAsync();
        return life;
    }

    /// <summary>A life over what is there.</summary>
    public Task<SectorLife> StartAsync(Fuse? fuse = null) => SectorLife.StartAsync(store, clock, fuse);

    public static LogIn LogInOf(string player, string? sector = null, int? turns = Turns) =>
        new(new($"Captain {player}", null, new($"ship-{player}", "Quickstrike", "FAST_COURIER")), sector, turns, $"session-{player}");

    public static async Task SpawnAsync(SectorLife life, string player, string? sector = null, int turns = Turns) =>
        Assert.Empty((await life.Player(player).Execute(LogInOf(player, sector, turns))).Rejections);

    /// <summary>
    /// Has time pass where somebody waits for a use of a tunnel that a crash left reserved: for what became of the other's
    /// move, or else for the clock.
    /// </summary>
    public async Task<T> WhileTimePassesAsync<T>(Task<T> act)
    {
        while (await Task.WhenAny(act, clock.WhenTimerIsDueBy(clock.GetUtcNow() + ReservationWait)) != act)
        {
            clock.Advance(ReservationWait);
        }

        return await act;
    }

    /// <summary>All that production does by itself sooner or later: what is owed, long-standing reservations, a sweep.</summary>
    public async Task RecoverAsync(SectorLife life)
    {
        await life.SettleAsync();
        clock.Advance(ReservationAge);
        foreach (var (from, to) in Draft.Tunnels.Select(tunnel => (tunnel.Chart.From, tunnel.Chart.To)))
        {
            await life.Tunnel(from, to).Review();
        }

        await life.Universe.Sweep();
        await life.SettleAsync();
    }

    /// <summary>What does not hold where nothing is owed; of the durable records, and of what the grains answer.</summary>
    public async Task<IReadOnlyList<string>> BrokenAsync(SectorLife life)
    {
        var broken = new List<string>(Invariants.Broken(store.Journal));
        var presence = await life.Presence.Read();
        var expected = store.Journal.Records
            .Where(record => record.Value.State is PlayerState { IsPresent: true })
            .Select(record => $"{record.Key[(record.Key.LastIndexOf('/') + 1)..]} in {((PlayerState)record.Value.State).Sector}")
            .Order(StringComparer.Ordinal);
        var told = presence.Players.Select(player => $"{player.PlayerId} in {player.Sector}").Order(StringComparer.Ordinal);
        if (!told.SequenceEqual(expected))
        {
            broken.Add($"the universe's presence has [{string.Join(", ", told)}], and the records [{string.Join(", ", expected)}]");
        }

        foreach (var (key, record) in store.Journal.Records.Where(record => record.Value.State is SectorState))
        {
            var answered = await life.Sector(key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..]).GetSnapshot();
            if (answered.Sequence != record.Version)
            {
                broken.Add($"{key} answers of {answered.Sequence}, and {record.Version} is durable");
            }
        }

        return broken;
    }

    /// <summary>All sectors; whoever is in one can get out.</summary>
    public static UniverseDraft Draft { get; } = new(
        [
            Chart(Start, [(Neighbour, 1)], [Far, Brink, Open, Narrow]),
            Chart(Neighbour, [(Start, 1), (Far, 3)], []),
            Chart(Far, [(Neighbour, 1), (Start, 1)], []),
            Chart(Brink, [(Start, 1)], []),
            Chart(Open, [(Start, 1)], []),
            Chart(Narrow, [(Start, 2)], []),
        ],
        [Tunnel(Far, 5), Tunnel(Brink, 1), Tunnel(Open, null), Tunnel(Narrow, 2)],
        [],
        new(Start, Turns, (int)Session.TotalMinutes));

    private static SectorChart Chart(string id, (string To, int Turns)[] links, string[] tunnels) => new(
        id,
        $"Sector {id}",
        SectorTypes.Standard,
        0,
        SectorDefenses.None,
        null,
        [],
        [],
        [.. links.Select(link => new SectorLink(link.To, link.Turns))],
        [.. tunnels.Select(to => new SectorLink(to, 1))],
        null,
        false);

    private static TunnelDraft Tunnel(string to, int? maxUses) => new(new(Start, to, "NATURAL", 0.9, 1, maxUses), null, null);
}
