using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Orleans.Standin;

/// <summary>Takes one call through its filters to the method.</summary>
internal abstract class FilteredCall(Call call) : IGrainCallContext
{
    private int _stage;
    private bool _isAnswered;
    private object? _result;
    private Exception? _failure;

    public abstract object Grain { get; }

    public abstract GrainId? SourceId { get; }

    public abstract GrainId TargetId { get; }

    public string InterfaceName => call.InterfaceName;

    public string MethodName => call.MethodName;

    public MethodInfo InterfaceMethod => call.InterfaceMethod;

    public object? Result
    {
        get => _result;
        set => Answer(value, null);
    }

    internal Call Call => call;

    /// <summary>How many filters there are.</summary>
    protected abstract int Stages { get; }

    public Task Invoke()
    {
        if (_stage > Stages)
        {
            return Task.FromException(new InvalidOperationException($"{call.Description}: Invoke was called from outside of a filter."));
        }

        var stage = _stage++;
        var pending = Enter(stage);
        if (!pending.IsCompletedSuccessfully || !IsAnsweredAt(stage))
        {
            return Leave(stage, pending);
        }

        _stage--;
        return Task.CompletedTask;
    }

    /// <summary>The whole way. What the method threw reaches the caller even where a filter swallowed it.</summary>
    internal async ValueTask<object?> Run()
    {
        await Invoke();
        if (_failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return _result;
    }

    protected abstract Task InvokeFilter(int stage);

    protected abstract Task InvokeMethod();

    private Task Enter(int stage)
    {
        try
        {
            return stage == Stages ? InvokeMethod() : InvokeFilter(stage);
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
    }

    private async Task Leave(int stage, Task pending)
    {
        try
        {
            await pending;
            if (!IsAnsweredAt(stage))
            {
                throw new InvalidOperationException($"{call.Description}: a filter neither called Invoke nor set a result.");
            }
        }
        finally
        {
            _stage--;
        }
    }

    private bool IsAnsweredAt(int stage) => stage == Stages || _isAnswered;

    protected void Answer(object? result, Exception? failure)
    {
        _isAnswered = true;
        _result = result;
        _failure = failure;
    }
}
