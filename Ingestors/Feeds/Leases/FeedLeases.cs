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
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private ImmutableArray<(PartLease Lease, FeedMeasures Measures)> _leases = [];

    public FeedLeases(IGrainFactory grains, IMeterFactory meters, TimeProvider time, ILogger<FeedLeases> logger)
    {
        (_grains, _time, _logger) = (grains, time, logger);
        meters.Create(FeedMeters.MeterName).CreateObservableGauge(
            "ingestors.leases",
            () => States.Select(state => new Measurement<int>(_leases.Count(asked => asked.Lease.State == state), new KeyValuePair<string, object?>("state", NameOf(state)))),
            "{lease}",
            "Leases of feeds and worlds that this process asks for, by how it stands to them.");
    }

    /// <summary>This process's name among all that ever ask: machine, process, and something no other has.</summary>
    public string Holder { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{RandomNumberGenerator.GetHexString(6, lowercase: true)}";

    /// <summary>How this process stands to each part of its feeds.</summary>
    public ImmutableArray<FeedStanding> Standings => [.. _leases.Select(asked => StandingOf(asked.Lease, asked.Measures))];

    /// <summary>The leases of a feed that is about to run.</summary>
    /// <param name="feed">The feed, such as <c>territory</c>.</param>
    /// <param name="parts">Its parts, each with where it is measured.</param>
    public PartLeases Of(string feed, IEnumerable<(string Part, FeedMeasures Measures)> parts)
    {
        ImmutableArray<(PartLease Lease, FeedMeasures Measures)> asked =
            [.. parts.Select(part => (new PartLease(feed, part.Part, Holder, _grains, _time, _logger), part.Measures))];
        ImmutableInterlocked.Update(ref _leases, all => all.AddRange(asked));
        return new(asked.ToImmutableSortedDictionary(one => one.Lease.Part, one => one.Lease, StringComparer.Ordinal));
    }

    private static string NameOf(LeaseState state) => state switch
    {
        LeaseState.Active => "active",
        LeaseState.Standby => "standby",
        _ => "unknown",
    };

    private FeedStanding StandingOf(PartLease lease, FeedMeasures measures)
    {
        var running = lease.Running;
        return new(lease.Feed, lease.Part, lease.State, running?.Holder, running?.Since, measures.Of(lease.Part, _time.GetUtcNow()));
    }
}
