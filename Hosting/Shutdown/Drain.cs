namespace OrleansGameState.Hosting.Shutdown;

/// <summary>Whether the process was told to stop, and only goes on until nobody is sent to it any more.</summary>
internal sealed class Drain
{
    private volatile bool _hasBegun;

    public bool HasBegun => _hasBegun;

    public void Begin() => _hasBegun = true;
}
