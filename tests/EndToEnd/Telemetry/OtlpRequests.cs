using System.Collections.Immutable;
using System.Globalization;

namespace OrleansGameState.EndToEnd.Telemetry;

/// <summary>What is read of OTLP's export requests; the numbers are those of its documented fields.</summary>
internal static class OtlpRequests
{
    private const ulong StatusError = 2;

    public static IEnumerable<ToldSpan> Spans(ReadOnlyMemory<byte> request) =>
        from resourceSpans in WireMessage.Read(request).Messages(1)
        let service = Attributes(resourceSpans.Messages(1).Single(), 1)["service.name"]
        from scopeSpans in resourceSpans.Messages(2)
        let source = scopeSpans.Messages(1).Single().Text(1)
        from span in scopeSpans.Messages(2)
        select new ToldSpan(
            service,
            source,
            span.Hex(1),
            span.Hex(2),
            span.Hex(4),
            span.Text(5),
            Attributes(span, 9),
            [.. span.Messages(13).Select(link => link.Hex(2))],
            span.Messages(15).Any(status => status.Number(3) == StatusError));

    public static IEnumerable<(string Service, string Metric)> Metrics(ReadOnlyMemory<byte> request) =>
        from resourceMetrics in WireMessage.Read(request).Messages(1)
        let service = Attributes(resourceMetrics.Messages(1).Single(), 1)["service.name"]
        from scopeMetrics in resourceMetrics.Messages(2)
        from metric in scopeMetrics.Messages(2)
        select (service, metric.Text(1));

    private static ImmutableDictionary<string, string> Attributes(WireMessage message, int field) =>
        message.Messages(field).ToImmutableDictionary(pair => pair.Text(1), pair => Value(pair.Messages(2).Single()));

    private static string Value(WireMessage value) => value.Text(1) is { Length: > 0 } text ? text : value.Number(3).ToString(CultureInfo.InvariantCulture);
}
