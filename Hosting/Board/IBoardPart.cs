using OrleansGameState.Grains.Interfaces.Cluster;

namespace OrleansGameState.Hosting.Board;

/// <summary>A role's part of what its process tells the cluster's board.</summary>
internal interface IBoardPart
{
    /// <summary>Adds the role and what it has to tell. Asked once a report, by one at a time.</summary>
    ProcessReport AddTo(ProcessReport report);
}
