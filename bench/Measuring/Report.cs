using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

namespace OrleansGameState.Bench.Measuring;

/// <summary>Prints figures, with what they depend on at the top.</summary>
internal static class Report
{
    public static void Head(string command, BenchOptions options)
    {
        Line($"{command}: {options.Rounds} rounds of {options.Seconds.ToString(CultureInfo.InvariantCulture)} s a side, in turns; median (min-max)");
        Line($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, {(GCSettings.IsServerGC ? "server" : "workstation")} GC here, {Orleans()}, load {Load()}");
        Line("");
    }

    public static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    public static void Line(string text) => Console.WriteLine(text);

    // The stand-in and the real one bear the same name; the file's product name tells them apart.
    private static string Orleans()
    {
        var assembly = typeof(Grain).Assembly;
        var file = FileVersionInfo.GetVersionInfo(assembly.Location);
        return $"{assembly.GetName().Name} {file.ProductVersion?.Split('+')[0]}";
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
