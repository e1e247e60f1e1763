using OrleansGameState.Grains.Cluster;
using OrleansGameState.Hosting.Board;

namespace OrleansGameState.Silo.Cluster;

internal static class SiloBoardHosting
{
    /// <summary>Has the silo time its calls, and tell the cluster's board of them and of its store.</summary>
    public static void AddSiloBoard(this IServiceCollection services)
    {
        services.AddClusterBoard();
        services.AddSingleton<StoreMeasures>();
        services.AddSingleton<IBoardPart, SiloBoardPart>();
        services.AddBoardReports();
    }
}
