using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;
using Domain = OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>The Tick Detector feed's topics, and two of our own, under <c>starsystems/ticks/{topic}</c>.</summary>
internal sealed class TickTopics : IAnnouncedTopics
{
    public const string SystemTick = "SystemTick";
    public const string GalaxyTick = "GalaxyTick";
    public const string FactionChanges = "FactionChanges";
    public const string FactionExpandedFrom = "FactionExpandedFrom";
    public const string GalaxyTickRevised = "GalaxyTickRevised";
    public const string GalaxyTickOverdue = "GalaxyTickOverdue";

    /// <summary>Those that the Tick Detector has too.</summary>
    public static readonly IReadOnlyList<string> OfTheFeed = [SystemTick, GalaxyTick, FactionChanges, FactionExpandedFrom];

    public static readonly IReadOnlyList<string> Names = [.. OfTheFeed, GalaxyTickRevised, GalaxyTickOverdue];

    private static readonly string[] Full = [.. Names.Select(Topic)];

    public string System => StarSystemKeys.System;

    public IReadOnlyList<string> Topics => Full;

    public static string Topic(string name) => $"{StarSystemKeys.System}/ticks/{name}";

    public Announcement? Of(string key, Envelope envelope)
    {
        return envelope.Event switch
        {
            SystemTicked e => Make(SystemTick, () => StarSystemJson.Write(FeedMessages.Of(e.Tick))),
            FactionsChanged e => Make(FactionChanges, () => StarSystemJson.Write(FeedMessages.Of(e))),
            Domain.FactionExpandedFrom e => Make(FactionExpandedFrom, () => StarSystemJson.Write(FeedMessages.Of(e))),
            GalaxyTickCalled e => Make(GalaxyTick, () => StarSystemJson.Write(FeedMessages.Of(e.Tick.First))),
            Domain.GalaxyTickRevised e => Make(GalaxyTickRevised, () => StarSystemJson.Write(FeedMessages.Of(e))),
            Domain.GalaxyTickOverdue e => Make(GalaxyTickOverdue, () => StarSystemJson.Write(FeedMessages.Of(e))),
            _ => null,
        };

        Announcement Make(string name, Func<byte[]> json) => new(Topic(name), key, envelope, json);
    }
}
