using OrleansGameState.Grains.Interfaces.Cluster;

namespace OrleansGameState.Gateway.Cluster;

/// <summary>
/// Asks the cluster how it is, at most once a second for all who want to know. Whoever does not answer is left out and
/// named: a silo that was just killed must not keep the others from being shown.
/// </summary>
internal sealed class ClusterReads(IGrainFactory grains, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MembershipPatience = TimeSpan.FromSeconds(0.7);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly Lock _lock = new();
    private Task<ClusterView>? _last;
    private long _lastAt;
    private MembershipEntry[] _members = [];

    private IManagementGrain Management => grains.GetGrain<IManagementGrain>(0);

    public Task<ClusterView> Read()
    {
        lock (_lock)
        {
            if (_last is null || (_last.IsCompleted && time.GetElapsedTime(_lastAt) >= Fresh))
            {
                (_last, _lastAt) = (Ask(), time.GetTimestamp());
            }

            return _last;
        }
    }

    private async Task<ClusterView> Ask()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        var board = Try(() => grains.GetGrain<IClusterBoardGrain>(IClusterBoardGrain.Key).Read().AsTask(), patience.Token);
        var known = await Members(patience.Token);
        var silos = await Task.WhenAll(_members.Where(member => member.Status == SiloStatus.Active).Select(member => Ask(member.SiloAddress, patience.Token)));
        return ClusterViews.Of(time.GetUtcNow(), known, _members, silos, await board);
    }

    private async Task<bool> Members(CancellationToken patience)
    {
        using var shorter = new CancellationTokenSource(MembershipPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(shorter.Token, patience);
        var members = await Try(() => Management.GetDetailedHosts(), either.Token);
        _members = members ?? _members;
        return members is not null;
    }

    private async Task<SiloAnswer> Ask(SiloAddress silo, CancellationToken patience)
    {
        var statistics = Try(() => Management.GetRuntimeStatistics([silo]), patience);
        var activations = Try(() => Management.GetSimpleGrainStatistics([silo]), patience);
        return new(silo, (await statistics)?.FirstOrDefault(), await activations);
    }

    private static async Task<T?> Try<T>(Func<Task<T>> ask, CancellationToken patience)
        where T : class
    {
        try
        {
            return await ask().WaitAsync(patience);
        }
        catch (Exception)
        {
            // Whatever it was, it did not answer; that is what is shown.
            return null;
        }
    }
}
