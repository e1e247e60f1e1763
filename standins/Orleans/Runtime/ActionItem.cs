namespace Orleans.Standin;

/// <summary>Something of the runtime's own; not a turn of the grain.</summary>
internal sealed class ActionItem(Action<CallTarget> action) : WorkItem
{
    internal override void Run(CallTarget target) => action(target);
}
