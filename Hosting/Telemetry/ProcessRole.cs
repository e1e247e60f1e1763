namespace OrleansGameState.Hosting.Telemetry;

/// <summary>What a process is to the cluster: <c>silo</c>, <c>gateway</c> or <c>ingestors</c>. One of several may be registered.</summary>
internal sealed record ProcessRole(string Name)
{
    // As many as there are.
    private const int All = 3;

    /// <summary>What telemetry calls a process of these roles, such as <c>gamestate-silo</c>; of all, <c>gamestate-all</c>.</summary>
    public static string ServiceName(IEnumerable<ProcessRole> roles)
    {
        var names = roles.Select(role => role.Name).Distinct().ToArray();
        return names.Length == All ? "gamestate-all" : string.Join('-', names.Prepend("gamestate"));
    }
}
