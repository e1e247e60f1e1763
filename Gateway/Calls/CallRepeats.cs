using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using OrleansGameState.Gateway.Telemetry;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Hosting;

namespace OrleansGameState.Gateway.Calls;

/// <summary>
/// Makes a call once more that was lost with its silo, until it is answered or nobody waits for it. Every call of an entity
/// may be repeated: reads change nothing, and a command decided twice changes nothing the second time.
/// </summary>
internal sealed class CallRepeats(IOptions<GatewayOptions> options, TimeProvider time, GatewayMetrics metrics, ILogger<CallRepeats> logger)
    : IOutgoingGrainCallFilter
{
    private static readonly ConcurrentDictionary<MethodInfo, bool> Repeatable = new();

    // What a silo's own grains call is theirs to repeat.
    public Task Invoke(IOutgoingGrainCallContext context) =>
        context.SourceContext is null && Repeatable.GetOrAdd(context.InterfaceMethod, IsRepeatable) ? Repeat(context) : context.Invoke();

    // The runtime's own calls are left to it; the pulse is there to tell that nobody answers.
    private static bool IsRepeatable(MethodInfo method) =>
        method.DeclaringType is { } contract
        && contract != typeof(ISiloPulseGrain)
        && contract.Assembly == typeof(IEntityGrain).Assembly
        && !method.IsDefined(typeof(OneWayAttribute), inherit: true);

    private async Task Repeat(IOutgoingGrainCallContext context)
    {
        var patience = CallPatience.Current ?? new(time.GetUtcNow().AddSeconds(options.Value.CallPatienceSeconds), CancellationToken.None);
        for (var repetition = 0; ; repetition++)
        {
            TimeSpan delay;
            try
            {
                await context.Invoke();
                return;
            }
            catch (Exception exception) when (Outage.IsLostSilo(exception) && !patience.Aborted.IsCancellationRequested)
            {
                delay = RepeatDelay.Of(repetition, Random.Shared.NextDouble());
                if (time.GetUtcNow() + delay >= patience.Until)
                {
                    throw;
                }

                metrics.Repeated();
                Log.CallRepeated(logger, context.InterfaceName, context.MethodName, repetition + 1, exception);
            }

            await Task.Delay(delay, time, patience.Aborted);
        }
    }
}
