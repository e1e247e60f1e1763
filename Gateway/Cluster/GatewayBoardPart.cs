using OrleansGameState.Gateway.Telemetry;
using OrleansGameState.Grains.Interfaces.Cluster;
using OrleansGameState.Hosting.Board;

namespace OrleansGameState.Gateway.Cluster;

/// <summary>What a gateway tells the cluster's board.</summary>
internal sealed class GatewayBoardPart(GatewayMetrics metrics) : IBoardPart
{
    public ProcessReport AddTo(ProcessReport report) => report with
    {
        Roles = [.. report.Roles, "gateway"],
        Gateway = new(metrics.WatchedEntities, metrics.Subscribers),
    };
}
