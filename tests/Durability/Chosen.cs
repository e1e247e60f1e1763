using System.Globalization;

namespace OrleansGameState.Durability;

/// <summary>What may be chosen in the environment.</summary>
internal static class Chosen
{
    /// <summary><c>DURABILITY_SEED</c>: of what is random in the tests.</summary>
    public static int Seed { get; } = Number("DURABILITY_SEED") ?? Random.Shared.Next();

    /// <summary><c>DURABILITY_ROUNDS</c>: how often the crash test kills.</summary>
    public static int Rounds => Number("DURABILITY_ROUNDS") ?? 8;

    /// <summary><c>DURABILITY_OUTAGE_SECONDS</c>: how long the database is away under load.</summary>
    public static int OutageSeconds => Number("DURABILITY_OUTAGE_SECONDS") ?? 30;

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
