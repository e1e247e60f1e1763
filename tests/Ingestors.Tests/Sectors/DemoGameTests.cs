using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Feeds.Leases;
using OrleansGameState.Ingestors.Sectors;
using OrleansGameState.Ingestors.Tests.Live;
using OrleansGameState.Testing;

namespace OrleansGameState.Ingestors.Tests.Sectors;

/// <summary>The demo on the real grains, by a clock that the test moves.</summary>
public sealed class DemoGameTests
{
    private const int Players = 4;

    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(24);

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Game_ImportsItsUniverse_AndLetsPlayersMove_ForAsLongAsItHoldsTheLease()
    {
        await using var cluster = await LiveCluster.StartAsync();
        using var stop = new CancellationTokenSource();
        var lease = new OneLease(Players);
        var playing = Play(cluster, lease, stop.Token);

        await Rounds(async () => (await Presence(cluster)).Length == Players && (await Records(cluster)).Sum(player => player.AriaInteractions) > Players);

        Assert.Equal(Enumerable.Range(0, Players).Select(DemoCrew.IdOf), (await Presence(cluster)).Select(where => where.PlayerId));
        var map = await cluster.Client.GetGrain<IUniverseMapGrain>(SectorKeys.Map(DemoGame.Universe)).GetSnapshot();
        Assert.Equal((1, 60), ((int)map.State.Map.Version, map.State.Map.Sectors.Length));

        // What is under way comes to its end; nothing new begins.
        lease.Take();
        await Rounds(() => Task.FromResult(lease.AllWait.IsCompleted), lease.AllWait);
        var before = await Records(cluster);
        _time.Advance(Round);
        _time.Advance(Round);
        Assert.Equal(before.Select(player => player.Sequence), (await Records(cluster)).Select(player => player.Sequence));

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => playing.WaitAsync(Safety));
    }

    private Task Play(LiveCluster cluster, IPartLeases lease, CancellationToken stopping)
    {
        var draft = UniverseFile.Read(File.ReadAllBytes(RepositoryFiles.Lantern));
        var calls = new GrainCalls(_time, NullLogger.Instance);
        var options = new SectorOptions { DemoPlayers = Players, DemoSeed = 7 };
        return new DemoGame(cluster.Client, calls, lease, new FeedMeasures(_time), options, _time, NullLogger.Instance).Play(draft, stopping);
    }

    // Whoever plays waits for the clock between two rounds.
    private async Task Rounds(Func<Task<bool>> isEnough, Task? other = null)
    {
        using var deadline = new CancellationTokenSource(Safety);
        do
        {
            await Task.WhenAny(_time.WhenTimersArePending(1), other ?? Task.Delay(Timeout.Infinite, deadline.Token)).WaitAsync(deadline.Token);
            _time.Advance(Round);
        }
        while (!await isEnough());
    }

    private static async Task<PlayerState[]> Records(LiveCluster cluster)
    {
        var snapshots = await Task.WhenAll(Enumerable.Range(0, Players).Select(number =>
            cluster.Client.GetGrain<IPlayerGrain>(SectorKeys.Player(DemoGame.Universe, DemoCrew.IdOf(number))).GetSnapshot().AsTask()));
        return [.. snapshots.Select(snapshot => snapshot.State)];
    }

    private static async Task<Whereabouts[]> Presence(LiveCluster cluster) =>
        [.. (await cluster.Client.GetGrain<IPresenceGrain>(DemoGame.Universe).Read()).Players];

    private sealed class OneLease(int players) : IPartLeases
    {
        private readonly TaskCompletionSource _allWait = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool _isTaken;
        private int _waiting;

        /// <summary>Completes once every player waits for the lease.</summary>
        public Task AllWait => _allWait.Task;

        public int? TermOf(string part) => _isTaken ? null : 1;

        public Task WhenHeld(string part, CancellationToken cancellationToken)
        {
            if (!_isTaken)
            {
                return Task.CompletedTask;
            }

            if (Interlocked.Increment(ref _waiting) == players)
            {
                _allWait.SetResult();
            }

            return Task.Delay(Timeout.Infinite, cancellationToken);
        }

        public void Take() => _isTaken = true;
    }
}
