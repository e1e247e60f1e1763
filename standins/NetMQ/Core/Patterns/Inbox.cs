using NetMQ.Core.Zmtp;

namespace NetMQ.Core.Patterns;

/// <summary>What was received and waits for the application: from each address in turn.</summary>
internal sealed class Inbox
{
    private readonly Lock _gate = new();
    private readonly Queue<InboxQueue> _filled = new();

    /// <summary>Adds a message, and waits while the queue is full.</summary>
    /// <remarks><paramref name="wasEmpty" />: Nothing was there before.</remarks>
    public ValueTask Add(InboxQueue queue, Message message, out bool wasEmpty)
    {
        lock (_gate)
        {
            wasEmpty = _filled.Count == 0;
            if (queue.IsForgotten)
            {
                return ValueTask.CompletedTask;
            }

            queue.Messages.Enqueue(message);
            queue.Bytes += message.Size;
            if (queue.Messages.Count == 1)
            {
                _filled.Enqueue(queue);
            }

            if (queue.Messages.Count < queue.HighWatermark && queue.Bytes < Limits.Queued)
            {
                return ValueTask.CompletedTask;
            }

            queue.Room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return new ValueTask(queue.Room.Task);
        }
    }

    public bool TryTake(out Message message)
    {
        TaskCompletionSource? room = null;
        lock (_gate)
        {
            if (!_filled.TryDequeue(out var queue))
            {
                message = default;
                return false;
            }

            message = queue.Messages.Dequeue();
            queue.Bytes -= message.Size;
            if (queue.Messages.Count > 0)
            {
                _filled.Enqueue(queue);
            }

            if (queue.Room is not null && queue.Messages.Count <= queue.HighWatermark / 2 && queue.Bytes <= Limits.Queued / 2)
            {
                (room, queue.Room) = (queue.Room, null);
            }
        }

        room?.SetResult();
        return true;
    }

    /// <summary>Throws away what came from an address, and what still comes.</summary>
    public void Forget(InboxQueue queue)
    {
        TaskCompletionSource? room;
        lock (_gate)
        {
            queue.IsForgotten = true;
            queue.Messages.Clear();
            queue.Bytes = 0;
            (room, queue.Room) = (queue.Room, null);
            for (var count = _filled.Count; count > 0; count--)
            {
                if (_filled.Dequeue() is var other && other != queue)
                {
                    _filled.Enqueue(other);
                }
            }
        }

        room?.SetResult();
    }
}
