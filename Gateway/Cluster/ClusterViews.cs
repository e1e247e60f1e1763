using OrleansGameState.Grains.Interfaces.Cluster;

namespace OrleansGameState.Gateway.Cluster;

/// <summary>Puts together what the cluster answered.</summary>
internal static class ClusterViews
{
    private const int MostMethods = 20;

    // Three reports missed.
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan DeadAreShown = TimeSpan.FromMinutes(5);

    /// <param name="at">Now.</param>
    /// <param name="isMembershipNew">False where the members are those of an earlier time.</param>
    /// <param name="members">The silos, dead ones too.</param>
    /// <param name="answers">What the active ones said.</param>
    /// <param name="board">What the processes told; null where the board did not answer.</param>
    public static ClusterView Of(DateTimeOffset at, bool isMembershipNew, MembershipEntry[] members, SiloAnswer[] answers, ClusterBoard? board)
    {
        var processes = board?.Processes ?? [];
        var reports = processes.Select(standing => standing.Report).ToArray();
        SiloView[] silos =
        [
            .. members.Where(member => IsShown(member, members, at))
                .OrderBy(member => member.Status == SiloStatus.Dead)
                .ThenBy(member => member.SiloAddress)
                .Select(member => Silo(member, answers, processes)),
        ];
        return new(
            at,
            [.. Missing(isMembershipNew, answers, board)],
            Math.Round(silos.Sum(silo => silo.CallsPerSecond ?? 0), 1),
            silos.Sum(silo => silo.Activations ?? 0),
            silos,
            [.. Grains(answers)],
            [.. Methods(reports)],
            [.. processes.Select(Process)],
            [.. Feeds(processes.Where(standing => standing.Age < Silent).Select(standing => standing.Report))]);
    }

    // A silo that was started anew takes its dead predecessor's place.
    private static bool IsShown(MembershipEntry member, MembershipEntry[] members, DateTimeOffset at) =>
        member.Status != SiloStatus.Dead
        || (at - Utc(member.IAmAliveTime) < DeadAreShown
            && !members.Any(other => other.Status != SiloStatus.Dead && other.SiloAddress.Endpoint.Equals(member.SiloAddress.Endpoint)));

    private static IEnumerable<string> Missing(bool isMembershipNew, SiloAnswer[] answers, ClusterBoard? board)
    {
        string?[] missing = [isMembershipNew ? null : "membership", board is null ? "board" : null];
        return missing.OfType<string>().Concat(answers.Where(answer => !answer.IsWhole).Select(answer => answer.Silo.ToParsableString()));
    }

    private static SiloView Silo(MembershipEntry member, SiloAnswer[] answers, IEnumerable<ProcessStanding> processes)
    {
        var address = member.SiloAddress.ToParsableString();
        var answer = Array.Find(answers, answer => answer.Silo.Equals(member.SiloAddress));
        var told = processes.FirstOrDefault(standing => standing.Report.Silo?.Address == address && standing.Age < Silent)?.Report;
        return new(
            address,
            member.SiloName,
            member.HostName,
            $"{char.ToLowerInvariant($"{member.Status}"[0])}{$"{member.Status}"[1..]}",
            member.StartTime == default ? null : Utc(member.StartTime),
            answer is { IsWhole: true },
            answer?.Statistics?.ActivationCount,
            answer?.Statistics?.RecentlyUsedActivationCount,
            told?.Process,
            told?.Silo is { } own ? Math.Round(own.CallsPerSecond, 1) : null,
            told?.Silo!.Store is { } store ? new(store.Mode, store.Waiting, Math.Round(store.Oldest.TotalSeconds, 3), Math.Round(store.PerSecond, 1), store.FailingSince) : null);
    }

    private static IEnumerable<GrainTypeView> Grains(SiloAnswer[] answers) =>
        from answer in answers
        from statistic in answer.Activations ?? []
        group (answer.Silo, statistic.ActivationCount) by statistic.GrainType into type
        let bySilo = type.GroupBy(one => one.Silo.ToParsableString()).ToDictionary(silo => silo.Key, silo => silo.Sum(one => one.ActivationCount))
        let total = bySilo.Values.Sum()
        orderby IsOwn(type.Key) descending, total descending, ShortName(type.Key)
        select new GrainTypeView(ShortName(type.Key), IsOwn(type.Key), total, bySilo);

    private static IEnumerable<MethodView> Methods(IEnumerable<ProcessReport> reports) =>
        (from report in reports
         from method in report.Silo?.Methods ?? []
         group method by (method.Grain, method.Method) into same
         let calls = same.Sum(method => method.Calls)
         select new MethodView(
             same.Key.Grain,
             same.Key.Method,
             calls,
             same.Sum(method => method.Failures),
             Math.Round(same.Sum(method => method.Mean.TotalMilliseconds * method.Calls) / calls, 4),
             same.Max(method => method.P99.TotalMilliseconds),
             same.Max(method => method.Max.TotalMilliseconds)))
        .OrderByDescending(method => method.P99)
        .Take(MostMethods);

    private static ProcessView Process(ProcessStanding standing) => new(
        standing.Report.Process,
        standing.Report.Host,
        standing.Report.ProcessId,
        standing.Report.Roles,
        standing.Report.StartedAt,
        Math.Round(standing.Report.CpuPercent, 1),
        standing.Report.MemoryBytes,
        Math.Round(standing.Age.TotalSeconds, 1),
        standing.Age >= Silent,
        standing.Report.Gateway?.WatchedEntities,
        standing.Report.Gateway?.Subscribers);

    private static IEnumerable<FeedHolderView> Feeds(IEnumerable<ProcessReport> reports) =>
        from report in reports
        from feed in report.Feeds
        group (report.Process, Feed: feed) by (feed.Feed, feed.WorldId) into same
        orderby same.Key.Feed, same.Key.WorldId
        let active = same.FirstOrDefault(one => one.Feed.State == "active")
        select new FeedHolderView(
            same.Key.Feed,
            same.Key.WorldId,
            active.Process,
            active.Feed?.Since,
            active.Feed?.LastFrameAt,
            active.Feed?.EventsPerMinute ?? 0,
            [.. same.Where(one => one.Feed.State != "active").Select(one => one.Process)]);

    // A class is told as Its.Namespace.Name,Assembly.
    private static string ShortName(string type) => type.Split(',')[0].Split('.')[^1];

    private static bool IsOwn(string type) => !type.StartsWith("Orleans.", StringComparison.Ordinal);

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
