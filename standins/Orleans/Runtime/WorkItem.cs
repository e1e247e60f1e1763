namespace Orleans.Standin;

/// <summary>Something an activation's worker does next; linked into its inbox without an allocation of its own.</summary>
public abstract class WorkItem
{
    private protected WorkItem()
    {
    }

    internal WorkItem? Next { get; set; }

    /// <summary>Runs on the worker of <paramref name="target"/>; must not throw.</summary>
    internal abstract void Run(CallTarget target);
}
