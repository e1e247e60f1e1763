using System.Reflection;

namespace OrleansGameState.Cluster;

/// <summary>Where the programs lie; told by the build.</summary>
internal static class Places
{
    public static string Silo => Told(nameof(Silo));

    public static string Gateway => Told(nameof(Gateway));

    public static string Ingestors => Told(nameof(Ingestors));

    private static string Told(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
