namespace Orleans.Standin;

/// <summary>What only the real Orleans does.</summary>
internal static class NotInThisBuild
{
    internal static OrleansConfigurationException Error(string what) => new(
        $"{what} needs Orleans itself: this build has a stand-in for one process. Build with -p:Packages=nuget.");
}
