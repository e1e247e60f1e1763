using OrleansGameState.Grains.Cluster;
using OrleansGameState.Grains.Interfaces.Cluster;
using OrleansGameState.Hosting.Board;

namespace OrleansGameState.Silo.Cluster;

/// <summary>What a silo tells the cluster's board.</summary>
internal sealed class SiloBoardPart(ILocalSiloDetails silo, CallSummary calls, StoreMeasures store) : IBoardPart
{
    public ProcessReport AddTo(ProcessReport report)
    {
        var (perSecond, methods) = calls.Ask();
        return report with
        {
            Roles = [.. report.Roles, "silo"],
            Silo = new(silo.SiloAddress.ToParsableString(), silo.Name, perSecond, methods, store.Report()),
        };
    }
}
