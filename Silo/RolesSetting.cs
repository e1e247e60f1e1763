using Microsoft.Extensions.Options;

namespace OrleansGameState.Silo;

/// <summary>The setting <c>Roles</c>: names with commas; all of them by default.</summary>
internal static class RolesSetting
{
    private const string Key = "Roles";

    /// <exception cref="OptionsValidationException">It names what there is not, or leaves out the silo.</exception>
    public static Roles ReadRoles(this IConfiguration configuration)
    {
        if (configuration[Key] is not { Length: > 0 } text)
        {
            return Roles.All;
        }

        var roles = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Aggregate((Roles)0, (sum, name) => sum | Of(name));
        return roles.HasFlag(Roles.Silo)
            ? roles
            : throw Refusal($"is {text}: without a silo it is not this program. Start the one of project Gateway or Ingestors instead.");
    }

    private static Roles Of(string name) => name.ToUpperInvariant() switch
    {
        "SILO" => Roles.Silo,
        "GATEWAY" => Roles.Gateway,
        "INGESTORS" => Roles.Ingestors,
        _ => throw Refusal($"has '{name}'; set it to some of silo, gateway, ingestors, with commas, or leave it out for all."),
    };

    private static OptionsValidationException Refusal(string message) => new(Key, typeof(Roles), [$"{Key} {message}"]);
}
