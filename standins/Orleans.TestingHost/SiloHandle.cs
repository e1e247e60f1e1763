namespace Orleans.TestingHost;

/// <summary>A silo of a test cluster.</summary>
public abstract class SiloHandle : IDisposable, IAsyncDisposable
{
    /// <summary>The silo's name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>Its place among the silos.</summary>
    public short InstanceNumber { get; set; }

    /// <summary>Whether it has not been stopped.</summary>
    public abstract bool IsActive { get; }

    /// <summary>Stops it; gracefully, or without waiting.</summary>
    public abstract Task StopSiloAsync(bool stopGracefully);

    /// <summary>Stops it; a cancelled token ends the wait.</summary>
    public abstract Task StopSiloAsync(CancellationToken ct);

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    /// <inheritdoc />
    public override string ToString() => Name;

    /// <summary>Disposes it.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
