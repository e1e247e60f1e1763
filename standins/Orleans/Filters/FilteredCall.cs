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

    public async Task Invoke()
    {
        if (_stage > Stages)
        {
            throw new InvalidOperationException($"{call.Description}: Invoke was called from outside of a filter.");
        }

        var stage = _stage++;
        try
        {
            if (stage == Stages)
            {
                await InvokeMethod();
                return;
            }

            await InvokeFilter(stage);
            if (!_isAnswered)
            {
                throw new InvalidOperationException($"{call.Description}: a filter neither called Invoke nor set a result.");
            }
        }
        finally
        {
            _stage--;
        }
    }

    /// <summary>The whole way. What the method threw reaches the caller even where a filter swallowed it.</summary>
    internal async Task<object?> Run()
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

    protected void Answer(object? result, Exception? failure)
    {
        _isAnswered = true;
        _result = result;
        _failure = failure;
    }
}
