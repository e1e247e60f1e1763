namespace Websocket.Client;

public class ReconnectionInfo(ReconnectionType type)
{
    public ReconnectionType Type { get; } = type;

    public static ReconnectionInfo Create(ReconnectionType type) => new(type);
}
