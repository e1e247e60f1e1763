namespace OrleansGameState.Gateway.Access;

/// <summary>What a key may be good for.</summary>
internal static class Scopes
{
    /// <summary>Looking into the cluster itself, the Orleans dashboard; what only an admin of a game does.</summary>
    public const string Admin = "admin";

    /// <summary>Commanding the ledger of sectors: universes, players and their moves.</summary>
    public const string SectorsWrite = "sectors:write";

    public static readonly IReadOnlyList<string> All = [Admin, SectorsWrite];

    /// <summary>The names in a setting, which has commas between them.</summary>
    public static string[] Split(string setting) =>
        setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
