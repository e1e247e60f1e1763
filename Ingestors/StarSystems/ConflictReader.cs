using System.Collections.Immutable;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>Reads a journal's conflicts. One caller at a time.</summary>
internal sealed class ConflictReader(TextPool texts)
{
    private static readonly ConflictSide Nobody = new("", "", 0);

    private readonly JsonValues _values = new(texts);
    private readonly List<Conflict> _conflicts = [];

    /// <summary>In the journal's order.</summary>
    public ImmutableArray<Conflict> ReadAll(ref Utf8JsonReader reader, ref FrameRefusal? refusal)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                JsonValues.Refuse(ref reader, "Conflicts", "a list", ref refusal);
            }

            return [];
        }

        _conflicts.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            _conflicts.Add(Conflict(ref reader, ref refusal));
            if (_conflicts.Count > FactionReader.MostFactions)
            {
                refusal ??= new(FrameRefusal.BadField, "Conflicts", $"Conflicts has more than {FactionReader.MostFactions}");
                _conflicts.Clear();
            }
        }

        return [.. _conflicts];
    }

    private Conflict Conflict(ref Utf8JsonReader reader, ref FrameRefusal? refusal)
    {
        string kind = "", status = "";
        var (first, second) = (Nobody, Nobody);
        if (!IsObject(ref reader, "Conflicts", ref refusal))
        {
            return new(kind, status, first, second);
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("WarType"u8))
            {
                kind = Text(ref reader, "Conflicts.WarType", ref refusal);
            }
            else if (reader.ValueTextEquals("Status"u8))
            {
                status = Text(ref reader, "Conflicts.Status", ref refusal);
            }
            else if (reader.ValueTextEquals("Faction1"u8))
            {
                reader.Read();
                first = Side(ref reader, "Conflicts.Faction1", ref refusal);
            }
            else if (reader.ValueTextEquals("Faction2"u8))
            {
                reader.Read();
                second = Side(ref reader, "Conflicts.Faction2", ref refusal);
            }
            else
            {
                reader.Skip();
            }
        }

        return new(kind, status, first, second);
    }

    private ConflictSide Side(ref Utf8JsonReader reader, string field, ref FrameRefusal? refusal)
    {
        if (!IsObject(ref reader, field, ref refusal))
        {
            return Nobody;
        }

        string name = "", stake = "";
        var wonDays = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("Name"u8))
            {
                name = Text(ref reader, field, ref refusal);
            }
            else if (reader.ValueTextEquals("Stake"u8))
            {
                stake = Text(ref reader, field, ref refusal);
            }
            else if (reader.ValueTextEquals("WonDays"u8))
            {
                reader.Read();
                wonDays = (int)(JsonValues.Number(ref reader, field, 0, 1_000, ref refusal) ?? 0);
            }
            else
            {
                reader.Skip();
            }
        }

        return new(name, stake, wonDays);
    }

    private static bool IsObject(ref Utf8JsonReader reader, string field, ref FrameRefusal? refusal)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        JsonValues.Refuse(ref reader, field, "an object", ref refusal);
        return false;
    }

    private string Text(ref Utf8JsonReader reader, string field, ref FrameRefusal? refusal)
    {
        reader.Read();
        return _values.Text(ref reader, field, ref refusal) ?? "";
    }
}
