using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.Tests.StarSystems;

/// <summary>The examples that the Tick Detector feed's documentation has, as facts and as messages.</summary>
internal static class FeedExamples
{
    public static readonly SystemTick Gliese = new(
        "Gliese 9539",
        1458309206762,
        At("2024-04-12T20:57:37Z"),
        At("2024-04-13T14:51:37Z"),
        1,
        false,
        new(
            TickPass.Inf, false, true, false, 0.6858850m, "Gliese 9539 Gold Natural Industries", false, 0.0037m, false, false,
            FactionChangeSet.None, [], 7, 1200000000, 0.01275m, new("Low", 0.08300m, 0.083m, 1), 0, 0.00m, ""),
        TickSource.Observed,
        "");

    // The newest documentation has the drop as a number.
    public const string GlieseJson =
        """
        {"system":"Gliese 9539","systemAddress":1458309206762,"schema":"notYetImplemented","timeGapMins":"1074.0",
         "timestamp":"2024-04-13T14:51:37Z","dayCount":1,"isColony":false,
         "metrics":{"tickPass":"Inf","stateChange":false,"infChange":true,"infStates":false,"cmfInf":0.685885,
          "cmfName":"Gliese 9539 Gold Natural Industries","cmfHasExpanded":false,"cmfInfDrop":0.0037,"cmfExpansionTax":false,
          "conflictEnded":false,"factionChanges":{"retreated":[],"arrived":[]},"atRiskNNFactions":[],"facCount":7,
          "population":1200000000,"allFacSwing":0.01275,
          "BGSActivityEstimate":{"label":"Low","value":0.083,"valueAdj":0.083,"bars":1},"activeConflictCount":0,"lockedInf":0}}
        """;

    public static readonly SystemTick Hip = new(
        "HIP 33275",
        594609703259,
        At("2024-04-13T04:22:36Z") - TimeSpan.FromMinutes(172.3),
        At("2024-04-13T04:22:36Z"),
        2,
        true,
        new(
            TickPass.Either, true, true, true, 0.458m, "HIP 33275 Co", false, -0.0196m, false, false,
            new(["Xbaquitae Gold Comms Exchange"], []),
            [new("Xbaquitae Gold Comms Exchange", 0.032m, 0.058m, "Active")],
            5, 500000, 0.097m, new("Medium", 0.102m, 0.102m, 2), 0, 0m, ""),
        TickSource.Observed,
        "");

    public const string HipJson =
        """
        {"system":"HIP 33275","systemAddress":594609703259,"schema":"notYetImplemented","timeGapMins":"172.3",
         "timestamp":"2024-04-13T04:22:36Z","dayCount":2,"isColony":true,
         "metrics":{"tickPass":"Either","stateChange":true,"infChange":true,"infStates":true,"cmfInf":0.458,"cmfName":"HIP 33275 Co",
          "cmfHasExpanded":false,"cmfInfDrop":-0.0196,"cmfExpansionTax":false,"conflictEnded":false,
          "factionChanges":{"retreated":["Xbaquitae Gold Comms Exchange"],"arrived":[]},
          "atRiskNNFactions":[{"name":"Xbaquitae Gold Comms Exchange","newInf":0.032,"previousInf":0.058,"retreatState":"Active"}],
          "facCount":5,"population":500000,"allFacSwing":0.097,
          "BGSActivityEstimate":{"label":"Medium","value":0.102,"valueAdj":0.102,"bars":2},"activeConflictCount":0,"lockedInf":0}}
        """;

    public static readonly SystemTick Wolf = new(
        "Wolf 497",
        9467047650729,
        At("2026-05-16T14:18:49Z") - TimeSpan.FromMinutes(1174.4),
        At("2026-05-16T14:18:49Z"),
        3,
        false,
        new(
            TickPass.Either, true, true, true, 0.661323m, "Alchemy Den", false, -0.0154m, false, false,
            FactionChangeSet.None, [], 7, 1927340, 0.01921m, new("Low", 0.04551m, 0.04551m, 1), 1, 0.13527m, ""),
        TickSource.Observed,
        "");

    public const string WolfJson =
        """
        {"system":"Wolf 497","systemAddress":9467047650729,"schema":"notYetImplemented","timeGapMins":"1174.4",
         "timestamp":"2026-05-16T14:18:49Z","dayCount":3,"isColony":false,
         "metrics":{"tickPass":"Either","stateChange":true,"infChange":true,"infStates":true,"cmfInf":0.661323,"cmfName":"Alchemy Den",
          "cmfHasExpanded":false,"cmfInfDrop":-0.0154,"cmfExpansionTax":false,"conflictEnded":false,
          "factionChanges":{"retreated":[],"arrived":[]},"atRiskNNFactions":[],"facCount":7,"population":1927340,
          "allFacSwing":0.01921,"BGSActivityEstimate":{"label":"Low","value":0.04551,"valueAdj":0.04551,"bars":1},
          "activeConflictCount":1,"lockedInf":0.13527}}
        """;

    public static readonly FactionsChanged Arrival = new(
        At("2024-04-13T02:39:33Z"), "Dakshmandi", 3583923685739, false, new([], ["Bluestar PMC"]), TickSource.Observed, "");

    public const string ArrivalJson =
        """
        {"system":"Dakshmandi","systemAddress":3583923685739,"isColony":false,"timestamp":"2024-04-13T02:39:33Z",
         "factionChanges":{"retreated":[],"arrived":["Bluestar PMC"]}}
        """;

    public static readonly FactionExpandedFrom Expansion = new(
        At("2024-04-13T01:57:22Z"), "Shapsugabus", 9468120868281, false, "Bluestar PMC", 0.1383m, true, TickSource.Observed, "");

    public const string ExpansionJson =
        """
        {"system":"Shapsugabus","systemAddress":9468120868281,"isColony":false,"timestamp":"2024-04-13T01:57:22Z",
         "faction":"Bluestar PMC","InfDrop":"0.1383","hasExpanded":true}
        """;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
