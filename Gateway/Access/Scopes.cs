namespace OrleansGameState.Gateway.Access;

/// <summary>What a key may be good for.</summary>
internal static class Scopes
{
    /// <summary>Looking into the cluster itself: the Orleans dashboard.</summary>
    public const string Admin = "admin";

    public static readonly IReadOnlyList<string> All = [Admin];

    /// <summary>The names in a setting, which has commas between them.</summary>
    public static string[] Split(string setting) =>
        setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
