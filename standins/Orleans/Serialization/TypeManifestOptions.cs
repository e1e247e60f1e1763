namespace Orleans.Serialization.Configuration;

/// <summary>What the serializer knows of types; this build has no serializer to use it.</summary>
public sealed class TypeManifestOptions
{
    /// <summary>The types by what they are called on the wire.</summary>
    public Dictionary<string, Type> WellKnownTypeAliases { get; } = [];
}
