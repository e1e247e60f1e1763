using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;

namespace OrleansGameState.Bench.Reads;

/// <summary>Concurrent unary calls, spread over a number of channels.</summary>
internal sealed class GrpcLoad : IDisposable
{
    private readonly GrpcChannel[] _channels;
    private readonly CallInvoker[] _invokers;
    private readonly int _concurrent;

    public GrpcLoad(int port, int channels, int concurrent)
    {
        _channels = [.. Enumerable.Range(0, channels).Select(_ => GrpcChannel.ForAddress($"http://127.0.0.1:{port}"))];
        _invokers = [.. _channels.Select(channel => channel.CreateCallInvoker())];
        _concurrent = concurrent;
    }

    public async Task<long> RunAsync(Method<byte[], byte[]> method, byte[] request, TimeSpan duration)
    {
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(Enumerable.Range(0, _concurrent).Select(number => Task.Run(async () =>
        {
            var invoker = _invokers[number % _invokers.Length];
            var count = 0L;
            for (; Stopwatch.GetTimestamp() < end; count++)
            {
                await invoker.CallAsync(method, request);
            }

            return count;
        })));
        return counts.Sum();
    }

    public Task<byte[]> CallAsync(Method<byte[], byte[]> method, byte[] request) => _invokers[0].CallAsync(method, request);

    public void Dispose()
    {
        foreach (var channel in _channels)
        {
            channel.Dispose();
        }
    }
}
