namespace OrleansGameState.Hosting.Board;

/// <summary>Has a process tell the cluster's board of itself.</summary>
internal static class BoardHosting
{
    /// <summary>For a silo, and for a client of one; behind what connects it.</summary>
    public static void AddBoardReports(this IServiceCollection services) => services.AddHostedService<BoardReporter>();
}
