using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Rpc;
using OrleansGameState.Gateway.StarSystems.V1;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>Star systems over gRPC.</summary>
internal sealed class StarSystemRpc(
    IGrainFactory grains,
    StarSystemKind systems,
    GalaxyKind galaxies,
    StarSystemReads reads,
    TimeProvider time,
    RpcWatch live,
    RpcAnnouncements announced)
    : StarSystemService.StarSystemServiceBase
{
    private const string SystemAddress = "system_address";

    private Entity GalaxyEntity => new(galaxies, StarSystemKeys.Galaxy, StarSystemTopics.Galaxy);

    private IGalaxyGrain GalaxyGrain => grains.GetGrain<IGalaxyGrain>(StarSystemKeys.Galaxy);

    public override async Task<StarSystem> GetSystem(GetSystemRequest request, ServerCallContext context)
    {
        var system = SystemOf(request.SystemAddress);
        var grain = Grain(system);
        if (request.At is { } at)
        {
            return StarSystemMessages.Of(await RpcArguments.StateAt(grain, system, SystemAddress, at), null);
        }

        var status = await grain.GetStatus();
        return status.Snapshot.Sequence > 0 ? StarSystemMessages.Of(status.Snapshot, status.LastSeen) : throw Unknown(system);
    }

    public override async Task<FindSystemsResponse> FindSystems(FindSystemsRequest request, ServerCallContext context)
    {
        var found = await reads.Named(NameOf(request.Name));
        return new() { Systems = { found.Select(system => new NamedSystem { SystemAddress = system.SystemAddress, Name = system.Name }) } };
    }

    public override async Task<ListSystemTicksResponse> ListSystemTicks(ListSystemTicksRequest request, ServerCallContext context)
    {
        var system = SystemOf(request.SystemAddress);
        var (from, to) = RpcArguments.Bounds(request.From, request.To);
        var page = await StarSystemHistory.Ticks(
            Grain(system), from, to, RpcArguments.After(request.After), RpcArguments.Limit(request.HasLimit, request.Limit));
        if (page.Latest == 0)
        {
            throw Unknown(system);
        }

        var answer = new ListSystemTicksResponse { Ticks = { page.Ticks.Select(TickMessages.RecordedOf) }, Oldest = page.Oldest, Latest = page.Latest };
        if (page.Next is { } next)
        {
            answer.Next = next;
        }

        return answer;
    }

    public override async Task<Influence> GetInfluence(GetInfluenceRequest request, ServerCallContext context)
    {
        var system = SystemOf(request.SystemAddress);
        var (from, to) = SpanOf(request.From, request.To, StarSystemPages.LongestInfluence);
        if ((await Grain(system).GetSnapshot()).Sequence == 0)
        {
            throw Unknown(system);
        }

        return await StarSystemHistory.Influence(Grain(system), from, to) is { } influence
            ? StarSystemMessages.Of(influence)
            : throw Refusals.Of(StarSystemPages.TooMuch());
    }

    public override async Task<Galaxy> GetGalaxy(GetGalaxyRequest request, ServerCallContext context) => request.At is { } at
        ? GalaxyMessages.Of(await RpcArguments.StateAt(GalaxyGrain, GalaxyEntity, StarSystemQueries.Galaxy, at))
        : GalaxyMessages.Of(await GalaxyGrain.GetStatus());

    public override async Task<GetGalaxyTickResponse> GetGalaxyTick(GetGalaxyTickRequest request, ServerCallContext context)
    {
        var galaxy = (await GalaxyGrain.GetSnapshot()).State;
        return GalaxyViews.Last(galaxy) is { } tick
            ? new() { Tick = TickMessages.Of(tick), OverdueSince = TickMessages.Time(galaxy.OverdueSince) }
            : throw Refusals.Of(GalaxyPages.NoTick);
    }

    public override async Task<ListGalaxyTicksResponse> ListGalaxyTicks(ListGalaxyTicksRequest request, ServerCallContext context)
    {
        var (from, to) = SpanOf(request.From, request.To, GalaxyHistory.Longest);
        return new() { Ticks = { (await GalaxyHistory.Ticks(GalaxyGrain, from, to)).Select(TickMessages.Of) } };
    }

    public override async Task<ListFactionSystemsResponse> ListFactionSystems(ListFactionSystemsRequest request, ServerCallContext context) =>
        await reads.SystemsOf(NameOf(request.Name), context.CancellationToken) is { } faction
            ? StarSystemMessages.Of(faction)
            : throw Refusals.NotFound(StarSystemQueries.Name, $"Nothing was ever told of a faction '{request.Name}'.");

    public override async Task<ListEventsResponse> ListEvents(ListEventsRequest request, ServerCallContext context)
    {
        var page = await grains.GetGrain<ISystemLogGrain>(StarSystemKeys.System)
            .Read(RpcArguments.Position(request.After), RpcArguments.Limit(request.HasLimit, request.Limit));
        return new() { Events = { page.Events.Select(StarSystemMessages.SystemEventOf) }, Next = page.Next.ToString(), Truncated = page.IsTruncated };
    }

    public override Task WatchSystem(WatchSystemRequest request, IServerStreamWriter<WatchSystemResponse> responseStream, ServerCallContext context) => live.Serve(
        SystemOf(request.SystemAddress),
        SystemAddress,
        request.HasAfter ? RpcArguments.After(request.After) : null,
        responseStream,
        view => new() { Snapshot = SnapshotOf((StarSystemStatus)view.Source) },
        delta => delta.Message(envelope => new WatchSystemResponse { Event = StarSystemMessages.EventOf(envelope) }),
        context);

    public override Task WatchGalaxy(WatchGalaxyRequest request, IServerStreamWriter<WatchGalaxyResponse> responseStream, ServerCallContext context) => live.Serve(
        GalaxyEntity,
        StarSystemQueries.Galaxy,
        request.HasAfter ? RpcArguments.After(request.After) : null,
        responseStream,
        view => new() { Snapshot = GalaxyMessages.Of((GalaxyStatus)view.Source) },
        delta => delta.Message(envelope => new WatchGalaxyResponse { Event = GalaxyMessages.EventOf(envelope) }),
        context);

    public override Task WatchTicks(WatchTicksRequest request, IServerStreamWriter<WatchTicksResponse> responseStream, ServerCallContext context) =>
        StarSystemQueries.TryTopics(request.Topics, out var topics, out var problem)
            ? announced.Serve(
                topics,
                responseStream,
                announcement => announcement.Message(told => TickMessages.Of(told.Topic, told.Envelope.Event)),
                context)
            : throw Refusals.Invalid("topics", problem!.Detail);

    private static StarSystem SnapshotOf(StarSystemStatus status) => StarSystemMessages.Of(status.Snapshot, status.LastSeen);

    private static string NameOf(string name) => StarSystemQueries.RefuseName(name) is { } problem ? throw Refusals.Of(problem) : name;

    private static RpcException Unknown(Entity system) => Refusals.NotFound(SystemAddress, $"Nothing was ever told of {system.Topic}.");

    private IStarSystemGrain Grain(Entity system) => grains.GetGrain<IStarSystemGrain>(system.Key);

    private Entity SystemOf(long address) => address > 0
        ? new(systems, StarSystemKeys.StarSystem(address), StarSystemTopics.StarSystem(address))
        : throw Refusals.Invalid(SystemAddress, $"system_address is {address}; it is a number from 1.");

    private (DateTimeOffset From, DateTimeOffset To) SpanOf(Timestamp? from, Timestamp? to, TimeSpan longest)
    {
        var (start, end) = RpcArguments.Bounds(from, to);
        return StarSystemQueries.Span(start, end, longest, time.GetUtcNow(), out var span) is { } problem ? throw Refusals.Of(problem) : span;
    }
}
