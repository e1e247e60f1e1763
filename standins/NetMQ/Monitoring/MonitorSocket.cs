using NetMQ.Core;

namespace NetMQ.Monitoring;

/// <summary>A monitor's events, where a poller can watch them.</summary>
internal sealed class MonitorSocket(MonitorCore core) : NetMQSocket(core);
