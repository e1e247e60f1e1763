using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Silo.Tests.Sectors.Crashes;

/// <summary>Something that clients do, and do again with the same ids where no answer came.</summary>
/// <param name="Name">For people.</param>
/// <param name="Prepare">What was done before.</param>
/// <param name="Act">What is done; gives what was answered, alike whenever it is the same.</param>
internal sealed record CrashScenario(string Name, Func<SectorWorld, SectorLife, Task> Prepare, Func<SectorLife, Task<string>> Act)
{
    private const string One = "p1";
    private const string Two = "p2";

    private static readonly TimeSpan PastTheSession = SectorWorld.Session + TimeSpan.FromMinutes(2);

    public static IReadOnlyList<CrashScenario> All { get; } =
    [
        new(
            "warp",
            async (_, life) =>
            {
                await SectorWorld.SpawnAsync(life, One);
                await SectorWorld.SpawnAsync(life, Two, SectorWorld.Neighbour);
            },
            life => Move(life, One, SectorWorld.Neighbour)),
        new("tunnel", (_, life) => SectorWorld.SpawnAsync(life, One), life => Move(life, One, SectorWorld.Far, MoveVia.Tunnel)),
        new(
            "last use",
            async (_, life) =>
            {
                await SectorWorld.SpawnAsync(life, One);
                await SectorWorld.SpawnAsync(life, Two);
            },
            async life =>
            {
                var first = Move(life, One, SectorWorld.Brink);
                await Task.WhenAny(first, life.Store.Journal.When(@event => @event is TunnelReserved));
                return $"{await Move(life, Two, SectorWorld.Brink)}; {await first}";
            }),
        new(
            "refused behind a reservation",
            async (_, life) =>
            {
                await SectorWorld.SpawnAsync(life, One, turns: 1);

                // Dearer than the sector's chart says: it is known only with the use in hand.
                var chart = (await life.Tunnel(SectorWorld.Start, SectorWorld.Far).GetSnapshot()).State.Chart!;
                await life.Tunnel(SectorWorld.Start, SectorWorld.Far).Execute(new ChartTunnel(99, chart with { TurnCost = 2 }, null, null));
            },
            life => Move(life, One, SectorWorld.Far, MoveVia.Tunnel)),
        new("spawn", (_, _) => Task.CompletedTask, life => Do(life, SectorWorld.LogInOf(One))),
        new(
            "teleport",
            (_, life) => SectorWorld.SpawnAsync(life, One),
            async life =>
            {
                await Do(life, new Teleport(SectorWorld.Start, SectorWorld.Open));
                return "";
            }),
        new(
            "sweep and return",
            async (world, life) =>
            {
                await SectorWorld.SpawnAsync(life, One);
                await life.SettleAsync();
                world.Clock.Advance(PastTheSession);
            },
            async life =>
            {
                var sweep = life.Universe.Sweep().AsTask();
                await Task.WhenAny(sweep, life.Store.Journal.When(@event => @event is PlayerSwept));
                var answer = await Do(life, SectorWorld.LogInOf(One));
                await sweep;
                return answer;
            }),
        new(
            "warp behind a warp",
            (_, life) => SectorWorld.SpawnAsync(life, One),
            async life =>
            {
                var there = Move(life, One, SectorWorld.Neighbour, id: "there");
                var back = Move(life, One, SectorWorld.Start, id: "back");
                return $"{await there}; {await back}";
            }),
    ];

    public override string ToString() => Name;

    private static async Task<string> Move(SectorLife life, string player, string to, MoveVia? via = null, string? id = null)
    {
        var answer = await life.Player(player).Move(new(id ?? $"move-{player}", to, via));
        return answer.Moved is { } moved
            ? $"{player} {moved.MoveId}: {moved.From} to {moved.To} by {moved.Via}, {moved.TurnsLeft} turns and {moved.Passage?.UsesLeft} uses left, at {answer.Sequence}"
            : $"{player}: {answer.Rejection!.Code} at {answer.Sequence}";
    }

    private static async Task<string> Do(SectorLife life, PlayerCommand command)
    {
        var answer = await life.Player(One).Execute(command);
        return string.Join(", ", answer.Rejections.Select(rejection => rejection.Code));
    }
}
