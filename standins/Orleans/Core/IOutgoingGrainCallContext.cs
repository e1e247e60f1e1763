namespace Orleans;

/// <summary>A call where it goes out.</summary>
public interface IOutgoingGrainCallContext : IGrainCallContext
{
    /// <summary>The activation that calls; null where no grain does.</summary>
    IGrainContext? SourceContext { get; }
}
