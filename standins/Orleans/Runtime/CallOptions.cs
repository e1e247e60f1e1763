namespace Orleans.Standin;

/// <summary>What a method's attributes say about its calls.</summary>
[Flags]
public enum CallOptions
{
    None = 0,
    ReadOnly = 1,
    AlwaysInterleave = 2,
    OneWay = 4,

    /// <summary>Ends with the activation instead of being forwarded to the next.</summary>
    Local = 8,

    /// <summary>Does not keep the activation from being idle.</summary>
    Unnoticed = 16,
}
