using System.Reflection;

namespace OrleansGameState.Contracts;

/// <summary>The files that say what was sent before.</summary>
internal static class Golden
{
    internal const string Switch = "CONTRACTS_REGENERATE";

    internal static bool IsToBeRenewed => Environment.GetEnvironmentVariable(Switch) == "1";

    internal static string[] Read(string name) => File.Exists(Path(name)) ? File.ReadAllLines(Path(name)) : [];

    internal static void Write(string name, IEnumerable<string> lines) => File.WriteAllText(Path(name), string.Join('\n', lines) + "\n");

    private static string Path(string name) => System.IO.Path.Combine(
        typeof(Golden).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "GoldenFolder").Value!, name);
}
