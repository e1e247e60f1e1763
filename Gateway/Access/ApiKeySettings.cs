namespace OrleansGameState.Gateway.Access;

/// <summary>Settings under <c>Gateway:ApiKeys:n</c>: a key that is known by its hash alone.</summary>
internal sealed class ApiKeySettings
{
    /// <summary>Whose key it is; for the log.</summary>
    public string Name { get; set; } = "";

    /// <summary>The key's SHA-256 in 64 hexadecimal digits, as <c>printf %s KEY | sha256sum</c> gives it.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>What it is good for: names of <see cref="Access.Scopes"/>, with commas.</summary>
    public string Scopes { get; set; } = "";
}
