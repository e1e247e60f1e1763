namespace OrleansGameState.Gateway.Access;

/// <summary>Marks endpoints that ask for a key: whoever has one is not counted among those who read.</summary>
internal sealed class NeedsKey
{
    public static readonly NeedsKey Mark = new();

    private NeedsKey()
    {
    }
}
