using System.Collections.Concurrent;

namespace OrleansGameState.Standins.Tests.Orleans.Filters;

/// <summary>What a filter wrote down about the calls of this project's interfaces.</summary>
internal sealed class FilterNotes : IIncomingGrainCallFilter, IOutgoingGrainCallFilter
{
    private readonly ConcurrentQueue<Note> _notes = new();

    internal IReadOnlyList<Note> All => [.. _notes];

    /// <summary>Does something in place of going on, if it is set and says so by returning a task.</summary>
    internal Func<IGrainCallContext, Task?>? Instead { get; set; }

    internal Note Of(string method) => All.Single(n => n.MethodName == method);

    public Task Invoke(IIncomingGrainCallContext context) => Follow(context);

    public Task Invoke(IOutgoingGrainCallContext context) => Follow(context);

    private async Task Follow(IGrainCallContext context)
    {
        if (context.InterfaceMethod.DeclaringType?.Assembly != typeof(FilterNotes).Assembly)
        {
            await context.Invoke();
            return;
        }

        if (Instead?.Invoke(context) is { } instead)
        {
            await instead;
            return;
        }

        var note = Note.Of(context);
        try
        {
            await context.Invoke();
            _notes.Enqueue(note with { Result = context.Result });
        }
        catch (Exception exception)
        {
            _notes.Enqueue(note with { Thrown = exception });
            throw;
        }
    }
}
