using Microsoft.Extensions.Hosting;

namespace Orleans.TestingHost;

/// <summary>A silo of a test cluster, in this process.</summary>
public class InProcessSiloHandle : SiloHandle
{
    private bool _isStopped;
    private bool _isDisposed;

    /// <summary>Its host.</summary>
    public IHost SiloHost { get; init; } = null!;

    /// <summary>Its host's services.</summary>
    public IServiceProvider ServiceProvider => SiloHost.Services;

    /// <inheritdoc />
    public override bool IsActive => !_isStopped;

    /// <inheritdoc />
    public override Task StopSiloAsync(bool stopGracefully) => StopSiloAsync(new CancellationToken(canceled: !stopGracefully));

    /// <inheritdoc />
    public override async Task StopSiloAsync(CancellationToken ct)
    {
        if (_isStopped)
        {
            return;
        }

        _isStopped = true;
        await SiloHost.StopAsync(ct);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        try
        {
            await StopSiloAsync(stopGracefully: true);
        }
        finally
        {
            SiloHost.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        base.Dispose(disposing);
    }
}
