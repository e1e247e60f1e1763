namespace Orleans.Standin;

/// <summary>Whose calls a reference makes: the silo they go to and how long their caller waits.</summary>
internal sealed class ReferenceContext(SiloRuntime silo, TimeSpan timeout)
{
    internal SiloRuntime Silo { get; } = silo;

    internal int TimeoutMilliseconds { get; } = (int)Math.Min(timeout.TotalMilliseconds, int.MaxValue);
}
