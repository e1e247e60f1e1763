using System.Diagnostics;
using System.Globalization;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Bench.Moves;

/// <summary>Players who walk at random through a universe of grains, each waiting for the answer to a step before the next.</summary>
internal sealed class GrainMoves(IGrainFactory grains, MoveMap map, int players)
{
    private const string Universe = "bench";
    private const int AtOnce = 64;
    private const int ManyTurns = 1_000_000_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly int[] _sectors = [.. Enumerable.Range(0, players).Select(MoveMap.StartOf)];
    private readonly long[] _moves = new long[players];
    private readonly Random _random = new(7);

    public IUniverseMapGrain Map => grains.GetGrain<IUniverseMapGrain>(SectorKeys.Map(Universe));

    /// <summary>Imports the universe and has all players come into it.</summary>
    public async Task PrepareAsync()
    {
        var answer = await Map.Import(map.Draft(), new(false, false));
        if (!answer.Rejections.IsEmpty)
        {
            throw new InvalidOperationException($"The universe was refused: {answer.Rejections[0].Message}");
        }

        await WhenAsync(async () => (await grains.GetGrain<IUniverseGrain>(Universe).GetStatus()).Snapshot.State.Import is { Phase: ImportPhase.Done });
        await AllAsync(async player => Require((await Player(player).Execute(new LogIn(
            new($"Captain {player}", null, new($"ship-{player}", "Quickstrike", "FAST_COURIER")), MoveMap.Id(_sectors[player]), ManyTurns, "bench"))).Rejections.IsEmpty));
        await SettleAsync();
    }

    /// <summary>All players move while it is told to go on; tells how many moves were answered.</summary>
    public async Task<long> RunAsync(Func<bool> goesOn) => (await Task.WhenAll(Enumerable.Range(0, players).Select(player => Task.Run(async () =>
    {
        var count = 0L;
        for (; goesOn(); count++)
        {
            await MoveAsync(player);
        }

        return count;
    })))).Sum();

    /// <summary>Has a move begin at each instant of a given rate, whoever is still waiting; tells how long each took, in ms, sorted.</summary>
    public async Task<double[]> RunAtAsync(double perSecond, TimeSpan duration)
    {
        var count = (int)(perSecond * duration.TotalSeconds);
        var (took, moves) = (new double[count], new Task[count]);
        var last = Enumerable.Repeat(Task.CompletedTask, players).ToArray();
        var started = Stopwatch.GetTimestamp();
        for (var number = 0; number < count; number++)
        {
            var due = TimeSpan.FromSeconds(number / perSecond);
            for (var early = due - Stopwatch.GetElapsedTime(started); early > TimeSpan.Zero; early = due - Stopwatch.GetElapsedTime(started))
            {
                await Task.Delay(early > TimeSpan.FromMilliseconds(1) ? early : TimeSpan.FromMilliseconds(1));
            }

            moves[number] = last[number % players] = Timed(last[number % players], number, due);
        }

        await Task.WhenAll(moves);
        Array.Sort(took);
        return took;

        // From when it was due: what waits for its turn is late by that, too.
        async Task Timed(Task before, int number, TimeSpan due)
        {
            await before;
            await Task.Run(() => MoveAsync(number % players));
            took[number] = (Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds;
        }
    }

    /// <summary>Completes once each sector's list has whom the players' records say, and no other.</summary>
    public Task SettledAsync() => WhenAsync(async () =>
    {
        var right = 0;
        var all = 0;
        await Parallel.ForEachAsync(Enumerable.Range(1, MoveMap.Sectors), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (sector, _) =>
        {
            var here = (await grains.GetGrain<ISectorGrain>(SectorKeys.Sector(Universe, MoveMap.Id(sector))).GetSnapshot()).State.Players;
            Interlocked.Add(ref all, here.Count);
            Interlocked.Add(ref right, here.Keys.Count(id => _sectors[int.Parse(id, CultureInfo.InvariantCulture)] == sector));
        });
        return right == players && all == players;
    });

    /// <summary>Has nothing left to do for whoever is measured next.</summary>
    public Task SettleAsync() => AllAsync(player => Player(player).DeliverPending().AsTask());

    private async Task MoveAsync(int player)
    {
        var neighbours = map.Neighbours[_sectors[player] - 1];
        int to;
        lock (_random)
        {
            to = neighbours[_random.Next(neighbours.Length)];
        }

        var answer = await Player(player).Move(new(string.Create(CultureInfo.InvariantCulture, $"{player}.{++_moves[player]}"), MoveMap.Id(to), null));
        Require(answer.Moved is not null && !answer.IsRepeat);
        _sectors[player] = to;
    }

    private IPlayerGrain Player(int player) => grains.GetGrain<IPlayerGrain>(SectorKeys.Player(Universe, player.ToString(CultureInfo.InvariantCulture)));

    private Task AllAsync(Func<int, Task> act) =>
        Parallel.ForEachAsync(Enumerable.Range(0, players), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (player, _) => await act(player));

    private static async Task WhenAsync(Func<Task<bool>> isSo)
    {
        using var timer = new PeriodicTimer(Look);
        while (!await isSo())
        {
            await timer.WaitForNextTickAsync();
        }
    }

    private static void Require(bool isDone)
    {
        if (!isDone)
        {
            throw new InvalidOperationException("A player was refused what nothing stood in the way of.");
        }
    }
}
