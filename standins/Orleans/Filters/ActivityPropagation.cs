using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Diagnostics;

namespace Orleans.Standin;

/// <summary>A span for each call at either side; the caller's travels as a value that flows with the call.</summary>
internal sealed class ActivityPropagation(DistributedContextPropagator propagator) : IIncomingGrainCallFilter, IOutgoingGrainCallFilter
{
    internal static void Add(IServiceCollection services)
    {
        services.TryAddSingleton(DistributedContextPropagator.Current);
        services.AddSingleton<IOutgoingGrainCallFilter, ActivityPropagation>();
        services.AddSingleton<IIncomingGrainCallFilter, ActivityPropagation>();
    }

    public Task Invoke(IOutgoingGrainCallContext context)
    {
        var call = ((FilteredCall)context).Call;
        if (Source(call).StartActivity(call.Description, ActivityKind.Client) is not { } activity)
        {
            return context.Invoke();
        }

        propagator.Inject(activity, null, static (_, key, value) => RequestContext.Set(key, value));
        return Within(activity, context);
    }

    public Task Invoke(IIncomingGrainCallContext context)
    {
        var call = ((FilteredCall)context).Call;
        propagator.ExtractTraceIdAndState(null, Read, out var parent, out var state);
        var activity = ActivityContext.TryParse(parent, state, isRemote: true, out var caller)
            ? Source(call).CreateActivity(call.Description, ActivityKind.Server, caller)
            : Source(call).CreateActivity(call.Description, ActivityKind.Server, parent);
        if (activity is null)
        {
            return context.Invoke();
        }

        foreach (var (key, value) in propagator.ExtractBaggage(null, Read) ?? [])
        {
            activity.AddBaggage(key, value);
        }

        activity.Start();
        return Within(activity, context);
    }

    private static ActivitySource Source(Call call) =>
        call.InterfaceType.Namespace?.StartsWith("Orleans", StringComparison.Ordinal) == true
            ? ActivitySources.RuntimeGrainSource
            : ActivitySources.ApplicationGrainSource;

    private static void Read(object? carrier, string fieldName, out string? fieldValue, out IEnumerable<string>? fieldValues)
    {
        fieldValues = null;
        fieldValue = RequestContext.Get(fieldName) as string;
    }

    private static async Task Within(Activity activity, IGrainCallContext context)
    {
        activity.SetTag("rpc.system.name", "orleans");
        activity.SetTag("orleans.rpc.service", context.InterfaceName);
        activity.SetTag("rpc.method", $"{context.InterfaceName}/{context.MethodName}");
        activity.SetTag("orleans.rpc.target_id", context.TargetId.ToString());
        if (context.SourceId is { } source)
        {
            activity.SetTag("orleans.rpc.source_id", source.ToString());
        }

        try
        {
            await context.Invoke();
        }
        catch (Exception exception)
        {
            activity.SetStatus(ActivityStatusCode.Error);
            activity.SetTag("exception.type", exception.GetType().FullName);
            activity.SetTag("exception.message", exception.Message);
            activity.SetTag("exception.stacktrace", exception.ToString());
            throw;
        }
        finally
        {
            activity.Stop();
        }
    }
}
