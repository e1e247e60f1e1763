using System.Net;
using Microsoft.Extensions.Options;
using OrleansGameState.Hosting.Tls;

namespace OrleansGameState.Hosting;

internal sealed class ClusterOptionsValidation : IValidateOptions<ClusterOptions>
{
    // As wide as the columns that hold them.
    private const int LongestId = 150;

    public ValidateOptionsResult Validate(string? name, ClusterOptions options)
    {
        string[] failures = [.. Ports(options), .. Ids(options), .. Address(options), .. ClusterTlsValidation.Failures(options.Tls)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Ports(ClusterOptions options) =>
        from setting in new[]
        {
            (Key: nameof(ClusterOptions.SiloPort), Port: options.SiloPort),
            (Key: nameof(ClusterOptions.GatewayPort), Port: options.GatewayPort),
        }
        where setting.Port is < 1 or > 65535
        select $"{ClusterOptions.Section}:{setting.Key} is {setting.Port}; set it to a free port from 1 to 65535.";

    private static IEnumerable<string> Ids(ClusterOptions options) =>
        from setting in new[]
        {
            (Key: nameof(ClusterOptions.ClusterId), Id: options.ClusterId),
            (Key: nameof(ClusterOptions.ServiceId), Id: options.ServiceId),
        }
        where string.IsNullOrWhiteSpace(setting.Id) || setting.Id.Length > LongestId
        select $"{ClusterOptions.Section}:{setting.Key} is '{setting.Id}'; set it to a name of 1 to {LongestId} characters, the same in all processes of the cluster.";

    private static IEnumerable<string> Address(ClusterOptions options)
    {
        if (options.Address != ClusterAddress.Auto && !IPAddress.TryParse(options.Address, out _))
        {
            yield return $"{ClusterOptions.Section}:{nameof(ClusterOptions.Address)} is '{options.Address}'; set it to the IP address that the other processes reach this one at, or to auto.";
        }
    }
}
