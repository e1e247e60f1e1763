namespace Orleans.Concurrency;

/// <summary>A grain class with activations on every silo. Here there is one silo and one activation: more are refused.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class StatelessWorkerAttribute : Attribute
{
    /// <summary>As many as there are processors.</summary>
    public StatelessWorkerAttribute()
        : this(-1)
    {
    }

    /// <summary>At most so many on a silo.</summary>
    public StatelessWorkerAttribute(int maxLocalWorkers) => MaxLocalWorkers = maxLocalWorkers;

    internal int MaxLocalWorkers { get; }
}
