using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Orleans.Standin;

/// <summary>Finds the application's assemblies: those beside it, and those in memory, that were compiled against Orleans.</summary>
internal static class ApplicationParts
{
    private static readonly string Own = typeof(ApplicationParts).Assembly.GetName().Name!;
    private static readonly string[] Others = ["System.", "Microsoft.", "xunit.", "Orleans."];

    internal static IReadOnlyList<Assembly> Find()
    {
        var found = AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic && HasCode(a)).ToDictionary(a => a.GetName().Name!);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (!found.ContainsKey(name) && !Others.Any(o => name.StartsWith(o, StringComparison.OrdinalIgnoreCase)) && RefersToOrleans(file)
                && Assembly.Load(new AssemblyName(name)) is { } assembly && HasCode(assembly))
            {
                found[name] = assembly;
            }
        }

        return [.. found.Values];
    }

    private static bool HasCode(Assembly assembly) => assembly.IsDefined(typeof(ApplicationPartAttribute));

    private static bool RefersToOrleans(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var portable = new PEReader(stream);
            if (!portable.HasMetadata)
            {
                return false;
            }

            var metadata = portable.GetMetadataReader();
            return metadata.AssemblyReferences.Any(r => metadata.GetString(metadata.GetAssemblyReference(r).Name) == Own);
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
