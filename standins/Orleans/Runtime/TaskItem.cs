namespace Orleans.Standin;

/// <summary>A continuation, or a task started on the activation's scheduler.</summary>
internal sealed class TaskItem(Task task) : WorkItem
{
    internal override void Run(CallTarget target) => target.ExecuteTask(task);
}
