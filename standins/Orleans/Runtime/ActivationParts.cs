using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Standin;

/// <summary>What few activations need for long; made on first use, so that an idle one stays small.</summary>
internal sealed class ActivationParts
{
    internal AsyncServiceScope? Scope { get; set; }

    internal List<GrainTimer>? Timers { get; set; }

    internal TaskCompletionSource? Deactivated { get; set; }

    internal DeactivationReason? Reason { get; set; }

    internal long KeptUntil { get; set; }

    /// <summary>Stream subscriptions' handlers, by subscription id.</summary>
    internal Dictionary<Guid, object>? Consumers { get; set; }
}
