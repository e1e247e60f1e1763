namespace NetMQ.Core;

/// <remarks><paramref name="Detail" />: An <see cref="ErrorCode" />, or milliseconds; which is the event's business.</remarks>
internal readonly record struct MonitorRecord(SocketEvents Event, string Address, int Detail);
