using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.Feeds.Leases;

/// <summary>All leases that this process asks for, and how it stands to each.</summary>
internal sealed class FeedLeases
{
    private static readonly LeaseState[] States = [LeaseState.Active, LeaseState.Standby, LeaseState.Unknown];

    private readonly IGrainFactory _grains;
    private readonly FeedMeasures _measures;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private ImmutableArray<WorldLease> _leases = [];

    public FeedLeases(IGrainFactory grains, FeedMeasures measures, IMeterFactory meters, TimeProvider time, ILogger<FeedLeases> logger)
    {
        (_grains, _measures, _time, _logger) = (grains, measures, time, logger);
        meters.Create(FeedMeters.MeterName).CreateObservableGauge(
            "ingestors.leases",
            () => States.Select(state => new Measurement<int>(_leases.Count(lease => lease.State == state), new KeyValuePair<string, object?>("state", NameOf(state)))),
            "{lease}",
            "Leases of feeds and worlds that this process asks for, by how it stands to them.");
    }

    /// <summary>This process's name among all that ever ask: machine, process, and something no other has.</summary>
    public string Holder { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{RandomNumberGenerator.GetHexString(6, lowercase: true)}";

    /// <summary>How this process stands to each of its feeds' worlds.</summary>
    public ImmutableArray<FeedStanding> Standings => [.. _leases.Select(StandingOf)];

    /// <summary>The leases of a feed that is about to run.</summary>
    public WorldLeases Of(string feed, IEnumerable<int> worlds)
    {
        var leases = worlds.ToImmutableSortedDictionary(worldId => worldId, worldId => new WorldLease(feed, worldId, Holder, _grains, _time, _logger));
        ImmutableInterlocked.Update(ref _leases, all => all.AddRange(leases.Values));
        return new(leases);
    }

    private static string NameOf(LeaseState state) => state switch
    {
        LeaseState.Active => "active",
        LeaseState.Standby => "standby",
        _ => "unknown",
    };

    private FeedStanding StandingOf(WorldLease lease)
    {
        var running = lease.Running;
        return new(lease.Feed, lease.WorldId, lease.State, running?.Holder, running?.Since, _measures.Of(lease.WorldId, _time.GetUtcNow()));
    }
}
