namespace Orleans.CodeGenerator;

internal enum MethodShape
{
    Void,
    Task,
    TaskOf,
    ValueTask,
    ValueTaskOf,
}
