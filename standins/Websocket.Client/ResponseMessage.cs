using System.Net.WebSockets;

namespace Websocket.Client;

/// <summary>One whole message: text, or bytes.</summary>
public class ResponseMessage
{
    private ResponseMessage(byte[]? binary, string? text, WebSocketMessageType messageType)
    {
        Binary = binary;
        Text = text;
        MessageType = messageType;
    }

    public string? Text { get; }

    public byte[]? Binary { get; }

    public WebSocketMessageType MessageType { get; }

    public static ResponseMessage TextMessage(string? data) => new(null, data, WebSocketMessageType.Text);

    public static ResponseMessage BinaryMessage(byte[]? data) => new(data, null, WebSocketMessageType.Binary);

    public override string ToString() => MessageType == WebSocketMessageType.Text
        ? Text ?? string.Empty
        : $"Type binary, length: {Binary?.Length}";
}
