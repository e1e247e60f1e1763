using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Writes what the specification shapes.</summary>
internal static class SpecJson
{
    /// <summary>A sector's id: a number where it is a whole one, else text.</summary>
    public static void SectorId(this Utf8JsonWriter json, string name, string id)
    {
        json.WritePropertyName(name);
        if (SectorWire.IsNumber(id))
        {
            json.WriteRawValue(id, skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(id);
        }
    }

    public static void Time(this Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is { } known)
        {
            json.WriteString(name, SectorWire.Of(known));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void Count(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void Entry(this Utf8JsonWriter json, string name, PlayerEntry entry)
    {
        json.WriteStartObject(name);
        json.WriteString("player_id", entry.PlayerId);
        json.WriteString("username", entry.Username);
        json.Ship(entry.Ship);
        json.WriteString("team_id", entry.TeamId);
        json.Time("arrived_at", entry.ArrivedAt);
        json.WriteEndObject();
    }

    /// <summary>A ship's members, into the object that is open.</summary>
    public static void Ship(this Utf8JsonWriter json, Ship ship)
    {
        json.WriteString("ship_id", ship.Id);
        json.WriteString("ship_name", ship.Name);
        json.WriteString("ship_type", ship.Type);
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public static void Each<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
