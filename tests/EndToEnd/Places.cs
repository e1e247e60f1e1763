using System.Reflection;

namespace OrleansGameState.EndToEnd;

/// <summary>Where things lie; told by the build.</summary>
internal static class Places
{
    public static string Server => Told("Server");

    public static string Repository => Told("Repository");

    /// <summary>The package that brings protoc.</summary>
    public static string GrpcTools => Told("GrpcTools");

    public static string Protos => Path.Combine(Repository, "Gateway", "Protos");

    public static string ForeignClients => Path.Combine(Repository, "tests", "EndToEnd", "ForeignClients");

    public static string Recordings => Path.Combine(Repository, "samples", "territory");

    private static string Told(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
