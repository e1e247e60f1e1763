using System.Reflection;

namespace OrleansGameState.Durability;

/// <summary>Where the programs lie; told by the build.</summary>
internal static class Places
{
    /// <summary>The server as it is shipped.</summary>
    public static string Server => Told("Server");

    /// <summary>The same silo and gateway with a command port.</summary>
    public static string Commanded => Told("Commanded");

    private static string Told(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
