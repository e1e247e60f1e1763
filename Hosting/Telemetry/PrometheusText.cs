using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace OrleansGameState.Hosting.Telemetry;

/// <summary>Metrics in Prometheus' text format 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Of(Batch<Metric> metrics)
    {
        var text = new StringBuilder(16 * 1024);
        var described = new HashSet<string>(StringComparer.Ordinal);
        foreach (var metric in metrics)
        {
            Write(text, metric, described);
        }

        return text.ToString();
    }

    /// <summary>Letters, digits and underscores; the unit, and for counters <c>total</c>, at the end.</summary>
    public static string Name(string name, string unit, bool isCounter)
    {
        var clean = new StringBuilder(name.Length + 16);
        foreach (var c in name)
        {
            clean.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        }

        var suffix = unit switch { "s" => "_seconds", "ms" => "_milliseconds", "By" => "_bytes", "%" => "_percent", _ => "" };
        if (!clean.ToString().EndsWith(suffix, StringComparison.Ordinal))
        {
            clean.Append(suffix);
        }

        return isCounter && !clean.ToString().EndsWith("_total", StringComparison.Ordinal) ? clean.Append("_total").ToString() : clean.ToString();
    }

    private static void Write(StringBuilder text, Metric metric, HashSet<string> described)
    {
        var isHistogram = metric.MetricType is MetricType.Histogram;
        var isCounter = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        if (metric.MetricType is MetricType.ExponentialHistogram)
        {
            return;
        }

        var name = Name(metric.Name, metric.Unit, isCounter);
        if (described.Add(name))
        {
            var type = isHistogram ? "histogram" : isCounter ? "counter" : "gauge";
            text.Append("# HELP ").Append(name).Append(' ').Append(Escape(metric.Description, quotes: false)).Append('\n');
            text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        }

        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = Labels(point.Tags);
            if (isHistogram)
            {
                WriteHistogram(text, name, labels, point);
            }
            else
            {
                Line(text, name, labels, Value(metric.MetricType, point));
            }
        }
    }

    private static double Value(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };

    private static void WriteHistogram(StringBuilder text, string name, string labels, in MetricPoint point)
    {
        long count = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            count += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : bucket.ExplicitBound.ToString(CultureInfo.InvariantCulture);
            var le = $"le=\"{bound}\"";
            Line(text, name + "_bucket", labels.Length == 0 ? le : labels + "," + le, count);
        }

        Line(text, name + "_sum", labels, point.GetHistogramSum());
        Line(text, name + "_count", labels, point.GetHistogramCount());
    }

    private static string Labels(ReadOnlyTagCollection tags)
    {
        var labels = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            labels.Append(labels.Length == 0 ? "" : ",")
                .Append(Name(key, "", isCounter: false))
                .Append("=\"")
                .Append(Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", quotes: true))
                .Append('"');
        }

        return labels.ToString();
    }

    private static string Escape(string text, bool quotes)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quotes ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
