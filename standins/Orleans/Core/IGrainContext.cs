namespace Orleans.Runtime;

/// <summary>An activation of a grain.</summary>
public interface IGrainContext
{
    /// <summary>A reference to this grain.</summary>
    GrainReference GrainReference { get; }

    /// <summary>Type and key.</summary>
    GrainId GrainId { get; }

    /// <summary>The object of the grain class; null before it is made.</summary>
    object? GrainInstance { get; }

    /// <summary>The services of this activation.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Completes when the activation has gone.</summary>
    Task Deactivated { get; }

    /// <summary>Starts the activation's end; calls that wait go to the next one.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
