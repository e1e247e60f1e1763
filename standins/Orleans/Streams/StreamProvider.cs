using Orleans.Streams;

namespace Orleans.Standin;

internal sealed class StreamProvider(string name, SiloRuntime silo, StreamHub hub) : IStreamProvider
{
    public string Name { get; } = name;

    public bool IsRewindable => false;

    public IAsyncStream<T> GetStream<T>(StreamId streamId)
    {
        silo.Rules?.EnforceStreamItem(typeof(T));
        return new AsyncStream<T>(Name, streamId, silo, hub);
    }
}
