using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace OrleansGameState.Grains.Cluster;

/// <summary>
/// Times the calls of grains' methods on their silo, from the start in the grain to the end: all while there are few, and
/// where a thread has many one in <see cref="OneOf"/>, which then counts for all of them.
/// </summary>
internal sealed class CallTimes : IIncomingGrainCallFilter
{
    public const int OneOf = 16;

    // Of a thread, between two turns.
    private const int AllOf = 1000;

    // There are some dozens of methods; a bound all the same, since interfaces may have type parameters.
    private const int MostMethods = 1000;

    private readonly ConcurrentDictionary<(Type Grain, MethodInfo Method), CallClock> _clocks = new();
    private readonly CallClock _others = new("others", "others");
    private readonly CallClock _runtime = new("runtime", "runtime");
    private readonly Func<(Type Grain, MethodInfo Method), CallClock> _make;
    private volatile int _turn;

    [ThreadStatic]
    private static int _turnOfThread;

    [ThreadStatic]
    private static int _callsOfThread;

    public CallTimes() => _make = Make;

    /// <summary>One for each method that was called so far; Orleans' own are left out.</summary>
    public IEnumerable<CallClock> Clocks => _clocks.Values.Distinct().Where(clock => clock != _runtime);

    public Task Invoke(IIncomingGrainCallContext context)
    {
        var weight = Weigh();
        return weight == 0 ? context.Invoke() : Timed(context, weight);
    }

    /// <summary>From here on all calls are timed again, until there are many.</summary>
    public void Turn() => _turn++;

    // How many calls this one stands for.
    private int Weigh()
    {
        if (_turnOfThread != _turn)
        {
            (_turnOfThread, _callsOfThread) = (_turn, 0);
        }

        var number = ++_callsOfThread;
        return number <= AllOf ? 1 : number % OneOf == 0 ? OneOf : 0;
    }

    private Task Timed(IIncomingGrainCallContext context, int weight)
    {
        var clock = _clocks.GetOrAdd((context.Grain.GetType(), context.InterfaceMethod), _make);
        var started = Stopwatch.GetTimestamp();
        var call = context.Invoke();
        if (call.IsCompletedSuccessfully)
        {
            clock.Took(Stopwatch.GetElapsedTime(started).Ticks, weight);
            return call;
        }

        return Awaited(call, clock, started, weight);
    }

    private static async Task Awaited(Task call, CallClock clock, long started, int weight)
    {
        try
        {
            await call;
        }
        catch
        {
            clock.Failed(weight);
            throw;
        }
        finally
        {
            clock.Took(Stopwatch.GetElapsedTime(started).Ticks, weight);
        }
    }

    private static bool IsOfOrleans(Type type) => type.Namespace is "Orleans" || type.Namespace?.StartsWith("Orleans.", StringComparison.Ordinal) == true;

    private CallClock Make((Type Grain, MethodInfo Method) key) =>
        IsOfOrleans(key.Grain) || IsOfOrleans(key.Method.DeclaringType!) ? _runtime
        : _clocks.Count < MostMethods ? new(key.Grain.Name, key.Method.Name)
        : _others;
}
