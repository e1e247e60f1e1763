using System.Globalization;

namespace OrleansGameState.Bench;

/// <summary>What every command can be told: <c>--rounds 7 --seconds 3 --count 100000 --database "Host=..."</c>.</summary>
/// <param name="Rounds">How often each side is measured, in turns; at least 5 for a figure that is written down.</param>
/// <param name="Seconds">How long one measurement takes.</param>
/// <param name="Count">Frames, clients or entities, by command; null takes the command's own.</param>
/// <param name="Other">The Bench.dll of another build to measure beside this one.</param>
/// <param name="Database">The server that durable commands use, as a connection string; null starts one.</param>
internal sealed record BenchOptions(int Rounds, double Seconds, int? Count, string? Database, string? Other)
{
    public TimeSpan Duration => TimeSpan.FromSeconds(Seconds);

    public static BenchOptions Parse(string[] args) => new(
        int.Parse(Value(args, "--rounds") ?? "7", CultureInfo.InvariantCulture),
        double.Parse(Value(args, "--seconds") ?? "3", CultureInfo.InvariantCulture),
        Value(args, "--count") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : null,
        Value(args, "--database"),
        Value(args, "--other"));

    public static int Usage()
    {
        Console.Error.WriteLine("usage: bench calls|http|grpc|frames|fanout|idle|commits|activations|past|cluster|stars|stars-idle|moves|scan [--rounds n] [--seconds s] [--count n] [--database connection-string] [--other Bench.dll]; bench micro [BenchmarkDotNet's arguments]");
        return 2;
    }

    private static string? Value(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
