namespace Orleans;

/// <summary>Which members get ids by themselves.</summary>
public enum GenerateFieldIds
{
    None,
    PublicProperties,
}
