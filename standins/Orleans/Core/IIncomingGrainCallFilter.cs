namespace Orleans;

/// <summary>Sees each call that comes in. A grain class that is one sees its own, after those of the silo.</summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Has to await <see cref="IGrainCallContext.Invoke"/>, or to set <see cref="IGrainCallContext.Result"/>.</summary>
    Task Invoke(IIncomingGrainCallContext context);
}
