using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.FileProviders;

namespace OrleansGameState.Hosting;

/// <summary>What the programs begin with: the same settings, from the same places.</summary>
internal static class ServerProgram
{
    private const string SecretsKey = "Secrets:Directory";
    private const string SecretsDirectory = "/run/secrets";

    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        // Rules go by a category's beginning: Orleans' would hold for this program's as well.
        ["Logging:LogLevel:Orleans"] = "Warning",
        ["Logging:LogLevel:OrleansGameState"] = "Information",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
    };

    /// <summary>A builder with the command line, the environment, appsettings.json beside the program, and files that hold a secret each.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
        builder.AddSecrets();
        builder.AddDefaults(Defaults);
        return builder;
    }

    /// <summary>Settings that everything else overrides.</summary>
    public static void AddDefaults(this WebApplicationBuilder builder, IEnumerable<KeyValuePair<string, string?>> settings) =>
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = settings });

    // A file's name is a setting's, with two underscores where that has a colon; the environment and the command line win.
    private static void AddSecrets(this WebApplicationBuilder builder)
    {
        var directory = builder.Configuration[SecretsKey] is { Length: > 0 } given ? given : SecretsDirectory;
        if (Directory.Exists(directory))
        {
            ((IConfigurationBuilder)builder.Configuration).Sources
                .Insert(0, new KeyPerFileConfigurationSource { FileProvider = new PhysicalFileProvider(Path.GetFullPath(directory)), Optional = true });
        }
        else if (builder.Configuration[SecretsKey] is { Length: > 0 })
        {
            throw new NotStartedException($"{SecretsKey} is {directory}, which is not there. Name a folder with a file for each secret, or leave it out.");
        }
    }
}
