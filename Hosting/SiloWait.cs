using Microsoft.Extensions.Options;

namespace OrleansGameState.Hosting;

/// <summary>
/// Has a process beside the silos wait for the first one, and for the database that tells where it is: they may all be
/// started together, in any order.
/// </summary>
internal sealed class SiloWait(IOptions<Orleans.Configuration.ClusterOptions> cluster, TimeProvider time, ILogger<SiloWait> logger)
    : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Repetition = TimeSpan.FromSeconds(30);
    private long? _told;

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OrleansConfigurationException)
        {
            return false;
        }

        if (_told is not { } told || time.GetElapsedTime(told) >= Repetition)
        {
            _told = time.GetTimestamp();
            Log.NoSilo(logger, cluster.Value.ClusterId, FirstLine(exception.GetBaseException().Message));
        }

        await Task.Delay(Pause, time, cancellationToken);
        return true;
    }

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd('.', '\r') + ".";
}
