namespace OrleansGameState.EndToEnd.Fakes;

/// <summary>Frames in the push service's form: every value is text.</summary>
internal static class Frames
{
    public static string FacilityControl(int facility, int from, int to, DateTimeOffset at, string outfit = "0") =>
        Message($$"""
            "duration_held":"600","event_name":"FacilityControl","facility_id":"{{facility}}","new_faction_id":"{{to}}","old_faction_id":"{{from}}","outfit_id":"{{outfit}}"
            """, at);

    public static string PlayerFacilityCapture(int facility, long character, DateTimeOffset at) =>
        Message($$"""
            "character_id":"{{character}}","event_name":"PlayerFacilityCapture","facility_id":"{{facility}}","outfit_id":"0"
            """, at);

    private static string Message(string fields, DateTimeOffset at) =>
        $$"""
        {"payload":{{{fields}},"timestamp":"{{at.ToUnixTimeSeconds()}}","world_id":"{{Continent.WorldId}}","zone_id":"{{Continent.ZoneId}}"},"service":"event","type":"serviceMessage"}
        """;
}
