using System.Globalization;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

internal static class StarSystemTopics
{
    public const string Galaxy = $"{StarSystemKeys.System}/galaxy";

    public static string StarSystem(long systemAddress) => string.Create(CultureInfo.InvariantCulture, $"{StarSystemKeys.System}/{systemAddress}");
}
