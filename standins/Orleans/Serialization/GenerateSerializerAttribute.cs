namespace Orleans;

/// <summary>The type travels between processes.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute
{
    /// <summary>Whether primary constructor parameters are included; always so for records.</summary>
    public bool IncludePrimaryConstructorParameters { get; init; }

    /// <summary>Which members get ids by themselves.</summary>
    public GenerateFieldIds GenerateFieldIds { get; init; } = GenerateFieldIds.None;
}
