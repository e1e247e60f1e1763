using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Standin;

/// <summary>Whose calls a reference makes: the silo they go to, how long their caller waits, and the filters they pass.</summary>
internal sealed class ReferenceContext(SiloRuntime silo, TimeSpan timeout, IServiceProvider services)
{
    private IIncomingGrainCallFilter[]? _incomingFilters;
    private IOutgoingGrainCallFilter[]? _outgoingFilters;

    internal SiloRuntime Silo { get; } = silo;

    internal int TimeoutMilliseconds { get; } = (int)Math.Min(timeout.TotalMilliseconds, int.MaxValue);

    /// <summary>Who calls where no grain does.</summary>
    internal GrainId ClientId { get; } = GrainId.Create("sys.client", Guid.NewGuid().ToString("N"));

    /// <summary>Made on the first call: a filter may ask for the grain factory.</summary>
    internal IIncomingGrainCallFilter[] IncomingFilters => _incomingFilters ??= [.. services.GetServices<IIncomingGrainCallFilter>()];

    /// <inheritdoc cref="IncomingFilters"/>
    internal IOutgoingGrainCallFilter[] OutgoingFilters => _outgoingFilters ??= [.. services.GetServices<IOutgoingGrainCallFilter>()];
}
