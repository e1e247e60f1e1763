namespace Orleans;

/// <summary>Names an assembly that has grain code.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ApplicationPartAttribute : Attribute
{
    /// <summary>Names the assembly.</summary>
    public ApplicationPartAttribute(string assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        AssemblyName = assemblyName;
    }

    /// <summary>The assembly's simple name.</summary>
    public string AssemblyName { get; }
}
