namespace Orleans;

/// <summary>Sees each call that goes out.</summary>
public interface IOutgoingGrainCallFilter
{
    /// <summary>Has to await <see cref="IGrainCallContext.Invoke"/>, or to set <see cref="IGrainCallContext.Result"/>.</summary>
    Task Invoke(IOutgoingGrainCallContext context);
}
