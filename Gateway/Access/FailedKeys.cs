using System.Net;
using System.Threading.RateLimiting;
using OrleansGameState.Gateway.Http;

namespace OrleansGameState.Gateway.Access;

/// <summary>
/// Wrong keys by remote address: ten at once, then one a second. An address that has used them up is refused whatever key
/// it brings, on loopback as well.
/// </summary>
internal sealed class FailedKeys : IDisposable
{
    public const int AtOnce = 10;

    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => new()
        {
            TokenLimit = AtOnce,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));

    public bool IsUsedUp(IPAddress? remote)
    {
        using var lease = _limiter.AttemptAcquire(Partition(remote), 0);
        return !lease.IsAcquired;
    }

    public void Count(IPAddress? remote) => _limiter.AttemptAcquire(Partition(remote)).Dispose();

    public void Dispose() => _limiter.Dispose();

    private static IPAddress Partition(IPAddress? remote) => remote is null ? IPAddress.None : RateLimiting.Network(remote);
}
