namespace OrleansGameState.Hosting.Telemetry;

/// <summary>Whose measures and spans are taken. Nobody here knows the projects that have them; a name may end in *.</summary>
internal static class TelemetryNames
{
    public static readonly string[] Meters =
    [
        "OrleansGameState*",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.Orleans",
        "Npgsql",
        "System.Runtime",
    ];

    public static readonly string[] Sources =
    [
        "OrleansGameState*",
        "Microsoft.AspNetCore",
        "Microsoft.Orleans.Application",
        "Microsoft.Orleans.Lifecycle",
        "Microsoft.Orleans.Runtime",
        "Npgsql",
    ];
}
