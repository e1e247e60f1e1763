using System.Text.Json;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>Reads an event of a player's journal, as EDDN passes it on. One caller at a time.</summary>
internal sealed class JournalReader(TextPool texts)
{
    private readonly JsonValues _values = new(texts);
    private readonly FactionReader _factions = new(texts);
    private readonly ConflictReader _conflicts = new(texts);

    /// <summary>Reads the object that the reader is at; no further than shows that the event is of no interest.</summary>
    public JournalEvent Read(ref Utf8JsonReader reader)
    {
        var told = new JournalEvent();
        FrameRefusal? refusal = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            JsonValues.Refuse(ref reader, "message", "an object", ref refusal);
            told.Refusal = refusal;
            return told;
        }

        while (told.IsOfInterest && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Member(ref reader, told, ref refusal);
        }

        told.Refusal = refusal ?? MissingOf(told);
        return told;
    }

    private void Member(ref Utf8JsonReader reader, JournalEvent told, ref FrameRefusal? refusal)
    {
        if (reader.ValueTextEquals("timestamp"u8))
        {
            reader.Read();
            var time = JsonValues.Time(ref reader, "timestamp", ref refusal) ?? default;
            told.ObservedAt = time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
        }
        else if (reader.ValueTextEquals("event"u8))
        {
            reader.Read();
            told.Event = _values.Text(ref reader, "event", ref refusal) ?? "";
            told.IsOfInterest = told.Event is "" or "FSDJump" or "Location" or "CarrierJump";
        }
        else if (reader.ValueTextEquals("SystemAddress"u8))
        {
            reader.Read();
            told.SystemAddress = Address(ref reader, ref refusal);
        }
        else if (reader.ValueTextEquals("StarSystem"u8))
        {
            told.Name = Text(ref reader, "StarSystem", ref refusal);
        }
        else if (reader.ValueTextEquals("Factions"u8))
        {
            reader.Read();
            told.Factions = _factions.ReadAll(ref reader, ref refusal);
        }
        else if (reader.ValueTextEquals("Conflicts"u8))
        {
            reader.Read();
            told.Conflicts = _conflicts.ReadAll(ref reader, ref refusal);
        }
        else
        {
            OfTheSystem(ref reader, told, ref refusal);
        }
    }

    private void OfTheSystem(ref Utf8JsonReader reader, JournalEvent told, ref FrameRefusal? refusal)
    {
        if (reader.ValueTextEquals("StarPos"u8))
        {
            reader.Read();
            told.Position = Position(ref reader, ref refusal);
        }
        else if (reader.ValueTextEquals("Population"u8))
        {
            reader.Read();
            told.Population = JsonValues.Whole(ref reader, "Population", 0, ref refusal) ?? 0;
        }
        else if (reader.ValueTextEquals("SystemFaction"u8))
        {
            reader.Read();
            told.ControllingFaction = Controlling(ref reader, ref refusal);
        }
        else if (reader.ValueTextEquals("SystemAllegiance"u8))
        {
            told.Allegiance = Text(ref reader, "SystemAllegiance", ref refusal);
        }
        else if (reader.ValueTextEquals("SystemGovernment"u8))
        {
            told.Government = Text(ref reader, "SystemGovernment", ref refusal);
        }
        else if (reader.ValueTextEquals("SystemEconomy"u8))
        {
            told.Economy = Text(ref reader, "SystemEconomy", ref refusal);
        }
        else if (reader.ValueTextEquals("SystemSecurity"u8))
        {
            told.Security = Text(ref reader, "SystemSecurity", ref refusal);
        }
        else
        {
            reader.Skip();
        }
    }

    private string Text(ref Utf8JsonReader reader, string field, ref FrameRefusal? refusal)
    {
        reader.Read();
        return _values.Text(ref reader, field, ref refusal) ?? "";
    }

    private static long Address(ref Utf8JsonReader reader, ref FrameRefusal? refusal)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            refusal ??= new(FrameRefusal.BadField, "SystemAddress", "SystemAddress is null");
        }

        return JsonValues.Whole(ref reader, "SystemAddress", 1, ref refusal) ?? 0;
    }

    private static StarPosition? Position(ref Utf8JsonReader reader, ref FrameRefusal? refusal)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return NotRead(ref reader, reader.TokenType == JsonTokenType.Null, ref refusal);
        }

        Span<double> axes = stackalloc double[3];
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var axis = (double)(JsonValues.Number(ref reader, "StarPos", -1e9m, 1e9m, ref refusal) ?? 0);
            if (count < 3)
            {
                axes[count] = axis;
            }

            count++;
        }

        if (count != 3)
        {
            refusal ??= new(FrameRefusal.BadField, "StarPos", $"StarPos has {count} numbers, not 3");
        }

        return new(axes[0], axes[1], axes[2]);
    }

    private static StarPosition? NotRead(ref Utf8JsonReader reader, bool isNull, ref FrameRefusal? refusal)
    {
        if (!isNull)
        {
            JsonValues.Refuse(ref reader, "StarPos", "three numbers", ref refusal);
        }

        return null;
    }

    // An object with the faction's name; just the name in old journals.
    private string Controlling(ref Utf8JsonReader reader, ref FrameRefusal? refusal)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return _values.Text(ref reader, "SystemFaction", ref refusal) ?? "";
        }

        var name = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("Name"u8))
            {
                name = Text(ref reader, "SystemFaction.Name", ref refusal);
            }
            else
            {
                reader.Skip();
            }
        }

        return name;
    }

    private static FrameRefusal? MissingOf(JournalEvent told)
    {
        var missing = told.Event.Length == 0 ? "event"
            : told.ObservedAt == default ? "timestamp"
            : told.SystemAddress == 0 ? "SystemAddress"
            : told.Name.Length == 0 ? "StarSystem"
            : null;
        return missing is null ? null : new(FrameRefusal.MissingField, missing, $"{missing} is missing");
    }
}
