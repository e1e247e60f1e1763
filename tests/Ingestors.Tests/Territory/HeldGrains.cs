using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Threading.Channels;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Ingestors.Tests.Territory;

/// <summary>Grains that answer a command when the test says so.</summary>
internal sealed class HeldGrains
{
    private readonly Channel<Call> _calls = Channel.CreateUnbounded<Call>();

    public HeldGrains() => Factory = Proxy<IGrainFactory>((method, _) =>
        method.GetGenericArguments() is [var grain] && grain == typeof(IZoneGrain) ? Proxy<IZoneGrain>(Execute)
        : method.GetGenericArguments() is [var other] && other == typeof(IWorldGrain) ? Proxy<IWorldGrain>(Execute)
        : throw new NotSupportedException(method.Name));

    public IGrainFactory Factory { get; }

    /// <summary>The next command that reached a grain.</summary>
    public async Task<Call> Next()
    {
        using var safety = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _calls.Reader.ReadAsync(safety.Token);
    }

    /// <summary>True where no other command reached a grain.</summary>
    public bool IsQuiet => !_calls.Reader.TryPeek(out _);

    private object Execute(MethodInfo method, object?[] arguments)
    {
        var call = new Call(arguments[0]!, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _calls.Writer.TryWrite(call);
        return new ValueTask<CommandResult>(call.Result.Task);
    }

    private static T Proxy<T>(Func<MethodInfo, object?[], object> answer)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, Answering>();
        ((Answering)(object)proxy).Answer = answer;
        return proxy;
    }

    internal sealed record Call(object Command, TaskCompletionSource<CommandResult> Result)
    {
        public void Answer() => Result.SetResult(new(1, 1, ImmutableArray<Rejection>.Empty));
    }

    [SuppressMessage("Performance", "CA1852", Justification = "Proxies derive from it.")]
    internal class Answering : DispatchProxy
    {
        public Func<MethodInfo, object?[], object> Answer { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Answer(targetMethod!, args!);
    }
}
