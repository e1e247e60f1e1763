namespace NetMQ;

/// <summary>Raises sockets' events on one thread.</summary>
public interface INetMQPoller : IDisposable
{
    bool IsRunning { get; }

    void Run();

    void RunAsync();

    void Stop();

    void StopAsync();

    void Add(ISocketPollable socket);

    void Remove(ISocketPollable socket);

    void RemoveAndDispose<T>(T socket) where T : ISocketPollable, IDisposable;
}
